#include "core/dataset/importers/click_simulation.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "core/common/error.h"
#include "core/common/hash.h"
#include "core/common/random.h"

namespace luce {

namespace {

constexpr double kErrorOfScores = 0.5;

/// The first `count` places of a Plackett–Luce draw: the largest of scores with Gumbel noise.
std::vector<std::size_t> draw(const std::vector<std::size_t>& candidates,
                              const std::vector<double>& scores, std::size_t count,
                              Random& random) {
  std::vector<double> keys(scores.size());
  for (const std::size_t candidate : candidates) {
    keys[candidate] = scores[candidate] + random.gumbel();
  }
  std::vector<std::size_t> order = candidates;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return keys[a] > keys[b]; });
  order.resize(count);
  return order;
}

}  // namespace

Schema withSimulatedClicks(Schema schema) {
  if (schema.shape != LogShape::Slate) {
    throw Error("Clicks can be simulated for slates only; build slates by key in the schema.");
  }
  if (schema.tasks.size() != 1) {
    throw Error(
        "Clicks are simulated from one task, the grade of relevance; name it alone under \"tasks\" "
        "in the schema.");
  }
  schema.tasks = {"click"};
  schema.hasPosition = schema.hasPropensity = schema.hasExamination = true;
  return schema;
}

ClickSimulationSink::ClickSimulationSink(const ClickSimulation& clicks, double largestGrade,
                                         DatasetSink& out)
    : clicks_(clicks), largestGrade_(largestGrade), held_(out) {}

void ClickSimulationSink::addSlate(const SlateRecord& slate) {
  simulate();
  held_.addSlate(slate);
  stream_ = fnv1a(slate.key);
}

void ClickSimulationSink::addCandidate(const CandidateRecord& candidate) {
  held_.addCandidate(candidate);
  const double grade = static_cast<double>(candidate.labels.front()) * largestGrade_;
  attractiveness_.push_back((std::exp2(grade) - 1) / (std::exp2(largestGrade_) - 1));
}

void ClickSimulationSink::finish() {
  simulate();
  held_.finish();
}

void ClickSimulationSink::simulate() {
  if (attractiveness_.empty()) return;
  Random random(clicks_.seed, stream_);
  std::vector<double> scores;
  for (const double attractiveness : attractiveness_) {
    scores.push_back((attractiveness + kErrorOfScores * random.normal()) / clicks_.temperature);
  }
  std::vector<std::size_t> shown(scores.size());
  std::iota(shown.begin(), shown.end(), std::size_t{0});
  const std::size_t places = std::min(static_cast<std::size_t>(clicks_.places), shown.size());
  shown = draw(shown, scores, places, random);
  // In the log's order, so that the second draw knows nothing of the first.
  std::sort(shown.begin(), shown.end());
  shown = draw(shown, scores, places, random);

  double largest = -std::numeric_limits<double>::infinity(), sum = 0;
  for (const std::size_t candidate : shown) largest = std::max(largest, scores[candidate]);
  for (const std::size_t candidate : shown) sum += std::exp(scores[candidate] - largest);
  std::vector<HeldSlates::Shown> list;
  for (std::size_t i = 0; i < shown.size(); ++i) {
    const double attractiveness = attractiveness_[shown[i]];
    const double examination = std::pow(static_cast<double>(i + 1), -clicks_.bias);
    const double click = examination * (clicks_.noise + (1 - clicks_.noise) * attractiveness);
    const double propensity =
        std::max(std::exp(scores[shown[i]] - largest) / sum, std::numeric_limits<double>::min());
    list.push_back({.candidate = shown[i],
                    .position = static_cast<std::uint16_t>(i + 1),
                    .propensity = propensity,
                    .examination = examination,
                    .label = random.uniform() < click ? 1.0f : 0.0f});
  }
  held_.show(list);
  attractiveness_.clear();
}

}  // namespace luce
