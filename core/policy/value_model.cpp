#include "core/policy/value_model.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "core/common/error.h"

namespace luce {

void scoreCandidates(std::span<const float> probabilities, std::span<const double> weights,
                     std::span<float> scores) {
  const std::size_t candidates = scores.size();
  std::fill(scores.begin(), scores.end(), 0.0f);
  for (std::size_t task = 0; task < weights.size(); ++task) {
    const float* column = probabilities.data() + task * candidates;
    const auto weight = static_cast<float>(weights[task]);
    for (std::size_t i = 0; i < candidates; ++i) scores[i] += weight * column[i];
  }
}

double reward(std::span<const float> labels, std::span<const double> weights) {
  double sum = 0;
  for (std::size_t task = 0; task < weights.size(); ++task) sum += weights[task] * labels[task];
  return sum;
}

namespace {

constexpr double kLargestWeight = 1e9;

double parseWeight(std::string_view entry, std::string_view number) {
  double value = 0;
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
  if (error != std::errc() || end != number.data() + number.size() || !std::isfinite(value)) {
    throw Error(
        fmt::format("The weight \"{}\" is not a finite number; write it as task=number.", entry));
  }
  if (std::abs(value) > kLargestWeight) {
    throw Error(fmt::format("The weight \"{}\" is larger than {:g}, where scores lose their order.",
                            entry, kLargestWeight));
  }
  return value;
}

}  // namespace

TaskWeights parseTaskWeights(const std::string& text, std::span<const std::string> tasks) {
  TaskWeights weights(tasks.size(), 0.0);
  std::string_view rest = text;
  while (!rest.empty()) {
    const std::string_view entry = rest.substr(0, rest.find(','));
    rest.remove_prefix(std::min(rest.size(), entry.size() + 1));
    const std::size_t equals = entry.find('=');
    if (equals == std::string_view::npos) {
      throw Error(fmt::format("The weight \"{}\" lacks \"=\"; write it as task=number.", entry));
    }
    const auto task = std::find(tasks.begin(), tasks.end(), entry.substr(0, equals));
    if (task == tasks.end()) {
      throw Error(fmt::format("There is no task \"{}\"; the tasks are {}.", entry.substr(0, equals),
                              fmt::join(tasks, ", ")));
    }
    weights[static_cast<std::size_t>(task - tasks.begin())] =
        parseWeight(entry, entry.substr(equals + 1));
  }
  return weights;
}

std::string taskWeightsText(std::span<const double> weights, std::span<const std::string> tasks) {
  std::string text;
  for (std::size_t task = 0; task < tasks.size(); ++task) {
    text += fmt::format("{}{}={}", text.empty() ? "" : ",", tasks[task], weights[task]);
  }
  return text;
}

}  // namespace luce
