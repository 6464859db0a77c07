#include "core/foreign/foreign_model.h"

#include <gmock/gmock.h>

#include <cmath>
#include <cstdlib>
#include <numeric>

#include "core/common/error.h"
#include "core/dataset/gather.h"
#include "core/estimator/device.h"
#include "core/foreign/allowed_operators.h"
#include "tests/support/error_of.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/tiny_logs.h"

namespace luce {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

/// Models that Python wrote; none where there is no Python with torch.
class ForeignModels : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = new TemporaryFolder;
    for (const std::string python : {"/usr/bin/python3", "python3"}) {
      const std::string command = "cd '" + (*folder_ / "").string() + "' && " + python + " '" +
                                  LUCE_SOURCE_DIR "/tests/foreign/foreign_models.py' > said 2>&1";
      made_ = std::system((python + " -c 'import torch' > /dev/null 2>&1").c_str()) == 0;
      if (!made_) continue;
      ASSERT_EQ(std::system(command.c_str()), 0) << command;
      return;
    }
  }
  static void TearDownTestSuite() {
    delete folder_;
    folder_ = nullptr;
  }

  void SetUp() override {
    if (!made_) GTEST_SKIP() << "no Python with torch here";
    slates_.resize(table_.slateCount());
    std::iota(slates_.begin(), slates_.end(), 0u);
  }

  ForeignPolicy run(const std::string& name, const ForeignModelLimits& limits = {}) {
    return runForeignModel(*folder_ / name, table_, slates_, limits);
  }
  std::string refusal(const std::string& name, const ForeignModelLimits& limits = {}) {
    return errorOf([&] { run(name, limits); });
  }

  static inline TemporaryFolder* folder_ = nullptr;
  static inline bool made_ = false;
  SlateTable table_ = tinySlateLog(40);
  std::vector<std::uint32_t> slates_;
};

TEST_F(ForeignModels, SeeTheFeaturesOfEveryCandidate) {
  GatheredSlates gathered;
  gatherSlates(table_, slates_, gathered);
  const auto rows = static_cast<std::size_t>(gathered.rows());
  const std::size_t numbers = gathered.numeric.size() / rows;
  const std::size_t categories = gathered.category.size() / rows;
  const ForeignPolicy both = run("Sum.pt");
  const ForeignPolicy alone = run("NumbersOnly.pt");
  EXPECT_FALSE(both.hasProbabilities());
  ASSERT_EQ(both.scores.probabilities.size(), rows);
  ASSERT_EQ(alone.scores.probabilities.size(), rows);
  for (std::size_t row = 0; row < rows; ++row) {
    double sum = 0;
    for (std::size_t i = 0; i < numbers; ++i) {
      const float value = gathered.numeric[row * numbers + i];
      if (!std::isnan(value)) sum += value;
    }
    EXPECT_NEAR(alone.scores.probabilities[row], sum, 1e-5);
    const auto digit = gathered.category[row * categories + categories - 1] % 10;
    EXPECT_NEAR(both.scores.probabilities[row], sum + digit, 1e-5);
  }
}

TEST_F(ForeignModels, MayGiveTaskProbabilities) {
  const ForeignPolicy policy = run("WithTasks.pt");
  ASSERT_TRUE(policy.hasProbabilities());
  ASSERT_EQ(policy.probabilities.tasks, 2u);
  const std::size_t rows = policy.scores.probabilities.size();
  for (std::size_t row = 0; row < rows; ++row) {
    EXPECT_NEAR(policy.scores.probabilities[row],
                policy.probabilities.task(0)[row] + 3 * policy.probabilities.task(1)[row], 1e-5);
  }
}

TEST_F(ForeignModels, AreToldWhatTheyDoWrong) {
  EXPECT_THAT(refusal("WrongShape.pt"), HasSubstr("shape [200, 2]; for 200 candidates"));
  EXPECT_THAT(refusal("Shorter.pt"), HasSubstr("shape [199]"));
  EXPECT_THAT(refusal("NotFinite.pt"), HasSubstr("must be finite"));
  EXPECT_THAT(refusal("NoProbability.pt"), HasSubstr("probability of 1.5"));
  EXPECT_THAT(refusal("Text.pt"), HasSubstr("answers with"));
  EXPECT_THAT(refusal("ThreeInputs.pt"), HasSubstr("takes 3 inputs"));
  EXPECT_THAT(refusal("OtherWidth.pt"), HasSubstr("fails on 200 candidates with 2 numbers"));
  EXPECT_THAT(refusal("OtherFeatures.pt"), HasSubstr("wants the numbers price, age"));
  EXPECT_THAT(refusal("no such.pt"), HasSubstr("no such.pt"));
}

TEST_F(ForeignModels, AreRefusedWhenTheyWantMoreThanMathematics) {
  EXPECT_THAT(refusal("Forever.pt"), HasSubstr("loop without a bound"));
  EXPECT_THAT(refusal("ReadsFile.pt"), HasSubstr("aten::from_file"));
  EXPECT_THAT(refusal("WritesFile.pt"), HasSubstr("aten::save"));
  EXPECT_THAT(refusal("Strides.pt"), HasSubstr("aten::as_strided"));
  EXPECT_THAT(refusal("Prints.pt"), HasSubstr("prim::Print"));
  EXPECT_THAT(refusal("Threads.pt"), HasSubstr("prim::fork"));
  // LibTorch 2 finds it by itself.
  EXPECT_THAT(refusal("longer.pt"),
              HasSubstr(libtorchMajorVersion() < 2 ? "larger than the numbers it holds"
                                                   : "require a storage of at least 800 bytes"));
  // Code that runs while the file is read meets a locked door.
  EXPECT_NE(refusal("ReadsWhenRead.pt"), "no error");
  EXPECT_FALSE(fs::exists(*folder_ / "stolen"));
}

TEST_F(ForeignModels, AreEndedWhenTheyTakeTooLong) {
  ForeignModelLimits limits;
  limits.secondsABlock = 1;
  EXPECT_THAT(refusal("VeryLong.pt", limits), HasSubstr("not done in time"));
  limits.secondsToLoad = 5;
  EXPECT_THAT(refusal("ForeverWhenRead.pt", limits), HasSubstr("not done in time"));
}

TEST_F(ForeignModels, ACancelEndsThem) {
  std::stop_source stop;
  EXPECT_THROW(runForeignModel(
                   *folder_ / "VeryLong.pt", table_, slates_, {},
                   [&](double, std::string_view stage) {
                     if (stage == "Scoring") stop.request_stop();
                   },
                   stop.get_token()),
               Cancelled);
}

TEST_F(ForeignModels, GetNoMoreMemoryThanTheyMay) {
  EXPECT_THAT(refusal("Greedy.pt"), HasSubstr("fails on 200 candidates"));
  ForeignModelLimits limits;
  limits.memoryBytes = 256 << 20;
  EXPECT_NE(refusal("bomb.pt", limits), "no error");
  limits.fileBytes = 1000;
  EXPECT_THAT(refusal("Sum.pt", limits), HasSubstr("larger than"));
}

TEST_F(ForeignModels, WhateverTheFileIsNothingOfItIsRun) {
  for (const char* name : {"saved.pt", "pickled.pt", "truncated.pt", "headless.pt", "noise.pt",
                           "empty.pt", "disguised.pt"}) {
    EXPECT_THAT(refusal(name), HasSubstr(name));
  }
  EXPECT_THAT(refusal("saved.pt"), HasSubstr("torch.save are not taken"));
  EXPECT_FALSE(fs::exists(*folder_ / "attacked"));
  EXPECT_FALSE(fs::exists("attacked"));
  EXPECT_THAT(errorOf([&] { runForeignModel("/dev/zero", table_, slates_); }),
              HasSubstr("There is no file"));
}

TEST(AllowedOperators, AreMathematicsOnly) {
  EXPECT_TRUE(isAllowedOperator("aten::matmul"));
  EXPECT_TRUE(isAllowedOperator("prim::If"));
  for (const char* name : {"aten::from_file", "aten::save", "prim::PythonOp", "prim::fork",
                           "prim::CreateObject", "prim::SetAttr", "aten::set_", "aten::as_strided",
                           "aten::resize_", "prim::CallMethod", "", "quantized::linear"}) {
    EXPECT_FALSE(isAllowedOperator(name)) << name;
  }
}

}  // namespace
}  // namespace luce
