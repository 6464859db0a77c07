#include "app/desktop/study/policy_worker.h"

#include <algorithm>
#include <utility>

#include "core/common/error.h"

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

PolicyWorker::PolicyWorker() : evaluation_(kRest, NewestJob::Priority::Low) {}

void PolicyWorker::request(const PolicyRequest& request) {
  requestSlate(request);
  if (!request.predictions || request.predictions->slates.empty()) return;
  std::stop_source stop;
  {
    const std::lock_guard lock(mutex_);
    if (!summarySpared_) summaryStop_.request_stop();
    summaryStop_ = stop;
  }
  summary_.run([this, request, token = stop.get_token()] {
    attempt(request, [&] { summarise(request, token); });
  });
  evaluation_.run([this, request] { attempt(request, [&] { evaluate(request); }); });
}

void PolicyWorker::requestSlate(const PolicyRequest& request) {
  if (!request.slate && request.pinned.empty()) return;
  slate_.run([this, request] { attempt(request, [&] { viewSlates(request); }); });
}

template <class Task>
void PolicyWorker::attempt(const PolicyRequest& request, Task&& task) {
  try {
    task();
  } catch (const Cancelled&) {
    return;  // a newer request has come
  } catch (const std::exception& error) {
    Q_EMIT refused(request.generation, QString::fromStdString(error.what()));
  }
}

void PolicyWorker::viewSlates(const PolicyRequest& request) {
  using Candidates = std::vector<CandidateView>;
  const auto view = [&](std::uint32_t slate) {
    for (const auto& predictions : {request.slatePredictions, request.predictions}) {
      if (!predictions) continue;
      const std::optional<std::size_t> place = placeOf(*predictions, slate);
      if (place)
        return std::pair(viewSlate(*request.table, *predictions, *place, request.settings), true);
    }
    return std::pair(loggedFacts(request, slate), false);
  };
  if (request.slate) {
    auto [candidates, predicted] = view(*request.slate);
    std::vector<double> advantage;
    try {
      advantage = advantages(request);
    } catch (const Error&) {
      // Compared by a feature that this log lacks: told when it is trained.
    }
    for (std::size_t i = 0; i < advantage.size(); ++i) candidates[i].advantage = advantage[i];
    Q_EMIT slateViewed(
        request.generation,
        {*request.slate, predicted, std::make_shared<const Candidates>(std::move(candidates))});
  }
  if (request.pinned.empty()) return;
  std::vector<SlateView> pinned;
  for (const std::uint32_t slate : request.pinned) {
    auto [candidates, predicted] = view(slate);
    pinned.push_back({slate, predicted, std::make_shared<const Candidates>(std::move(candidates))});
  }
  Q_EMIT pinnedViewed(request.generation,
                      std::make_shared<const std::vector<SlateView>>(std::move(pinned)));
}

std::vector<double> PolicyWorker::advantages(const PolicyRequest& request) {
  const auto same = [](const ObjectiveSettings& a, const ObjectiveSettings& b) {
    return a.scheme == b.scheme && a.rows == b.rows && a.propensityRule == b.propensityRule &&
           a.advantage == b.advantage && a.advantageGroup == b.advantageGroup &&
           a.advantageFeature == b.advantageFeature;
  };
  if (!advantages_ || advantages_->table != request.table ||
      !same(advantages_->settings, request.objective)) {
    advantages_.reset();
    advantages_.emplace(Advantages{request.table, request.objective,
                                   SlateAdvantages(request.table, request.objective)});
  }
  return advantages_->advantages.of(*request.slate, request.settings.rewardWeights);
}

void PolicyWorker::summarise(const PolicyRequest& request, std::stop_token stop) {
  summarySpared_ = summaryEnded_.exchange(true);
  const PolicySettings& settings = request.settings;
  if (!summariser_ || summariser_->table != request.table ||
      summariser_->predictions != request.predictions || summariser_->rows != settings.rows ||
      summariser_->rule != settings.rule) {
    summariser_.reset();
    summariser_.emplace(Summariser{
        request.table, request.predictions, settings.rows, settings.rule,
        PolicySummariser(request.table, request.predictions, settings.rows, settings.rule)});
  }
  auto summary = std::make_shared<const PolicySummary>(summariser_->summariser.summarise(
      settings, request.bounds.low, request.bounds.high, std::move(stop)));
  summaryEnded_ = false;
  summarySpared_ = false;
  Q_EMIT summarised(request.generation, std::move(summary));
}

void PolicyWorker::evaluate(const PolicyRequest& request) {
  OffPolicySettings offPolicy;
  offPolicy.resamples = kResamples;
  Q_EMIT evaluated(request.generation, std::make_shared<const PolicyReport>(evaluatePredictions(
                                           *request.table, *request.predictions, request.settings,
                                           nullptr, offPolicy)));
}

}  // namespace luce::desktop
