// The window in German.
#include <gmock/gmock.h>

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QMenuBar>
#include <QRegularExpression>
#include <QScrollArea>
#include <QTranslator>
#include <QXmlStreamReader>
#include <set>
#include <string>
#include <vector>

#include "app/desktop/charts/diagnostics_chart.h"
#include "app/desktop/controls/objective_controls.h"
#include "app/desktop/core_words.h"
#include "app/desktop/evaluation/evaluation_words.h"
#include "app/desktop/kept_settings.h"
#include "app/desktop/lessons/lesson_desk.h"
#include "app/desktop/main_window.h"
#include "app/desktop/opening/column_reason.h"
#include "app/desktop/runs/run_list.h"
#include "app/desktop/runs/run_proxy.h"
#include "app/desktop/window/language.h"
#include "core/dataset/importers/inspection.h"
#include "core/evaluation/policy_reference.h"
#include "core/objective/clip_curve.h"
#include "core/workspace/workspace.h"
#include "tests/desktop/listener.h"
#include "tests/desktop/recorded_runs.h"
#include "tests/support/error_of.h"
#include "tests/support/temporary_folder.h"

namespace luce::desktop {
namespace {

struct Message {
  QString context, source;
  QStringList translations;
  bool finished = true;
  bool numerus = false;  ///< one translation for one, another for several
};

std::vector<Message> germanMessages() {
  QFile file(LUCE_SOURCE_DIR "/resources/translations/luce_de.ts");
  EXPECT_TRUE(file.open(QIODevice::ReadOnly));
  QXmlStreamReader reader(&file);
  std::vector<Message> messages;
  QString context;
  while (!reader.atEnd()) {
    if (reader.readNext() != QXmlStreamReader::StartElement) continue;
    const auto name = reader.name();
    if (name == u"name") context = reader.readElementText();
    if (name == u"message") {
      messages.push_back({context, {}, {}, true, reader.attributes().hasAttribute("numerus")});
    }
    if (name == u"source") messages.back().source = reader.readElementText();
    if (name == u"translation") {
      if (reader.attributes().hasAttribute("type")) messages.back().finished = false;
      if (messages.back().numerus) continue;
      messages.back().translations.append(reader.readElementText());
    }
    if (name == u"numerusform") {
      messages.back().translations.append(reader.readElementText());
    }
  }
  EXPECT_FALSE(reader.hasError()) << reader.errorString().toStdString();
  return messages;
}

std::multiset<std::string> placesIn(const QString& text) {
  static const QRegularExpression place("%L?([0-9]+|n)");
  std::multiset<std::string> places;
  for (auto match = place.globalMatch(text); match.hasNext();) {
    places.insert(match.next().captured(1).toStdString());
  }
  return places;
}

TEST(German, IsCompleteAndKeepsEveryPlaceholder) {
  const std::vector<Message> messages = germanMessages();
  EXPECT_GT(messages.size(), 1300u);
  for (const Message& message : messages) {
    const std::string where = (message.context + ": " + message.source).toStdString();
    EXPECT_TRUE(message.finished) << where;
    for (const QString& text : message.translations) {
      EXPECT_FALSE(text.isEmpty()) << where;
      EXPECT_EQ(placesIn(text), placesIn(message.source)) << where;
      EXPECT_EQ(text.count('<'), message.source.count('<')) << where;
    }
  }
}

void speakEnglishAgain() {
  QLocale::setDefault(QLocale::system());
  for (QTranslator* translator : qApp->findChildren<QTranslator*>()) {
    QApplication::removeTranslator(translator);
    delete translator;
  }
}

TEST(German, FitsASmallLaptop) {
  KeptSettings().clear();
  ASSERT_TRUE(applyLanguage(*qApp, "de"));
  {
    MainWindow window;
    window.resize(1366, 768);
    window.show();
    Listener listener(window.study());
    EXPECT_TRUE(openSampleLog(window.study(), listener));
    EXPECT_TRUE(trainQuickRun(window.study(), "seen"));
    window.lessons().dock().show();
    QTest::qWait(50);
    for (int page = 0; page < window.tabs().count(); ++page) {
      EXPECT_LE(window.tabs().widget(page)->minimumSizeHint().width(), 720)
          << window.tabs().tabText(page).toStdString();
    }
    EXPECT_LE(window.minimumSizeHint().width(), 1366);
    EXPECT_LE(window.minimumSizeHint().height(), 768);
    EXPECT_EQ(window.size(), QSize(1366, 768));
    for (const QScrollArea* area : window.findChildren<QScrollArea*>()) {
      if (area->horizontalScrollBarPolicy() != Qt::ScrollBarAlwaysOff || !area->isVisible())
        continue;
      EXPECT_LE(area->widget()->minimumSizeHint().width(), area->viewport()->width())
          << area->accessibleName().toStdString() << " is cut at its right end";
    }
  }
  speakEnglishAgain();
  KeptSettings().clear();
}

TEST(German, IsWhatTheWindowSays) {
  KeptSettings().clear();
  EXPECT_FALSE(applyLanguage(*qApp, "xx"));
  ASSERT_TRUE(applyLanguage(*qApp, "de"));
  {
    MainWindow window;
    QStringList menus;
    for (const QAction* menu : window.menuBar()->actions()) menus.append(menu->text().remove('&'));
    EXPECT_EQ(menus.join(' '), "Datei Bearbeiten Experiment Ansicht Lernen Hilfe");
    EXPECT_EQ(window.trainAction().text().remove('&'), "Trainieren");
    EXPECT_EQ(QString("%L1 %L2").arg(1100).arg(0.5).toStdString(), "1’100 0.5")
        << "1,100 would be little more than one";
    QStringList english;
    for (const NamedCommand& command : window.actions().commands()) {
      if (command.name.contains("Open") || command.name.contains("Panels")) {
        english.append(command.name);
      }
    }
    EXPECT_THAT(english, testing::IsEmpty());
  }
  speakEnglishAgain();
  MainWindow window;
  EXPECT_EQ(window.menuBar()->actions().front()->text().remove('&'), "File");
}

/// Every text in core's sources, pieces that follow one another joined, what is filled in as {}.
QString textsOfCore() {
  QString all;
  QDirIterator files(LUCE_SOURCE_DIR "/core", {"*.cpp", "*.h"}, QDir::Files,
                     QDirIterator::Subdirectories);
  while (files.hasNext()) {
    QFile file(files.next());
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    all += QString::fromUtf8(file.readAll());
  }
  static const QRegularExpression joint("\"\\s*\\n\\s*\""), place("\\{[^{}\"]*\\}");
  all.remove(joint);
  all.replace("\\\"", "\"");
  return all.replace(place, "{}");
}

TEST(German, SentencesOfCoreAreThoseThatItSays) {
  const QString texts = textsOfCore();
  static const QRegularExpression place("%[1-9]"), ends("^(\\{\\} )+|( \\{\\})+$");
  for (QString sentence : knownSentencesOfCore()) {
    EXPECT_EQ(wordsOfCore(sentence).toStdString(), sentence.toStdString()) << "in English";
    // At an end it may be put together from parts.
    sentence.replace(place, "{}").remove(ends);
    EXPECT_TRUE(texts.contains(sentence)) << sentence.toStdString();
  }
}

TEST(German, EveryReasonForAColumnsRoleIsSaid) {
  const TemporaryFolder folder;
  const std::vector<std::filesystem::path> logs{
      folder.write("a.csv",
                   ",slate_id,item_id,user_age,price,cost,genre,shop_id,label_click\n"
                   "0,a,x,30,1,\"0,5\",drama,7,1\n1,a,y,30,2,\"1,5\",news,8,0\n"),
      folder.write("b.csv", "slate_id,item_id,click,zz\na,x,1,0\na,y,0,1\n"),
      folder.write("c.csv", "slate_id,item_id,good\na,x,1\na,y,0\n")};
  std::set<std::string> reasons;
  LogMapping told;
  told.context = {"user_age"};
  told.category = {"genre"};
  for (const auto& log : logs) {
    for (const LogMapping& mapping : {LogMapping(), log == logs.front() ? told : LogMapping()}) {
      const std::vector<std::string> why = inspectLog({{log}}, "auto", mapping, {}).columns.why;
      reasons.insert(why.begin(), why.end());
    }
  }
  EXPECT_GE(reasons.size(), 12u);
  const auto partsOf = [](const QString& words) { return words.split(", "); };
  for (const std::string& reason : reasons) {
    EXPECT_EQ(reasonWords(reason).toStdString(), reason) << "in English";
  }
  ASSERT_TRUE(applyLanguage(*qApp, "de"));
  for (const std::string& reason : reasons) {
    const QStringList english = partsOf(QString::fromStdString(reason));
    const QStringList german = partsOf(reasonWords(reason));
    ASSERT_EQ(english.size(), german.size()) << reason;
    for (qsizetype part = 0; part < english.size(); ++part) {
      EXPECT_NE(german[part].toStdString(), english[part].toStdString());
    }
  }
  for (const char* reason : {"chosen by you", "as last time", "known of this format",
                             "its name; mind the threshold", "another column has its role now"}) {
    EXPECT_NE(reasonWords(reason).toStdString(), reason);
  }
  EXPECT_EQ(reasonWords("chosen by you").toStdString(), "von Ihnen gewählt");
  speakEnglishAgain();
}

TEST(German, ChartsAndDescriptionsSpeakIt) {
  ASSERT_TRUE(applyLanguage(*qApp, "de"));
  DiagnosticsChart diagnostics;
  const auto* picker = diagnostics.findChild<QComboBox*>("diagnostics_group");
  ASSERT_NE(picker, nullptr);
  EXPECT_EQ(picker->itemText(0).toStdString(), "Begrenzter Anteil");
  PolicyReport report;
  report.policy = "run ips";
  EXPECT_EQ(titleOfPolicy(report).toStdString(), "Lauf ips");
  ObjectiveControls controls;
  QStringList texts;
  for (const QLabel* label : controls.findChildren<QLabel*>()) texts.append(label->text());
  const auto said = [&](const std::string& english) {
    return texts.join('\n').contains(QString::fromStdString(english));
  };
  EXPECT_TRUE(said("Jeden protokollierten Reward damit gewichten")) << "of the scheme";
  EXPECT_TRUE(said("Eine fehlende Propensity zählt als 1")) << "of the rule";
  EXPECT_FALSE(said(schemes().front()->description().meaning));
  EXPECT_FALSE(said(describe(PropensityRule::One)));
  speakEnglishAgain();
}

TEST(German, WhyASchemeHasNoCurveOrNotAllOfIt) {
  ASSERT_TRUE(applyLanguage(*qApp, "de"));
  int reasons = 0;
  for (const Scheme* scheme : schemes()) {
    const SchemeDescription& description = scheme->description();
    for (const std::string& english : {whyNoCurve(description), curveOmission(description)}) {
      if (english.empty()) continue;
      ++reasons;
      const std::string german = wordsOfCore(QString::fromStdString(english)).toStdString();
      EXPECT_NE(german, english);
      EXPECT_THAT(german, testing::HasSubstr(description.title));
    }
  }
  EXPECT_GT(reasons, 3);
  speakEnglishAgain();
}

TEST(German, RunsAreFoundAndSortedByTheStatusThatIsShown) {
  const TemporaryFolder folder;
  const std::filesystem::path file = folder / "study.luce";
  makeLog(file);
  Workspace workspace = Workspace::open(file);
  // In English "finished" comes before "stopped", in German "fertig" after "angehalten".
  addRun(workspace, "done", experimentOf("ips", 1), 0.5);
  const std::int64_t stopped = addRun(workspace, "broken off", experimentOf("ips", 2), 0.5);
  workspace.finishRun(stopped, RunStatus::Stopped, "", 1);
  ASSERT_TRUE(applyLanguage(*qApp, "de"));
  RunTableModel model;
  auto view = std::make_shared<WorkspaceView>();
  RunList().read(workspace, *view);
  model.show(view);
  RunProxy proxy(model);
  const auto shown = [&] {
    std::vector<std::string> cells;
    for (int row = 0; row < proxy.rowCount(); ++row) {
      cells.push_back(proxy.index(row, RunTableModel::kStatus).data().toString().toStdString());
    }
    return cells;
  };
  proxy.sort(RunTableModel::kStatus);
  EXPECT_THAT(shown(), testing::ElementsAre("angehalten", "fertig"));
  proxy.setFilter(RunFilter("status:angehalten", model.keys(), {RunTableModel::kName}));
  EXPECT_THAT(shown(), testing::ElementsAre("angehalten"));
  speakEnglishAgain();
}

TEST(German, WhatCoreRefusesIsSaidInTheWindowsLanguage) {
  const TemporaryFolder folder;
  const std::filesystem::path file = folder / "study.luce";
  const auto germanOf = [](const std::string& english) {
    return wordsOfCore(QString::fromStdString(english)).toStdString();
  };
  ASSERT_TRUE(applyLanguage(*qApp, "de"));
  EXPECT_EQ(germanOf(errorOf([&] { Workspace::open(file, Access::Read); })),
            "Es gibt keinen Arbeitsbereich „" + file.string() +
                "“. Den Namen prüfen oder ein Protokoll importieren, um einen anzulegen.");
  {
    Workspace workspace = Workspace::open(file);
    EXPECT_EQ(germanOf(errorOf([&] { workspace.createDataset("", ""); })),
              "Ein Datensatz braucht einen Namen.");
    std::filesystem::remove(file);
    EXPECT_EQ(
        germanOf(errorOf([&] { workspace.createDataset("log", ""); })),
        "„" + file.string() +
            "“ wurde von einem anderen Programm oder jemand anderem gelöscht, verschoben oder "
            "umbenannt. Was die Datei enthielt, ist hier noch offen: vor allem Weiteren eine "
            "Kopie speichern.");
  }
  const ImportProblem problem{.file = "log.csv",
                              .line = 3,
                              .column = 0,
                              .columnName = "click",
                              .found = "\"7\"",
                              .expected = "a number in [0, 1]",
                              .remedy = "Number the places from 1."};
  EXPECT_THAT(germanOf(problem.text() + " There are 4 more problems."),
              testing::AllOf(testing::HasSubstr("gefunden: \"7\"; erwartet: eine Zahl in [0, 1]. "
                                                "Die Plätze von 1 an zählen."),
                             testing::EndsWith("Es gibt noch 4 weitere Probleme.")));
  EXPECT_EQ(germanOf("\"study.luce\" already has a run named \"finished\"; choose another name."),
            "„study.luce“ hat schon einen Lauf namens „finished“; einen anderen Namen wählen.")
      << "a name stays as it is, even if it is a word of core's";
  EXPECT_EQ(germanOf(errorOf([] { policyReferenceFromString("nobody"); })),
            "„nobody“ nennt keine Policy; möglich sind uniform, logging, supervised, run NAME, "
            "policy NAME oder file PFAD.");
  EXPECT_EQ(germanOf("The log has no slates.\nSomething else."),
            "Das Protokoll hat keine Slates.\nSomething else.");
  EXPECT_EQ(germanOf(""), "");
  speakEnglishAgain();
}

}  // namespace
}  // namespace luce::desktop
