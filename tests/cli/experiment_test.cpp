// luce-cli experiment: prints, checks and compares documents.
#include <gmock/gmock.h>

#include "core/training/experiment_schema.h"
#include "tests/cli/trained_sample.h"

namespace luce {
namespace {

using nlohmann::json;
using testing::HasSubstr;

class ExperimentCommand : public TrainedSample {};

TEST_F(ExperimentCommand, PrintsTheDefaultOrARunsDocument) {
  const ProgramResult standard = runLuce({"experiment"});
  EXPECT_EQ(standard.exitCode, 0);
  EXPECT_EQ(standard.json().at("objective").at("scheme"), "ips");
  EXPECT_EQ(runLuce({"experiment", "--schema"}).output, experimentSchema());
  const json ofRun = runLuce({"experiment", "--workspace", workspace(), "--run", "a"}).json();
  EXPECT_EQ(ofRun.at("schedule").at("supervised_epochs"), 4);
  EXPECT_EQ(ofRun.at("estimator").at("hidden"), json({8}));
}

TEST_F(ExperimentCommand, ChecksADocument) {
  const auto good = folder_->write("good.json", R"({"temperature": 0.5})");
  EXPECT_EQ(runLuce({"experiment", "--check", good.string()}).exitCode, 0);
  EXPECT_EQ(runLuce({"experiment", "--check", good.string(), "--json"}).json().at("valid"), true);
  const auto bad = folder_->write("bad.json", R"({"temprature": 0.5})");
  const ProgramResult result = runLuce({"experiment", "--check", bad.string()});
  EXPECT_EQ(result.exitCode, 1);
  EXPECT_THAT(result.errors, HasSubstr("Did you mean \"temperature\"?"));
}

TEST_F(ExperimentCommand, TellsInWhatRunsAndDocumentsDiffer) {
  const auto other = folder_->write("other.json", R"({"temperature": 0.3, "threads": 1,
      "estimator": {"hidden": [16]}, "value_weights": {"click": 1, "long_view": 2, "like": 4},
      "schedule": {"supervised_epochs": 4, "alignment_epochs": 0}})");
  const ProgramResult text =
      runLuce({"experiment", "--workspace", workspace(), "--diff", "a", other.string()});
  EXPECT_EQ(text.exitCode, 0) << text.errors;
  EXPECT_THAT(text.output, HasSubstr("estimator.hidden  [8]"));
  const json found =
      runLuce({"experiment", "--workspace", workspace(), "--diff", "a", other.string(), "--json"})
          .json();
  EXPECT_EQ(found.at("differences"),
            json::parse(R"([{"field": "estimator.hidden", "first": "[8]", "second": "[16]"}])"));
  EXPECT_EQ(runLuce({"experiment", "--diff", other.string(), other.string()}).output,
            "No difference.\n");
  const ProgramResult nobody =
      runLuce({"experiment", "--workspace", workspace(), "--diff", "a", "nobody"});
  EXPECT_EQ(nobody.exitCode, 1);
  EXPECT_THAT(nobody.errors, HasSubstr("neither a run"));
}

TEST_F(ExperimentCommand, MistakesInTheCommandAreWrongUsage) {
  constexpr int kWrongUsage = 2;
  EXPECT_EQ(runLuce({"experiment", "--run", "a"}).exitCode, kWrongUsage);
  EXPECT_EQ(runLuce({"experiment", "--diff", "a"}).exitCode, kWrongUsage);
  EXPECT_EQ(runLuce({"experiment", "--schema", "--check", "x"}).exitCode, kWrongUsage);
}

}  // namespace
}  // namespace luce
