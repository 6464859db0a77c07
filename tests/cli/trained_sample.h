// The sample log with a run "a" that was trained for a second: what many commands begin with.
#pragma once

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "tests/cli/program.h"
#include "tests/support/temporary_folder.h"

namespace luce {

/// Made once for all tests of a suite, which must leave the run as it is.
class TrainedSample : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = new TemporaryFolder;
    const auto experiment = folder_->write("experiment.json", R"({"temperature": 0.3,
      "estimator": {"hidden": [8]}, "value_weights": {"click": 1, "long_view": 2, "like": 4},
      "schedule": {"supervised_epochs": 4, "alignment_epochs": 0}, "threads": 1})");
    runLuce({"import", LUCE_SOURCE_DIR "/sample_data/slate_log.csv", "--workspace", workspace()});
    const ProgramResult trained =
        runLuce({"train", workspace(), "--experiment", experiment.string(), "--run", "a"});
    ASSERT_EQ(trained.exitCode, 0) << trained.errors;
  }
  static void TearDownTestSuite() {
    delete folder_;
    folder_ = nullptr;
  }

  static std::string workspace() { return (*folder_ / "study.luce").string(); }

  /// command WORKSPACE --run a OPTIONS…
  static ProgramResult runCommand(const std::string& command,
                                  const std::vector<std::string>& options) {
    std::vector<std::string> arguments{command, workspace(), "--run", "a"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    return runLuce(arguments);
  }

  static inline TemporaryFolder* folder_ = nullptr;
};

}  // namespace luce
