#include "core/tuning/sweep_document.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <boost/random/sobol.hpp>
#include <cmath>

#include "core/common/json_reader.h"
#include "core/common/random.h"

namespace luce {

namespace {

using nlohmann::json;

constexpr double kLargestWeight = 1e6;
constexpr double kSmallestTemperature = 1e-4;
constexpr double kLargestTemperature = 1e4;

struct Limits {
  double low;
  double high;
};
constexpr Limits kWeightLimits{-kLargestWeight, kLargestWeight};
constexpr Limits kTemperatureLimits{kSmallestTemperature, kLargestTemperature};

SweepRange rangeFromJson(const json& found, const std::string& path, const Limits& limits) {
  if (found.is_number()) {
    const auto value = found.get<double>();
    if (!(value >= limits.low && value <= limits.high)) {
      throw Error(fmt::format("{} is {}; expected a number from {} to {}.", path, found.dump(),
                              limits.low, limits.high));
    }
    return {value, value};
  }
  if (!found.is_object()) {
    throw Error(fmt::format(R"({} is {}; expected a number, or a range like {{"low": 0.1, )"
                            R"("high": 10, "scale": "log"}}.)",
                            path, found.dump(-1, ' ', false, json::error_handler_t::replace)));
  }
  JsonReader reader(found, path);
  for (const char* end : {"low", "high"}) {
    if (reader.member(end) == nullptr) throw Error(fmt::format("{}.{} is missing.", path, end));
  }
  SweepRange range;
  reader.number("low", range.low, limits.low, limits.high);
  reader.number("high", range.high, limits.low, limits.high);
  std::string scale = "linear";
  reader.text("scale", scale);
  if (scale != "linear" && scale != "log") reader.wrong("scale", json(scale), "linear or log");
  range.logarithmic = scale == "log";
  reader.integer("steps", range.steps, 1, Sweep::kMostPoints);
  reader.finish();
  if (range.high < range.low) {
    throw Error(fmt::format("{} runs from {} down to {}; exchange low and high.", path, range.low,
                            range.high));
  }
  if (range.logarithmic && !(range.low > 0)) {
    throw Error(fmt::format(
        "{}.low is {}, but a logarithmic range begins above 0; raise it, or make the scale linear.",
        path, range.low));
  }
  if (range.low == range.high) return {range.low, range.high};
  return range;
}

json rangeToJson(const SweepRange& range) {
  if (range.low == range.high) return range.low;
  json object{
      {"low", range.low}, {"high", range.high}, {"scale", range.logarithmic ? "log" : "linear"}};
  if (range.steps > 0) object["steps"] = range.steps;
  return object;
}

/// share: 0..1.
double valueAt(const SweepRange& range, double share) {
  if (range.low == range.high) return range.low;
  const double value = range.logarithmic ? range.low * std::pow(range.high / range.low, share)
                                         : range.low + share * (range.high - range.low);
  return std::clamp(value, range.low, range.high);
}

/// A dimension of the sweep: a task's weight, or the temperature.
struct Axis {
  static constexpr std::size_t kTemperature = static_cast<std::size_t>(-1);
  std::size_t task;
  SweepRange range;
};

void setTo(TuningSetting& setting, const Axis& axis, double value) {
  if (axis.task == Axis::kTemperature) {
    setting.temperature = value;
  } else {
    setting.weights[axis.task] = value;
  }
}

/// The largest number of values of each axis without `steps` for which the grid has at most
/// `points` points, but at least 2.
int commonSteps(std::span<const Axis> axes, int points) {
  double fixed = 1;
  int open = 0;
  for (const Axis& axis : axes) {
    if (axis.range.steps > 0) fixed *= axis.range.steps;
    open += axis.range.steps == 0;
  }
  if (open == 0) return 0;
  const auto total = [&](int steps) { return fixed * std::pow(steps, open); };
  int steps = 2;
  while (total(steps + 1) <= points) ++steps;
  return steps;
}

std::vector<TuningSetting> gridSettings(const Sweep& sweep, std::vector<Axis> axes,
                                        const TuningSetting& base) {
  const int common = commonSteps(axes, sweep.points);
  double total = 1;
  for (Axis& axis : axes) {
    if (axis.range.steps == 0) axis.range.steps = common;
    total *= axis.range.steps;
  }
  if (total > Sweep::kMostPoints) {
    throw Error(fmt::format(
        "The grid has {:.0f} points, but at most {} can be tried; take fewer steps, fix some "
        "weights, or choose sobol, which needs no grid.",
        total, Sweep::kMostPoints));
  }
  std::vector<TuningSetting> settings;
  for (std::size_t point = 0; point < static_cast<std::size_t>(total); ++point) {
    TuningSetting setting = base;
    std::size_t rest = point;
    for (const Axis& axis : axes) {
      const auto steps = static_cast<std::size_t>(axis.range.steps);
      const std::size_t step = rest % steps;
      rest /= steps;
      // A single step stands in the middle.
      const double share =
          steps == 1 ? 0.5 : static_cast<double>(step) / static_cast<double>(steps - 1);
      setTo(setting, axis, valueAt(axis.range, share));
    }
    settings.push_back(std::move(setting));
  }
  return settings;
}

/// draw(): a number in [0, 1), called axis after axis, point after point.
template <class Draw>
std::vector<TuningSetting> drawnSettings(const Sweep& sweep, std::span<const Axis> axes,
                                         const TuningSetting& base, Draw&& draw) {
  std::vector<TuningSetting> settings(static_cast<std::size_t>(sweep.points), base);
  for (TuningSetting& setting : settings) {
    for (const Axis& axis : axes) setTo(setting, axis, valueAt(axis.range, draw()));
  }
  return settings;
}

}  // namespace

std::string toString(SweepKind kind) {
  switch (kind) {
    case SweepKind::Grid:
      return "grid";
    case SweepKind::Sobol:
      return "sobol";
    case SweepKind::Random:
      break;
  }
  return "random";
}

SweepKind sweepKindFromString(const std::string& text) {
  for (const SweepKind kind : {SweepKind::Grid, SweepKind::Sobol, SweepKind::Random}) {
    if (toString(kind) == text) return kind;
  }
  throw Error("There is no kind of sweep \"" + text + "\"; choose grid, sobol or random.");
}

Sweep sweepFromJson(const std::string& text) {
  const json document = JsonReader::parse(text, "The sweep document");
  JsonReader reader(document, "sweep");
  Sweep sweep;
  std::string kind = toString(sweep.kind);
  reader.text("kind", kind);
  sweep.kind = sweepKindFromString(kind);
  reader.integer("points", sweep.points, 1, Sweep::kMostPoints);
  reader.integer("seed", sweep.seed, 0);
  if (const json* weights = reader.member("weights")) {
    if (!weights->is_object()) {
      reader.wrong("weights", *weights, "an object of numbers and ranges by task");
    }
    for (const auto& [task, range] : weights->items()) {
      sweep.weights[task] =
          rangeFromJson(range, reader.pathOf("weights") + "." + task, kWeightLimits);
    }
  }
  if (const json* temperature = reader.member("temperature")) {
    sweep.temperature =
        rangeFromJson(*temperature, reader.pathOf("temperature"), kTemperatureLimits);
  }
  reader.finish();
  return sweep;
}

std::string sweepToJson(const Sweep& sweep) {
  json weights = json::object();
  for (const auto& [task, range] : sweep.weights) weights[task] = rangeToJson(range);
  json document{{"kind", toString(sweep.kind)},
                {"points", sweep.points},
                {"seed", sweep.seed},
                {"weights", std::move(weights)}};
  if (sweep.temperature) document["temperature"] = rangeToJson(*sweep.temperature);
  return document.dump(2, ' ', false, json::error_handler_t::replace);
}

Sweep standardSweep(std::span<const std::string> tasks, const TuningSetting& base) {
  constexpr double kTimes = 10;
  Sweep sweep;
  double largest = 0;
  for (const double weight : base.weights) largest = std::max(largest, std::abs(weight));
  if (largest == 0) largest = 1;
  bool fixed = false;
  for (std::size_t t = 0; t < tasks.size(); ++t) {
    const double weight = base.weights[t];
    SweepRange range{weight, weight};
    if (weight == 0) {
      range.high = largest;
    } else if (!fixed) {
      fixed = true;
    } else if (weight > 0) {
      range = {weight / kTimes, std::min(weight * kTimes, kLargestWeight), true};
    } else {
      range = {std::max(weight * kTimes, -kLargestWeight), weight / kTimes};
    }
    sweep.weights[tasks[t]] = range;
  }
  sweep.temperature = SweepRange{std::max(base.temperature / 20, kSmallestTemperature),
                                 std::min(base.temperature * 2, kLargestTemperature), true};
  return sweep;
}

std::vector<TuningSetting> sweepSettings(const Sweep& sweep, std::span<const std::string> tasks,
                                         const TuningSetting& base) {
  for (const auto& [task, range] : sweep.weights) {
    if (std::find(tasks.begin(), tasks.end(), task) == tasks.end()) {
      throw Error(fmt::format("The sweep names a task \"{}\"; the tasks are {}.", task,
                              fmt::join(tasks, ", ")));
    }
  }
  TuningSetting fixed = base;
  std::vector<Axis> axes;
  const auto add = [&](std::size_t task, const SweepRange& range) {
    const Axis axis{task, range};
    if (range.low == range.high) {
      setTo(fixed, axis, range.low);
    } else {
      axes.push_back(axis);
    }
  };
  for (std::size_t t = 0; t < tasks.size(); ++t) {
    const auto found = sweep.weights.find(tasks[t]);
    if (found != sweep.weights.end()) add(t, found->second);
  }
  if (sweep.temperature) add(Axis::kTemperature, *sweep.temperature);
  if (axes.empty()) return {fixed};
  switch (sweep.kind) {
    case SweepKind::Grid:
      return gridSettings(sweep, std::move(axes), fixed);
    case SweepKind::Sobol: {
      boost::random::sobol sequence(axes.size());
      return drawnSettings(sweep, axes, fixed,
                           [&] { return static_cast<double>(sequence() >> 11) * 0x1p-53; });
    }
    case SweepKind::Random:
      break;
  }
  Random random(sweep.seed);
  return drawnSettings(sweep, axes, fixed, [&] { return random.uniform(); });
}

}  // namespace luce
