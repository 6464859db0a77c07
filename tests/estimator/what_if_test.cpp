#include "core/policy/what_if.h"

#include <gmock/gmock.h>

#include <array>
#include <numeric>

#include "core/dataset/editable_slate.h"
#include "core/estimator/estimator.h"
#include "tests/support/record_logs.h"

namespace luce {
namespace {

constexpr std::array<std::uint32_t, 1> kOnly{0};

class WhatIf : public testing::Test {
 protected:
  WhatIf() {
    SlateTableBuilder builder;
    writeUnevenSlates(builder, 20);
    table_ = builder.finish();
    std::vector<std::uint32_t> slates(20);
    std::iota(slates.begin(), slates.end(), 0u);
    EstimatorSettings settings;
    settings.hidden = {8};
    settings.hashBuckets = 64;
    estimator_.emplace(EstimatorShape{featureLayout(table_.schema()), table_.schema().tasks,
                                      numericMoments(table_, slates), settings},
                       3);
    settings_.valueWeights = {2, -0.5};
    settings_.rewardWeights = settings_.valueWeights;
    settings_.temperature = 0.5;
  }

  std::vector<JudgedCandidate> judge(const EditableSlate& slate) const {
    return judgeCandidates(estimator_->predict(asTable(table_, slate), kOnly), settings_);
  }

  SlateTable table_;
  std::optional<Estimator> estimator_;
  PolicySettings settings_;
};

TEST_F(WhatIf, NothingChangedIsWhatTheLogShows) {
  const std::array<std::uint32_t, 1> slate{7};
  const std::vector<CandidateView> views =
      viewSlate(table_, estimator_->predict(table_, slate), 0, settings_);
  const std::vector<JudgedCandidate> judged = judge(editableSlate(table_, 7));
  ASSERT_EQ(judged.size(), views.size());
  for (std::size_t i = 0; i < judged.size(); ++i) {
    EXPECT_EQ(judged[i].probabilities, views[i].probabilities);
    EXPECT_EQ(judged[i].score, views[i].score);
    EXPECT_EQ(judged[i].policy, views[i].policy);
    EXPECT_EQ(judged[i].rank, views[i].rank);
  }
}

TEST_F(WhatIf, ContributionsSumToTheScoreAndMayBeNegative) {
  for (const JudgedCandidate& candidate : judge(editableSlate(table_, 7))) {
    ASSERT_EQ(candidate.contributions.size(), 2u);
    EXPECT_NEAR(candidate.contributions[0], 2 * candidate.probabilities[0], 1e-12);
    EXPECT_LT(candidate.contributions[1], 0);
    EXPECT_NEAR(candidate.contributions[0] + candidate.contributions[1], candidate.score, 1e-6);
  }
}

TEST_F(WhatIf, ACopyIsAsLikelyAsItsOriginalAndADroppedOneLeavesItsShare) {
  EditableSlate slate = editableSlate(table_, 7);
  const std::vector<JudgedCandidate> before = judge(slate);
  slate.candidates.push_back(slate.candidates[0]);
  slate.candidates.back().logged = kAdded;
  const std::vector<JudgedCandidate> added = judge(slate);
  ASSERT_EQ(added.size(), 5u);
  EXPECT_NEAR(added[0].policy, added[4].policy, 1e-7);
  EXPECT_NEAR(added[0].policy, before[0].policy / (1 + before[0].policy), 1e-6);
  slate.candidates.pop_back();
  slate.candidates[0].dropped = true;
  const std::vector<JudgedCandidate> dropped = judge(slate);
  ASSERT_EQ(dropped.size(), 3u);
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_NEAR(dropped[i].policy, before[i + 1].policy / (1 - before[0].policy), 1e-6);
  }
}

TEST_F(WhatIf, AFeatureMovesItsCandidateAlone) {
  EditableSlate slate = editableSlate(table_, 7);
  const std::vector<JudgedCandidate> before = judge(slate);
  slate.candidates[2].numeric[1] = 5;
  const std::vector<JudgedCandidate> after = judge(slate);
  for (std::size_t i = 0; i < 4; ++i) {
    if (i == 2) {
      EXPECT_NE(after[i].probabilities, before[i].probabilities);
    } else {
      EXPECT_EQ(after[i].probabilities, before[i].probabilities);
    }
  }
}

}  // namespace
}  // namespace luce
