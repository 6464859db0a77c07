#include "app/desktop/study/policy_worker.h"

#include <algorithm>
#include <limits>

namespace luce::desktop {

namespace {

constexpr int kResamples = 200;

std::optional<std::size_t> placeOf(const Predictions& predictions, std::uint32_t slate) {
  const auto found = std::lower_bound(predictions.slates.begin(), predictions.slates.end(), slate);
  if (found == predictions.slates.end() || *found != slate) return std::nullopt;
  return static_cast<std::size_t>(found - predictions.slates.begin());
}

/// A slate that no estimator has seen: only what the log says. Scores stay unknown.
std::vector<CandidateView> loggedFacts(const PolicyRequest& request, std::uint32_t slate) {
  Predictions nothing;
  nothing.slates = {slate};
  nothing.offsets = {0, request.table->candidates(slate).count};
  nothing.tasks = request.table->taskCount();
  nothing.probabilities.assign(static_cast<std::size_t>(nothing.offsets[1]) * nothing.tasks, 0.0f);
  std::vector<CandidateView> candidates = viewSlate(*request.table, nothing, 0, request.settings);
  for (CandidateView& candidate : candidates) {
    std::fill(candidate.probabilities.begin(), candidate.probabilities.end(), kMissing);
    candidate.score = candidate.policy = candidate.ratio = kMissing;
    candidate.rank = 0;
  }
  return candidates;
}

}  // namespace

PolicyWorker::PolicyWorker() : thread_([this](const std::stop_token& stop) { work(stop); }) {}

PolicyWorker::~PolicyWorker() = default;

void PolicyWorker::request(PolicyRequest request) {
  {
    const std::lock_guard lock(mutex_);
    waiting_ = std::move(request);
  }
  condition_.notify_one();
}

bool PolicyWorker::newerWaiting() {
  const std::lock_guard lock(mutex_);
  return waiting_.has_value();
}

void PolicyWorker::work(const std::stop_token& stop) {
  while (true) {
    PolicyRequest request;
    {
      std::unique_lock lock(mutex_);
      if (!condition_.wait(lock, stop, [&] { return waiting_.has_value(); })) return;
      request = std::move(*waiting_);
      waiting_.reset();
    }
    try {
      answer(request);
    } catch (const std::exception& error) {
      Q_EMIT refused(QString::fromStdString(error.what()));
    }
  }
}

void PolicyWorker::answer(const PolicyRequest& request) {
  if (request.slate) {
    const std::uint32_t slate = *request.slate;
    const Predictions* source = nullptr;
    std::size_t place = 0;
    for (const Predictions* predictions :
         {request.predictions.get(), request.slatePredictions.get()}) {
      if (predictions == nullptr || source != nullptr) continue;
      if (const auto found = placeOf(*predictions, slate)) {
        source = predictions;
        place = *found;
      }
    }
    const bool predicted = source != nullptr;
    Q_EMIT slateViewed(std::make_shared<const std::vector<CandidateView>>(
                           predicted ? viewSlate(*request.table, *source, place, request.settings)
                                     : loggedFacts(request, slate)),
                       predicted);
  }
  if (!request.predictions || request.predictions->slates.empty()) return;
  Q_EMIT summarised(std::make_shared<const PolicySummary>(
      summarisePolicy(*request.table, *request.predictions, request.settings, request.bounds.low,
                      request.bounds.high)));
  if (newerWaiting()) return;
  OffPolicySettings offPolicy;
  offPolicy.resamples = kResamples;
  Q_EMIT evaluated(std::make_shared<const PolicyReport>(evaluatePredictions(
      *request.table, *request.predictions, request.settings, nullptr, offPolicy)));
}

}  // namespace luce::desktop
