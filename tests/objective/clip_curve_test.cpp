#include "core/objective/clip_curve.h"

#include <gmock/gmock.h>

#include <cmath>

#include "core/common/error.h"

namespace luce {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

/// A scheme with a description of one's own that writes down what it is shown: its loss is log π,
/// its coefficient A + r.
class Recorder : public Scheme {
 public:
  explicit Recorder(SchemeDescription description) : description_(std::move(description)) {}
  const SchemeDescription& description() const override { return description_; }
  ClipBounds clipBounds(std::span<const double>) const override { return {}; }
  void evaluate(std::span<const SchemeRow<float>>, std::span<const double>, std::span<float>,
                std::span<float>) const override {}
  void evaluate(std::span<const SchemeRow<double>> rows, std::span<const double>,
                std::span<double> loss, std::span<double> coefficient) const override {
    EXPECT_EQ(rows.size(), 1u);
    seen.push_back(rows[0]);
    loss[0] = rows[0].logPolicy;
    coefficient[0] = rows[0].advantage + rows[0].reward;
  }
  void evaluateCandidates(std::span<const SchemeRow<float>>, std::span<const double>,
                          std::span<float>, std::span<float>) const override {}
  void evaluateCandidates(std::span<const SchemeRow<double>>, std::span<const double>,
                          std::span<double>, std::span<double>) const override {}

  mutable std::vector<SchemeRow<double>> seen;

 private:
  SchemeDescription description_;
};

SchemeDescription described(PairSet pairs, bool dependsOnBatch = false) {
  SchemeDescription description;
  description.title = "Trial";
  description.pairs = pairs;
  description.dependsOnBatch = dependsOnBatch;
  return description;
}

TEST(ClipCurve, OfIpsIsMinusRatioTimesAdvantage) {
  const std::vector<double> ratios{0.01, 0.5, 1, 7, 100};
  const Scheme& ips = findScheme("ips");
  const ClipCurve gain = clipCurve(ips, {}, AdvantageSign::Positive, ratios);
  const ClipCurve loss = clipCurve(ips, {}, AdvantageSign::Negative, ratios);
  EXPECT_EQ(gain.ratio, ratios);
  for (std::size_t i = 0; i < ratios.size(); ++i) {
    EXPECT_DOUBLE_EQ(gain.loss[i], -ratios[i]);
    EXPECT_DOUBLE_EQ(gain.coefficient[i], -ratios[i]);
    EXPECT_DOUBLE_EQ(loss.loss[i], ratios[i]);
    EXPECT_DOUBLE_EQ(loss.coefficient[i], ratios[i]);
  }
}

TEST(ClipCurve, OfPpoIsFlatWhereItIsClippedAndOnlyThere) {
  const Scheme& ppo = findScheme("ppo_clip");
  const std::vector<double> parameters{0.2};
  const std::vector<double> ratios{0.05, 0.79, 0.81, 1.19, 1.21, 90};
  const ClipCurve gain = clipCurve(ppo, parameters, AdvantageSign::Positive, ratios);
  EXPECT_THAT(gain.loss, testing::Pointwise(testing::DoubleNear(1e-12),
                                            {-0.05, -0.79, -0.81, -1.19, -1.2, -1.2}));
  EXPECT_THAT(gain.coefficient, testing::Pointwise(testing::DoubleNear(1e-12),
                                                   {-0.05, -0.79, -0.81, -1.19, 0.0, 0.0}));
  const ClipCurve loss = clipCurve(ppo, parameters, AdvantageSign::Negative, ratios);
  EXPECT_THAT(loss.loss,
              testing::Pointwise(testing::DoubleNear(1e-12), {0.8, 0.8, 0.81, 1.19, 1.21, 90.0}));
  EXPECT_THAT(loss.coefficient,
              testing::Pointwise(testing::DoubleNear(1e-12), {0.0, 0.0, 0.81, 1.19, 1.21, 90.0}));
}

TEST(ClipCurve, OfCispoFollowsLogPolicyAtTheStatedLoggingPolicy) {
  // Weight 1.28 at most; at ρ = 10, π = 0.1.
  const std::vector<double> ratios{10};
  const ClipCurve curve =
      clipCurve(findScheme("cispo"), std::vector{1.0, 0.28}, AdvantageSign::Positive, ratios);
  EXPECT_NEAR(curve.loss[0], 1.28 * std::log(10.0), 1e-12);
  EXPECT_NEAR(curve.coefficient[0], -1.28, 1e-12);
}

TEST(ClipCurve, TheCoefficientIsTheLossesSlopeInLogPolicyWhereThePolicyCarriesIt) {
  // Schemes whose weight is a constant have another slope over ρ than their gradient.
  for (const char* id : {"ips", "ppo_clip", "grpo"}) {
    SCOPED_TRACE(id);
    const Scheme& scheme = findScheme(id);
    const std::vector<double> parameters = standardParameters(scheme);
    for (const AdvantageSign sign : {AdvantageSign::Positive, AdvantageSign::Negative}) {
      for (const double ratio : {0.1, 0.7, 1.0, 1.1, 3.0}) {
        const double step = 1e-6;
        const std::vector<double> ratios{ratio * std::exp(-step), ratio, ratio * std::exp(step)};
        const ClipCurve curve = clipCurve(scheme, parameters, sign, ratios);
        EXPECT_NEAR(curve.coefficient[1], (curve.loss[2] - curve.loss[0]) / (2 * step), 1e-6);
      }
    }
  }
}

TEST(ClipCurve, ImaginesOneRowABatch) {
  const Recorder recorder(described(PairSet::Rows));
  const ClipCurve curve =
      clipCurve(recorder, {}, AdvantageSign::Negative, std::vector<double>{0.01, 100});
  EXPECT_THAT(curve.loss, testing::Pointwise(testing::DoubleNear(1e-12), {std::log(1e-4), 0.0}));
  EXPECT_THAT(curve.coefficient, testing::ElementsAre(-2, -2));
  ASSERT_EQ(recorder.seen.size(), 2u);
  EXPECT_DOUBLE_EQ(recorder.seen[1].policy, 1);
  EXPECT_DOUBLE_EQ(recorder.seen[1].ratio, 100);
  EXPECT_DOUBLE_EQ(recorder.seen[1].behaviour, 0.01);
  EXPECT_DOUBLE_EQ(recorder.seen[1].referenceLogPolicy, std::log(0.01));
  EXPECT_EQ(recorder.seen[1].modelReward, 0);
}

TEST(ClipCurve, SchemesWithoutACurveSayWhy) {
  const std::vector<double> one{1};
  const auto curveOf = [&](PairSet pairs, bool dependsOnBatch) {
    return [&, pairs, dependsOnBatch] {
      clipCurve(Recorder(described(pairs, dependsOnBatch)), {}, AdvantageSign::Positive, one);
    };
  };
  EXPECT_THAT(curveOf(PairSet::Rows, true),
              testing::ThrowsMessage<Error>(HasSubstr("Trial depends on the whole batch")));
  EXPECT_THAT(curveOf(PairSet::Candidates, false),
              testing::ThrowsMessage<Error>(HasSubstr("all candidates")));
  EXPECT_THAT(curveOf(PairSet::Stages, false),
              testing::ThrowsMessage<Error>(HasSubstr("whole list")));
  EXPECT_NO_THROW(curveOf(PairSet::RowsAndCandidates, false)());
}

TEST(ClipCurve, SaysWhatItLeavesOut) {
  EXPECT_THAT(curveOmission(described(PairSet::Rows)), IsEmpty());
  SchemeDescription both = described(PairSet::RowsAndCandidates);
  EXPECT_THAT(curveOmission(both), HasSubstr("only the term of a logged row"));
  EXPECT_THAT(curveOmission(both), testing::Not(HasSubstr("q of 0")));
  both.usesModelReward = true;
  EXPECT_THAT(curveOmission(both), HasSubstr("q of 0"));
}

TEST(CurveRatios, SpanFourDecadesEvenlyWithEachBoundTwice) {
  const std::vector<double> plain = curveRatios({}, 4);
  EXPECT_THAT(plain, testing::Pointwise(testing::DoubleNear(1e-9), {0.01, 0.1, 1.0, 10.0, 100.0}));
  EXPECT_EQ(plain.back(), 100);
  const std::vector<double> bounded = curveRatios({0.5, 1000}, 4);
  ASSERT_EQ(bounded.size(), 7u) << "a bound beyond the axis is not drawn";
  EXPECT_LT(bounded[2], 0.5);
  EXPECT_GT(bounded[3], 0.5);
  EXPECT_NEAR(bounded[2], bounded[3], 1e-8);
  EXPECT_THAT(curveRatios({0, 2}, 4), testing::SizeIs(7)) << "a bound of 0 is beyond the axis";
}

}  // namespace
}  // namespace luce
