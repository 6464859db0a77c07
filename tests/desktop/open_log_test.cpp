#include <gmock/gmock.h>

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QProcess>
#include <QPushButton>
#include <QTimer>

#include "app/desktop/kept_settings.h"
#include "app/desktop/main_window.h"
#include "tests/desktop/choose_file.h"
#include "tests/desktop/listener.h"
#include "tests/support/temporary_folder.h"

namespace luce::desktop {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// 60 slates of four; ratings 1 to 5 in turn, so 2 in 5 are at least 4.
std::string ratings() {
  std::string text = "slate_id,item_id,position,price,rating\n";
  int rating = 0;
  for (int slate = 0; slate < 60; ++slate) {
    for (int place = 1; place <= 4; ++place) {
      text += "s" + std::to_string(slate) + ",i" + std::to_string(place) + "," +
              std::to_string(place) + "," + std::to_string(slate % 7) + "," +
              std::to_string(1 + rating++ % 5) + "\n";
    }
  }
  return text;
}

constexpr const char* kFaulty =
    "slate_id,item_id,position,propensity,click\n"
    "a,x,1,0.5,1\n"
    "a,y,2,0.5,0\n"
    "b,x,1,0,1\n"
    "b,y,2,0.5,0\n"
    "c,x,1,0.5,0\n"
    "c,z,2,0.25,1\n";

class OpenLogTest : public testing::Test {
 protected:
  void SetUp() override { KeptSettings().clear(); }

  QString write(const std::string& name, const std::string& content) {
    return QString::fromStdString(folder_.write(name, content).string());
  }

  /// Opens and waits until the columns are shown and tried.
  OpenLogDialog* show(const QStringList& files) {
    window_.openFiles(files);
    if (!waitFor([&] { return window_.opener().dialog() != nullptr && tried(); })) return nullptr;
    return window_.opener().dialog();
  }
  bool tried() { return window_.opener().dialog()->isTried(); }
  bool waitUntilTried() {
    return waitFor([&] { return tried(); });
  }
  bool waitForDataset() {
    return waitFor([&] { return window_.study().dataset() != nullptr && !window_.study().busy(); });
  }
  QMessageBox* message() {
    QMessageBox* shown = nullptr;
    waitFor([&] {
      for (QMessageBox* box : window_.findChildren<QMessageBox*>()) {
        if (box->isVisible()) shown = box;
      }
      return shown != nullptr;
    });
    return shown;
  }

  TemporaryFolder folder_;
  MainWindow window_;
  Listener listener_{window_.study()};
};

TEST_F(OpenLogTest, ShowsTheGuessesAndImportsThem) {
  OpenLogDialog* dialog = show({sampleFile("slate_log.csv")});
  ASSERT_NE(dialog, nullptr);
  EXPECT_EQ(dialog->verdict().text(),
            "All 12,000 lines tried: 1,200 slates of 10 candidates, 300 items.");
  EXPECT_EQ(dialog->draft().role(0), ColumnRole::Slate);
  EXPECT_EQ(dialog->draft().why(0), "its name");
  EXPECT_EQ(dialog->labels().editors().size(), 3u);
  EXPECT_EQ(dialog->preview().previewModel().rowCount(), 100);
  EXPECT_EQ(dialog->nameBox().text(), "slate_log");
  EXPECT_TRUE(dialog->importButton().isEnabled());
  EXPECT_FALSE(dialog->soundButton().isVisible());
  EXPECT_EQ(window_.study().dataset(), nullptr) << "nothing is imported before it is asked for";
  dialog->nameBox().setText("Monday");
  dialog->importButton().click();
  ASSERT_TRUE(waitForDataset());
  EXPECT_EQ(window_.study().dataset()->summary.name, "Monday");
  EXPECT_EQ(window_.study().dataset()->summary.slates, 1200);
  EXPECT_EQ(window_.opener().dialog(), nullptr);
}

TEST_F(OpenLogTest, ARoleChangeReachesTheDataset) {
  OpenLogDialog* dialog = show({write("log.csv", ratings())});
  ASSERT_NE(dialog, nullptr);
  dialog->giveRole({3}, ColumnRole::ContextNumber);
  EXPECT_FALSE(dialog->importButton().isEnabled()) << "not before it was tried";
  ASSERT_TRUE(waitUntilTried());
  dialog->giveRole({2}, ColumnRole::Ignored);
  ASSERT_TRUE(waitUntilTried());
  dialog->importButton().click();
  ASSERT_TRUE(waitForDataset());
  const Schema& schema = window_.study().dataset()->table->schema();
  EXPECT_THAT(schema.features,
              ElementsAre(Feature{"price", FeatureKind::Numeric, FeatureScope::Context}));
  EXPECT_FALSE(schema.hasPosition);
}

TEST_F(OpenLogTest, TheRoleMenuIsForAllSelectedColumns) {
  OpenLogDialog* dialog = show({write("log.csv", ratings())});
  ASSERT_NE(dialog, nullptr);
  PreviewTable& table = dialog->preview();
  table.selectColumn(2);
  table.selectionModel()->select(table.model()->index(0, 3),
                                 QItemSelectionModel::Select | QItemSelectionModel::Columns);
  QMenu* menu = table.makeRoleMenu();
  for (QAction* action : menu->actions()) {
    if (action->data().toInt() == static_cast<int>(ColumnRole::Slate) &&
        !action->text().isEmpty() && action->text().contains("slate")) {
      EXPECT_FALSE(action->isEnabled()) << "two columns cannot both name the slate";
    }
    if (action->text().remove('&') == "ignored") action->trigger();
  }
  delete menu;
  ASSERT_TRUE(waitUntilTried());
  EXPECT_EQ(dialog->draft().role(2), ColumnRole::Ignored);
  EXPECT_EQ(dialog->draft().role(3), ColumnRole::Ignored);
  EXPECT_THAT(dialog->log().columns.schema.features, IsEmpty());
}

TEST_F(OpenLogTest, AClickOnARoleAsksForAnother) {
  OpenLogDialog* dialog = show({write("log.csv", ratings())});
  ASSERT_NE(dialog, nullptr);
  RoleHeader& header = dialog->preview().roleHeader();
  int asked = -1;
  QObject::connect(&header, &RoleHeader::roleAsked, &header, [&](int section) { asked = section; });
  QTest::mouseClick(header.viewport(), Qt::LeftButton, {}, header.roleRect(3).center());
  EXPECT_EQ(asked, 3);
  QTest::mouseClick(header.viewport(), Qt::LeftButton, {},
                    QPoint(header.roleRect(1).center().x(), 4));
  EXPECT_EQ(asked, 3) << "the name only selects";
  EXPECT_EQ(dialog->preview().currentColumn(), 1);
}

TEST_F(OpenLogTest, AThresholdIsDraggedAndTyped) {
  OpenLogDialog* dialog = show({write("log.csv", ratings())});
  ASSERT_NE(dialog, nullptr);
  ASSERT_EQ(dialog->labels().editors().size(), 1u) << "a rating is suggested as a task";
  TaskEditor& task = *dialog->labels().editors()[0];
  task.lowBox().setValue(4);
  EXPECT_EQ(task.rateLabel().text(), "40.0 % positive (lines looked at: 240)");
  ThresholdPlot& plot = task.plot();
  const int middle = plot.height() / 2;
  const auto place = [&](double bound) {
    return QPoint(static_cast<int>(std::lround(plot.boundPlace(bound))), middle);
  };
  QTest::mousePress(&plot, Qt::LeftButton, {}, place(4));
  QTest::mouseMove(&plot, place(3));
  EXPECT_EQ(task.rateLabel().text(), "60.0 % positive (lines looked at: 240)");
  QTest::mouseMove(&plot, place(2));
  QTest::mouseRelease(&plot, Qt::LeftButton, {}, place(2));
  EXPECT_EQ(task.rateLabel().text(), "80.0 % positive (lines looked at: 240)");
  EXPECT_EQ(task.lowBox().value(), 2);
  QTest::keyClick(&plot, Qt::Key_Right);
  EXPECT_EQ(task.lowBox().value(), 3);
  ASSERT_TRUE(waitUntilTried());
  dialog->importButton().click();
  ASSERT_TRUE(waitForDataset());
  EXPECT_NEAR(window_.study().dataset()->summary.taskMeans[0], 0.6, 1e-6);
}

TEST_F(OpenLogTest, TheKeyboardGoesThroughInTheOrderSeen) {
  OpenLogDialog* dialog = show({write("log.csv", ratings())});
  ASSERT_NE(dialog, nullptr);
  TaskEditor& task = *dialog->labels().editors()[0];
  const std::vector<QWidget*> order{
      &dialog->formatBox(),        &dialog->preview(),     &dialog->details().roleBox(),
      &dialog->slates().kindBox(), &task.nameBox(),        &task.plot(),
      &dialog->nameBox(),          &dialog->importButton()};
  std::size_t met = 0;
  QWidget* widget = order[0];
  for (int step = 0; step < 500 && met < order.size(); ++step) {
    if (widget == order[met]) ++met;
    widget = widget->nextInFocusChain();
    if (widget == order[0]) break;
  }
  EXPECT_EQ(met, order.size()) << "all are met in one round";
}

TEST_F(OpenLogTest, UndoTakesBackAndGuessesComeBack) {
  OpenLogDialog* dialog = show({write("log.csv", ratings())});
  ASSERT_NE(dialog, nullptr);
  const LogMapping start = dialog->draft().mapping();
  dialog->giveRole({3}, ColumnRole::Ignored);
  dialog->slates().gatherBox().click();
  ASSERT_TRUE(waitUntilTried());
  EXPECT_TRUE(dialog->draft().mapping().slates->gather);
  const LogMapping end = dialog->draft().mapping();
  dialog->undo();
  dialog->undo();
  EXPECT_EQ(dialog->draft().mapping(), start);
  dialog->redo();
  dialog->redo();
  EXPECT_EQ(dialog->draft().mapping(), end);
  dialog->resetToGuesses();
  ASSERT_TRUE(waitUntilTried());
  EXPECT_EQ(dialog->draft().mapping(), start);
}

TEST_F(OpenLogTest, ALogWithoutAnItemCannotBeImportedUntilOneIsChosen) {
  OpenLogDialog* dialog = show({write("log.csv", "slate_id,thing,click\na,x,1\na,y,0\n")});
  ASSERT_NE(dialog, nullptr);
  EXPECT_FALSE(dialog->importButton().isEnabled());
  EXPECT_FALSE(dialog->soundButton().isVisible());
  EXPECT_EQ(dialog->problems().model()->rowCount(), 1);
  dialog->giveRole({1}, ColumnRole::Item);
  ASSERT_TRUE(waitUntilTried());
  EXPECT_TRUE(dialog->importButton().isEnabled());
  EXPECT_EQ(dialog->verdict().text(), "All 2 lines tried: 1 slate of 2 candidates, 2 items.");
}

TEST_F(OpenLogTest, FaultsAreShownWhereTheyAreAndCanBeLeftOut) {
  OpenLogDialog* dialog = show({write("log.csv", kFaulty)});
  ASSERT_NE(dialog, nullptr);
  EXPECT_FALSE(dialog->importButton().isEnabled());
  ASSERT_TRUE(dialog->soundButton().isVisible());
  EXPECT_THAT(dialog->leftOut().text().toStdString(), HasSubstr("another slate: 1 of 3 slates"));
  ASSERT_EQ(dialog->problems().problemModel().problems().size(), 1u);
  Q_EMIT dialog->problems().chosen(dialog->problems().problemModel().problems()[0]);
  EXPECT_EQ(dialog->preview().currentIndex().row(), 2) << "line 4 is the third record";
  EXPECT_EQ(dialog->preview().currentColumn(), 3);
  EXPECT_TRUE(dialog->preview().currentIndex().data(Qt::BackgroundRole).isValid());
  EXPECT_FALSE(dialog->preview().model()->index(0, 3).data(Qt::BackgroundRole).isValid());
  dialog->soundButton().click();
  ASSERT_TRUE(waitForDataset());
  EXPECT_EQ(window_.study().dataset()->summary.slates, 2);
  QMessageBox* notice = message();
  ASSERT_NE(notice, nullptr);
  EXPECT_THAT(notice->text().toStdString(), HasSubstr("1 slate"));
  EXPECT_THAT(notice->informativeText().toStdString(), HasSubstr("Of 6 lines, 1 was faulty"));
  notice->close();
}

/// A fault that lies behind the lines tried: 20,100 good lines of two candidates, then one.
std::string lateFault() {
  std::string text = "slate_id,item_id,click\n";
  for (int line = 0; line < 20'100; ++line) {
    text += "s" + std::to_string(line / 2) + ",i" + std::to_string(line % 2) + ",0\n";
  }
  return text + "last,i0,2\nlast,i1,1\n";
}

TEST_F(OpenLogTest, ARefusedImportIsExplainedAndTheMappingIsStillThere) {
  OpenLogDialog* dialog = show({write("late.csv", lateFault())});
  ASSERT_NE(dialog, nullptr);
  dialog->nameBox().setText("mine");
  ASSERT_TRUE(dialog->importButton().isEnabled());
  dialog->importButton().click();
  ASSERT_TRUE(waitFor([&] { return window_.opener().problemDialog() != nullptr; }));
  ProblemDialog* problems = window_.opener().problemDialog();
  EXPECT_FALSE(dialog->isVisible());
  EXPECT_EQ(problems->table().problemModel().problems()[0].line, 20'102);
  problems->copyButton().click();
  EXPECT_THAT(QApplication::clipboard()->text().toStdString(), HasSubstr("late.csv:20102"));
  problems->changeButton()->click();
  EXPECT_TRUE(dialog->isVisible());
  EXPECT_EQ(dialog->nameBox().text(), "mine");
  dialog->importButton().click();
  ASSERT_TRUE(waitFor([&] {
    problems = window_.opener().problemDialog();
    return problems != nullptr && problems->isVisible();
  }));
  problems->leaveOutButton()->click();
  ASSERT_TRUE(waitForDataset());
  EXPECT_EQ(window_.study().dataset()->summary.name, "mine");
  EXPECT_EQ(window_.study().dataset()->summary.slates, 10'050);
  EXPECT_EQ(window_.opener().dialog(), nullptr);
  if (QMessageBox* notice = message()) notice->close();
}

TEST_F(OpenLogTest, ACancelledImportGoesBackToTheMapping) {
  OpenLogDialog* dialog = show({write("late.csv", lateFault())});
  ASSERT_NE(dialog, nullptr);
  dialog->importButton().click();
  window_.study().cancelTask();
  ASSERT_TRUE(waitFor([&] { return !window_.study().busy() && dialog->isVisible(); }));
  EXPECT_EQ(window_.study().dataset(), nullptr);
  EXPECT_EQ(window_.opener().problemDialog(), nullptr);
}

TEST_F(OpenLogTest, TheSameColumnsBeginAsLastTime) {
  OpenLogDialog* dialog = show({write("monday.csv", ratings())});
  ASSERT_NE(dialog, nullptr);
  dialog->giveRole({3}, ColumnRole::ContextCategory);
  dialog->labels().editors()[0]->lowBox().setValue(5);
  ASSERT_TRUE(waitUntilTried());
  dialog->importButton().click();
  ASSERT_TRUE(waitForDataset());
  dialog = show({write("tuesday.csv", ratings())});
  ASSERT_NE(dialog, nullptr);
  EXPECT_EQ(dialog->draft().role(3), ColumnRole::ContextCategory);
  EXPECT_EQ(dialog->draft().why(3), "as last time");
  EXPECT_EQ(dialog->draft().tasks()[0].label.low, 5);
  dialog->resetToGuesses();
  ASSERT_TRUE(waitUntilTried());
  EXPECT_EQ(dialog->draft().role(3), ColumnRole::CandidateNumber);
}

TEST_F(OpenLogTest, ANameThatIsTakenCannotBeUsed) {
  const QString log = write("log.csv", ratings());
  OpenLogDialog* dialog = show({log});
  ASSERT_NE(dialog, nullptr);
  dialog->importButton().click();
  ASSERT_TRUE(waitForDataset());
  dialog = show({log});
  ASSERT_NE(dialog, nullptr);
  EXPECT_EQ(dialog->nameBox().text(), "log 2");
  dialog->nameBox().setText("log");
  EXPECT_FALSE(dialog->importButton().isEnabled());
  dialog->nameBox().setText("other");
  EXPECT_TRUE(dialog->importButton().isEnabled());
}

TEST_F(OpenLogTest, WhatWasImportedBeforeCanBeOpenedInstead) {
  const QString log = write("log.csv", ratings());
  OpenLogDialog* dialog = show({log});
  ASSERT_NE(dialog, nullptr);
  EXPECT_TRUE(dialog->earlier().text().isEmpty());
  dialog->importButton().click();
  ASSERT_TRUE(waitForDataset());
  dialog = show({log});
  ASSERT_NE(dialog, nullptr);
  EXPECT_THAT(dialog->earlier().text().toStdString(), HasSubstr("the dataset log"));
  Q_EMIT dialog->earlier().linkActivated("open");
  ASSERT_TRUE(waitFor([&] { return window_.opener().dialog() == nullptr; }));
  ASSERT_TRUE(waitForDataset());
  EXPECT_EQ(window_.study().workspace()->datasets.size(), 1u);

  MainWindow later;
  later.openFiles({log});
  ASSERT_TRUE(waitFor([&] { return later.opener().dialog() != nullptr; }));
  Q_EMIT later.opener().dialog()->earlier().linkActivated("open");
  ASSERT_TRUE(waitFor([&] { return later.study().dataset() != nullptr && !later.study().busy(); }));
  EXPECT_EQ(later.study().workspace()->datasets.size(), 1u);
}

TEST_F(OpenLogTest, AFormatWithoutColumnsToChooseCanBeChosen) {
  OpenLogDialog* dialog = show({write("log.csv", ratings())});
  ASSERT_NE(dialog, nullptr);
  dialog->formatBox().setCurrentIndex(dialog->formatBox().findData("open-bandit"));
  Q_EMIT dialog->formatBox().activated(dialog->formatBox().currentIndex());
  ASSERT_TRUE(waitUntilTried());
  EXPECT_EQ(dialog->draft().columnCount(), 0u);
  EXPECT_TRUE(dialog->importButton().isEnabled());
  dialog->importButton().click();
  // It is none: told, and back to the choice.
  ASSERT_TRUE(waitFor([&] {
    return window_.opener().problemDialog() != nullptr ||
           window_.findChild<QMessageBox*>() != nullptr;
  }));
  EXPECT_EQ(window_.study().dataset(), nullptr);
  if (ProblemDialog* problems = window_.opener().problemDialog()) {
    problems->changeButton()->click();
  } else {
    message()->close();
  }
  EXPECT_TRUE(dialog->isVisible());
}

TEST_F(OpenLogTest, SeveralFilesAndFoldersMakeOneDataset) {
  write("days/monday.csv", "slate_id,item_id,click\na,x,1\na,y,0\n");
  const QString tuesday = write("days/tuesday.csv", "slate_id,item_id,click\nb,x,1\nb,z,0\n");
  const QString other = write("other.csv", "slate_id,item_id,click\nc,x,1\nc,z,0\n");
  OpenLogDialog* dialog = show({QString::fromStdString((folder_ / "days").string()), other});
  ASSERT_NE(dialog, nullptr);
  EXPECT_EQ(dialog->log().files.size(), 3u);
  EXPECT_EQ(dialog->log().slates, 3);
  dialog->importButton().click();
  ASSERT_TRUE(waitForDataset());
  EXPECT_EQ(window_.study().dataset()->summary.slates, 3);
}

TEST_F(OpenLogTest, FilesAreDropped) {
  const QString monday = write("monday.csv", "slate_id,item_id,click\na,x,1\na,y,0\n");
  const QString tuesday = write("tuesday.csv", "slate_id,item_id,click\nb,x,1\nb,z,0\n");
  QMimeData files;
  files.setUrls({QUrl::fromLocalFile(monday), QUrl::fromLocalFile(tuesday)});
  QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &files, Qt::LeftButton, {});
  QApplication::sendEvent(&window_, &enter);
  EXPECT_TRUE(enter.isAccepted());
  QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &files, Qt::LeftButton, {});
  QApplication::sendEvent(&window_, &drop);
  ASSERT_TRUE(waitFor([&] { return window_.opener().dialog() != nullptr && tried(); }));
  EXPECT_EQ(window_.opener().dialog()->log().slates, 2);
  EXPECT_EQ(window_.opener().dialog()->windowTitle(), "Open a log: monday.csv and 1 more");
}

TEST_F(OpenLogTest, ASemicolonFileWithMarkAndCarriageReturns) {
  OpenLogDialog* dialog =
      show({write("log.csv", "\xef\xbb\xbfslate_id;item_id;click\r\na;x;1\r\na;y;0\r\n")});
  ASSERT_NE(dialog, nullptr);
  EXPECT_EQ(dialog->log().slates, 1);
  // A wrong delimiter leaves one column, and the right one brings all back.
  dialog->delimiterBox().setCurrentIndex(dialog->delimiterBox().findData(","));
  Q_EMIT dialog->delimiterBox().activated(dialog->delimiterBox().currentIndex());
  ASSERT_TRUE(waitUntilTried());
  EXPECT_FALSE(dialog->importButton().isEnabled());
  dialog->delimiterBox().setCurrentIndex(dialog->delimiterBox().findData(";"));
  Q_EMIT dialog->delimiterBox().activated(dialog->delimiterBox().currentIndex());
  ASSERT_TRUE(waitUntilTried());
  EXPECT_TRUE(dialog->importButton().isEnabled());
  EXPECT_EQ(dialog->draft().columnCount(), 3u);
}

TEST_F(OpenLogTest, ASideFileBringsFeaturesAndGoesAgain) {
  OpenLogDialog* dialog = show(
      {write("log.csv", "slate_id,user_id,item_id,click\na,u,x,1\na,u,y,0\nb,v,x,0\nb,v,y,1\n")});
  ASSERT_NE(dialog, nullptr);
  dialog->userFile().setFile(write("users.csv", "user_id,age\nu,30\nv,40\n"));
  ASSERT_TRUE(waitFor([&] { return dialog->draft().users.has_value() && tried(); }));
  EXPECT_EQ(dialog->userFile().keyBox().currentText(), "user_id");
  ASSERT_EQ(dialog->draft().columnCount(), 5u);
  EXPECT_EQ(dialog->draft().header()[4], "age");
  EXPECT_EQ(dialog->draft().role(4), ColumnRole::ContextNumber);
  EXPECT_TRUE(dialog->importButton().isEnabled());
  dialog->undo();
  ASSERT_TRUE(waitUntilTried());
  EXPECT_EQ(dialog->draft().columnCount(), 4u);
  EXPECT_TRUE(dialog->importButton().isEnabled());
}

TEST_F(OpenLogTest, ClosingWhileALookGoesOnNeverWaits) {
  OpenLogDialog* dialog = show({write("log.csv", ratings())});
  ASSERT_NE(dialog, nullptr);
  dialog->giveRole({3}, ColumnRole::Ignored);
  ASSERT_FALSE(dialog->isTried());
  dialog->reject();
  ASSERT_TRUE(waitFor([&] { return window_.opener().dialog() == nullptr; }));
  EXPECT_EQ(window_.study().dataset(), nullptr);
  // And while the first look goes on.
  window_.openFiles({write("log.csv", ratings())});
  EXPECT_TRUE(window_.opener().looking());
  window_.opener().cancel();
  EXPECT_FALSE(window_.opener().looking());
  EXPECT_NE(show({write("log.csv", ratings())}), nullptr) << "cancelling ends one look only";
}

TEST_F(OpenLogTest, WhatIsNoLogIsExplained) {
  window_.openFiles({write("binary.csv", std::string("\0\1\2\3\377", 5))});
  QMessageBox* box = message();
  ASSERT_NE(box, nullptr);
  EXPECT_THAT(box->informativeText().toStdString(), HasSubstr("binary.csv"));
  box->close();
  EXPECT_EQ(window_.opener().dialog(), nullptr);
  EXPECT_FALSE(window_.opener().looking());
}

TEST_F(OpenLogTest, ATextThatIsCalledAWorkspaceIsNoLog) {
  window_.openFiles({write("study.luce", ratings())});
  QMessageBox* box = message();
  ASSERT_NE(box, nullptr);
  EXPECT_THAT(box->informativeText().toStdString(), HasSubstr("is not a Luce workspace"));
  box->close();
  EXPECT_EQ(window_.study().workspace(), nullptr);
}

/// Takes that file in the file dialog that opens next.
void chooseInNextDialog(const QString& file) {
  QTimer::singleShot(0, qApp, [file] {
    auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
    ASSERT_NE(dialog, nullptr);
    chooseIn(*dialog, file);
  });
}

void click(const QWidget& window, const QString& button) {
  for (auto* candidate : window.findChildren<QPushButton*>()) {
    if (candidate->text() == button) return candidate->click();
  }
  FAIL() << button.toStdString();
}

TEST_F(OpenLogTest, ASavedSchemaGivesTheCommandLineTheSameImport) {
  const QString log = write("log.csv", ratings());
  OpenLogDialog* dialog = show({log});
  ASSERT_NE(dialog, nullptr);
  dialog->giveRole({2}, ColumnRole::CandidateNumber);
  dialog->giveRole({3}, ColumnRole::ContextCategory);
  dialog->labels().editors()[0]->lowBox().setValue(2);
  ASSERT_TRUE(waitUntilTried());
  const QString schema = QString::fromStdString((folder_ / "schema.json").string());
  chooseInNextDialog(schema);
  click(*dialog, "&Save schema…");
  const LogMapping saved = dialog->draft().mapping();
  dialog->resetToGuesses();
  ASSERT_TRUE(waitUntilTried());
  EXPECT_NE(dialog->draft().mapping(), saved);
  chooseInNextDialog(schema);
  click(*dialog, "&Load schema…");
  ASSERT_TRUE(waitUntilTried());
  EXPECT_EQ(dialog->draft().mapping(), saved);
  dialog->importButton().click();
  ASSERT_TRUE(waitForDataset());

  const QString program = QCoreApplication::applicationDirPath() + "/luce-cli";
  if (!QFile::exists(program)) GTEST_SKIP() << "the command line was not built";
  const QString workspace = QString::fromStdString((folder_ / "cli.luce").string());
  QProcess cli;
  cli.start(program, {"import", log, "--workspace", workspace, "--schema", schema});
  ASSERT_TRUE(cli.waitForFinished(kPatience));
  ASSERT_EQ(cli.exitCode(), 0) << cli.readAllStandardError().toStdString();
  const DatasetSummary theirs = Workspace::open(workspace.toStdString()).datasets()[0];
  const DatasetSummary& ours = window_.study().dataset()->summary;
  EXPECT_EQ(theirs.schema, ours.schema);
  EXPECT_EQ(theirs.candidates, ours.candidates);
  EXPECT_EQ(theirs.taskMeans, ours.taskMeans);
  EXPECT_NEAR(ours.taskMeans[0], 0.8, 1e-6);
}

}  // namespace
}  // namespace luce::desktop
