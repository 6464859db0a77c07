#include "core/tuning/sweep.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <nlohmann/json.hpp>
#include <thread>

#include "core/common/csv_field.h"
#include "core/common/error.h"
#include "core/tuning/pareto.h"

namespace luce {

namespace {

using nlohmann::ordered_json;

SweepPoint pointOf(const SettingEvaluator& evaluator, const TuningSetting& setting,
                   const SettingOutcomes& outcomes, const SettingOutcomes& base) {
  SweepPoint point{setting, {}, {}};
  for (std::size_t i = 0; i < outcomes.values.size(); ++i) {
    point.outcomes.push_back(evaluator.interval(outcomes, i));
    point.differences.push_back(evaluator.difference(outcomes, base, i));
  }
  return point;
}

std::vector<std::string> warningsOf(const SettingEvaluator& evaluator, const SweepResult& result) {
  constexpr double kFewRows = 100;
  constexpr double kSmallShare = 0.1;
  std::vector<std::string> warnings;
  if (result.rows == 0) return {"No logged row can be used, so no outcome but NDCG is known."};
  if (result.basis.rows == RowKind::Article) {
    warnings.push_back(
        "Article rows are biased towards items that the logging policy disliked; these numbers "
        "are for comparison only.");
  }
  if (!evaluator.statedPropensities()) {
    warnings.push_back("Not every row states a propensity. " + describe(result.basis.rule));
  }
  if (result.basis.rows == RowKind::Observed) return warnings;
  const double few = std::max(kFewRows, kSmallShare * static_cast<double>(result.rows));
  const std::size_t ess = result.outcomes.size() - 1;
  const auto vague =
      std::count_if(result.points.begin(), result.points.end(),
                    [&](const SweepPoint& point) { return point.outcomes[ess].value < few; });
  if (vague > 0) {
    warnings.push_back(fmt::format(
        "{} of {} settings have an effective sample size below {:.0f}: few rows decide on them.",
        vague, result.points.size(), few));
  }
  return warnings;
}

ordered_json number(double value) {
  return std::isfinite(value) ? ordered_json(value) : ordered_json();
}

ordered_json interval(const Interval& value) {
  return {{"value", number(value.value)}, {"low", number(value.low)}, {"high", number(value.high)}};
}

ordered_json weightsByTask(const std::vector<std::string>& tasks, const TaskWeights& weights) {
  ordered_json object = ordered_json::object();
  for (std::size_t t = 0; t < tasks.size(); ++t) object[tasks[t]] = weights[t];
  return object;
}

ordered_json pointToJson(const SweepResult& result, const SweepPoint& point) {
  ordered_json tasks = ordered_json::object();
  ordered_json object{{"weights", weightsByTask(result.tasks, point.setting.weights)},
                      {"temperature", point.setting.temperature}};
  ordered_json others = ordered_json::object();
  for (std::size_t i = 0; i < result.outcomes.size(); ++i) {
    ordered_json value = interval(point.outcomes[i]);
    value["difference"] = interval(point.differences[i]);
    const bool task = result.outcomes[i].kind == OutcomeKind::Task;
    (task ? tasks : others)[result.outcomes[i].name] = std::move(value);
  }
  object["tasks"] = std::move(tasks);
  object.update(others);
  return object;
}

std::string field(double value) {
  return std::isfinite(value) ? fmt::format("{:.9g}", value) : std::string();
}

}  // namespace

SweepPoint judgeSetting(const SettingEvaluator& evaluator, const TuningSetting& setting,
                        const TuningSetting& base) {
  return pointOf(evaluator, setting, evaluator.evaluate(setting), evaluator.evaluate(base));
}

SweepResult runSweep(const SettingEvaluator& evaluator, const std::vector<std::string>& tasks,
                     const std::vector<TuningSetting>& settings, const TuningSetting& base,
                     const Progress& progress, std::stop_token stop) {
  SweepResult result;
  result.tasks = tasks;
  result.outcomes = evaluator.outcomes();
  result.basis = evaluator.basis();
  result.slates = evaluator.slates();
  result.rows = evaluator.rows();
  const SettingOutcomes baseOutcomes = evaluator.evaluate(base);
  result.base = pointOf(evaluator, base, baseOutcomes, baseOutcomes);
  result.points.resize(settings.size());
  std::atomic<std::size_t> next{0};
  const auto work = [&](bool tells) {
    double told = 0;
    for (std::size_t i = next++; i < settings.size() && !stop.stop_requested(); i = next++) {
      result.points[i] =
          pointOf(evaluator, settings[i], evaluator.evaluate(settings[i]), baseOutcomes);
      const double done = static_cast<double>(i + 1) / static_cast<double>(settings.size());
      if (!tells || !progress || done < told + 0.01) continue;
      told = done;
      progress(done, "Trying settings");
    }
  };
  {
    const std::size_t threads = std::clamp<std::size_t>(
        settings.size(), 1, std::max(1u, std::thread::hardware_concurrency()));
    std::vector<std::jthread> helpers;
    for (std::size_t i = 1; i < threads; ++i) helpers.emplace_back(work, false);
    work(true);
  }
  if (stop.stop_requested()) throw Cancelled();
  result.warnings = warningsOf(evaluator, result);
  return result;
}

std::size_t outcomeIndex(const SweepResult& result, const std::string& name) {
  std::string known;
  for (std::size_t i = 0; i < result.outcomes.size(); ++i) {
    if (result.outcomes[i].name == name) return i;
    known += (known.empty() ? "" : ", ") + result.outcomes[i].name;
  }
  throw Error(fmt::format("There is no outcome \"{}\"; the outcomes are {}.", name, known));
}

std::vector<bool> paretoFront(const SweepResult& result, const std::vector<std::size_t>& outcomes) {
  std::vector<bool> lowerIsBetter;
  for (const std::size_t i : outcomes) lowerIsBetter.push_back(result.outcomes[i].lowerIsBetter);
  std::vector<double> values;
  for (const SweepPoint& point : result.points) {
    for (const std::size_t i : outcomes) values.push_back(point.outcomes[i].value);
  }
  return paretoFront(values, lowerIsBetter);
}

std::string sweepToCsv(const SweepResult& result, const std::vector<bool>& front) {
  std::string text;
  for (const std::string& task : result.tasks) text += csvField("weight_" + task) + ",";
  text += "temperature";
  for (const Outcome& outcome : result.outcomes) {
    const std::string name = (outcome.kind == OutcomeKind::Task ? "outcome_" : "") + outcome.name;
    for (const char* part :
         {"", "_low", "_high", "_difference", "_difference_low", "_difference_high"}) {
      text += "," + csvField(name + part);
    }
  }
  text += ",front\n";
  for (std::size_t i = 0; i < result.points.size(); ++i) {
    const SweepPoint& point = result.points[i];
    for (const double weight : point.setting.weights) text += field(weight) + ",";
    text += field(point.setting.temperature);
    for (std::size_t o = 0; o < point.outcomes.size(); ++o) {
      for (const Interval& value : {point.outcomes[o], point.differences[o]}) {
        text += "," + field(value.value) + "," + field(value.low) + "," + field(value.high);
      }
    }
    text += front[i] ? ",1\n" : ",0\n";
  }
  return text;
}

std::string sweepToJson(const SweepResult& result, const std::vector<bool>& front,
                        const std::vector<std::string>& frontOf) {
  ordered_json outcomes = ordered_json::array();
  for (const Outcome& outcome : result.outcomes) {
    outcomes.push_back({{"name", outcome.name},
                        {"task", outcome.kind == OutcomeKind::Task},
                        {"lower_is_better", outcome.lowerIsBetter}});
  }
  ordered_json points = ordered_json::array();
  for (std::size_t i = 0; i < result.points.size(); ++i) {
    ordered_json point = pointToJson(result, result.points[i]);
    point["front"] = static_cast<bool>(front[i]);
    points.push_back(std::move(point));
  }
  return ordered_json{{"slates", result.slates},
                      {"n", result.rows},
                      {"rows", toString(result.basis.rows)},
                      {"propensity_rule", toString(result.basis.rule)},
                      {"reward_weights", weightsByTask(result.tasks, result.basis.rewardWeights)},
                      {"outcomes", std::move(outcomes)},
                      {"front_of", frontOf},
                      {"current", pointToJson(result, result.base)},
                      {"points", std::move(points)},
                      {"warnings", result.warnings}}
      .dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

}  // namespace luce
