#include "app/desktop/playground/taken_slate.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/common/error.h"

namespace luce::desktop {

namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(TakenSlate)
};

constexpr std::uint16_t kFirstPlace = 1;

bool isDrawn(const CandidateView& candidate, bool bandit) {
  return bandit ? !candidate.labels.empty() : candidate.position == kFirstPlace;
}

/// In log order: the drawn one, and those that the policy likes best.
std::vector<std::size_t> chosenCandidates(const std::vector<CandidateView>& all, bool bandit) {
  std::vector<std::size_t> order(all.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const bool drawnA = isDrawn(all[a], bandit), drawnB = isDrawn(all[b], bandit);
    return drawnA != drawnB ? drawnA : all[a].policy > all[b].policy;
  });
  order.resize(std::min(order.size(), kMostBoardCandidates));
  std::sort(order.begin(), order.end());
  return order;
}

/// In the study's order: those that weigh most.
std::vector<std::size_t> chosenTasks(const PolicySettings& settings) {
  std::vector<std::size_t> order(settings.valueWeights.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::abs(settings.valueWeights[a]) > std::abs(settings.valueWeights[b]);
  });
  order.resize(std::min(order.size(), kMostBoardTasks));
  std::sort(order.begin(), order.end());
  return order;
}

double withinWeights(double weight) {
  return std::clamp(weight, -kGreatestTaskWeight, kGreatestTaskWeight);
}

BoardObjective objectiveOf(const StudySlate& study, bool propensities) {
  BoardObjective objective;
  objective.scheme = study.objective.scheme;
  objective.parameters = study.objective.parameters;
  objective.rows = study.settings.rows;
  if (!propensities && study.settings.rule != PropensityRule::Drop) {
    objective.rule = study.settings.rule;
  }
  objective.advantage = study.objective.advantage;
  objective.weight = std::min(study.objective.weight, kGreatestTermWeight);
  objective.klWeight = std::min(study.objective.klWeight, kGreatestTermWeight);
  objective.regulariser = study.objective.regulariser;
  objective.entropyWeight = std::min(study.objective.entropyWeight, kGreatestTermWeight);
  return objective;
}

}  // namespace

TakenSlate takeSlate(const StudySlate& study) {
  if (study.candidates == nullptr) {
    throw Error(Words::tr("No slate is shown: choose one in the panel Sessions.").toStdString());
  }
  if (!study.predicted) {
    throw Error(Words::tr("No estimator has judged the slate yet: train or open a run, so that "
                          "there is a p.")
                    .toStdString());
  }
  const std::vector<CandidateView>& all = *study.candidates;
  if (all.size() < kFewestBoardCandidates) {
    throw Error(Words::tr("The slate has %1 candidates; the board takes 3 to 8.")
                    .arg(all.size())
                    .toStdString());
  }
  const bool bandit = std::any_of(all.begin(), all.end(), [](const CandidateView& candidate) {
    return candidate.labels.empty();
  });
  const std::vector<std::size_t> rows = chosenCandidates(all, bandit);
  const std::vector<std::size_t> tasks = chosenTasks(study.settings);
  TakenSlate taken;
  for (const std::size_t task : tasks) {
    taken.slate.tasks.push_back({study.tasks[task],
                                 withinWeights(study.settings.valueWeights[task]),
                                 withinWeights(study.settings.rewardWeights[task])});
  }
  double sum = 0;
  bool stated = true;
  for (const std::size_t row : rows) {
    const CandidateView& seen = all[row];
    BoardCandidate candidate;
    candidate.name = seen.item;
    for (const std::size_t task : tasks) {
      candidate.probabilities.push_back(std::clamp(seen.probabilities[task], 0.0, 1.0));
      candidate.actions.push_back(!seen.labels.empty() && seen.labels[task] >= 0.5f);
    }
    if (isDrawn(seen, bandit)) taken.slate.drawn = taken.slate.candidates.size();
    stated = stated && seen.behaviour > 0;
    candidate.propensity = seen.behaviour;
    sum += seen.behaviour;
    taken.slate.candidates.push_back(std::move(candidate));
  }
  const double drawn = taken.slate.candidates[taken.slate.drawn].propensity;
  const bool drawnStated = drawn > 0;
  for (BoardCandidate& candidate : taken.slate.candidates) {
    candidate.propensity =
        stated ? candidate.propensity / sum : 1 / static_cast<double>(rows.size());
  }
  // Also lifts those that are smaller than a board can show.
  setPropensity(
      taken.slate, taken.slate.drawn,
      stated || !drawnStated ? taken.slate.candidates[taken.slate.drawn].propensity : drawn);
  taken.slate.temperature =
      std::clamp(study.settings.temperature, kLeastTemperature, kGreatestTemperature);
  taken.slate.objective = objectiveOf(study, drawnStated);

  QStringList notes;
  if (rows.size() < all.size()) {
    notes << Words::tr(
                 "%1 of %2 candidates: the drawn one and those that the policy likes best. "
                 "π and π_β are among them alone.")
                 .arg(rows.size())
                 .arg(all.size());
  }
  if (tasks.size() < study.tasks.size()) {
    notes << Words::tr("%1 of %2 tasks: those that weigh most.")
                 .arg(tasks.size())
                 .arg(study.tasks.size());
  }
  if (!drawnStated) {
    notes << Words::tr("The log does not state propensities: uniform ones are drawn.");
  } else if (!stated) {
    notes << Words::tr("The log states π_β of the drawn item only: the others share the rest.");
  }
  if (bandit) notes << Words::tr("A bandit log tells the actions of the drawn item only.");
  taken.note = notes.join(' ');
  check(taken.slate);
  return taken;
}

}  // namespace luce::desktop
