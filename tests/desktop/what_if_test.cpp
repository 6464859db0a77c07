// Changing a slate: the session by itself, and the tab in the real window.
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <QLineEdit>
#include <QTest>
#include <algorithm>
#include <cmath>
#include <set>

#include "app/desktop/main_window.h"
#include "app/desktop/whatif/catalogue_dialog.h"
#include "core/common/hash.h"
#include "tests/desktop/listener.h"
#include "tests/support/temporary_folder.h"

namespace luce::desktop {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class WhatIfTest : public testing::Test {
 protected:
  void SetUp() override {
    window_.show();
    ASSERT_TRUE(openSampleLog(study(), listener_));
    window_.tabs().setCurrentWidget(&page());
    QObject::connect(&session(), &WhatIfSession::judged, &listener_.context,
                     [this] { ++answers_; });
    ASSERT_TRUE(trainQuickRun(study(), "run"));
    ASSERT_TRUE(waitFor([&] { return !rows().empty(); }));
  }

  Study& study() { return window_.study(); }
  WhatIfPage& page() { return window_.whatIf(); }
  WhatIfSession& session() { return page().session(); }
  const std::vector<WhatIfRow>& rows() { return session().rows(); }

  /// Does something and waits for what the run makes of it.
  template <class Action>
  bool judgedAfter(Action&& action) {
    const int before = answers_;
    action();
    return waitFor([&] { return answers_ > before; });
  }

  std::vector<double> policies(bool before) {
    std::vector<double> values;
    for (const WhatIfRow& row : rows()) {
      const auto& side = before ? row.before : row.after;
      values.push_back(side ? side->policy : -1);
    }
    return values;
  }

  MainWindow window_;
  Listener listener_{window_.study()};
  int answers_ = 0;
};

TEST_F(WhatIfTest, NothingChangedIsWhatTheStudyShows) {
  // What training said last of the slate may be shown a little longer than the run is open.
  ASSERT_TRUE(waitFor([&] {
    return listener_.predicted && rows().size() == listener_.candidates.size() &&
           std::abs(rows()[0].after->policy - listener_.candidates[0].policy) < 1e-6;
  }));
  for (std::size_t i = 0; i < rows().size(); ++i) {
    const CandidateView& shown = listener_.candidates[i];
    EXPECT_EQ(rows()[i].item, shown.item);
    EXPECT_NEAR(rows()[i].after->policy, shown.policy, 1e-6);
    EXPECT_EQ(rows()[i].after->rank, shown.rank);
    EXPECT_EQ(rows()[i].before->policy, rows()[i].after->policy);
    EXPECT_FALSE(rows()[i].changed);
  }
  EXPECT_TRUE(page().filled());
  EXPECT_FALSE(page().resetButton().isEnabled());
}

TEST_F(WhatIfTest, AFeatureMovesItsCandidateAndUndoTakesItBack) {
  const std::vector<double> logged = policies(false);
  page().editor().choose(3);
  SliderRow& slider = page().editor().numbers()[0]->row();
  ASSERT_TRUE(judgedAfter([&] { slider.box().setValue(slider.box().value() + 2); }));
  EXPECT_TRUE(rows()[3].changed);
  EXPECT_NE(rows()[3].after->probabilities, rows()[3].before->probabilities);
  EXPECT_EQ(rows()[2].after->probabilities, rows()[2].before->probabilities);
  EXPECT_EQ(policies(true), logged);
  EXPECT_TRUE(page().resetButton().isEnabled());
  ASSERT_TRUE(judgedAfter([&] { study().undoStack().undo(); }));
  EXPECT_EQ(policies(false), logged);
  EXPECT_FALSE(session().edited());
  EXPECT_NEAR(slider.value(), session().loggedSlate().candidates[3].numeric[0], 1e-6)
      << "the slider follows";
  ASSERT_TRUE(judgedAfter([&] { study().undoStack().redo(); }));
  EXPECT_TRUE(session().edited());
}

TEST_F(WhatIfTest, RowsServeEverySlateAndWaitWhileTheyAreHidden) {
  const auto showSlate = [&](std::uint32_t slate) {
    study().showSlate(slate);
    return waitFor([&] { return study().slate() == slate && session().slate() != nullptr; });
  };
  FeatureEditor& editor = page().editor();
  ASSERT_TRUE(showSlate(0));
  ASSERT_EQ(editor.chosen(), 0u);
  NumberFeatureRow* number = editor.numbers()[0];
  CategoryFeatureRow* segment = editor.contextCategories()[0];
  const auto showsTheLog = [&] {
    const EditableSlate& logged = session().loggedSlate();
    return std::abs(number->row().value() - logged.candidates[0].numeric[0]) < 1e-6 &&
           !number->row().resetButton().isEnabled() &&
           segment->box().currentData().toUInt() == logged.contextCategory[0];
  };
  EXPECT_TRUE(showsTheLog());
  std::vector<double> seen{number->row().value()};
  for (const std::uint32_t slate : {1u, 2u, 3u}) {
    ASSERT_TRUE(showSlate(slate));
    ASSERT_EQ(editor.numbers()[0], number) << "the same row";
    EXPECT_TRUE(showsTheLog()) << slate;
    seen.push_back(number->row().value());
  }
  EXPECT_GT(std::set<double>(seen.begin(), seen.end()).size(), 2u);

  window_.tabs().setCurrentIndex(0);
  ASSERT_TRUE(showSlate(0));
  EXPECT_EQ(number->row().value(), seen[3]) << "hidden";
  window_.tabs().setCurrentWidget(&page());
  ASSERT_EQ(editor.numbers()[0], number);
  EXPECT_EQ(number->row().value(), seen[0]);
  EXPECT_TRUE(showsTheLog());
  // What a row changes is of the slate that is shown now.
  ASSERT_TRUE(judgedAfter([&] { number->row().box().setValue(seen[0] + 2); }));
  EXPECT_NEAR(session().slate()->candidates[0].numeric[0], seen[0] + 2, 1e-3);
}

TEST_F(WhatIfTest, WhatWasTypedForAnotherSlateIsGone) {
  FeatureEditor& editor = page().editor();
  CategoryFeatureRow& genre = *editor.categories()[0];
  ASSERT_TRUE(waitFor([&] { return genre.box().count() > 1; }));
  const int before = genre.box().count();
  genre.box().lineEdit()->setText("polka");
  Q_EMIT genre.box().lineEdit()->editingFinished();
  EXPECT_EQ(genre.box().count(), before + 1);
  // Typed, and not yet taken.
  SliderRow& number = editor.numbers()[0]->row();
  number.box().findChild<QLineEdit*>()->setText("3");
  study().showSlate(*study().slate() + 1);
  ASSERT_TRUE(waitFor([&] { return !session().edited(); }));
  EXPECT_LE(editor.categories()[0]->box().count(), before + 1);
  EXPECT_EQ(editor.categories()[0]->box().findText("polka"), -1);
  EXPECT_NEAR(number.value(), session().loggedSlate().candidates[0].numeric[0], 1e-6);
  number.box().interpretText();
  EXPECT_FALSE(session().edited());
}

TEST_F(WhatIfTest, WhatIsTypedForACandidateThatTheNextSlateLacksChangesNothing) {
  FeatureEditor& editor = page().editor();
  const std::size_t own = session().slate()->candidates.size();
  session().addCopy(0);
  editor.choose(own);
  QDoubleSpinBox& box = editor.numbers()[0]->row().box();
  box.setFocus();
  box.findChild<QLineEdit*>()->setText("3");
  // The rows go, and with them the focus: the box takes what was typed.
  study().showSlate(*study().slate() + 1);
  ASSERT_TRUE(waitFor([&] { return editor.chosen() == 0u; }));
  EXPECT_EQ(session().slate()->candidates.size(), own);
  EXPECT_FALSE(session().edited());
}

TEST_F(WhatIfTest, ADraggedSliderIsOneStep) {
  const int steps = study().undoStack().index();
  ASSERT_TRUE(judgedAfter([&] {
    for (int i = 0; i < 40; ++i) session().setNumber(0, 1, 0.01f * static_cast<float>(i));
  }));
  EXPECT_EQ(study().undoStack().index(), steps + 1);
  // Answers that were overtaken do not stay: the last one is of the last value.
  ASSERT_TRUE(waitFor([&] { return session().upToDate(); }));
  const auto dragged = rows()[0].after->probabilities;
  ASSERT_TRUE(judgedAfter([&] { page().resetButton().click(); }));
  ASSERT_TRUE(waitFor([&] { return session().upToDate(); }));
  EXPECT_NE(rows()[0].after->probabilities, dragged);
  session().setNumber(0, 1, 0.01f * 39);
  ASSERT_TRUE(waitFor([&] { return session().upToDate(); }));
  EXPECT_EQ(rows()[0].after->probabilities, dragged);
}

TEST_F(WhatIfTest, WeightsMoveWhatIsNowAndNotWhatWasBefore) {
  const std::vector<double> logged = policies(false);
  Experiment experiment = study().experiment();
  experiment.valueWeights["like"] = -3;
  ASSERT_TRUE(judgedAfter([&] { study().changeExperiment(experiment, "weight", 5); }));
  EXPECT_EQ(policies(true), logged);
  EXPECT_NE(policies(false), logged);
  for (const WhatIfRow& row : rows()) {
    EXPECT_NEAR(row.after->contributions[2], -3 * row.after->probabilities[2], 1e-9);
    EXPECT_EQ(row.after->probabilities, row.before->probabilities);
  }
  // Negative parts hang below zero.
  EXPECT_LT(page().chart().low(), 0);
  EXPECT_LT(page().chart().bar(2, 0), 0);
  EXPECT_GT(page().chart().bar(0, 0), 0);
  EXPECT_THAT(page().meaning().text().toStdString(), HasSubstr("as in the log"));
  ASSERT_TRUE(judgedAfter([&] { page().beforeButton().click(); }));
  EXPECT_EQ(policies(true), policies(false));
  EXPECT_NEAR(session().settingsBefore().valueWeights[2], -3, 1e-12);
}

TEST_F(WhatIfTest, TheChartIsDrawnWhenItIsLookedAt) {
  window_.tabs().setCurrentIndex(0);
  Experiment experiment = study().experiment();
  experiment.valueWeights["like"] = -3;
  ASSERT_TRUE(judgedAfter([&] { study().changeExperiment(experiment, "weight", 5); }));
  EXPECT_GE(page().chart().bar(2, 0), 0) << "no one looks";
  window_.tabs().setCurrentWidget(&page());
  EXPECT_LT(page().chart().bar(2, 0), 0);
}

TEST_F(WhatIfTest, CandidatesAreDroppedRestoredAndAdded) {
  ASSERT_TRUE(judgedAfter([&] {
    page().model().setData(page().model().index(2, 0), Qt::Unchecked, Qt::CheckStateRole);
  }));
  EXPECT_TRUE(rows()[2].dropped);
  EXPECT_FALSE(rows()[2].after.has_value());
  ASSERT_TRUE(rows()[2].before.has_value());
  EXPECT_NEAR(rows()[0].after->policy, rows()[0].before->policy / (1 - rows()[2].before->policy),
              1e-6);
  EXPECT_EQ(page().chart().barCount(), 9);
  ASSERT_TRUE(judgedAfter([&] {
    page().model().setData(page().model().index(2, 0), Qt::Checked, Qt::CheckStateRole);
  }));
  EXPECT_FALSE(session().edited());

  page().editor().choose(1);
  ASSERT_TRUE(judgedAfter([&] { page().addCopyAction().trigger(); }));
  ASSERT_EQ(rows().size(), 11u);
  EXPECT_TRUE(rows()[10].added);
  EXPECT_FALSE(rows()[10].before.has_value());
  EXPECT_NEAR(rows()[10].after->policy, rows()[1].after->policy, 1e-7);
  EXPECT_EQ(page().editor().chosen(), 10u) << "the new one is the one to change";

  const std::string_view key = session().table()->catalogue().keys[7];
  ASSERT_TRUE(judgedAfter([&] { page().addItem(7); }));
  ASSERT_EQ(rows().size(), 12u);
  EXPECT_EQ(rows()[11].item, key);
  ASSERT_TRUE(judgedAfter([&] { page().resetButton().click(); }));
  EXPECT_EQ(rows().size(), 10u);
  EXPECT_FALSE(session().edited());
}

TEST_F(WhatIfTest, CategoriesAreOfferedByTheirTexts) {
  ASSERT_TRUE(waitFor([&] {
    const auto& categories = page().editor().categories();
    return !categories.empty() && categories[0]->box().count() > 3;
  }));
  page().editor().choose(0);
  CategoryFeatureRow& genre = *page().editor().categories()[0];
  EXPECT_EQ(genre.box().currentText(), "music");  // the first line of slate_log.csv
  EXPECT_GE(genre.box().findText("comedy"), 0);
  CategoryFeatureRow& segment = *page().editor().contextCategories()[0];
  EXPECT_EQ(segment.box().currentText(), "regular");
  ASSERT_TRUE(judgedAfter([&] {
    genre.box().setCurrentIndex(genre.box().findText("comedy"));
    Q_EMIT genre.box().activated(genre.box().currentIndex());
  }));
  EXPECT_EQ(session().slate()->candidates[0].category[0], categoryHash("item_genre", "comedy"));
  EXPECT_NE(rows()[0].after->probabilities, rows()[0].before->probabilities);
  // A text that the log does not have.
  ASSERT_TRUE(judgedAfter([&] {
    genre.box().lineEdit()->setText("opera");
    Q_EMIT genre.box().lineEdit()->editingFinished();
  }));
  EXPECT_EQ(session().slate()->candidates[0].category[0], categoryHash("item_genre", "opera"));
}

TEST_F(WhatIfTest, EachSlateKeepsItsChangesAndUndoLeadsBackToIt) {
  ASSERT_TRUE(judgedAfter([&] { session().setDropped(0, true); }));
  study().showSlate(5);
  ASSERT_TRUE(waitFor([&] { return rows().size() == 10 && session().slate()->slate == 5; }));
  EXPECT_FALSE(session().edited());
  study().showSlate(0);
  ASSERT_TRUE(waitFor([&] { return !rows().empty() && session().slate()->slate == 0; }));
  EXPECT_TRUE(session().edited());
  EXPECT_TRUE(rows()[0].dropped);
  study().showSlate(5);
  ASSERT_TRUE(waitFor([&] { return !rows().empty() && session().slate()->slate == 5; }));
  study().undoStack().undo();
  EXPECT_EQ(study().slate(), 0u);
  ASSERT_TRUE(waitFor([&] { return !rows().empty() && !rows()[0].dropped; }));
  EXPECT_FALSE(session().edited());
}

TEST_F(WhatIfTest, MissingNumbersCanBeSetAndTakenBack) {
  page().editor().choose(0);
  NumberFeatureRow& number = *page().editor().numbers()[0];
  ASSERT_TRUE(judgedAfter([&] { number.missingButton().click(); }));
  EXPECT_TRUE(std::isnan(session().slate()->candidates[0].numeric[0]));
  EXPECT_FALSE(number.row().isEnabled());
  ASSERT_TRUE(judgedAfter([&] { number.missingButton().click(); }));
  EXPECT_FALSE(session().edited()) << "its logged value again";
}

TEST_F(WhatIfTest, TheTableMarksWhatMoved) {
  WhatIfModel& model = page().model();
  ASSERT_TRUE(judgedAfter([&] { session().setDropped(0, true); }));
  const QString policy = model.index(1, WhatIfModel::kPolicy).data().toString();
  EXPECT_TRUE(policy.contains(QString::fromUtf8("→"))) << policy.toStdString();
  EXPECT_TRUE(model.index(1, WhatIfModel::kPolicy).data(Qt::ForegroundRole).isValid());
  EXPECT_FALSE(
      model.index(1, WhatIfModel::kFirstTask).data().toString().contains(QString::fromUtf8("→")))
      << "its own probabilities did not move";
  EXPECT_TRUE(
      model.index(0, WhatIfModel::kRank).data().toString().endsWith(QString::fromUtf8("→ –")));
}

TEST_F(WhatIfTest, ALargeSlateIsJudgedOnceTheSlidersRest) {
  std::string lines = "slate_id,item_id,position,quality,click\n";
  for (int slate = 0; slate < 10; ++slate) {
    for (int i = 0; i < 1200; ++i) {
      lines += fmt::format("s{},item-{},{},{},{}\n", slate, i, i + 1, 0.001 * (i * 7 % 1200),
                           i * 7 % 1200 > 900 ? 1 : 0);
    }
  }
  const TemporaryFolder folder;
  listener_.views = 0;
  study().openFiles({QString::fromStdString(folder.write("large.csv", lines).string())});
  ASSERT_TRUE(waitFor([&] { return listener_.views > 0 && !study().busy(); }));
  ASSERT_TRUE(trainQuickRun(study(), "large"));
  ASSERT_TRUE(waitFor([&] { return rows().size() == 1200; }));
  Experiment hot = study().experiment();
  const int before = answers_;
  for (const double temperature : {10.0, 100.0, 1e4}) {
    hot.temperature = temperature;
    study().changeExperiment(hot, "temperature", 2);
  }
  EXPECT_EQ(answers_, before) << "a drag does not wait for it";
  ASSERT_TRUE(waitFor([&] { return answers_ > before; }));
  for (const WhatIfRow& row : rows()) EXPECT_NEAR(row.after->policy, 1.0 / 1200, 1e-6);
}

TEST_F(WhatIfTest, WithoutARunItSaysWhatToDo) {
  RunBook(study()).putAway({study().run()->record.id});
  ASSERT_TRUE(waitFor([&] { return study().run() == nullptr && !study().busy(); }));
  EXPECT_FALSE(page().filled());
  EXPECT_THAT(page().obstacle().text().toStdString(), HasSubstr("Train"));
  EXPECT_TRUE(rows().empty());
}

TEST_F(WhatIfTest, TheCatalogueIsSearchedByAPartOfTheKey) {
  CatalogueDialog dialog(study().dataset()->table);
  EXPECT_EQ(dialog.list().count(), 300);
  dialog.filter().setText("item-24");
  std::size_t expected = 0;
  const StringColumn& keys = study().dataset()->table->catalogue().keys;
  for (std::size_t item = 0; item < keys.size(); ++item) {
    expected += keys[item].find("item-24") != std::string_view::npos;
  }
  EXPECT_EQ(dialog.list().count(), static_cast<int>(expected));
  ASSERT_TRUE(dialog.item().has_value());
  EXPECT_THAT(std::string(keys[*dialog.item()]), HasSubstr("item-24"));
  dialog.filter().setText("no such item");
  EXPECT_FALSE(dialog.item().has_value());
  dialog.filter().setText("item-24");
  dialog.open();
  QTest::keyClick(&dialog.filter(), Qt::Key_Return);
  EXPECT_EQ(dialog.result(), QDialog::Accepted) << "Enter adds";
}

}  // namespace
}  // namespace luce::desktop
