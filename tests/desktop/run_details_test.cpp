// All that is known of runs, and where their experiments differ.
#include "app/desktop/runs/run_details.h"

#include <gmock/gmock.h>

namespace luce::desktop {
namespace {

using testing::HasSubstr;
using testing::Not;

RunEntry entry(const std::string& name, const Experiment& experiment) {
  RunEntry entry;
  entry.record.name = name;
  entry.record.dataset = "log";
  entry.record.experiment = experimentToJson(experiment);
  entry.record.status = RunStatus::Finished;
  entry.record.seconds = 12.34;
  entry.record.environment = R"({"libtorch": "1.13.1", "threads": 2})";
  entry.heldOut = Interval{0.5, 0.25, 0.75};
  entry.keptStep = 40;
  return entry;
}

/// Cells of the row of this field, "" if it is hidden or absent.
std::vector<std::string> row(RunDetails& details, const QString& field) {
  QTableWidget& table = details.table();
  for (int row = 0; row < table.rowCount(); ++row) {
    if (table.item(row, 0)->text() != field || table.isRowHidden(row)) continue;
    std::vector<std::string> cells;
    for (int column = 1; column < table.columnCount(); ++column) {
      cells.push_back(table.item(row, column)->text().toStdString());
    }
    return cells;
  }
  return {};
}

using Cells = std::vector<std::string>;

TEST(RunDetailsDialog, ShowsRunsBesideEachOther) {
  Experiment first, second;
  first.objective.scheme = "grpo";
  second.estimator.hidden = {8};
  RunDetails details({detailOf(entry("a", first)), detailOf(entry("b", second))});
  EXPECT_EQ(row(details, "run.seconds"), (Cells{"12.3", "12.3"}));
  EXPECT_EQ(row(details, "run.held_out"), (Cells{"0.5 [0.25, 0.75]", "0.5 [0.25, 0.75]"}));
  EXPECT_EQ(row(details, "environment.libtorch"), (Cells{"1.13.1", "1.13.1"}));
  EXPECT_EQ(row(details, "environment.threads"), (Cells{"2", "2"}));
  EXPECT_EQ(row(details, "objective.scheme"), (Cells{"grpo", "ips"}));
  EXPECT_EQ(row(details, "objective.parameters.eps"), (Cells{"0.2", "–"}));
  EXPECT_EQ(row(details, "seed"), (Cells{"1", "1"}));
  details.onlyDifferences().setChecked(true);
  EXPECT_EQ(row(details, "seed"), Cells{});
  EXPECT_EQ(row(details, "run.seconds"), Cells{});
  EXPECT_EQ(row(details, "objective.scheme"), (Cells{"grpo", "ips"}));
  const std::string text = details.text().toStdString();
  EXPECT_THAT(text, HasSubstr("Field\ta\tb\n"));
  EXPECT_THAT(text, HasSubstr("objective.scheme\tgrpo\tips\n"));
  EXPECT_THAT(text, Not(HasSubstr("seed")));
}

TEST(RunDetailsDialog, ShowsARunBesideTheSliders) {
  Experiment now;
  now.temperature = 0.5;
  RunDetails details({detailOf(entry("a", Experiment{})), detailOf(now, "sliders")});
  EXPECT_EQ(row(details, "temperature"), (Cells{"1.0", "0.5"}));
  EXPECT_EQ(row(details, "run.status"), (Cells{"finished", "–"}));
}

TEST(RunDetailsDialog, ShowsRunsOfAnotherLuceToo) {
  RunEntry foreign = entry("a", Experiment{});
  foreign.record.experiment = R"({"from_the_future": 1})";
  foreign.record.environment = "";
  RunDetails details({detailOf(foreign)});
  EXPECT_THAT(row(details, "run.experiment").at(0), HasSubstr("from_the_future"));
}

}  // namespace
}  // namespace luce::desktop
