#include "core/training/requirements.h"

#include <fmt/format.h>

#include "core/common/error.h"
#include "core/training/advantage_groups.h"

namespace luce {

namespace {

void requireScheme(const SlateTable& table, const Scheme& scheme, RowKind rows) {
  const SchemeDescription& description = scheme.description();
  const bool wholeSlate =
      description.pairs == PairSet::Stages || description.reduction == Reduction::SlateMean;
  if (wholeSlate && hasOneRowASlate(table, rows)) {
    throw Error(fmt::format(
        "{} needs the actions on all shown items, but these rows tell those of one item a slate; "
        "choose observed rows of a slate log, or another scheme.",
        description.title));
  }
  if (description.pairs == PairSet::Stages && description.list == ListOrder::Shown &&
      !table.schema().hasPosition) {
    throw Error(
        fmt::format("{} needs the places in which items were shown, which this log does not state.",
                    description.title));
  }
}

}  // namespace

void requireTrainable(const SlateTable& table, const Experiment& experiment) {
  valueWeights(experiment, table.schema().tasks);
  rewardWeights(experiment, table.schema().tasks);
  schemeParameters(experiment.objective);
  const RowKind rows = experiment.objective.rows.value_or(naturalRowKind(table));
  requireRows(table, rows);
  requireScheme(table, findTrainableScheme(experiment.objective.scheme), rows);
  requireAdvantageGroup(table, experiment.objective);
}

std::vector<std::string> adviceOn(const SlateTable& table, const ObjectiveSettings& settings) {
  std::vector<std::string> advice;
  const SchemeDescription& scheme = findTrainableScheme(settings.scheme).description();
  const RowKind rows = settings.rows.value_or(naturalRowKind(table));
  const AdvantageKind advantage = settings.advantage.value_or(scheme.advantage);
  if (scheme.usesAdvantage && advantage != AdvantageKind::Raw && hasOneRowASlate(table, rows) &&
      settings.advantageGroup == AdvantageGroup::Slate) {
    advice.push_back(fmt::format(
        "{} compares rewards within a slate, but each slate has one row here: every advantage is 0 "
        "and the policy will not move. Choose the batch or the context as advantage group.",
        scheme.title));
  }
  const bool bounded =
      scheme.family == SchemeFamily::Clipped || scheme.family == SchemeFamily::GroupRelative;
  if (scheme.usesRatio && bounded && rows == RowKind::Observed && scheme.pairs == PairSet::Rows) {
    advice.push_back(fmt::format(
        "On observed rows ρ is π itself, so it never exceeds 1: {}'s upper clip does nothing and "
        "its lower one silences most rows that push down. Drawn rows have the ratio it was made "
        "for.",
        scheme.title));
  }
  return advice;
}

}  // namespace luce
