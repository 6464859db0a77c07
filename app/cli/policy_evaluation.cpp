#include "app/cli/policy_evaluation.h"

#include <fmt/format.h>

#include "app/cli/console.h"
#include "app/cli/workspace_options.h"
#include "core/common/error.h"
#include "core/dataset/split.h"
#include "core/estimator/estimator.h"
#include "core/evaluation/evaluate.h"
#include "core/evaluation/evaluate_scores.h"
#include "core/evaluation/policy_reference.h"
#include "core/foreign/kept_policy.h"
#include "core/training/reward_model.h"
#include "core/workspace/segment_names.h"

namespace luce::cli {

namespace {

bool isPolicyWord(const std::string& name) {
  return name == "uniform" || name == "logging";
}

/// A policy that is judged: a run, one that needs no run, or one from elsewhere.
struct JudgedPolicy {
  PolicyReference reference;
  std::optional<PolicyRecord> kept;  ///< as the workspace knows it
  std::optional<ForeignPolicy> foreign;
  /// Of one from elsewhere. Value weights are for probabilities; without, its scores stand as they
  /// are.
  bool scoresAlone = false;
  std::optional<TrainedRun> trained;
  std::optional<Estimator> estimator;
  std::optional<Estimator> supervised;  ///< what KL is measured to
};

JudgedPolicy openPolicy(const Workspace& workspace, const std::string& word, const std::string& run,
                        const std::string& checkpoint = "result") {
  JudgedPolicy policy;
  if (isPolicyWord(word)) {
    policy.reference = policyReferenceFromString(word);
    if (!run.empty()) policy.trained = loadRun(workspace, run, "result");
    return policy;
  }
  const bool supervised = word == "supervised";
  policy.reference = {supervised ? JudgedKind::Supervised : JudgedKind::Run, run};
  policy.trained = loadRun(workspace, run, supervised ? word : checkpoint);
  policy.estimator = Estimator::fromCheckpoint(policy.trained->checkpoint);
  const auto start = workspace.loadCheckpoint(policy.trained->record.id, "supervised");
  if (start) policy.supervised = Estimator::fromCheckpoint(*start);
  return policy;
}

JudgedPolicy openKept(const Workspace& workspace, const std::string& name) {
  JudgedPolicy policy;
  policy.reference = {JudgedKind::Kept, name};
  policy.kept = workspace.policy(name);
  return policy;
}

class Evaluation {
 public:
  explicit Evaluation(const EvaluationRequest& request)
      : request_(request), workspace_(openExisting(request.workspace, accessFor(request))) {
    dataset_ = chooseDataset(workspace_, nameOfDataset());
    if (!request.policyName.empty()) {
      policy_ = openKept(workspace_, request.policyName);
    } else if (request.policyFile.empty()) {
      policy_ = openPolicy(workspace_, request.policy, request.run, request.checkpoint);
    }
    if (!request.comparePolicy.empty()) {
      other_ = openKept(workspace_, request.comparePolicy);
    } else if (!request.compare.empty()) {
      other_ = isPolicyWord(request.compare) ? openPolicy(workspace_, request.compare, "")
                                             : openPolicy(workspace_, "", request.compare);
    }
    // A policy from elsewhere is judged on the slates, and by the rewards, of the run beside it.
    if (policy_.trained) {
      experiment_ = policy_.trained->experiment;
    } else if ((!request.policyFile.empty() || policy_.kept) && other_ && other_->trained) {
      experiment_ = other_->trained->experiment;
    }
    // Before a model is run for long.
    if (!request.keep.empty()) workspace_.requireFreePolicyName(request.keep);
    table_ = workspace_.loadDataset(dataset_.name, progressLine(), stopToken());
    slates_ = chooseSlates(splitSlates(table_, experiment_.split), request.split);
    decideSettings();
    if (policy_.kept) loadKept(policy_, !request.choice.weights.empty());
    if (!request.policyFile.empty()) openForeign();
    if (other_ && other_->kept) loadKept(*other_, false);
    requireNoSegmentsOfScores();
    fitAids();
    finishProgressLine();
  }

  EvaluationResult run() {
    EvaluationResult result;
    result.split = request_.split;
    result.settings = request_.offPolicy;
    result.report = judge(policy_, settings_);
    if (predictions_) result.quality = judgeQuality();
    if (other_) {
      result.compared = judge(*other_, settingsOfOther());
      result.differences =
          comparePolicies(result.report.estimate, result.compared->estimate, request_.offPolicy);
    }
    return result;
  }

 private:
  static Access accessFor(const EvaluationRequest& request) {
    return request.keep.empty() ? Access::Read : Access::WriteIfFree;
  }

  std::string nameOfDataset() const {
    if (!request_.dataset.empty()) return request_.dataset;
    if (!request_.run.empty()) return workspace_.run(request_.run).dataset;
    for (const std::string& name : {request_.policyName, request_.comparePolicy}) {
      if (!name.empty()) return workspace_.policy(name).dataset;
    }
    const std::string& other = request_.compare;
    if (!other.empty() && !isPolicyWord(other)) return workspace_.run(other).dataset;
    return {};
  }

  void openForeign() {
    policy_.reference = {JudgedKind::File, request_.policyFile};
    if (!request_.keep.empty() && workspace_.readOnly()) {
      finishProgressLine();
      fmt::print(stderr, "{} The policy is judged, but not kept.\n", workspace_.whyReadOnly());
    }
    if (request_.keep.empty() || workspace_.readOnly()) {
      policy_.foreign =
          loadForeignPolicy(request_.policyFile, table_, slates_, progressLine(), stopToken());
    } else {
      importForeign();
    }
    policy_.scoresAlone = !policy_.foreign->hasProbabilities() || request_.choice.weights.empty();
  }

  void importForeign() {
    ImportedPolicy imported = importPolicy(lookAtPolicyFile(request_.policyFile, stopToken()),
                                           table_, slates_, progressLine(), stopToken());
    imported.record.name = request_.keep;
    imported.record.temperature = request_.choice.temperature;
    const bool weightsAreGiven = !request_.choice.weights.empty();
    if (weightsAreGiven && !imported.policy.hasProbabilities()) {
      finishProgressLine();
      fmt::print(stderr,
                 "The file holds scores alone, which no weights change: --weights are those of the "
                 "rewards here, and are not kept with the policy. Give them again to judge it by "
                 "them.\n");
    } else if (weightsAreGiven) {
      const std::vector<std::string>& tasks = table_.schema().tasks;
      for (std::size_t task = 0; task < tasks.size(); ++task) {
        imported.record.valueWeights[tasks[task]] = settings_.valueWeights[task];
      }
    }
    keepPolicy(workspace_, imported, dataset_.name);
    policy_.reference = {JudgedKind::Kept, request_.keep};
    policy_.foreign = selectSlates(imported.policy, slates_);
  }

  /// weighed: the command gives weights for its probabilities, if it has some.
  void loadKept(JudgedPolicy& policy, bool weighed) const {
    if (policy.kept->dataset != dataset_.name) {
      throw Error(fmt::format("The policy \"{}\" is one of the dataset \"{}\", not of \"{}\".",
                              policy.kept->name, policy.kept->dataset, dataset_.name));
    }
    policy.foreign = keptPolicy(workspace_, *policy.kept, table_, slates_, stopToken());
    policy.scoresAlone =
        !policy.foreign->hasProbabilities() || (!weighed && policy.kept->valueWeights.empty());
  }

  /// Both policies are paid by the same rewards: those of the command, of a run, or else of the
  /// judged policy's own weights.
  void decideSettings() {
    const PolicyChoice& choice = request_.choice;
    base_ = policySettings(table_, experiment_, choice);
    const bool rewardsAreGiven = !choice.rewardWeights.empty() || !choice.weights.empty() ||
                                 policy_.trained || (other_ && other_->trained);
    if (policy_.kept && !policy_.kept->valueWeights.empty() && !rewardsAreGiven) {
      base_.rewardWeights = weightsOf(*policy_.kept);
    }
    settings_ = base_;
    if (!policy_.kept) return;
    settings_ = ownSettings(*policy_.kept);
    if (choice.temperature) settings_.temperature = *choice.temperature;
    if (!choice.weights.empty()) settings_.valueWeights = base_.valueWeights;
  }

  TaskWeights weightsOf(const PolicyRecord& kept) const {
    Experiment own;
    own.valueWeights = kept.valueWeights;
    return valueWeights(own, table_.schema().tasks);
  }

  /// What a kept policy brings along holds for that policy.
  PolicySettings ownSettings(const PolicyRecord& kept) const {
    PolicySettings settings = base_;
    if (kept.temperature) settings.temperature = *kept.temperature;
    if (!kept.valueWeights.empty()) settings.valueWeights = weightsOf(kept);
    return settings;
  }

  /// Those of the command are for the judged policy, and for runs beside it.
  PolicySettings settingsOfOther() const {
    if (other_->kept) return ownSettings(*other_->kept);
    PolicySettings settings = base_;
    if (other_->trained && request_.choice.weights.empty()) {
      const Experiment& experiment = other_->trained->experiment;
      settings.valueWeights = valueWeights(experiment, table_.schema().tasks);
      if (!request_.choice.temperature) settings.temperature = experiment.temperature;
    }
    return settings;
  }

  void requireNoSegmentsOfScores() const {
    if (!policy_.foreign || !policy_.scoresAlone || request_.segments.empty()) return;
    throw Error("Segments are judged by task probabilities, and this policy gives scores alone.");
  }

  void fitAids() {
    aids_.category = request_.category;
    aids_.balanced = true;
    // Observed rows know all rewards, so that a reward model has nothing to add but its own errors.
    if (!request_.rewardModel || settings_.rows != RowKind::Drawn) return;
    RewardModelSettings model;
    model.folds = request_.folds;
    if (slates_.size() < static_cast<std::size_t>(2 * model.folds)) return;
    rewardModel_ = fitRewardModel(table_, slates_, model, progressLine(), stopToken());
    aids_.rewardModel = &*rewardModel_;
    if (!request_.rewardModelCsv.empty()) {
      writeRewardModelCsv(table_, *rewardModel_, request_.rewardModelCsv);
    }
  }

  PolicyReport judge(const JudgedPolicy& policy, const PolicySettings& settings) {
    if (policy.reference.kind == JudgedKind::Uniform)
      return evaluateUniform(table_, slates_, settings, request_.offPolicy, aids_);
    if (policy.reference.kind == JudgedKind::Logging)
      return evaluateLogging(table_, slates_, settings, request_.offPolicy, aids_);
    if (policy.foreign) return judgeForeign(policy, settings);
    Predictions predictions = policy.estimator->predict(table_, slates_, stopToken());
    std::optional<Predictions> reference;
    if (policy.supervised) reference = policy.supervised->predict(table_, slates_, stopToken());
    PolicyReport report =
        evaluatePredictions(table_, predictions, settings, reference ? &*reference : nullptr,
                            request_.offPolicy, aids_);
    report.policy = toString(policy.reference);
    if (&policy == &policy_) predictions_ = std::move(predictions);
    return report;
  }

  PolicyReport judgeForeign(const JudgedPolicy& policy, const PolicySettings& settings) {
    const ForeignPolicy& foreign = *policy.foreign;
    PolicyReport report =
        policy.scoresAlone
            ? evaluateScores(table_, foreign.scores, settings, request_.offPolicy, aids_)
            : evaluatePredictions(table_, foreign.probabilities, settings, nullptr,
                                  request_.offPolicy, aids_);
    report.policy = toString(policy.reference);
    if (&policy == &policy_) {
      predictions_ = policy.scoresAlone ? foreign.scores : foreign.probabilities;
    }
    return report;
  }

  QualityResult judgeQuality() {
    const Predictions& predictions = *predictions_;
    const PolicySettings settings = policy_.scoresAlone ? scoreSettings(settings_) : settings_;
    QualityResult quality;
    quality.ranking = rankingQuality(table_, predictions, settings);
    quality.rankingMeans = rankingMeans(quality.ranking, request_.offPolicy);
    quality.exposure = exposureOf(table_, predictions, settings);
    if (!policy_.scoresAlone) quality.calibration = calibrate(table_, predictions);
    if (table_.shape() == LogShape::Slate) {
      quality.places = static_cast<std::size_t>(request_.places);
      quality.slateValue = slateValue(table_, predictions, settings,
                                      placeWeights(PlaceWeighting::Reciprocal, quality.places),
                                      request_.offPolicy, stopToken());
    }
    if (!request_.segments.empty()) addSegments(predictions, quality);
    return quality;
  }

  void addSegments(const Predictions& predictions, QualityResult& quality) {
    quality.segmentation = segment(table_, predictions, settings_, chooseCut());
    SlateBrowser browser(request_.workspace, dataset_);
    nameSegments(browser, *quality.segmentation);
    if (quality.segmentation->cut.ofRows()) return;
    OffPolicySettings offPolicy = request_.offPolicy;
    offPolicy.estimators = {ValueEstimator::Snips};
    for (const Segment& part : quality.segmentation->segments) {
      const Predictions own = choosePredictions(predictions, part.localSlates);
      quality.segmentRewards.push_back(
          estimateValue(weighRows(table_, own, settings_),
                        loggingRewards(table_, own.slates, settings_.rewardWeights), offPolicy)
              .snips());
    }
  }

  SegmentCut chooseCut() const {
    std::string known;
    for (const SegmentCut& cut : possibleCuts(table_)) {
      if (cut.name == request_.segments) return cut;
      known += (known.empty() ? "" : ", ") + cut.name;
    }
    throw Error("The log cannot be cut by \"" + request_.segments + "\"; choose of " + known + ".");
  }

  const EvaluationRequest& request_;
  Workspace workspace_;
  DatasetSummary dataset_;
  JudgedPolicy policy_;
  std::optional<JudgedPolicy> other_;
  Experiment experiment_;
  SlateTable table_;
  std::vector<std::uint32_t> slates_;
  PolicySettings base_;      ///< where a policy says nothing of its own
  PolicySettings settings_;  ///< of policy_
  EvaluationAids aids_;
  std::optional<Predictions> rewardModel_;
  std::optional<Predictions> predictions_;  ///< of policy_, once judged
};

}  // namespace

EvaluationResult evaluatePolicy(const EvaluationRequest& request) {
  return Evaluation(request).run();
}

}  // namespace luce::cli
