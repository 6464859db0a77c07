#include "core/simulation/csv_sink.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <sstream>

#include "core/common/error.h"
#include "core/dataset/importers/importer.h"
#include "tests/simulation/simulated_log.h"
#include "tests/support/temporary_folder.h"

namespace luce {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

std::string csvOf(const SimulationSettings& settings) {
  std::ostringstream text;
  CsvSink sink(text);
  Simulator(settings).writeLog(sink);
  return text.str();
}

SimulationSettings fewSlates() {
  SimulationSettings settings = smallWorld(LogShape::Slate);
  settings.slates = 50;
  return settings;
}

SlateTable importCsv(const std::string& content, const LogMapping& roles) {
  const TemporaryFolder folder;
  ImportRequest request;
  request.files = {folder.write("log.csv", content)};
  request.mapping = roles;
  SlateTableBuilder builder;
  chooseImporter("auto", request.files).import(request, builder, {}, {});
  return builder.finish();
}

TEST(CsvSink, MoreSlatesOnlyAddLines) {
  SimulationSettings settings = fewSlates();
  const std::string fifty = csvOf(settings);
  settings.slates = 20;
  const std::string twenty = csvOf(settings);
  EXPECT_LT(twenty.size(), fifty.size());
  EXPECT_TRUE(fifty.starts_with(twenty));
}

TEST(CsvSink, ImportedLogIsTheSimulatedOne) {
  const SimulatedLog log = simulate(fewSlates());
  const SlateTable imported = importCsv(csvOf(fewSlates()), {});

  EXPECT_EQ(imported.schema(), log.table.schema());
  ASSERT_EQ(imported.slateCount(), log.table.slateCount());
  ASSERT_EQ(imported.candidateCount(), log.table.candidateCount());
  const LoggedColumns& found = imported.logged();
  const LoggedColumns& expected = log.table.logged();
  EXPECT_EQ(found.position, expected.position);
  EXPECT_TRUE(std::ranges::equal(found.labels.values(), expected.labels.values()));
  EXPECT_TRUE(std::ranges::equal(imported.times(), log.table.times()));
  EXPECT_TRUE(std::ranges::equal(imported.contextCategory().values(),
                                 log.table.contextCategory().values()));
  EXPECT_TRUE(std::ranges::equal(imported.candidateCategory().values(),
                                 log.table.candidateCategory().values()));
  for (std::size_t row = 0; row < imported.loggedCount(); ++row) {
    ASSERT_NEAR(found.propensity[row], expected.propensity[row], 1e-8 * expected.propensity[row]);
    ASSERT_NEAR(found.examination[row], expected.examination[row], 1e-7);
    for (std::size_t k = 0; k < imported.candidateNumeric().columns(); ++k) {
      const float number = log.table.candidateNumeric()(row, k);
      ASSERT_NEAR(imported.candidateNumeric()(row, k), number, 1e-5 * std::abs(number));
    }
  }
}

TEST(CsvSink, NamesThatNeedQuotesComeBack) {
  const std::vector<std::string> tasks{"click, or \"tap\"", "like"};
  SimulationSettings settings = fewSlates();
  settings.tasks = {{tasks[0], 0.2}, {tasks[1], 0.1}};
  settings.valueWeights = {1, 1};
  LogMapping roles;
  for (const std::string& task : tasks) {
    if (!roles.tasks) roles.tasks.emplace();
    roles.tasks->push_back({.column = task, .name = {}, .label = {}});
  }
  EXPECT_EQ(importCsv(csvOf(settings), roles).schema().tasks, tasks);
}

TEST(CsvSink, RefusesWhatACsvCannotHold) {
  EXPECT_THAT([] { csvOf(smallWorld(LogShape::Bandit)); },
              ThrowsMessage<Error>(HasSubstr("bandit log cannot be written as CSV")));
  SimulationSettings settings = fewSlates();
  settings.tasks[1].name = "affinity";
  EXPECT_THAT([&] { csvOf(settings); },
              ThrowsMessage<Error>(HasSubstr("would be named \"affinity\"")));
  settings.tasks[1].name = "position";
  EXPECT_THAT([&] { csvOf(settings); },
              ThrowsMessage<Error>(HasSubstr("would be named \"position\"")));
}

}  // namespace
}  // namespace luce
