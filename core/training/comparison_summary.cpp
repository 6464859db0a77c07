#include "core/training/comparison_summary.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <numeric>

#include "core/common/csv_field.h"

namespace luce {

namespace {

using nlohmann::ordered_json;

template <class ValueOf>
std::vector<double> valuesOf(std::span<const ComparedRun> runs, ValueOf&& valueOf) {
  std::vector<double> values;
  for (const ComparedRun& run : runs) {
    if (run.finished()) values.push_back(valueOf(run));
  }
  return values;
}

template <class ValueOf>
double meanOf(std::span<const ComparedRun> runs, ValueOf&& valueOf) {
  return seedMean(valuesOf(runs, std::forward<ValueOf>(valueOf))).mean;
}

const ComparedRun* finishedRun(std::span<const ComparedRun> runs, std::uint64_t seed) {
  const auto found = std::find_if(runs.begin(), runs.end(), [&](const ComparedRun& run) {
    return run.finished() && run.seed == seed;
  });
  return found == runs.end() ? nullptr : &*found;
}

SeedMean pairedDifference(std::span<const ComparedRun> runs, std::span<const ComparedRun> others) {
  std::vector<double> differences;
  for (const ComparedRun& run : runs) {
    const ComparedRun* other = finishedRun(others, run.seed);
    if (run.finished() && other != nullptr) differences.push_back(run.value() - other->value());
  }
  return seedMean(differences);
}

ComparedScheme summariseScheme(const std::string& id, std::span<const ComparedRun> runs) {
  ComparedScheme scheme;
  scheme.scheme = id;
  scheme.title = comparedTitle(id);
  for (const ComparedRun& run : runs) {
    if (run.scheme != id) continue;
    scheme.runs.push_back(run);
    scheme.finished += run.finished();
    scheme.failed += run.phase == TrainingPhase::Failed;
  }
  scheme.value = seedMean(valuesOf(scheme.runs, [](const ComparedRun& r) { return r.value(); }));
  scheme.estimate = {meanOf(scheme.runs, [](const ComparedRun& r) { return r.estimate.value; }),
                     meanOf(scheme.runs, [](const ComparedRun& r) { return r.estimate.low; }),
                     meanOf(scheme.runs, [](const ComparedRun& r) { return r.estimate.high; })};
  scheme.logging = meanOf(scheme.runs, [](const ComparedRun& r) { return r.logging; });
  scheme.effectiveSampleSize =
      meanOf(scheme.runs, [](const ComparedRun& r) { return r.effectiveSampleSize; });
  scheme.seconds = meanOf(scheme.runs, [](const ComparedRun& r) { return r.seconds; });
  const auto truthOf = [&](double TrueValue::*member) {
    return seedMean(valuesOf(scheme.runs, [&](const ComparedRun& run) {
      return run.truth ? (*run.truth).*member : kMissing;
    }));
  };
  scheme.greedy = truthOf(&TrueValue::greedy);
  scheme.greedyTop = truthOf(&TrueValue::greedyTop);
  return scheme;
}

ordered_json number(double value) {
  return std::isfinite(value) ? ordered_json(value) : ordered_json();
}

ordered_json describe(const ComparedRun& run) {
  const auto truth = [&](double TrueValue::*member) {
    return run.truth ? number((*run.truth).*member) : ordered_json();
  };
  return {{"seed", run.seed},
          {"status", toString(run.phase)},
          {"message", run.message},
          {"estimate", number(run.estimate.value)},
          {"low", number(run.estimate.low)},
          {"high", number(run.estimate.high)},
          {"logging", number(run.logging)},
          {"ess", number(run.effectiveSampleSize)},
          {"true_stochastic", truth(&TrueValue::stochastic)},
          {"true_greedy", truth(&TrueValue::greedy)},
          {"true_greedy_top", truth(&TrueValue::greedyTop)},
          {"seconds", run.seconds}};
}

std::string field(double value) {
  return std::isfinite(value) ? fmt::format("{:.9g}", value) : std::string();
}

}  // namespace

std::vector<ComparedScheme> summariseComparison(std::span<const std::string> schemes,
                                                std::span<const ComparedRun> runs) {
  std::vector<ComparedScheme> summary;
  for (const std::string& id : schemes) {
    ComparedScheme scheme = summariseScheme(id, runs);
    scheme.difference =
        summary.empty() ? seedMean({}) : pairedDifference(scheme.runs, summary.front().runs);
    summary.push_back(std::move(scheme));
  }
  return summary;
}

std::string comparisonMeasure(std::span<const ComparedScheme> schemes) {
  const bool known = std::any_of(schemes.begin(), schemes.end(), [](const ComparedScheme& scheme) {
    return std::any_of(scheme.runs.begin(), scheme.runs.end(),
                       [](const ComparedRun& run) { return run.truth.has_value(); });
  });
  return known ? "true_stochastic" : "held_out_snips";
}

std::string comparisonToJson(std::span<const ComparedScheme> schemes) {
  ordered_json list = ordered_json::array();
  for (const ComparedScheme& scheme : schemes) {
    ordered_json runs = ordered_json::array();
    for (const ComparedRun& run : scheme.runs) runs.push_back(describe(run));
    list.push_back({{"scheme", scheme.scheme},
                    {"title", scheme.title},
                    {"runs", std::move(runs)},
                    {"mean", number(scheme.value.mean)},
                    {"half_width", number(scheme.value.halfWidth)},
                    {"difference", number(scheme.difference.mean)},
                    {"difference_half_width", number(scheme.difference.halfWidth)}});
  }
  return ordered_json{{"measure", comparisonMeasure(schemes)}, {"schemes", std::move(list)}}.dump(
      -1, ' ', false, ordered_json::error_handler_t::replace);
}

std::string comparisonToCsv(std::span<const ComparedScheme> schemes) {
  std::string text =
      "scheme,title,measure,mean,half_width,difference,difference_half_width,estimate,low,high,"
      "logging,ess,true_greedy,true_greedy_top,seconds,finished,failed\n";
  const std::string measure = comparisonMeasure(schemes);
  for (const ComparedScheme& scheme : schemes) {
    const std::vector<double> numbers{
        scheme.value.mean,           scheme.value.halfWidth, scheme.difference.mean,
        scheme.difference.halfWidth, scheme.estimate.value,  scheme.estimate.low,
        scheme.estimate.high,        scheme.logging,         scheme.effectiveSampleSize,
        scheme.greedy.mean,          scheme.greedyTop.mean,  scheme.seconds};
    std::vector<std::string> fields{csvField(scheme.scheme), csvField(scheme.title), measure};
    for (const double value : numbers) fields.push_back(field(value));
    text += fmt::format("{},{},{}\n", fmt::join(fields, ","), scheme.finished, scheme.failed);
  }
  return text;
}

}  // namespace luce
