#include <gmock/gmock.h>

#include "tests/cli/trained_sample.h"

namespace luce {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;

using ContinueCommand = TrainedSample;

/// The held-out estimate of a run's JSON at a step.
json pointAt(const json& run, std::int64_t step) {
  json found;
  for (const json& point : run.at("held_out")) {
    if (point.at("step") == step) found = point;
  }
  return found;
}

TEST_F(ContinueCommand, GoesOnFromARunAndRecordsIt) {
  const auto experiment = folder_->write("aligned.json", R"({"temperature": 0.3,
      "estimator": {"hidden": [8]}, "value_weights": {"click": 1, "long_view": 2, "like": 4},
      "schedule": {"supervised_epochs": 1, "alignment_epochs": 2}, "threads": 1})");
  const ProgramResult first = runLuce(
      {"train", workspace(), "--experiment", experiment.string(), "--run", "first", "--json"});
  ASSERT_EQ(first.exitCode, 0) << first.errors;

  // Without a document: the same again without warm-up.
  const ProgramResult second =
      runLuce({"train", workspace(), "--continue", "first", "--run", "second", "--json"});
  ASSERT_EQ(second.exitCode, 0) << second.errors;
  const json start = second.json().at("held_out").at(0);
  const json source = pointAt(first.json(), first.json().at("result_step"));
  EXPECT_EQ(start.at("step"), 0);
  EXPECT_EQ(start.at("snips"), source.at("snips"));
  EXPECT_EQ(second.json().at("steps"), first.json().at("steps").get<int>() * 2 / 3);

  // A document's own warm-up stays, and so does what it says of the reference.
  const ProgramResult third =
      runLuce({"train", workspace(), "--continue", "first:supervised", "--experiment",
               experiment.string(), "--run", "third", "--json"});
  ASSERT_EQ(third.exitCode, 0) << third.errors;
  EXPECT_EQ(third.json().at("steps"), first.json().at("steps"));

  // What was done stands in the run, and so a continued run can be continued.
  const ProgramResult fourth =
      runLuce({"train", workspace(), "--continue", "second:best", "--run", "fourth", "--json"});
  ASSERT_EQ(fourth.exitCode, 0) << fourth.errors;
  EXPECT_EQ(fourth.json().at("held_out").at(0).at("snips"),
            pointAt(second.json(), second.json().at("result_step")).at("snips"));

  // From any step of the trail, here the last one, which a run need not have kept.
  const std::string last = second.json().at("steps").dump();
  const ProgramResult fifth =
      runLuce({"train", workspace(), "--continue", "second:" + last, "--run", "fifth", "--json"});
  ASSERT_EQ(fifth.exitCode, 0) << fifth.errors;
  EXPECT_EQ(fifth.json().at("held_out").at(0).at("snips"),
            second.json().at("held_out").back().at("snips"));

  // The other commands read the same weights: those that the fifth run started from.
  const auto policyOf = [](const std::string& run, const std::string& checkpoint) {
    return runLuce({"policy", workspace(), "--run", run, "--checkpoint", checkpoint, "--slate",
                    "slate-7", "--json"})
        .json()
        .at("candidates");
  };
  EXPECT_EQ(policyOf("second", last), policyOf("fifth", "0"));
  EXPECT_NE(policyOf("second", "0"), policyOf("fifth", "0"));
}

TEST_F(ContinueCommand, RefusesWhatDoesNotFitBeforeARunIsRecorded) {
  const auto other =
      folder_->write("other.json", R"({"estimator": {"hidden": [16, 4]}, "threads": 1})");
  const ProgramResult wrong = runLuce(
      {"train", workspace(), "--continue", "a", "--experiment", other.string(), "--run", "wrong"});
  EXPECT_EQ(wrong.exitCode, 1);
  EXPECT_THAT(wrong.errors,
              AllOf(HasSubstr("\"a\""), HasSubstr("layers of 8 "), HasSubstr("layers of 16, 4 ")));
  EXPECT_THAT(runLuce({"info", workspace()}).output, testing::Not(HasSubstr("wrong")));

  const auto refusal = [](const std::string& start) {
    const ProgramResult result = runLuce({"train", workspace(), "--continue", start});
    EXPECT_EQ(result.exitCode, 1);
    return result.errors;
  };
  EXPECT_THAT(refusal("nobody"), AllOf(HasSubstr("nobody"), HasSubstr("\"a\"")));
  EXPECT_THAT(refusal("a:last"), AllOf(HasSubstr("\"last\""), HasSubstr("supervised")));
  EXPECT_THAT(refusal("a:1"), AllOf(HasSubstr("step 1"), HasSubstr("steps 0, ")));
  EXPECT_THAT(refusal("a:best"), AllOf(HasSubstr("no best checkpoint"), HasSubstr("supervised (")));
}

}  // namespace
}  // namespace luce
