#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>

#include "core/objective/logit_loss.h"
#include "core/policy/plackett_luce.h"
#include "tests/support/golden_case.h"

namespace luce {
namespace {

constexpr double kDoubleTolerance = 1e-9;
constexpr double kFloatTolerance = 1e-5;

struct Quantity {
  std::string name;    ///< as in the golden file
  std::string scheme;  ///< as in the registry
  AdvantageKind advantage;
};

const std::vector<Quantity> kQuantities{{"ips", "ips", AdvantageKind::Raw},
                                        {"ppo_clip", "ppo_clip", AdvantageKind::Raw},
                                        {"grpo", "grpo", AdvantageKind::Group},
                                        {"cispo", "cispo", AdvantageKind::Group},
                                        {"cispo_raw", "cispo", AdvantageKind::Raw}};

double parameterOf(const nlohmann::json& hyper, const std::string& id) {
  const auto& value = hyper.at(id);
  return value.is_null() && id == "cispo_low" ? 1.0 : value.get<double>();
}

PolicyLoss lossOf(const GoldenCase& golden, const Quantity& quantity) {
  PolicyLoss loss;
  loss.scheme = &findScheme(quantity.scheme);
  loss.advantage = quantity.advantage;
  loss.temperature = golden.temperature;
  for (const SchemeParameter& parameter : loss.scheme->description().parameters) {
    loss.parameters.push_back(parameterOf(golden.hyper, parameter.id));
  }
  return loss;
}

template <class Real>
struct Evaluated {
  ObjectiveValue value;
  std::vector<Real> gradient;
};

template <class Real>
Evaluated<Real> evaluate(const GoldenCase& golden, const PolicyLoss& loss) {
  const std::vector<Real> scores(golden.scores.begin(), golden.scores.end());
  const std::vector<Real> reference(golden.referenceScores.begin(), golden.referenceScores.end());
  std::vector<Real> referenceLogPolicy, referencePolicy;
  if (loss.klWeight > 0) {
    referenceLogPolicy.resize(scores.size());
    referencePolicy.resize(scores.size());
    firstPlacePolicy<Real>(golden.offsets, reference, loss.temperature, referenceLogPolicy,
                           referencePolicy);
  }
  Evaluated<Real> result;
  result.gradient.resize(scores.size());
  SlateObjective<Real> objective;
  result.value = objective.evaluate(
      loss, {golden.offsets, scores, &golden.rows, golden.rewards, referenceLogPolicy},
      result.gradient);
  return result;
}

template <class Real>
void expectAgreement(const GoldenCase& golden, const std::string& name, double lossValue,
                     const std::vector<Real>& gradient, double tolerance) {
  SCOPED_TRACE(golden.name + " / " + name);
  const auto& expected = golden.expected.at("schemes").at(name);
  const double loss = expected.at("loss");
  EXPECT_NEAR(lossValue, loss, tolerance * std::max(1.0, std::abs(loss)));
  double scale = 1;  // single precision is judged against the largest entry of the gradient
  for (std::size_t i = 0; i < gradient.size(); ++i) {
    const double entry = expected.at("grad_s")[golden.place[i].first][golden.place[i].second];
    scale = std::max(scale, std::abs(entry));
  }
  for (std::size_t i = 0; i < gradient.size(); ++i) {
    const double entry = expected.at("grad_s")[golden.place[i].first][golden.place[i].second];
    const double allowed = sizeof(Real) == sizeof(double)
                               ? tolerance * std::max(1.0, std::abs(entry))
                               : tolerance * scale;
    EXPECT_NEAR(static_cast<double>(gradient[i]), entry, allowed) << "candidate " << i;
  }
}

class GoldenVectors : public testing::Test {
 protected:
  void SetUp() override {
    cases_ = goldenCases();
    if (cases_.empty()) GTEST_SKIP() << "the golden vectors are not beside the project";
    ASSERT_EQ(cases_.size(), 45u);
  }
  std::vector<GoldenCase> cases_;
};

TEST_F(GoldenVectors, SchemesAgreeInDoublePrecision) {
  for (const GoldenCase& golden : cases_) {
    for (const Quantity& quantity : kQuantities) {
      const auto result = evaluate<double>(golden, lossOf(golden, quantity));
      expectAgreement(golden, quantity.name, result.value.reward, result.gradient,
                      kDoubleTolerance);
    }
  }
}

TEST_F(GoldenVectors, SchemesAgreeInSinglePrecision) {
  for (const GoldenCase& golden : cases_) {
    // Scores of hundreds have no digits left for a softmax's argument in single precision.
    if (golden.name == "huge_scores") continue;
    for (const Quantity& quantity : kQuantities) {
      const auto result = evaluate<float>(golden, lossOf(golden, quantity));
      expectAgreement(golden, quantity.name, result.value.reward, result.gradient, kFloatTolerance);
    }
  }
}

TEST_F(GoldenVectors, ExactDivergenceAgrees) {
  for (const GoldenCase& golden : cases_) {
    PolicyLoss loss = lossOf(golden, kQuantities.front());
    loss.weight = 0;
    loss.klWeight = 1;
    const auto result = evaluate<double>(golden, loss);
    expectAgreement(golden, "kl_exact", result.value.kl, result.gradient, kDoubleTolerance);
  }
}

TEST_F(GoldenVectors, EntropyAgrees) {
  for (const GoldenCase& golden : cases_) {
    SCOPED_TRACE(golden.name);
    const auto result = evaluate<double>(golden, lossOf(golden, kQuantities.front()));
    // The golden regulariser is minimised, so it is minus the entropy.
    const double expected = golden.expected.at("schemes").at("entropy").at("loss");
    EXPECT_NEAR(std::abs(result.value.entropy), std::abs(expected), kDoubleTolerance);
  }
}

TEST_F(GoldenVectors, RatiosAndAdvantagesAgree) {
  for (const GoldenCase& golden : cases_) {
    for (const AdvantageKind kind :
         {AdvantageKind::Group, AdvantageKind::Mean, AdvantageKind::LeaveOneOut}) {
      SCOPED_TRACE(golden.name + " / " + toString(kind));
      PolicyLoss loss = lossOf(golden, kQuantities.front());
      loss.advantage = kind;
      SlateObjective<double> objective;
      std::vector<double> gradient(golden.scores.size());
      objective.evaluate(loss, {golden.offsets, golden.scores, &golden.rows, golden.rewards, {}},
                         gradient);
      const std::string key = kind == AdvantageKind::LeaveOneOut ? "loo" : toString(kind);
      for (std::size_t i = 0; i < golden.rows.size(); ++i) {
        const auto [b, k] = golden.place[static_cast<std::size_t>(golden.rows.candidate[i])];
        const double advantage = golden.expected.at("adv").at(key)[b][k];
        const double ratio = golden.expected.at("rho")[b][k];
        EXPECT_NEAR(objective.advantages()[i], advantage,
                    kDoubleTolerance * std::max(1.0, std::abs(advantage)));
        EXPECT_NEAR(objective.ratios()[i], ratio, kDoubleTolerance * std::max(1.0, ratio));
      }
    }
  }
}

/// The way back to task logits: what the training step hands to the network.
TEST_F(GoldenVectors, LogitGradientsAgree) {
  int seen = 0;
  for (const GoldenCase& golden : cases_) {
    if (!golden.source.contains("z")) continue;
    const auto vm = golden.source.at("vm").get<std::vector<double>>();
    std::vector<float> logits;
    LabelledRows labelled;
    for (std::size_t i = 0; i < golden.place.size(); ++i) {
      const auto [b, k] = golden.place[i];
      for (std::size_t task = 0; task < vm.size(); ++task) {
        logits.push_back(golden.source.at("z")[b][k][task]);
        labelled.labels.push_back(golden.source.at("label")[b][k][task]);
      }
      labelled.candidate.push_back(static_cast<std::int64_t>(i));
    }
    std::vector<float> gradient(logits.size());
    const auto expectGradient = [&](const nlohmann::json& expected) {
      for (std::size_t i = 0; i < golden.place.size(); ++i) {
        const auto [b, k] = golden.place[i];
        for (std::size_t task = 0; task < vm.size(); ++task) {
          const double entry = expected[b][k][task];
          EXPECT_NEAR(gradient[i * vm.size() + task], entry, kFloatTolerance);
        }
      }
    };
    for (const char* name : {"ips", "grpo", "cispo"}) {
      SCOPED_TRACE(golden.name + " / " + name);
      const auto quantity =
          std::find_if(kQuantities.begin(), kQuantities.end(),
                       [&](const Quantity& candidate) { return candidate.name == name; });
      const PolicyLoss loss = lossOf(golden, *quantity);
      LogitLoss().evaluate(logits, vm, 0.0, labelled, &loss,
                           {golden.offsets, {}, &golden.rows, golden.rewards, {}}, gradient);
      expectGradient(golden.expected.at("grad_z").at(name));
      ++seen;
    }
    const LossValue value = LogitLoss().evaluate(logits, vm, 1.0, labelled, nullptr,
                                                 {golden.offsets, {}, nullptr, {}, {}}, gradient);
    EXPECT_NEAR(value.bce, golden.expected.at("bce").at("loss").get<double>(), kFloatTolerance);
    expectGradient(golden.expected.at("bce").at("grad_z"));
  }
  EXPECT_GE(seen, 6);
}

}  // namespace
}  // namespace luce
