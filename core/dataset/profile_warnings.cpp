#include "core/dataset/profile_warnings.h"

#include <fmt/format.h>

#include <cmath>

namespace luce {

namespace {

constexpr double kLeak = 0.999;
constexpr double kFarAcrossPlaces = 1.1;
constexpr double kFarFromCatalogue = 0.1;

std::string percent(double share) {
  return share > 0 && share < 0.001 ? "less than 0.1 %" : fmt::format("{:.1f} %", 100 * share);
}

void warnOfTasks(const DatasetProfile& profile, std::vector<std::string>& warnings) {
  for (const TaskProfile& task : profile.tasks) {
    if (task.positives == 0) {
      warnings.push_back(fmt::format(
          "\"{}\" never happened in this log: nothing can be learnt of it.", task.name));
    } else if (task.positives == profile.rows && task.notBinary == 0) {
      warnings.push_back(
          fmt::format("\"{}\" happened in every row: nothing can be learnt of it.", task.name));
    }
  }
}

void warnOfLeaks(const DatasetProfile& profile, std::vector<std::string>& warnings) {
  for (const FeatureProfile& found : profile.features) {
    if (found.labelCorrelation > kLeak) {
      warnings.push_back(fmt::format(
          "The feature \"{}\" says the same as the task \"{}\" (correlation {:.4f}): it gives the "
          "label away. Import the log again without it.",
          found.feature.name, profile.tasks[found.correlatedTask].name, found.labelCorrelation));
    }
  }
}

void warnOfPropensities(const DatasetProfile& profile, std::vector<std::string>& warnings) {
  const PropensityProfile& found = profile.propensities;
  const auto warn = [&](std::string text) { warnings.push_back(std::move(text)); };
  if (found.rows == 0) return;
  if (found.stated == 0) {
    warn(
        "The log states no propensities: estimates for another policy rest on an assumption about "
        "the logging policy.");
    return;
  }
  if (found.stated < found.rows) {
    warn(fmt::format(
        "{} of {} logged rows ({}) have no propensity.", found.rows - found.stated, found.rows,
        percent(static_cast<double>(found.rows - found.stated) / static_cast<double>(found.rows))));
  }
  if (found.unevenSlates > 0) {
    warn(
        fmt::format("The propensities of {} of {} slates do not sum to 1 (slate {}: {:.4g}). They "
                    "should be the probabilities of the first place.",
                    found.unevenSlates, found.summedSlates, found.worstSlate, found.worstSum));
  }
  if (found.tiny > 0) {
    warn(
        fmt::format("The propensity is below a hundredth of the uniform one in {} of {} rows (the "
                    "smallest is {:.3g}): single rows may decide an estimate. Clip the weights.",
                    found.tiny, found.stated, found.smallest));
  }
  if (found.acrossPlaces > kFarAcrossPlaces) {
    warn(
        fmt::format("Propensities hang on the place: an item's mean differs up to {:.1f} times "
                    "between places. Each is right for its own place only.",
                    found.acrossPlaces));
  }
  const auto actions = static_cast<double>(profile.items);
  if (profile.shape == LogShape::Bandit && found.stated >= 1000 &&
      std::abs(found.meanInverse / actions - 1) > kFarFromCatalogue) {
    warn(
        fmt::format("The mean of 1/propensity is {:.1f}; with {} actions that can all be chosen it "
                    "should be near {}. Some actions are hardly ever chosen, or the propensities "
                    "are not those of the policy that chose.",
                    found.meanInverse, profile.items, profile.items));
  }
}

void warnOfFeatures(const DatasetProfile& profile, std::vector<std::string>& warnings) {
  for (const FeatureProfile& found : profile.features) {
    const std::string& name = found.feature.name;
    const bool numeric = found.feature.kind == FeatureKind::Numeric;
    if (found.missing >= 1) {
      warnings.push_back(fmt::format("The feature \"{}\" has no value at all.", name));
    } else if (numeric ? found.smallest == found.largest : found.distinct == 1) {
      warnings.push_back(
          fmt::format("The feature \"{}\" has one and the same value everywhere.", name));
    }
  }
}

void warnOfSlates(const DatasetProfile& profile, std::vector<std::string>& warnings) {
  if (profile.slates == 0) {
    warnings.push_back("The log has no slates.");
  } else if (profile.largestSlate == 1) {
    warnings.push_back("Every slate has one candidate only: there is nothing to rank.");
  } else if (profile.smallestSlate == 1) {
    const auto single = profile.slateSizes.counts.front();
    if (profile.slateSizes.edges[1] < 2) {
      warnings.push_back(fmt::format(
          "There is one candidate only in {} of {} slates: there is nothing to rank in them.",
          single, profile.slates));
    }
  }
  if (profile.repeatingSlates > 0) {
    warnings.push_back(
        fmt::format("{} of {} slates have an item twice among their candidates (the first is slate "
                    "{}): see whether the log repeats lines, slates share a key, or the time "
                    "that parts a user's slates is too long.",
                    profile.repeatingSlates, profile.slates, profile.repeatingSlate));
  }
}

}  // namespace

std::vector<std::string> warningsOf(const DatasetProfile& profile) {
  std::vector<std::string> warnings;
  warnOfSlates(profile, warnings);
  warnOfLeaks(profile, warnings);
  warnOfTasks(profile, warnings);
  warnOfPropensities(profile, warnings);
  warnOfFeatures(profile, warnings);
  return warnings;
}

}  // namespace luce
