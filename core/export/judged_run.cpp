#include "core/export/judged_run.h"

#include <optional>

#include "core/common/error.h"
#include "core/training/reward_model.h"

namespace luce {

PolicyReport judgeRun(const SlateTable& table, std::span<const std::uint32_t> slates,
                      const PolicySettings& settings, const Estimator& estimator,
                      const Estimator* supervised, const Progress& progress, std::stop_token stop) {
  EvaluationAids aids;
  aids.balanced = true;
  std::optional<Predictions> rewardModel;
  const RewardModelSettings model;
  // Observed rows know all rewards, so that a reward model has nothing to add but its own errors.
  if (settings.rows == RowKind::Drawn &&
      slates.size() >= static_cast<std::size_t>(2 * model.folds)) {
    rewardModel = fitRewardModel(table, slates, model, progress, stop);
    aids.rewardModel = &*rewardModel;
  }
  if (progress) progress(0.9, "Judging on test slates");
  const Predictions predictions = estimator.predict(table, slates, stop);
  std::optional<Predictions> reference;
  if (supervised != nullptr) reference = supervised->predict(table, slates, stop);
  if (stop.stop_requested()) throw Cancelled();
  return evaluatePredictions(table, predictions, settings, reference ? &*reference : nullptr, {},
                             aids);
}

}  // namespace luce
