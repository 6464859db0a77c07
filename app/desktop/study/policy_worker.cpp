#include "app/desktop/study/policy_worker.h"

#include <algorithm>

namespace luce::desktop {

namespace {

constexpr int kResamples = 200;
/// How long sliders must rest before the estimate is worth its time.
constexpr std::chrono::milliseconds kRest{120};

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

PolicyWorker::PolicyWorker() : evaluation_(kRest) {}

void PolicyWorker::request(const PolicyRequest& request) {
  requestSlate(request);
  if (!request.predictions || request.predictions->slates.empty()) return;
  summary_.run([this, request] { attempt(request, [&] { summarise(request); }); });
  evaluation_.run([this, request] { attempt(request, [&] { evaluate(request); }); });
}

void PolicyWorker::requestSlate(const PolicyRequest& request) {
  if (!request.slate) return;
  slate_.run([this, request] { attempt(request, [&] { viewShownSlate(request); }); });
}

template <class Task>
void PolicyWorker::attempt(const PolicyRequest& request, Task&& task) {
  try {
    task();
  } catch (const std::exception& error) {
    Q_EMIT refused(request.generation, QString::fromStdString(error.what()));
  }
}

void PolicyWorker::viewShownSlate(const PolicyRequest& request) {
  using Candidates = std::vector<CandidateView>;
  const std::uint32_t slate = *request.slate;
  for (const auto& predictions : {request.slatePredictions, request.predictions}) {
    if (!predictions) continue;
    const std::optional<std::size_t> place = placeOf(*predictions, slate);
    if (!place) continue;
    Q_EMIT slateViewed(request.generation,
                       std::make_shared<const Candidates>(
                           viewSlate(*request.table, *predictions, *place, request.settings)),
                       true);
    return;
  }
  Q_EMIT slateViewed(request.generation,
                     std::make_shared<const Candidates>(loggedFacts(request, slate)), false);
}

void PolicyWorker::summarise(const PolicyRequest& request) {
  Q_EMIT summarised(request.generation, std::make_shared<const PolicySummary>(summarisePolicy(
                                            *request.table, *request.predictions, request.settings,
                                            request.bounds.low, request.bounds.high)));
}

void PolicyWorker::evaluate(const PolicyRequest& request) {
  OffPolicySettings offPolicy;
  offPolicy.resamples = kResamples;
  Q_EMIT evaluated(request.generation, std::make_shared<const PolicyReport>(evaluatePredictions(
                                           *request.table, *request.predictions, request.settings,
                                           nullptr, offPolicy)));
}

}  // namespace luce::desktop
