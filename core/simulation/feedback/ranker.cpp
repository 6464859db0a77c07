#include "core/simulation/feedback/ranker.h"

#include <fmt/format.h>

#include <array>
#include <map>
#include <numeric>
#include <unordered_map>

#include "core/common/error.h"
#include "core/estimator/estimator.h"
#include "core/policy/value_model.h"
#include "core/simulation/audience/cascade.h"
#include "core/simulation/known_log.h"
#include "core/training/trainer.h"

namespace luce {

namespace {

using Days = std::vector<std::shared_ptr<const DayLog>>;

class RandomRanker final : public Ranker {
 public:
  RankedDay rank(const Audience&, const Requests& requests) const override {
    return {std::vector<double>(requests.item.size(), 0.0), {}};
  }
  std::shared_ptr<const Ranker> learn(const Audience&, const Days&,
                                      std::stop_token) const override {
    return nullptr;
  }
  std::shared_ptr<const Ranker> withWeights(const TaskWeights&) const override { return nullptr; }
};

class LoggingRanker final : public Ranker {
 public:
  RankedDay rank(const Audience& audience, const Requests& requests) const override {
    return {loggingScores(audience, requests), {}};
  }
  std::shared_ptr<const Ranker> learn(const Audience&, const Days&,
                                      std::stop_token) const override {
    return nullptr;
  }
  std::shared_ptr<const Ranker> withWeights(const TaskWeights&) const override { return nullptr; }
};

class OracleRanker final : public Ranker {
 public:
  explicit OracleRanker(TaskWeights weights) : weights_(std::move(weights)) {}

  RankedDay rank(const Audience&, const Requests& requests) const override {
    RankedDay ranked;
    ranked.scores.reserve(requests.truth.size());
    for (const CandidateTruth& truth : requests.truth) {
      ranked.scores.push_back(expectedReward(truth, weights_));
    }
    return ranked;
  }
  std::shared_ptr<const Ranker> learn(const Audience&, const Days&,
                                      std::stop_token) const override {
    return nullptr;
  }
  std::shared_ptr<const Ranker> withWeights(const TaskWeights& weights) const override {
    return std::make_shared<OracleRanker>(weights);
  }

 private:
  TaskWeights weights_;
};

/// Mean logged reward of an item, drawn towards the mean of all while it was rarely shown.
class PopularityRanker final : public Ranker {
 public:
  explicit PopularityRanker(TaskWeights weights) : weights_(std::move(weights)) {}

  RankedDay rank(const Audience&, const Requests& requests) const override {
    RankedDay ranked;
    ranked.scores.reserve(requests.item.size());
    for (const std::uint32_t item : requests.item) {
      const auto found = earned_.find(item);
      ranked.scores.push_back(found == earned_.end() ? mean_ : found->second);
    }
    return ranked;
  }

  std::shared_ptr<const Ranker> learn(const Audience&, const Days& days,
                                      std::stop_token) const override {
    auto next = std::make_shared<PopularityRanker>(weights_);
    for (const auto& day : days) {
      for (std::size_t row = 0; row < day->requests.item.size(); ++row) {
        Actions& item = next->actions_[day->requests.item[row]];
        for (std::size_t task = 0; task < kTasks; ++task) {
          item.counts[task] += day->labels[row * kTasks + task];
        }
        item.shows += 1;
      }
    }
    next->weigh();
    return next;
  }

  std::shared_ptr<const Ranker> withWeights(const TaskWeights& weights) const override {
    auto next = std::make_shared<PopularityRanker>(weights);
    next->actions_ = actions_;
    next->weigh();
    return next;
  }

 private:
  static constexpr std::size_t kTasks = kAudienceTasks.size();
  /// Of an item, in the days that were learned from.
  struct Actions {
    std::array<double, kTasks> counts{};
    double shows = 0;
  };

  void weigh() {
    constexpr double kShowsOfTheMean = 20;
    const auto worth = [&](const Actions& actions) {
      return std::inner_product(weights_.begin(), weights_.end(), actions.counts.begin(), 0.0);
    };
    double all = 0, shows = 0;
    for (const auto& [item, actions] : actions_) {
      all += worth(actions);
      shows += actions.shows;
    }
    mean_ = shows > 0 ? all / shows : 0;
    for (const auto& [item, actions] : actions_) {
      earned_[item] =
          (worth(actions) + kShowsOfTheMean * mean_) / (actions.shows + kShowsOfTheMean);
    }
  }

  TaskWeights weights_;
  std::map<std::uint32_t, Actions> actions_;
  double mean_ = 0;
  std::unordered_map<std::uint32_t, double> earned_;
};

class EstimatorRanker final : public Ranker {
 public:
  EstimatorRanker(Experiment experiment, TaskWeights weights)
      : experiment_(std::move(experiment)), weights_(std::move(weights)) {}

  RankedDay rank(const Audience& audience, const Requests& requests) const override {
    if (!estimator_) {
      throw Error("An estimator ranks only once it has learned from the first log.");
    }
    SlateTableBuilder builder;
    builder.begin(audienceSchema(audience.settings()));
    writeRequests(audience, requests, builder);
    const SlateTable table = builder.finish();
    RankedDay ranked;
    ranked.probabilities = estimator_->predict(table, allSlates(table)).probabilities;
    std::vector<float> scores(requests.item.size());
    scoreCandidates(ranked.probabilities, weights_, scores);
    ranked.scores.assign(scores.begin(), scores.end());
    return ranked;
  }

  std::shared_ptr<const Ranker> learn(const Audience& audience, const Days& days,
                                      std::stop_token stop) const override {
    SlateTableBuilder builder;
    builder.begin(audienceSchema(audience.settings()));
    for (const auto& day : days) writeDay(audience, *day, builder);
    const SlateTable table = builder.finish();
    // Where all users are gone for days there is nothing new to learn.
    if (table.slateCount() == 0) return nullptr;
    TrainingControl control;
    const std::stop_callback forward(stop, [&] { control.stop(); });
    TrainingOutcome outcome = train(table, experiment_, control, nullptr, {});
    if (outcome.phase == TrainingPhase::Stopped) throw Cancelled();
    if (outcome.phase == TrainingPhase::Failed) throw Error(outcome.message);
    auto next = std::make_shared<EstimatorRanker>(experiment_, weights_);
    next->estimator_ =
        std::make_shared<Estimator>(Estimator::fromCheckpoint(outcome.result, experiment_.device));
    return next;
  }

  std::shared_ptr<const Ranker> withWeights(const TaskWeights& weights) const override {
    Experiment experiment = experiment_;
    for (std::size_t task = 0; task < kAudienceTasks.size(); ++task) {
      experiment.valueWeights[std::string(kAudienceTasks[task])] = weights[task];
    }
    auto next = std::make_shared<EstimatorRanker>(std::move(experiment), weights);
    next->estimator_ = estimator_;
    return next;
  }

  std::vector<std::byte> checkpoint() const override {
    return estimator_ ? estimator_->checkpoint() : std::vector<std::byte>{};
  }
  TaskWeights valueWeights() const override { return weights_; }

 private:
  Experiment experiment_;
  TaskWeights weights_;
  std::shared_ptr<const Estimator> estimator_;
};

}  // namespace

std::shared_ptr<const Ranker> makeRanker(const RankerSettings& settings, std::uint64_t seed) {
  switch (settings.type()) {
    case RankerKind::Random:
      return std::make_shared<RandomRanker>();
    case RankerKind::Logging:
      return std::make_shared<LoggingRanker>();
    case RankerKind::Popularity:
      return std::make_shared<PopularityRanker>(settings.valueWeights);
    case RankerKind::Oracle:
      return std::make_shared<OracleRanker>(settings.valueWeights);
    case RankerKind::Estimator:
      break;
  }
  Experiment experiment = settings.experiment;
  experiment.seed = seed;
  return std::make_shared<EstimatorRanker>(std::move(experiment), settings.valueWeights);
}

}  // namespace luce
