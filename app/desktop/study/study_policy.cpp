// The part of Study that shows the policy on slates: which ones are looked at, under which weights
// and sliders.
#include <algorithm>
#include <utility>

#include "app/desktop/study/post.h"
#include "app/desktop/study/study.h"
#include "core/common/error.h"

namespace luce::desktop {

void Study::showSlate(std::uint32_t slate) {
  if (slate_ == slate) return;
  slate_ = slate;
  Q_EMIT slateChanged();
  if (trainer_) trainer_->watch(watchedSlates());
  // A busy worker answers late: until then the log's own facts are better than another slate's.
  const bool answersSoon = requestSlatePredictions() && tasks_ == 0;
  if (!answersSoon) requestSlateView();
}

void Study::setPinned(std::vector<std::uint32_t> slates) {
  if (!dataset_ || slates == pinned_) return;
  pinned_ = std::move(slates);
  Q_EMIT pinnedChanged();
  if (trainer_) trainer_->watch(watchedSlates());
  requestSlatePredictions();
  requestSlateView();
}

std::vector<std::uint32_t> Study::watchedSlates() const {
  std::vector<std::uint32_t> slates = pinned_;
  if (slate_) slates.push_back(*slate_);
  std::sort(slates.begin(), slates.end());
  slates.erase(std::unique(slates.begin(), slates.end()), slates.end());
  return slates;
}

bool Study::requestSlatePredictions() {
  if (!run_ || training()) return false;
  const std::vector<std::uint32_t>& predicted = predictions_->slates;
  std::vector<std::uint32_t> missing;
  for (const std::uint32_t slate : watchedSlates()) {
    if (!std::binary_search(predicted.begin(), predicted.end(), slate)) {
      missing.push_back(slate);
    }
  }
  if (missing.empty()) return false;
  const bool shown = slate_ && std::binary_search(missing.begin(), missing.end(), *slate_);
  if (shownStep_) return shown;  // whoever shows other weights tells what they say of the slates
  post(worker_, [worker = worker_, table = dataset_->table, slates = std::move(missing)] {
    worker->predictSlates(table, slates);
  });
  return shown;
}

void Study::showWeights(std::int64_t step, std::shared_ptr<const Predictions> heldOut,
                        std::shared_ptr<const Predictions> watched) {
  if (!run_ || training()) return;
  shownStep_ = step;
  predictions_ = std::move(heldOut);
  slatePredictions_ = std::move(watched);
  Q_EMIT predictionsChanged();
  requestPolicy();
}

std::shared_ptr<const Predictions> Study::samplePredictions() const {
  return run_ && predictions_ == run_->predictions ? run_->sample : predictions_;
}

void Study::showKeptWeights() {
  if (!run_ || training() || !shownStep_) return;
  shownStep_.reset();
  predictions_ = run_->predictions;
  slatePredictions_.reset();
  Q_EMIT predictionsChanged();
  requestSlatePredictions();
  requestPolicy();
}

bool Study::predictEdited(int question, std::vector<EditableSlate> slates) {
  if (!run_ || training()) return false;
  post(worker_, [worker = worker_, table = dataset_->table, question, slates = std::move(slates)] {
    worker->predictEdited(table, question, slates);
  });
  return true;
}

PolicySettings Study::policySettings() const {
  const std::vector<std::string>& tasks = dataset_->table->schema().tasks;
  PolicySettings settings;
  settings.valueWeights = valueWeights(experiment_, tasks);
  settings.rewardWeights = rewardWeights(experiment_, tasks);
  settings.temperature = experiment_.temperature;
  settings.rows = experiment_.objective.rows.value_or(naturalRowKind(*dataset_->table));
  settings.rule = experiment_.objective.propensityRule;
  return settings;
}

ClipBounds Study::clipBounds() const {
  const Scheme& scheme = findScheme(experiment_.objective.scheme);
  return scheme.clipBounds(schemeParameters(experiment_.objective));
}

std::optional<PolicyRequest> Study::policyRequest() {
  if (!dataset_) return std::nullopt;
  try {
    PolicyRequest request{generation_, dataset_->table, predictions_, slatePredictions_, slate_};
    request.pinned = pinned_;
    request.objective = experiment_.objective;
    request.settings = policySettings();
    request.bounds = clipBounds();
    return request;
  } catch (const Error& error) {
    Q_EMIT told(error.what());
    return std::nullopt;
  }
}

void Study::requestPolicy() {
  gate_.hurry();
  requestPolicyInTime();
}

void Study::requestPolicyInTime() {
  if (const auto request = policyRequest()) policyWorker_.request(*request);
}

void Study::requestSlateView() {
  gate_.hurry();
  requestSlateViewInTime();
}

void Study::requestSlateViewInTime() {
  if (const auto request = policyRequest()) policyWorker_.requestSlate(*request);
}

}  // namespace luce::desktop
