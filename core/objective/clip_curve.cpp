#include "core/objective/clip_curve.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "core/common/error.h"

namespace luce {

namespace {

constexpr double kHair = 1e-9;  // of a ratio

SchemeRow<double> imaginedRow(double ratio, double advantage) {
  SchemeRow<double> row{};
  row.policy = ratio * kCurveBehaviour;
  row.logPolicy = std::log(row.policy);
  row.behaviour = kCurveBehaviour;
  row.ratio = ratio;
  row.advantage = advantage;
  row.reward = advantage;
  row.referenceLogPolicy = std::log(kCurveBehaviour);
  row.modelReward = 0;
  return row;
}

}  // namespace

std::vector<double> curveRatios(const ClipBounds& bounds, std::size_t steps) {
  std::vector<double> ratios;
  const double growth = std::log(kCurveHighRatio / kCurveLowRatio);
  for (std::size_t i = 0; i <= steps; ++i) {
    const double share = static_cast<double>(i) / static_cast<double>(steps);
    ratios.push_back(kCurveLowRatio * std::exp(share * growth));
  }
  ratios.back() = kCurveHighRatio;
  for (const double bound : {bounds.low, bounds.high}) {
    if (!(bound > kCurveLowRatio && bound < kCurveHighRatio)) continue;
    ratios.push_back(bound * (1 - kHair));
    ratios.push_back(bound * (1 + kHair));
  }
  std::sort(ratios.begin(), ratios.end());
  return ratios;
}

ClipCurve clipCurve(const Scheme& scheme, std::span<const double> parameters, AdvantageSign sign,
                    std::span<const double> ratios) {
  const std::string reason = whyNoCurve(scheme.description());
  if (!reason.empty()) throw Error(reason);
  const double advantage = sign == AdvantageSign::Positive ? 1 : -1;
  ClipCurve curve;
  curve.ratio.assign(ratios.begin(), ratios.end());
  curve.loss.resize(ratios.size());
  curve.coefficient.resize(ratios.size());
  for (std::size_t i = 0; i < ratios.size(); ++i) {
    const SchemeRow<double> row = imaginedRow(ratios[i], advantage);
    scheme.evaluate(std::span(&row, 1), parameters, std::span(&curve.loss[i], 1),
                    std::span(&curve.coefficient[i], 1));
  }
  return curve;
}

std::string whyNoCurve(const SchemeDescription& description) {
  if (description.pairs == PairSet::Stages) {
    return fmt::format("{} explains a whole list, so it has no curve over the ratio of one row.",
                       description.title);
  }
  if (description.pairs == PairSet::Candidates) {
    return fmt::format(
        "{} sums over all candidates of a slate, logged or not, so it has no curve over the ratio "
        "of a row.",
        description.title);
  }
  if (description.dependsOnBatch) {
    return fmt::format(
        "{} depends on the whole batch: what a row loses hangs on the other rows too, so it has "
        "no curve of its own.",
        description.title);
  }
  return {};
}

std::string curveOmission(const SchemeDescription& description) {
  if (description.pairs != PairSet::RowsAndCandidates) return {};
  if (description.usesModelReward) {
    return fmt::format(
        "Of {} only the term of a logged row is drawn, for a modelled reward q of 0; it has "
        "another for every candidate.",
        description.title);
  }
  return fmt::format(
      "Of {} only the term of a logged row is drawn; it has another for every candidate.",
      description.title);
}

}  // namespace luce
