#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstring>
#include <new>
#include <optional>

#include "core/common/error.h"
#include "core/dataset/split.h"
#include "core/estimator/device.h"
#include "core/estimator/estimator.h"
#include "core/training/advantage_groups.h"
#include "core/training/beginning.h"
#include "core/training/held_out.h"
#include "core/training/learner.h"
#include "core/training/parallel/agreement.h"
#include "core/training/parallel/bytes.h"
#include "core/training/progress_log.h"
#include "core/training/requirements.h"
#include "core/training/shuffle.h"
#include "core/training/slate_watch.h"
#include "core/training/trail.h"
#include "core/training/trainer.h"

namespace luce {

namespace {

/// What a step costs besides its candidates, in candidates: the optimiser, the embedding's
/// gradient. Only the time left hangs on it.
constexpr double kStepOverhead = 1000;

constexpr std::int64_t kMostUnreadSteps = 50;

class TrainingRun {
 public:
  TrainingRun(const SlateTable& table, const Experiment& experiment, TrainingControl& control,
              TrainingRecorder* recorder, ProgressLog::Publish publish,
              const StartingWeights* start, const DataShare* share);

  TrainingOutcome run();

 private:
  /// Throws Error where processes were given different things to do.
  void requireSameBeginning() const;
  void planSteps();
  /// All slates that are trained on, those of other processes too.
  const std::vector<std::uint32_t>& trainingSlates() const;
  /// Of a batch, the slates that this process computes.
  std::span<const std::uint32_t> ownPart(std::span<const std::uint32_t> batch);
  ProcessGroup* group() const { return share_ == nullptr ? nullptr : share_->group; }
  void supervise();
  void align();
  /// step trains on one batch of slates.
  template <class Step>
  void runEpochs(int count, std::uint64_t firstEpoch, Step&& step);
  /// Of so many slates.
  std::size_t batchesOf(std::size_t slates) const;
  /// After a batch that the memory had no room for. slatesLeft: of this epoch; epochsLeft: of this
  /// phase, after this one. Throws Error where a batch cannot be smaller.
  void shrinkBatch(const std::string& reason, std::size_t slatesLeft, int epochsLeft);
  void waitWhilePaused();
  /// Takes in what the learner has done, where it costs nothing or is due.
  void finishSteps(Learner& learner);
  /// policy: of the step; null in warm-up.
  void finishStep(const StepResult& result, const TrainingBatch& batch,
                  const SlateObjective<float>* policy);
  void publishWhenDue();
  /// Estimates the policy's value on held-out slates and keeps the weights when they are the best.
  void judge();
  /// Adds the weights of now to the trail.
  void leaveTrail();
  TrainingOutcome finish(TrainingPhase phase, const std::string& message);
  /// Where other processes may be lost: a sentence on how to go on.
  std::string whatIsKept();
  void save(const std::string& role, std::int64_t step, const std::vector<std::byte>& content);

  const SlateTable& table_;
  const Experiment& experiment_;
  TrainingControl& control_;
  TrainingRecorder* recorder_;
  ProgressLog log_;

  const DataShare* share_;  ///< null = there is one process
  TaskWeights valueWeights_, rewardWeights_;
  RowKind rows_;
  PolicyLoss loss_;
  Split split_;  ///< of this process's slates
  AdvantageGroups groups_;
  ClipBounds bounds_;
  HeldOut heldOut_;
  const StartingWeights* start_;  ///< null = random weights
  Estimator estimator_;
  std::optional<TrailThinning> trail_;  ///< none = no trail
  Estimator kept_;  ///< the last good weights: the best so far, or the latest judged
  std::int64_t keptStep_ = 0;
  double keptQuality_ = -std::numeric_limits<double>::infinity();
  std::vector<std::byte> supervised_;
  TrainingBatch batch_;
  std::size_t batchSize_;  ///< slates; smaller than the experiment's where memory is short
  bool judgesNext_ = false;
  std::int64_t unreadSteps_ = 0;
  SlateWatch watch_;
  std::vector<double> scratch_;
  std::vector<std::uint32_t> ownPart_;
  Crew crew_;
};

TrainingRun::TrainingRun(const SlateTable& table, const Experiment& experiment,
                         TrainingControl& control, TrainingRecorder* recorder,
                         ProgressLog::Publish publish, const StartingWeights* start,
                         const DataShare* share)
    : table_(table),
      experiment_(experiment),
      control_(control),
      recorder_(recorder),
      log_(recorder, std::move(publish)),
      share_(share),
      valueWeights_(valueWeights(experiment, table.schema().tasks)),
      rewardWeights_(rewardWeights(experiment, table.schema().tasks)),
      rows_(experiment.objective.rows.value_or(naturalRowKind(table))),
      loss_(policyLoss(experiment)),
      split_(splitOf(table, experiment, share)),
      groups_(table, split_.train, experiment.objective, rows_, group()),
      bounds_(loss_.scheme->clipBounds(loss_.parameters)),
      heldOut_(table, split_.validation,
               {valueWeights_, rewardWeights_, experiment.temperature, RowKind::Drawn,
                experiment.objective.propensityRule},
               experiment.seed, share),
      start_(start),
      estimator_(firstEstimator(table, experiment, split_, start, group())),
      kept_(estimator_.clone()),
      batchSize_(static_cast<std::size_t>(experiment.schedule.slatesPerBatch)),
      watch_(table),
      crew_(threadsInUse()) {
  log_.state().device = resolveDevice(experiment.device);
  const int length = experiment.schedule.trail ? trailLength(estimator_.checkpoint().size()) : 0;
  if (length > 0) trail_.emplace(length);
  requireSameBeginning();
  planSteps();
  log_.phase(TrainingPhase::Preparing);
}

void TrainingRun::requireSameBeginning() const {
  if (share_ == nullptr) return;
  Experiment task = experiment_;
  task.device = {};  // each has its own
  task.threads = 0;
  const std::string document = experimentToJson(task);
  const std::vector<std::byte> weights = estimator_.checkpoint();
  ByteWriter beginning;
  beginning.add(std::span<const std::byte>(weights));
  beginning.add(share_->train);
  beginning.add(std::span<const char>(document));
  requireSame(*share_->group, beginning.bytes());
}

const std::vector<std::uint32_t>& TrainingRun::trainingSlates() const {
  return share_ == nullptr ? split_.train : share_->train;
}

std::span<const std::uint32_t> TrainingRun::ownPart(std::span<const std::uint32_t> batch) {
  if (share_ == nullptr) return batch;
  ownPart_.clear();
  for (const std::uint32_t slate : batch) {
    const std::uint32_t local = share_->localOf[slate];
    if (local != DataShare::kElsewhere) ownPart_.push_back(local);
  }
  return ownPart_;
}

void TrainingRun::planSteps() {
  const ScheduleSettings& schedule = experiment_.schedule;
  const auto slates = static_cast<std::int64_t>(trainingSlates().size());
  const std::int64_t batches = (slates + schedule.slatesPerBatch - 1) / schedule.slatesPerBatch;
  std::int64_t candidates = 0;
  for (const std::uint32_t slate : split_.train) candidates += table_.candidates(slate).count;
  // Shares are alike, and only the time left hangs on this.
  candidates = candidates * slates / static_cast<std::int64_t>(split_.train.size());
  const std::int64_t labelled = table_.shape() == LogShape::Bandit ? slates : candidates;
  const std::int64_t supervised = batches * schedule.supervisedEpochs;
  const std::int64_t aligned = batches * schedule.alignmentEpochs;
  log_.plan(supervised + aligned, supervised,
            kStepOverhead * static_cast<double>(supervised + aligned) +
                static_cast<double>(labelled) * schedule.supervisedEpochs +
                static_cast<double>(candidates) * schedule.alignmentEpochs);
}

TrainingOutcome TrainingRun::run() {
  try {
    supervise();
    align();
    return finish(TrainingPhase::Finished, log_.state().notice);
  } catch (const Cancelled&) {
    return finish(TrainingPhase::Stopped, "Stopped on request.");
  } catch (const std::exception& error) {
    return finish(TrainingPhase::Failed, error.what() + whatIsKept());
  }
}

std::string TrainingRun::whatIsKept() {
  if (share_ == nullptr) return "";
  return fmt::format(
      " Training ended at step {}; the run keeps its weights of step {}, from which --continue "
      "goes "
      "on.",
      log_.state().step, keptStep_);
}

void TrainingRun::supervise() {
  const OptimiserSettings& optimiser = experiment_.optimiser;
  Learner learner(estimator_,
                  {.learningRate = optimiser.learningRate,
                   .weightDecay = optimiser.weightDecay,
                   .gradientClip = optimiser.gradientClip,
                   .precision = experiment_.precision,
                   .group = group(),
                   .crew = &crew_,
                   .stop = control_.token()},
                  valueWeights_);
  log_.phase(TrainingPhase::Supervised);
  // Weights that have learned something are the first candidate.
  if (start_ != nullptr && experiment_.schedule.supervisedEpochs > 0) judge();
  if (start_ == nullptr) leaveTrail();
  runEpochs(experiment_.schedule.supervisedEpochs, 0, [&](std::span<const std::uint32_t> part) {
    gatherSupervisedBatch(table_, part, batch_, &crew_);
    learner.superviseStep(batch_);
    finishSteps(learner);
  });
  if (experiment_.schedule.keepBest) estimator_.copyWeights(kept_);
  const bool sameReference =
      start_ != nullptr && !start_->reference.empty() && experiment_.schedule.supervisedEpochs == 0;
  supervised_ = sameReference ? start_->reference : estimator_.checkpoint();
  save("supervised", keptStep_, supervised_);
}

void TrainingRun::align() {
  if (experiment_.schedule.alignmentEpochs == 0) return;
  const OptimiserSettings& optimiser = experiment_.optimiser;
  const ObjectiveSettings& objective = experiment_.objective;
  const bool fromSource = start_ != nullptr && !start_->reference.empty();
  const Estimator reference =
      fromSource ? startingEstimator(table_, experiment_, start_->reference) : estimator_.clone();
  Learner learner(estimator_,
                  {.learningRate = optimiser.alignmentLearningRate,
                   .weightDecay = optimiser.weightDecay,
                   .gradientClip = optimiser.gradientClip,
                   .taskWeight = objective.taskWeight,
                   .rewardWeights = rewardWeights_,
                   .precision = experiment_.precision,
                   .group = group(),
                   .crew = &crew_,
                   .stop = control_.token()},
                  valueWeights_);
  log_.phase(TrainingPhase::Aligning);
  // The supervised policy itself is the first candidate: alignment must beat it to be kept.
  keptQuality_ = -std::numeric_limits<double>::infinity();
  judge();
  const auto firstEpoch = static_cast<std::uint64_t>(experiment_.schedule.supervisedEpochs);
  runEpochs(experiment_.schedule.alignmentEpochs, firstEpoch,
            [&](std::span<const std::uint32_t> part) {
              gatherAlignmentBatch(table_, part, rows_, objective.propensityRule, rewardWeights_,
                                   batch_, &crew_);
              groups_.assign(part, batch_.rows, batch_.group);
              if (needsListOrder(loss_)) {
                orderBatch(table_, part, loss_.scheme->description().list, batch_);
              }
              learner.alignStep(batch_, loss_, reference);
              finishSteps(learner);
            });
}

template <class Step>
void TrainingRun::runEpochs(int count, std::uint64_t firstEpoch, Step&& step) {
  const auto judgements = static_cast<std::size_t>(experiment_.schedule.evaluationsPerEpoch);
  for (int epoch = 0; epoch < count; ++epoch) {
    std::vector<std::uint32_t> order = trainingSlates();
    shuffleSlates(order, experiment_.seed, firstEpoch + static_cast<std::uint64_t>(epoch));
    for (std::size_t first = 0; first < order.size();) {
      waitWhilePaused();
      const std::size_t batches = batchesOf(order.size());
      const std::size_t b = first / batchSize_;
      judgesNext_ = (b + 1) * judgements / batches != b * judgements / batches;
      const std::size_t size = std::min(batchSize_, order.size() - first);
      try {
        step(ownPart(std::span<const std::uint32_t>(order).subspan(first, size)));
      } catch (const OutOfMemory& error) {
        shrinkBatch(error.what(), order.size() - first, count - epoch - 1);
        continue;
      } catch (const std::bad_alloc&) {
        shrinkBatch("the memory is used up", order.size() - first, count - epoch - 1);
        continue;
      }
      first += size;
      if (judgesNext_) judge();
    }
  }
}

std::size_t TrainingRun::batchesOf(std::size_t slates) const {
  return (slates + batchSize_ - 1) / batchSize_;
}

void TrainingRun::shrinkBatch(const std::string& reason, std::size_t slatesLeft, int epochsLeft) {
  const std::string device = log_.state().device;
  // Others would have to shrink theirs at the same step.
  if (batchSize_ == 1 || share_ != nullptr) {
    throw Error(fmt::format(
        "A batch of {} slates does not fit into the memory of {}: {}. Choose a smaller batch "
        "(schedule.slates_per_batch) or a smaller estimator.",
        batchSize_, device, reason));
  }
  batchSize_ = (batchSize_ + 1) / 2;
  log_.state().notice = fmt::format(
      "Batches of {} slates did not fit into the memory of {}; training goes on with {}.",
      experiment_.schedule.slatesPerBatch, device, batchSize_);
  const std::size_t epoch = batchesOf(trainingSlates().size());
  const auto left = static_cast<std::int64_t>(batchesOf(slatesLeft) +
                                              epoch * static_cast<std::size_t>(epochsLeft));
  const bool aligning = log_.state().phase == TrainingPhase::Aligning;
  const std::int64_t later =
      aligning ? 0 : static_cast<std::int64_t>(epoch) * experiment_.schedule.alignmentEpochs;
  log_.replan(left + later, aligning ? std::nullopt : std::optional(left));
}

void TrainingRun::waitWhilePaused() {
  const auto arrived = std::chrono::steady_clock::now();
  const bool goOn = control_.proceed([&] {
    log_.state().paused = true;
    watch_.predict(control_, estimator_, log_.state());
    log_.publishNow();
  });
  if (log_.state().paused) log_.addPause(std::chrono::steady_clock::now() - arrived);
  log_.state().paused = false;
  // With others, the next step tells them first.
  if (!goOn && share_ == nullptr) throw Cancelled();
}

void TrainingRun::publishWhenDue() {
  if (!log_.due()) return;
  watch_.predictWhenDue(control_, estimator_, log_.state());
  log_.publishNow();
}

void TrainingRun::finishSteps(Learner& learner) {
  // Reading from a device makes it wait, so there it is done once in a while; then the ratios of
  // the latest step stand for those of all that are read together.
  ++unreadSteps_;
  if (learner.deferred() && unreadSteps_ < kMostUnreadSteps && !judgesNext_ && !log_.due()) return;
  unreadSteps_ = 0;
  const bool aligning = log_.state().phase == TrainingPhase::Aligning;
  for (const StepResult& result : learner.results()) {
    finishStep(result, learner.seen(), aligning ? &learner.objective() : nullptr);
  }
}

void TrainingRun::finishStep(const StepResult& result, const TrainingBatch& batch,
                             const SlateObjective<float>* policy) {
  if (!result.finite) {
    throw Error(fmt::format(
        "The loss or its gradient was not a finite number at step {}, so training ended. Lower the "
        "learning rate or the reward weight, raise the KL weight or clip the gradient; the run "
        "keeps its weights of step {}.",
        log_.state().step + 1, keptStep_));
  }
  StepAverages averages;
  averages.bce = result.loss.bce;
  averages.total = result.loss.total;
  averages.gradientNorm = result.gradientNorm;
  averages.rewardLoss = result.loss.objective.reward;
  averages.kl = result.loss.objective.kl;
  averages.entropy = result.loss.objective.entropy;
  averages.learningRate = result.learningRate;
  std::span<const double> ratios;
  if (policy != nullptr) {
    ratios = policy->ratios();
    averages.policy = policyDiagnostics(
        {batch.inputs.offsets, policy->logPolicy(), policy->policy(), batch.stated, &batch.rows,
         ratios, policy->advantages(), policy->rowCoefficients(), bounds_},
        scratch_);
    // Where candidates pull too, silent rows do not leave a slate without gradient.
    if (loss_.scheme->description().pairs != PairSet::Rows) {
      averages.policy.slatesWithoutGradient = PolicyDiagnostics::kUnknown;
    }
  }
  log_.step(averages, ratios, kStepOverhead + static_cast<double>(batch.inputs.rows()));
  publishWhenDue();
}

void TrainingRun::judge() {
  const std::int64_t step = log_.state().step;
  const bool aligned = log_.state().phase == TrainingPhase::Aligning;
  double quality = std::numeric_limits<double>::quiet_NaN();
  if (!heldOut_.empty()) {
    HeldOutJudgement judgement = heldOut_.judge(estimator_, control_.token());
    if (share_ == nullptr || share_->leads()) {
      quality = aligned ? judgement.estimate.snips().value : -judgement.bce;
      const HeldOutPoint point{step, aligned, std::move(judgement.estimate)};
      log_.heldOut(point, judgement.bce, std::move(judgement.predictions));
      publishWhenDue();
    }
    if (share_ != nullptr) {
      const auto all = share_->group->gather(std::as_bytes(std::span(&quality, 1)));
      std::memcpy(&quality, all.front().data(), sizeof quality);
    }
  }
  leaveTrail();
  // Without an estimate to choose by, the latest weights are the ones to keep.
  const bool better = !(quality <= keptQuality_);
  if (experiment_.schedule.keepBest && !better) return;
  if (!std::isnan(quality)) keptQuality_ = quality;
  keptStep_ = step;
  kept_.copyWeights(estimator_);
  if (aligned) save("best", step, kept_.checkpoint());
}

void TrainingRun::leaveTrail() {
  if (recorder_ == nullptr || !trail_) return;
  const std::int64_t step = log_.state().step;
  for (const std::int64_t dropped : trail_->add(step)) recorder_->dropTrail(dropped);
  recorder_->trail(step, estimator_.checkpoint());
}

TrainingOutcome TrainingRun::finish(TrainingPhase phase, const std::string& message) {
  TrainingOutcome outcome;
  outcome.phase = phase;
  outcome.message = message;
  outcome.steps = log_.state().step;
  outcome.supervised = supervised_;
  const bool latest = !experiment_.schedule.keepBest && phase != TrainingPhase::Failed;
  outcome.result = latest ? estimator_.checkpoint() : kept_.checkpoint();
  outcome.resultStep = latest ? outcome.steps : keptStep_;
  outcome.heldOut = log_.heldOutPoints();
  outcome.seconds = log_.seconds();
  save("result", outcome.resultStep, outcome.result);
  log_.state().message = message;
  log_.phase(phase);
  return outcome;
}

void TrainingRun::save(const std::string& role, std::int64_t step,
                       const std::vector<std::byte>& content) {
  if (recorder_ != nullptr) recorder_->checkpoint(step, role, content);
}

}  // namespace

TrainingOutcome train(const SlateTable& table, const Experiment& experiment,
                      TrainingControl& control, TrainingRecorder* recorder,
                      const std::function<void(std::shared_ptr<const TrainingSnapshot>)>& publish,
                      const StartingWeights* start, const DataShare* share) {
  const auto finish = [&](const TrainingOutcome& outcome) {
    if (recorder != nullptr) recorder->finish(outcome);
  };
  try {
    useThreads(experiment.threads);
    requireTrainable(table, experiment);
    requireStart(table, experiment, start);
    TrainingOutcome outcome =
        TrainingRun(table, experiment, control, recorder, publish, start, share).run();
    finish(outcome);
    return outcome;
  } catch (const std::exception& error) {
    TrainingOutcome failed;
    failed.phase = TrainingPhase::Failed;
    failed.message = error.what();
    finish(failed);
    throw;
  }
}

}  // namespace luce
