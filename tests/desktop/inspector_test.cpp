// The slate inspector: its model by itself, and linked with the chart in the real window.
#include <gmock/gmock.h>

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QSignalSpy>
#include <QWidgetAction>
#include <cmath>
#include <set>

#include "app/desktop/kept_settings.h"
#include "app/desktop/main_window.h"
#include "core/dataset/slate_table.h"
#include "tests/desktop/chart_events.h"
#include "tests/desktop/listener.h"

namespace luce::desktop {
namespace {

using Kind = CandidateColumn::Kind;
using testing::ElementsAre;

/// One slate whose items "item 0", "item 1" … stand in the places they are logged in; price is 10
/// minus the index.
std::shared_ptr<const SlateTable> tableOf(int candidates, const char* task = "click") {
  Schema schema;
  schema.tasks = {task, "like"};
  schema.features = {{"price", FeatureKind::Numeric, FeatureScope::Candidate},
                     {"genre", FeatureKind::Category, FeatureScope::Candidate}};
  schema.hasPosition = true;
  SlateTableBuilder builder;
  builder.begin(schema);
  for (const char* key : {"a", "b"}) {
    SlateRecord record;
    record.key = key;
    builder.addSlate(record);
    for (int i = 0; i < candidates; ++i) {
      const std::string item = "item " + std::to_string(i);
      const std::vector<double> price{10.0 - i};
      const std::vector<std::string_view> genre{i % 2 == 0 ? "rock" : "jazz"};
      const std::vector<float> labels{i == 1 ? 1.0f : 0.0f, 0.0f};
      CandidateRecord candidate;
      candidate.item = item;
      candidate.position = static_cast<std::uint16_t>(i + 1);
      candidate.numeric = price;
      candidate.category = genre;
      candidate.labels = labels;
      builder.addCandidate(candidate);
    }
  }
  return std::make_shared<const SlateTable>(builder.finish());
}

/// π falls with the rank; ranks as given.
std::shared_ptr<const std::vector<CandidateView>> viewsOf(const std::vector<int>& ranks) {
  auto views = std::make_shared<std::vector<CandidateView>>();
  for (std::size_t i = 0; i < ranks.size(); ++i) {
    CandidateView view;
    view.item = "item " + std::to_string(i);
    view.probabilities = {0.25, 0.5};
    view.rank = ranks[i];
    view.position = static_cast<std::uint16_t>(i + 1);
    view.policy = 1.0 / ranks[i];
    view.score = -ranks[i];
    view.labels = {i == 1 ? 1.0f : 0.0f, 0.0f};
    view.reward = i == 1 ? 1 : 0;
    views->push_back(view);
  }
  return views;
}

int columnOf(const CandidateModel& model, Kind kind, std::size_t index = 0) {
  for (std::size_t i = 0; i < model.columns().size(); ++i) {
    if (model.columns()[i].kind == kind && model.columns()[i].index == index) {
      return static_cast<int>(i);
    }
  }
  return -1;
}

std::vector<std::string> columnTexts(const CandidateModel& model, int column) {
  std::vector<std::string> texts;
  for (int row = 0; row < model.rowCount(); ++row) {
    texts.push_back(model.index(row, column).data().toString().toStdString());
  }
  return texts;
}

class CandidateModelTest : public testing::Test {
 protected:
  std::vector<std::string> items() const { return columnTexts(model_, 0); }
  QVariant cell(int row, Kind kind, int role = Qt::DisplayRole) const {
    return model_.index(row, columnOf(model_, kind)).data(role);
  }

  CandidateModel model_;
  QAbstractItemModelTester tester_{&model_, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

TEST_F(CandidateModelTest, ShowsFeaturesPlacesAndMoves) {
  const auto table = tableOf(3);
  model_.show(table, 0, viewsOf({3, 1, 2}));
  EXPECT_THAT(items(), ElementsAre("item 0", "item 1", "item 2"));
  EXPECT_THAT(columnTexts(model_, columnOf(model_, Kind::Number)), ElementsAre("10", "9", "8"));
  EXPECT_THAT(columnTexts(model_, columnOf(model_, Kind::Shown)), ElementsAre("1", "2", "3"));
  EXPECT_THAT(columnTexts(model_, columnOf(model_, Kind::Rank)), ElementsAre("3", "1", "2"));
  EXPECT_THAT(columnTexts(model_, columnOf(model_, Kind::Move)), ElementsAre("▼2", "▲1", "▲1"));
  EXPECT_THAT(columnTexts(model_, columnOf(model_, Kind::Category)), ElementsAre("…", "…", "…"));
  model_.setCategories({{"rock", "jazz", "rock"}});
  EXPECT_THAT(columnTexts(model_, columnOf(model_, Kind::Category)),
              ElementsAre("rock", "jazz", "rock"));
  EXPECT_EQ(cell(1, Kind::Actions), "click");
}

TEST_F(CandidateModelTest, SortsWithTiesInTheLogsOrderAndMissingNumbersLast) {
  const auto table = tableOf(4);
  auto views = std::make_shared<std::vector<CandidateView>>(*viewsOf({1, 2, 3, 4}));
  (*views)[0].advantage = kMissing;
  (*views)[1].advantage = 0.5;
  (*views)[2].advantage = -1;
  (*views)[3].advantage = 0.5;
  model_.show(table, 0, views);
  const int advantage = columnOf(model_, Kind::Advantage);
  model_.sort(advantage, Qt::AscendingOrder);
  EXPECT_THAT(items(), ElementsAre("item 2", "item 1", "item 3", "item 0"));
  model_.sort(advantage, Qt::DescendingOrder);
  EXPECT_THAT(items(), ElementsAre("item 1", "item 3", "item 2", "item 0"));
  model_.sort(columnOf(model_, Kind::Reward), Qt::AscendingOrder);
  EXPECT_THAT(items(), ElementsAre("item 0", "item 2", "item 3", "item 1"));
}

TEST_F(CandidateModelTest, ItemsSortByTheNumbersInThem) {
  model_.show(tableOf(12), 0, viewsOf({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}));
  model_.sort(0, Qt::DescendingOrder);
  EXPECT_EQ(items().front(), "item 11");
  EXPECT_EQ(items()[2], "item 9") << "after 10, as numbers go";
}

TEST_F(CandidateModelTest, ASelectionStaysOnItsCandidateWhenNumbersMove) {
  const auto table = tableOf(3);
  model_.show(table, 0, viewsOf({1, 2, 3}));
  model_.sort(columnOf(model_, Kind::Rank), Qt::AscendingOrder);
  const QPersistentModelIndex first(model_.index(0, 0));
  model_.show(table, 0, viewsOf({3, 1, 2}));
  EXPECT_THAT(items(), ElementsAre("item 1", "item 2", "item 0"));
  EXPECT_EQ(first.row(), 2);
  EXPECT_EQ(first.data(), "item 0");
}

TEST_F(CandidateModelTest, SearchesItemsCategoriesAndActions) {
  model_.show(tableOf(12), 0, viewsOf({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}));
  model_.setFilter("ITEM 1");
  EXPECT_THAT(items(), ElementsAre("item 1", "item 10", "item 11"));
  EXPECT_EQ(model_.rowOf(10), 1);
  EXPECT_EQ(model_.rowOf(2), -1);
  model_.setFilter("click");
  EXPECT_THAT(items(), ElementsAre("item 1"));
  std::vector<QString> genres(12, "rock");
  genres[4] = "jazz";
  model_.setFilter("jazz");
  EXPECT_THAT(items(), testing::IsEmpty());
  model_.setCategories({genres});
  EXPECT_THAT(items(), ElementsAre("item 4"));
  model_.setFilter("");
  EXPECT_EQ(model_.rowCount(), 12);
}

TEST_F(CandidateModelTest, BarsAreOnScalesOfTheirColumns) {
  auto views = std::make_shared<std::vector<CandidateView>>(*viewsOf({1, 2, 4}));
  const std::vector<double> ratios{10, 0.1, 1}, advantages{2, -1, 0}, logged{0.25, 0.5, kMissing};
  for (std::size_t i = 0; i < 3; ++i) {
    (*views)[i].ratio = ratios[i];
    (*views)[i].advantage = advantages[i];
    (*views)[i].behaviour = logged[i];
  }
  model_.show(tableOf(3), 0, views);
  const auto bar = [&](int row, Kind kind) {
    return cell(row, kind, CandidateModel::kBarRole).toPointF();
  };
  EXPECT_EQ(bar(0, Kind::Policy), QPointF(0, 1)) << "π 1 is the largest of π and π_β";
  EXPECT_EQ(bar(2, Kind::Policy), QPointF(0, 0.25));
  EXPECT_EQ(bar(1, Kind::Logging), QPointF(0, 0.5)) << "on the scale of π";
  EXPECT_FALSE(cell(2, Kind::Logging, CandidateModel::kBarRole).isValid());
  EXPECT_EQ(bar(0, Kind::Probability), QPointF(0, 0.25));
  EXPECT_EQ(bar(0, Kind::Ratio), QPointF(0.5, 1)) << "10 and 0.1 are as far from 1";
  EXPECT_EQ(bar(1, Kind::Ratio), QPointF(0, 0.5));
  EXPECT_EQ(bar(2, Kind::Ratio), QPointF(0.5, 0.5));
  EXPECT_EQ(bar(0, Kind::Advantage), QPointF(0.5, 1));
  EXPECT_EQ(bar(1, Kind::Advantage), QPointF(0.25, 0.5));
  EXPECT_TRUE(cell(0, Kind::Score, CandidateModel::kTwoSidedRole).toBool()) << "scores below 0";
  EXPECT_FALSE(cell(0, Kind::Reward, CandidateModel::kTwoSidedRole).toBool());
}

TEST_F(CandidateModelTest, AnotherLogBringsItsOwnColumns) {
  model_.show(tableOf(3), 0, viewsOf({1, 2, 3}));
  model_.show(tableOf(2, "share"), 1, viewsOf({1, 2}));
  EXPECT_EQ(model_.rowCount(), 2);
  EXPECT_EQ(model_.headerData(columnOf(model_, Kind::Probability), Qt::Horizontal, Qt::DisplayRole),
            "p(share)");
}

class InspectorTest : public testing::Test {
 protected:
  void SetUp() override {
    KeptSettings().clear();
    ASSERT_TRUE(openSampleLog(study_, listener_));
  }

  MainWindow window_;
  Study& study_ = window_.study();
  Listener listener_{study_};
  SlateInspector& inspector_ = window_.candidates();
  SlateChart& chart_ = window_.slateChart();
};

TEST_F(InspectorTest, ShowsFeaturesAndCategoriesOfTheLog) {
  CandidateModel& model = inspector_.model();
  // The first line of slate_log.csv.
  inspector_.search().setText("item-246");
  ASSERT_EQ(model.rowCount(), 1);
  EXPECT_EQ(model.index(0, columnOf(model, Kind::Shown)).data(), "5");
  EXPECT_EQ(model.index(0, columnOf(model, Kind::Number)).data(), "-1.016");
  ASSERT_TRUE(waitFor([&] {
    return model.index(0, columnOf(model, Kind::Category)).data().toString() == "music";
  }));
  inspector_.search().setText("music");
  EXPECT_GE(model.rowCount(), 1);
  EXPECT_LT(model.rowCount(), 10);
}

TEST_F(InspectorTest, SelectingARowSetsItsBarsOffAndTheOtherWayRound) {
  window_.resize(1366, 768);
  window_.show();
  window_.showPages();
  ASSERT_TRUE(waitFor([&] { return chart_.isVisible() && chart_.plotPlace().width() > 100; }));
  ASSERT_EQ(inspector_.model().rowCount(), 10);
  inspector_.view().selectRow(3);
  const std::size_t candidate = inspector_.model().candidateAt(3);
  for (std::size_t bar = 0; bar < chart_.shown().size(); ++bar) {
    EXPECT_EQ(chart_.isMarked(static_cast<int>(bar)),
              chart_.shown()[bar].item == listener_.candidates[candidate].item);
  }
  // The first of ten columns, above its bars.
  QTest::mouseClick(viewOf(chart_).viewport(), Qt::LeftButton, {}, inPlot(chart_, 0.05, 0.97));
  const QModelIndexList rows = inspector_.view().selectionModel()->selectedRows();
  ASSERT_EQ(rows.size(), 1);
  EXPECT_EQ(rows[0].data().toString().toStdString(), chart_.shown()[0].item);
  EXPECT_TRUE(chart_.isMarked(0));
  Q_EMIT chart_.bars().hovered(true, 1, nullptr);
  EXPECT_TRUE(chart_.isMarked(1));
  const int row = inspector_.model().rowOf([&] {
    for (std::size_t i = 0; i < 10; ++i) {
      if (listener_.candidates[i].item == chart_.shown()[1].item) return i;
    }
    return std::size_t{0};
  }());
  EXPECT_TRUE(inspector_.model().index(row, 0).data(Qt::BackgroundRole).isValid());
  Q_EMIT chart_.bars().hovered(false, 1, nullptr);
  EXPECT_FALSE(chart_.isMarked(1));
}

TEST_F(InspectorTest, AdvantagesFollowTheScheme) {
  Experiment experiment = study_.experiment();
  experiment.objective.scheme = "grpo";
  experiment.valueWeights = {{"click", 1}, {"long_view", 2}, {"like", 4}};
  study_.changeExperiment(experiment, "scheme", 1);
  study_.showSlate(5);
  const SlateTable& table = *study_.dataset()->table;
  ASSERT_TRUE(waitFor(
      [&] { return listener_.candidates[0].item == table.catalogue().keys[table.item(5, 0)]; }));
  // GRPO: (r − mean) / (std + 1e-6) over the shown items, with n − 1; observed rows divide rewards
  // by their places' examination.
  std::vector<double> rewards;
  double mean = 0, squares = 0;
  for (std::size_t i = 0; i < 10; ++i) {
    const auto row = static_cast<std::size_t>(table.candidates(5).first) + i;
    rewards.push_back(listener_.candidates[i].reward / table.logged().examination[row]);
    mean += rewards.back() / 10;
  }
  for (const double reward : rewards) squares += (reward - mean) * (reward - mean);
  ASSERT_GT(squares, 0);
  for (std::size_t i = 0; i < 10; ++i) {
    EXPECT_NEAR(listener_.candidates[i].advantage,
                (rewards[i] - mean) / (std::sqrt(squares / 9) + 1e-6), 1e-9);
  }
}

TEST_F(InspectorTest, ChosenColumnsAreRemembered) {
  const int policy = columnOf(inspector_.model(), Kind::Policy);
  const int last = columnOf(inspector_.model(), Kind::Number, 4);
  ASSERT_GE(last, 0);
  EXPECT_TRUE(inspector_.columns().isShown(policy));
  EXPECT_FALSE(inspector_.columns().isShown(last)) << "of many features the first are shown";
  Q_EMIT inspector_.columns().chooser().aboutToShow();
  const auto box = [&](int column) {
    return qobject_cast<QCheckBox*>(
        static_cast<QWidgetAction*>(inspector_.columns().chooser().actions()[column])
            ->defaultWidget());
  };
  box(policy)->click();
  box(last)->click();
  EXPECT_TRUE(inspector_.view().isColumnHidden(policy));
  EXPECT_FALSE(inspector_.view().isColumnHidden(last));
  SlateInspector later;
  later.show("", *study_.dataset(), 0,
             std::make_shared<const std::vector<CandidateView>>(listener_.candidates));
  EXPECT_TRUE(later.view().isColumnHidden(policy));
  EXPECT_FALSE(later.view().isColumnHidden(last));
  later.columns().reset();
  EXPECT_FALSE(later.view().isColumnHidden(policy));
}

TEST_F(CandidateModelTest, SelectedRowsStaySelectedWhereverTheyGo) {
  const auto table = tableOf(6);
  model_.show(table, 0, viewsOf({1, 2, 3, 4, 5, 6}));
  model_.sort(columnOf(model_, Kind::Rank), Qt::AscendingOrder);
  QItemSelectionModel selection(&model_);
  for (const int row : {1, 4}) {
    selection.select(model_.index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
  }
  const auto selected = [&] {
    std::set<std::string> items;
    for (const QModelIndex& row : selection.selectedRows()) {
      items.insert(row.data().toString().toStdString());
    }
    return items;
  };
  model_.show(table, 0, viewsOf({6, 1, 5, 4, 3, 2}));
  EXPECT_THAT(items(), ElementsAre("item 1", "item 5", "item 4", "item 3", "item 2", "item 0"));
  EXPECT_THAT(selected(), ElementsAre("item 1", "item 4"));
  EXPECT_EQ(selection.selectedIndexes().size(), 2 * model_.columnCount()) << "whole rows";
  model_.setFilter("item 4");
  EXPECT_THAT(selected(), ElementsAre("item 4"));
}

TEST_F(InspectorTest, CopiesWhatIsSeen) {
  inspector_.search().setText("item-246");
  for (std::size_t i = 1; i < inspector_.model().columns().size(); ++i) {
    inspector_.columns().setShown(static_cast<int>(i), i == 1);
  }
  EXPECT_EQ(inspector_.copied(), "Item\tShown\nitem-246\t5");
}

}  // namespace
}  // namespace luce::desktop
