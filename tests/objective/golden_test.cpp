#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <optional>

#include "core/objective/logit_loss.h"
#include "core/objective/tensor_gradient.h"
#include "core/policy/plackett_luce.h"
#include "tests/support/golden_case.h"

namespace luce {
namespace {

constexpr double kDoubleTolerance = 1e-9;
constexpr double kFloatTolerance = 1e-5;

/// A quantity of the golden file: a scheme, with another advantage than its own if a suffix says
/// so.
PolicyLoss lossOf(const GoldenCase& golden, const std::string& quantity) {
  std::string id = quantity;
  std::optional<AdvantageKind> advantage;
  for (const auto& [suffix, kind] :
       {std::pair{"_raw", AdvantageKind::Raw}, std::pair{"_group", AdvantageKind::Group}}) {
    if (!id.ends_with(suffix)) continue;
    id.resize(id.size() - std::strlen(suffix));
    advantage = kind;
  }
  PolicyLoss loss{.scheme = &findScheme(id), .temperature = golden.temperature};
  loss.advantage = advantage.value_or(loss.scheme->description().advantage);
  for (const SchemeParameter& parameter : loss.scheme->description().parameters) {
    const auto& value = golden.hyper.at(parameter.id);
    // The file's way to say that there is no lower bound.
    loss.parameters.push_back(value.is_null() ? 1.0 : value.get<double>());
  }
  return loss;
}

template <class Real>
struct Evaluated {
  ObjectiveValue value;
  std::vector<Real> gradient;
};

enum class Path { Kernel, Tensors };

template <class Real>
Evaluated<Real> evaluate(const GoldenCase& golden, const PolicyLoss& loss, Path path) {
  const SchemeDescription& description = loss.scheme->description();
  const bool actionsOnly =
      description.pairs == PairSet::Rows && description.reduction == Reduction::SlateMean;
  const std::vector<Real> scores(golden.scores.begin(), golden.scores.end());
  const std::vector<Real> model(golden.modelReward.begin(), golden.modelReward.end());
  const std::vector<Real> reference(golden.referenceScores.begin(), golden.referenceScores.end());
  std::vector<Real> referenceLogPolicy(scores.size()), referencePolicy(scores.size());
  firstPlacePolicy<Real>(golden.offsets, reference, loss.temperature, referenceLogPolicy,
                         referencePolicy);
  ObjectiveBatch<Real> batch{golden.offsets, scores, actionsOnly ? &golden.allRows : &golden.rows,
                             actionsOnly ? golden.allRewards : golden.rewards};
  batch.referenceLogPolicy = referenceLogPolicy;
  batch.modelReward = model;
  batch.listOrder = description.list == ListOrder::Shown ? golden.shownOrder : golden.rewardOrder;
  Evaluated<Real> result;
  result.gradient.resize(scores.size());
  if (path == Path::Kernel) {
    result.value = SlateObjective<Real>().evaluate(loss, batch, result.gradient);
  } else {
    result.value = evaluateWithTensors<Real>(loss, batch, result.gradient);
  }
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

/// All 36 quantities of all 45 cases.
template <class Real>
void expectAllToAgree(const std::vector<GoldenCase>& cases, Path path, double tolerance) {
  int seen = 0;
  for (const GoldenCase& golden : cases) {
    for (const auto& [name, expected] : golden.expected.at("schemes").items()) {
      const auto result = evaluate<Real>(golden, lossOf(golden, name), path);
      expectAgreement(golden, name, result.value.reward, result.gradient, tolerance);
      ++seen;
    }
  }
  EXPECT_EQ(seen, 45 * 36);
}

TEST_F(GoldenVectors, KernelAgreesInDoublePrecision) {
  expectAllToAgree<double>(cases_, Path::Kernel, kDoubleTolerance);
}

TEST_F(GoldenVectors, KernelAgreesInSinglePrecision) {
  expectAllToAgree<float>(cases_, Path::Kernel, kFloatTolerance);
}

/// Its gradients come from autograd through the schemes' losses alone, so that this also shows the
/// coefficients to be the losses' derivatives.
TEST_F(GoldenVectors, TensorsAgreeInDoublePrecision) {
  expectAllToAgree<double>(cases_, Path::Tensors, kDoubleTolerance);
}

TEST_F(GoldenVectors, TensorsAgreeInSinglePrecision) {
  expectAllToAgree<float>(cases_, Path::Tensors, kFloatTolerance);
}

/// Every scheme and regulariser of the registry is in the file.
TEST_F(GoldenVectors, NoneIsLeftUntested) {
  for (const auto list : {schemes(), regularisers()}) {
    for (const Scheme* scheme : list) {
      EXPECT_TRUE(cases_[0].expected.at("schemes").contains(scheme->description().id))
          << scheme->description().id;
    }
  }
}

/// β·KL and η·entropy as terms beside a scheme: linear in their weights.
TEST_F(GoldenVectors, RegularisersAddToTheScheme) {
  for (const GoldenCase& golden : cases_) {
    for (const Scheme* regulariser : regularisers()) {
      const std::string& id = regulariser->description().id;
      if (id == "entropy") continue;
      PolicyLoss loss = lossOf(golden, "grpo");
      loss.weight = 0.5;
      loss.klWeight = 0.25;
      loss.regulariser = regulariser;
      loss.entropyWeight = 0.125;
      const auto& expected = golden.expected.at("schemes");
      for (const Path path : {Path::Kernel, Path::Tensors}) {
        SCOPED_TRACE(golden.name + " / " + id);
        const auto result = evaluate<double>(golden, loss, path);
        const auto combined = [&](const auto& of) {
          return 0.5 * of(expected.at("grpo")) + 0.25 * of(expected.at(id)) -
                 0.125 * of(expected.at("entropy"));
        };
        const double total =
            combined([](const auto& entry) { return entry.at("loss").template get<double>(); });
        EXPECT_NEAR(result.value.total, total, kDoubleTolerance * std::max(1.0, std::abs(total)));
        for (std::size_t i = 0; i < result.gradient.size(); ++i) {
          const auto [b, k] = golden.place[i];
          const double slope = combined([b = b, k = k](const auto& entry) {
            return entry.at("grad_s")[b][k].template get<double>();
          });
          EXPECT_NEAR(result.gradient[i], slope, kDoubleTolerance * std::max(1.0, std::abs(slope)));
        }
      }
    }
  }
}

TEST_F(GoldenVectors, EntropyAgrees) {
  for (const GoldenCase& golden : cases_) {
    SCOPED_TRACE(golden.name);
    const auto result = evaluate<double>(golden, lossOf(golden, "ips"), Path::Kernel);
    const double expected = golden.expected.at("schemes").at("entropy").at("loss");
    EXPECT_NEAR(result.value.entropy, expected, kDoubleTolerance);
  }
}

TEST_F(GoldenVectors, RatiosAndAdvantagesAgree) {
  for (const GoldenCase& golden : cases_) {
    for (const AdvantageKind kind :
         {AdvantageKind::Group, AdvantageKind::Mean, AdvantageKind::LeaveOneOut}) {
      SCOPED_TRACE(golden.name + " / " + toString(kind));
      PolicyLoss loss = lossOf(golden, "ips");
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
    for (const char* name : {"ips", "grpo", "ecpo", "gbpo", "cispo"}) {
      SCOPED_TRACE(golden.name + " / " + name);
      const PolicyLoss loss = lossOf(golden, name);
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
  EXPECT_GE(seen, 10);
}

}  // namespace
}  // namespace luce
