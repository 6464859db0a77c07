// What a blackboard shows, against finite differences, formulas written anew, and golden vectors.
#include "core/playground/blackboard_view.h"

#include <gmock/gmock.h>

#include <cmath>
#include <functional>
#include <map>
#include <set>

#include "tests/playground/boards.h"
#include "tests/support/golden_case.h"

namespace luce {
namespace {

constexpr double kStep = 1e-6;
constexpr double kSlopeTolerance = 2e-7;

const std::vector<RowKind> kRowKinds{RowKind::Drawn, RowKind::Observed, RowKind::Article};

BlackboardSlate withScheme(const std::string& scheme, RowKind rows) {
  BlackboardSlate slate = fiveCandidates();
  slate.objective.scheme = scheme;
  slate.objective.rows = rows;
  return slate;
}

/// What of a row a stopped factor freezes, and what moves.
struct Frozen {
  double ratio, policy, behaviour, advantage;
};
using Surrogate = std::function<double(const Frozen& frozen, double policy, double ratio)>;

/// Row losses whose gradient stops at a factor, written anew from the papers, at standard
/// parameters: what is left to move is π and ρ.
const std::map<std::string, Surrogate>& stoppedSurrogates() {
  static constexpr double kCap = 20.085536923187668;  // e³
  static const std::map<std::string, Surrogate> surrogates{
      {"tis", [](const Frozen& was, double policy,
                 double) { return -std::min(was.ratio, kCap) * was.advantage * std::log(policy); }},
      {"topk_reinforce",
       [](const Frozen& was, double policy, double) {
         return -16 * std::pow(1 - was.policy, 15) * std::min(was.ratio, kCap) * was.advantage *
                std::log(policy);
       }},
      {"cispo",
       [](const Frozen& was, double policy, double) {
         return -std::clamp(was.ratio, 0.0, 1.28) * was.advantage * std::log(policy);
       }},
      {"vespo",
       [](const Frozen& was, double policy, double) {
         const bool gain = was.advantage >= 0;
         const double shape = gain ? 2 : 3, decay = gain ? 3 : 2;
         return -std::exp(decay + shape * std::log(was.ratio) - decay * was.ratio) * was.advantage *
                std::log(policy);
       }},
      {"gppo",
       [](const Frozen& was, double, double ratio) {
         const bool over = was.advantage > 0 && was.ratio > 1.2;
         const bool under = was.advantage < 0 && was.ratio < 0.8;
         const double held = over ? 1.2 / was.ratio : under ? 0.8 / was.ratio : 1.0;
         return -held * ratio * was.advantage;
       }},
      {"ecpo",
       [](const Frozen& was, double policy, double) {
         const double behaviour = std::max(was.policy / 1.3, was.behaviour);
         const double ratio = policy / behaviour;
         return -std::min(ratio * was.advantage, std::clamp(ratio, 0.8, 1.2) * was.advantage);
       }},
      {"gbpo",
       [](const Frozen& was, double policy, double) {
         const double other = was.advantage >= 0 ? was.policy : 1 - was.policy;
         return -policy / std::max(was.behaviour, other) * was.advantage;
       }},
  };
  return surrogates;
}

/// Mean over rows of a stopped surrogate where the policy is `now` and the stopped factors are
/// those of `was`.
double meanSurrogate(const Surrogate& surrogate, const BlackboardView& was,
                     const BlackboardView& now) {
  double sum = 0;
  int rows = 0;
  for (std::size_t i = 0; i < was.candidates.size(); ++i) {
    const BoardCandidateView& before = was.candidates[i];
    if (!before.isRow()) continue;
    ++rows;
    const double policy = now.candidates[i].policy;
    sum += surrogate({before.ratio, before.policy, before.behaviour, before.advantage}, policy,
                     policy / before.behaviour);
  }
  return rows == 0 ? 0 : sum / rows;
}

void expectSlopes(const BlackboardSlate& slate,
                  const std::function<double(const BlackboardView&)>& loss) {
  const BlackboardView view = viewOf(slate);
  for (std::size_t i = 0; i < slate.candidates.size(); ++i) {
    BlackboardSlate up = slate, down = slate;
    up.candidates[i].offset += kStep;
    down.candidates[i].offset -= kStep;
    const double slope = (loss(viewOf(up)) - loss(viewOf(down))) / (2 * kStep);
    EXPECT_NEAR(view.candidates[i].gradient, slope,
                kSlopeTolerance * std::max(1.0, std::abs(slope)))
        << "candidate " << i;
  }
}

TEST(BlackboardView, ArrowsAreTheSlopesOfTheLossUnderEverySchemeAndRows) {
  for (const Scheme* scheme : schemes()) {
    const std::string& id = scheme->description().id;
    for (const RowKind rows : kRowKinds) {
      SCOPED_TRACE(id + " / " + toString(rows));
      const BlackboardSlate slate = withScheme(id, rows);
      const BlackboardView was = viewOf(slate);
      const auto stopped = stoppedSurrogates().find(id);
      expectSlopes(slate, [&](const BlackboardView& now) {
        return stopped == stoppedSurrogates().end() ? now.loss.total
                                                    : meanSurrogate(stopped->second, was, now);
      });
    }
  }
}

TEST(BlackboardView, ArrowsOfHeldAndUndecidedPoliciesAreSlopesToo) {
  for (const char* regulariser : {"kl_exact", "kl_reverse"}) {
    for (const BoardReference reference : {BoardReference::Supervised, BoardReference::Logging}) {
      SCOPED_TRACE(regulariser + toString(reference));
      BlackboardSlate slate = withScheme("ips", RowKind::Article);
      slate.objective.klWeight = 0.7;
      slate.objective.regulariser = regulariser;
      slate.objective.reference = reference;
      slate.objective.entropyWeight = 0.3;
      slate.objective.weight = 0.5;
      expectSlopes(slate, [](const BlackboardView& now) { return now.loss.total; });
    }
  }
}

/// Each part of an arrow is the slope of its own term.
TEST(BlackboardView, PartsOfAnArrowAreSlopesOfTheirTerms) {
  BlackboardSlate slate = withScheme("ips", RowKind::Article);
  slate.objective.weight = 0.5;
  slate.objective.klWeight = 0.7;
  slate.objective.entropyWeight = 0.3;
  const BlackboardView view = viewOf(slate);
  for (std::size_t i = 0; i < 5; ++i) {
    BlackboardSlate up = slate, down = slate;
    up.candidates[i].offset += kStep;
    down.candidates[i].offset -= kStep;
    const ObjectiveValue high = viewOf(up).loss, low = viewOf(down).loss;
    const BoardCandidateView& seen = view.candidates[i];
    EXPECT_NEAR(seen.schemeGradient, 0.5 * (high.reward - low.reward) / (2 * kStep), 1e-8);
    EXPECT_NEAR(seen.klGradient, 0.7 * (high.kl - low.kl) / (2 * kStep), 1e-8);
    EXPECT_NEAR(seen.entropyGradient, -0.3 * (high.entropy - low.entropy) / (2 * kStep), 1e-8);
  }
}

/// The board's numbers one by one, as anyone can reckon them on a blackboard.
TEST(BlackboardView, ShowsScoresPolicyRatiosAndRewards) {
  BlackboardSlate slate = fiveCandidates();
  slate.temperature = 0.5;
  slate.objective.scheme = "grpo";
  const BlackboardView view = viewOf(slate);
  std::vector<double> power;
  double sum = 0, mean = 0, squares = 0, expected = 0;
  std::vector<double> rewards;
  for (const BoardCandidate& candidate : slate.candidates) {
    const double score =
        1.0 * candidate.probabilities[0] + 2.5 * candidate.probabilities[1] + candidate.offset;
    power.push_back(std::exp(score / 0.5));
    sum += power.back();
    rewards.push_back(1.0 * candidate.actions[0] + 3.0 * candidate.actions[1]);
    mean += rewards.back() / 5;
  }
  for (const double reward : rewards) squares += (reward - mean) * (reward - mean);
  const double deviation = std::sqrt(squares / 4);
  for (std::size_t i = 0; i < 5; ++i) {
    const BoardCandidateView& seen = view.candidates[i];
    EXPECT_NEAR(seen.policy, power[i] / sum, 1e-14);
    EXPECT_NEAR(seen.ratio, power[i] / sum / slate.candidates[i].propensity, 1e-12);
    EXPECT_DOUBLE_EQ(seen.reward, rewards[i]);
    EXPECT_NEAR(seen.advantage, (rewards[i] - mean) / (deviation + 1e-6), 1e-12);
    expected += power[i] / sum * rewards[i];
  }
  EXPECT_NEAR(view.expectedReward, expected, 1e-13);
  EXPECT_DOUBLE_EQ(view.clip.low, 0.8);
  EXPECT_DOUBLE_EQ(view.clip.high, 1.2);
}

TEST(BlackboardView, RowsAreWhatTheirKindSays) {
  const auto rowsOf = [](const BlackboardView& view) {
    std::string rows;
    for (const BoardCandidateView& seen : view.candidates) rows += seen.isRow() ? 'x' : '-';
    return rows;
  };
  BlackboardSlate slate = fiveCandidates();
  slate.drawn = 3;
  slate.objective.rows = RowKind::Drawn;
  EXPECT_EQ(rowsOf(viewOf(slate)), "---x-");
  slate.objective.rows = RowKind::Observed;
  const BlackboardView observed = viewOf(slate);
  EXPECT_EQ(rowsOf(observed), "xxxxx");
  EXPECT_DOUBLE_EQ(observed.candidates[2].ratio, observed.candidates[2].policy);
  slate.objective.rows = RowKind::Article;
  slate.objective.rule = PropensityRule::Self;
  EXPECT_DOUBLE_EQ(viewOf(slate).candidates[2].ratio, 1);
  slate.objective.rule = PropensityRule::Uniform;
  EXPECT_DOUBLE_EQ(viewOf(slate).candidates[2].behaviour, 0.2);
  slate.objective.rule = PropensityRule::Drop;
  EXPECT_EQ(rowsOf(viewOf(slate)), "-----");
  for (const BoardCandidateView& seen : viewOf(slate).candidates) EXPECT_EQ(seen.gradient, 0);
}

TEST(BlackboardView, ASmallStepLowersTheLossAndLeadsWhereTheBoardSaid) {
  int moved = 0;
  for (const Scheme* scheme : schemes()) {
    if (stoppedSurrogates().contains(scheme->description().id)) continue;
    for (const RowKind rows : kRowKinds) {
      SCOPED_TRACE(scheme->description().id + " / " + toString(rows));
      BlackboardSlate slate = withScheme(scheme->description().id, rows);
      slate.objective.klWeight = 0.1;
      slate.stepSize = 1e-4;
      const BlackboardView before = viewOf(slate);
      const BlackboardView after = viewOf(stepped(slate));
      double squares = 0;
      for (std::size_t i = 0; i < 5; ++i) {
        squares += before.candidates[i].gradient * before.candidates[i].gradient;
        EXPECT_DOUBLE_EQ(after.candidates[i].policy, before.candidates[i].nextPolicy);
        EXPECT_DOUBLE_EQ(after.candidates[i].modelScore, before.candidates[i].modelScore);
      }
      if (squares < 1e-12) {
        EXPECT_DOUBLE_EQ(after.loss.total, before.loss.total);
        continue;
      }
      ++moved;
      EXPECT_LT(after.loss.total, before.loss.total);
      // To first order a step of η gains η·|gradient|².
      EXPECT_NEAR((before.loss.total - after.loss.total) / (1e-4 * squares), 1, 0.02);
    }
  }
  EXPECT_GT(moved, 40);
}

TEST(BlackboardView, GradientsOfAShiftSumToZero) {
  for (const Scheme* scheme : schemes()) {
    double sum = 0;
    for (const auto& seen :
         viewOf(withScheme(scheme->description().id, RowKind::Article)).candidates)
      sum += seen.gradient;
    EXPECT_NEAR(sum, 0, 1e-12) << scheme->description().id;
  }
}

TEST(BlackboardView, EqualRewardsGiveNoGradientWithinAGroup) {
  BlackboardSlate slate = fiveCandidates();
  for (BoardCandidate& candidate : slate.candidates) candidate.actions = {true, false};
  slate.objective.scheme = "grpo";
  for (const BoardCandidateView& seen : viewOf(slate).candidates) {
    EXPECT_EQ(seen.advantage, 0);
    EXPECT_EQ(seen.gradient, 0);
  }
}

/// Numbers stay numbers: p of 0 and 1, propensities of 1e-6, equal candidates, gigantic steps, cold
/// and hot policies, large weights.
TEST(BlackboardView, ExtremesStayNumbers) {
  for (const Scheme* scheme : schemes()) {
    for (const Scheme* regulariser : regularisers()) {
      if (!regulariser->description().usesReference) continue;
      for (const RowKind rows : kRowKinds) {
        SCOPED_TRACE(scheme->description().id + " / " + regulariser->description().id);
        BlackboardSlate slate = withScheme(scheme->description().id, rows);
        slate.objective.regulariser = regulariser->description().id;
        slate.objective.klWeight = kGreatestTermWeight;
        slate.tasks[0].valueWeight = kGreatestTaskWeight;
        slate.tasks[1].rewardWeight = -kGreatestTaskWeight;
        slate.temperature = kLeastTemperature;
        slate.stepSize = kGreatestStepSize;
        slate.candidates[0].probabilities = {0, 0};
        slate.candidates[1].probabilities = {1, 1};
        setPropensity(slate, 2, 1);
        for (int step = 0; step < 4; ++step) {
          const BlackboardView view = viewOf(slate);
          double sum = 0;
          for (const BoardCandidateView& seen : view.candidates) {
            EXPECT_TRUE(std::isfinite(seen.score) && std::isfinite(seen.gradient));
            EXPECT_TRUE(std::isfinite(seen.nextPolicy));
            sum += seen.policy;
          }
          EXPECT_NEAR(sum, 1, 1e-12);
          EXPECT_TRUE(std::isfinite(view.loss.total));
          slate = stepped(slate);
          EXPECT_NO_THROW(check(slate));
        }
      }
    }
  }
}

/// The golden vectors' single slates, all rows with a propensity, put on a board: one task a
/// candidate whose reward weight is that candidate's reward, and one whose p is the reference's
/// score.
BlackboardSlate boardOf(const GoldenCase& golden) {
  const std::size_t count = golden.scores.size();
  const auto [least, most] =
      std::minmax_element(golden.referenceScores.begin(), golden.referenceScores.end());
  const double range = std::max(*most - *least, 1e-9);
  BlackboardSlate slate;
  for (std::size_t i = 0; i < count; ++i) slate.tasks.push_back({"", 0, golden.rewards[i]});
  slate.tasks.push_back({"", range, 0});
  for (std::size_t i = 0; i < count; ++i) {
    BoardCandidate candidate;
    candidate.probabilities.assign(count + 1, 0);
    candidate.probabilities.back() = (golden.referenceScores[i] - *least) / range;
    candidate.actions.assign(count + 1, false);
    candidate.actions[i] = true;
    candidate.propensity = golden.rows.behaviour[i];
    candidate.offset = golden.scores[i] - range * candidate.probabilities.back();
    slate.candidates.push_back(candidate);
  }
  slate.temperature = golden.temperature;
  return slate;
}

TEST(BlackboardView, AgreesWithTheGoldenVectors) {
  const std::vector<GoldenCase> cases = goldenCases();
  if (cases.empty()) GTEST_SKIP() << "the golden vectors are not beside the project";
  int seen = 0;
  std::set<std::string> schemesSeen;
  for (const GoldenCase& golden : cases) {
    const bool single = golden.offsets.size() == 2 && golden.rows.size() == golden.scores.size();
    bool stated = single;
    for (const double behaviour : golden.rows.behaviour) {
      stated = stated && behaviour == behaviour;
    }
    if (!stated) continue;
    for (const Scheme* scheme : schemes()) {
      const SchemeDescription& description = scheme->description();
      if (description.usesModelReward) continue;
      SCOPED_TRACE(golden.name + " / " + description.id);
      BlackboardSlate slate = boardOf(golden);
      slate.objective.scheme = description.id;
      for (const SchemeParameter& parameter : description.parameters) {
        const auto& value = golden.hyper.at(parameter.id);
        slate.objective.parameters[parameter.id] = value.is_null() ? 1.0 : value.get<double>();
      }
      const BlackboardView view = viewOf(slate);
      const auto& expected = golden.expected.at("schemes").at(description.id);
      const double loss = expected.at("loss");
      EXPECT_NEAR(view.loss.total, loss, 1e-9 * std::max(1.0, std::abs(loss)));
      for (std::size_t i = 0; i < slate.candidates.size(); ++i) {
        const double slope = expected.at("grad_s")[0][golden.place[i].second];
        EXPECT_NEAR(view.candidates[i].gradient, slope, 1e-9 * std::max(1.0, std::abs(slope)));
      }
      ++seen;
      schemesSeen.insert(description.id);
    }
  }
  EXPECT_GE(seen, 150);
  EXPECT_GE(schemesSeen.size(), 20u);
}

}  // namespace
}  // namespace luce
