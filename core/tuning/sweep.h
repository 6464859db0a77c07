// Tries the settings of a sweep on cached predictions.
//
//   const SettingEvaluator evaluator(table, predictions, basis);
//   const SweepResult result = runSweep(evaluator, tasks, sweepSettings(sweep, tasks, base), base);
#pragma once

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/common/progress.h"
#include "core/tuning/setting_evaluator.h"
#include "core/tuning/sweep_document.h"

namespace luce {

struct SweepPoint {
  TuningSetting setting;
  std::vector<Interval> outcomes;     ///< one of each SweepResult::outcomes
  std::vector<Interval> differences;  ///< to the base, on the same resamples
};

struct SweepResult {
  std::vector<std::string> tasks;
  std::vector<Outcome> outcomes;
  TuningBasis basis;
  std::int64_t slates = 0;
  std::int64_t rows = 0;
  SweepPoint base;  ///< the setting that the others are compared with
  std::vector<SweepPoint> points;
  /// Sentences for people on why not to trust the numbers; empty = none found.
  std::vector<std::string> warnings;
};

/// One setting alone, compared with the base.
SweepPoint judgeSetting(const SettingEvaluator& evaluator, const TuningSetting& setting,
                        const TuningSetting& base);

/// Uses all processors; the result does not depend on their number. Throws Cancelled.
SweepResult runSweep(const SettingEvaluator& evaluator, const std::vector<std::string>& tasks,
                     const std::vector<TuningSetting>& settings, const TuningSetting& base,
                     const Progress& progress = {}, std::stop_token stop = {});

/// The outcome of that name: a task's before the others'. Throws Error that lists the names.
std::size_t outcomeIndex(const SweepResult& result, const std::string& name);

/// The points that no other one beats in these outcomes, see tuning/pareto.h.
std::vector<bool> paretoFront(const SweepResult& result, const std::vector<std::size_t>& outcomes);

/// One line a point with a heading; NaN is an empty field. front: one a point, whether it is on the
/// front.
std::string sweepToCsv(const SweepResult& result, const std::vector<bool>& front);

/// The contract of `luce-cli tune --sweep --json`. frontOf: names of the front's outcomes.
std::string sweepToJson(const SweepResult& result, const std::vector<bool>& front,
                        const std::vector<std::string>& frontOf);

}  // namespace luce
