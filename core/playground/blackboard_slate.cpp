#include "core/playground/blackboard_slate.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "core/common/error.h"

namespace luce {

namespace {

constexpr double kSumTolerance = 1e-6;

void requireRange(const std::string& what, double value, double low, double high) {
  if (value >= low && value <= high) return;
  throw Error(fmt::format("{} is {}; expected a number from {} to {}.", what, value, low, high));
}

void checkCandidate(const BoardCandidate& candidate, std::size_t tasks) {
  const std::string who = fmt::format("Candidate \"{}\"", candidate.name);
  if (candidate.probabilities.size() != tasks || candidate.actions.size() != tasks) {
    throw Error(fmt::format("{} has {} probabilities and {} actions; the board has {} tasks.", who,
                            candidate.probabilities.size(), candidate.actions.size(), tasks));
  }
  for (const double probability : candidate.probabilities) {
    requireRange(who + ": p", probability, 0, 1);
  }
  requireRange(who + ": propensity", candidate.propensity, kLeastPropensity, 1);
  requireRange(who + ": offset", candidate.offset, -kGreatestOffset, kGreatestOffset);
}

const SchemeParameter* findParameter(const std::string& id) {
  for (const Scheme* scheme : schemes()) {
    for (const SchemeParameter& parameter : scheme->description().parameters) {
      if (parameter.id == id) return &parameter;
    }
  }
  return nullptr;
}

void checkObjective(const BoardObjective& objective) {
  findTrainableScheme(objective.scheme);
  if (!findRegulariser(objective.regulariser).description().usesReference) {
    throw Error(fmt::format("\"{}\" does not hold the policy near another one; choose a KL.",
                            objective.regulariser));
  }
  for (const auto& [id, value] : objective.parameters) {
    const SchemeParameter* parameter = findParameter(id);
    if (parameter == nullptr) throw Error(fmt::format("No scheme has a parameter \"{}\".", id));
    requireRange("The parameter " + id, value, parameter->low, parameter->high);
  }
  requireRange("The reward weight", objective.weight, 0, kGreatestTermWeight);
  requireRange("The KL weight", objective.klWeight, 0, kGreatestTermWeight);
  requireRange("The entropy weight", objective.entropyWeight, 0, kGreatestTermWeight);
}

/// Sums to 1 again, all at least kLeastPropensity; `fixed` keeps its value where it is in range.
void shareRest(std::vector<BoardCandidate>& candidates, std::size_t fixed) {
  const double rest = 1 - candidates[fixed].propensity;
  std::vector<bool> least(candidates.size(), false);
  least[fixed] = true;
  // Whoever falls under the least gets it and leaves the others less to share: at most one round a
  // candidate.
  double forOthers = rest, sum = 0;
  for (bool again = true; again;) {
    again = false;
    sum = 0;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      if (!least[i]) sum += candidates[i].propensity;
    }
    for (std::size_t i = 0; i < candidates.size() && !again; ++i) {
      if (least[i] || candidates[i].propensity * forOthers >= kLeastPropensity * sum) continue;
      candidates[i].propensity = kLeastPropensity;
      least[i] = true;
      forOthers -= kLeastPropensity;
      again = true;
    }
  }
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    if (!least[i]) {
      candidates[i].propensity =
          std::clamp(candidates[i].propensity * (forOthers / sum), kLeastPropensity, 1.0);
    }
  }
}

std::string freeLetter(const std::vector<BoardCandidate>& candidates) {
  for (char letter = 'A'; letter <= 'Z'; ++letter) {
    const std::string name(1, letter);
    const auto taken = [&](const BoardCandidate& candidate) { return candidate.name == name; };
    if (std::none_of(candidates.begin(), candidates.end(), taken)) return name;
  }
  return "?";
}

}  // namespace

std::string toString(BoardReference reference) {
  return reference == BoardReference::Supervised ? "supervised" : "logging";
}

BoardReference boardReferenceFromString(const std::string& text) {
  for (const BoardReference reference : {BoardReference::Supervised, BoardReference::Logging}) {
    if (toString(reference) == text) return reference;
  }
  throw Error("There is no reference policy \"" + text + "\"; choose supervised or logging.");
}

void check(const BlackboardSlate& slate) {
  const std::size_t count = slate.candidates.size();
  if (count < kFewestBoardCandidates || count > kMostBoardCandidates) {
    throw Error(fmt::format("The board has {} candidates; expected {} to {}.", count,
                            kFewestBoardCandidates, kMostBoardCandidates));
  }
  if (slate.tasks.empty() || slate.tasks.size() > kMostBoardTasks) {
    throw Error(fmt::format("The board has {} tasks; expected 1 to {}.", slate.tasks.size(),
                            kMostBoardTasks));
  }
  for (const BoardTask& task : slate.tasks) {
    requireRange(fmt::format("The value weight of \"{}\"", task.name), task.valueWeight,
                 -kGreatestTaskWeight, kGreatestTaskWeight);
    requireRange(fmt::format("The reward weight of \"{}\"", task.name), task.rewardWeight,
                 -kGreatestTaskWeight, kGreatestTaskWeight);
  }
  double sum = 0;
  for (const BoardCandidate& candidate : slate.candidates) {
    checkCandidate(candidate, slate.tasks.size());
    sum += candidate.propensity;
  }
  if (std::abs(sum - 1) > kSumTolerance) {
    throw Error(fmt::format("The propensities sum to {:.7g}; expected 1.", sum));
  }
  if (slate.drawn >= count) {
    throw Error(
        fmt::format("Candidate number {} is drawn, but the board has {}.", slate.drawn + 1, count));
  }
  requireRange("The temperature", slate.temperature, kLeastTemperature, kGreatestTemperature);
  if (!(slate.stepSize > 0)) throw Error("The step size must be above 0.");
  requireRange("The step size", slate.stepSize, 0, kGreatestStepSize);
  checkObjective(slate.objective);
}

std::vector<double> boardParameters(const BoardObjective& objective) {
  const Scheme& scheme = findTrainableScheme(objective.scheme);
  std::vector<double> values = standardParameters(scheme);
  const auto& parameters = scheme.description().parameters;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const auto found = objective.parameters.find(parameters[i].id);
    // Two schemes may call parameters alike and allow them different ranges.
    if (found != objective.parameters.end()) {
      values[i] = std::clamp(found->second, parameters[i].low, parameters[i].high);
    }
  }
  return values;
}

void setPropensity(BlackboardSlate& slate, std::size_t candidate, double propensity) {
  const auto others = static_cast<double>(slate.candidates.size() - 1);
  slate.candidates[candidate].propensity =
      std::clamp(propensity, kLeastPropensity, 1 - others * kLeastPropensity);
  shareRest(slate.candidates, candidate);
}

void addCandidate(BlackboardSlate& slate) {
  const std::size_t count = slate.candidates.size();
  if (count >= kMostBoardCandidates) return;
  BoardCandidate added;
  added.name = freeLetter(slate.candidates);
  added.actions.assign(slate.tasks.size(), false);
  added.probabilities.assign(slate.tasks.size(), 0);
  for (const BoardCandidate& candidate : slate.candidates) {
    for (std::size_t task = 0; task < slate.tasks.size(); ++task) {
      added.probabilities[task] += candidate.probabilities[task] / static_cast<double>(count);
    }
  }
  for (double& probability : added.probabilities) probability = std::clamp(probability, 0.0, 1.0);
  slate.candidates.push_back(std::move(added));
  setPropensity(slate, count, 1 / static_cast<double>(count + 1));
}

void removeCandidate(BlackboardSlate& slate, std::size_t candidate) {
  if (slate.candidates.size() <= kFewestBoardCandidates) return;
  slate.candidates.erase(slate.candidates.begin() + static_cast<std::ptrdiff_t>(candidate));
  if (slate.drawn == candidate) {
    slate.drawn = 0;
  } else if (slate.drawn > candidate) {
    --slate.drawn;
  }
  double sum = 0;
  for (const BoardCandidate& left : slate.candidates) sum += left.propensity;
  setPropensity(slate, 0, slate.candidates[0].propensity / sum);
}

void takeBackSteps(BlackboardSlate& slate) {
  for (BoardCandidate& candidate : slate.candidates) candidate.offset = 0;
}

}  // namespace luce
