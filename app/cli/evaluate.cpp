#include "core/evaluation/evaluate.h"

#include <fmt/format.h>

#include <map>

#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/evaluation_text.h"
#include "app/cli/number_checks.h"
#include "app/cli/policy_choice.h"
#include "app/cli/workspace_options.h"
#include "core/common/error.h"
#include "core/dataset/split.h"
#include "core/estimator/estimator.h"
#include "core/evaluation/evaluate_scores.h"
#include "core/evaluation/policy_reference.h"
#include "core/evaluation/report_json.h"
#include "core/foreign/kept_policy.h"
#include "core/training/reward_model.h"
#include "core/workspace/segment_names.h"

namespace luce::cli {

namespace {

using nlohmann::ordered_json;

struct Options {
  std::string workspace;
  std::string dataset;
  std::string run;
  std::string checkpoint = "result";
  std::string policy;
  std::string policyFile;
  std::string keep;  ///< the name under which policyFile is kept; empty = it is not
  std::string policyName;
  std::string compare;
  std::string comparePolicy;
  std::string split = "test";
  std::string interval = "bootstrap";
  std::string rule = "slope";
  std::vector<std::string> parameters;
  bool rewardModel = true;
  int folds = 3;
  std::string category;
  std::string segments;
  int places = 10;
  std::string csv;
  std::string rewardModelCsv;
  PolicyChoice choice;
  OffPolicySettings offPolicy;
  Output output;
};

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
  explicit Evaluation(const Options& options)
      : options_(options), workspace_(openExisting(options.workspace, accessFor(options))) {
    dataset_ = chooseDataset(workspace_, nameOfDataset());
    if (!options.policyName.empty()) {
      policy_ = openKept(workspace_, options.policyName);
    } else if (options.policyFile.empty()) {
      policy_ = openPolicy(workspace_, options.policy, options.run, options.checkpoint);
    }
    if (!options.comparePolicy.empty()) {
      other_ = openKept(workspace_, options.comparePolicy);
    } else if (!options.compare.empty()) {
      other_ = isPolicyWord(options.compare) ? openPolicy(workspace_, options.compare, "")
                                             : openPolicy(workspace_, "", options.compare);
    }
    // A policy from elsewhere is judged on the slates, and by the rewards, of the run beside it.
    if (policy_.trained) {
      experiment_ = policy_.trained->experiment;
    } else if ((!options.policyFile.empty() || policy_.kept) && other_ && other_->trained) {
      experiment_ = other_->trained->experiment;
    }
    // Before a model is run for long.
    if (!options.keep.empty()) workspace_.requireFreePolicyName(options.keep);
    table_ = workspace_.loadDataset(dataset_.name, progressLine(), stopToken());
    slates_ = chooseSlates(splitSlates(table_, experiment_.split), options.split);
    decideSettings();
    if (policy_.kept) loadKept(policy_, !options.choice.weights.empty());
    if (!options.policyFile.empty()) openForeign();
    if (other_ && other_->kept) loadKept(*other_, false);
    requireNoSegmentsOfScores();
    fitAids();
    finishProgressLine();
  }

  EvaluationResult run() {
    EvaluationResult result;
    result.split = options_.split;
    result.settings = options_.offPolicy;
    result.report = judge(policy_, settings_);
    if (predictions_) result.quality = judgeQuality();
    if (other_) {
      result.compared = judge(*other_, settingsOfOther());
      result.differences =
          comparePolicies(result.report.estimate, result.compared->estimate, options_.offPolicy);
    }
    return result;
  }

 private:
  static Access accessFor(const Options& options) {
    return options.keep.empty() ? Access::Read : Access::WriteIfFree;
  }

  std::string nameOfDataset() const {
    if (!options_.dataset.empty()) return options_.dataset;
    if (!options_.run.empty()) return workspace_.run(options_.run).dataset;
    for (const std::string& name : {options_.policyName, options_.comparePolicy}) {
      if (!name.empty()) return workspace_.policy(name).dataset;
    }
    const std::string& other = options_.compare;
    if (!other.empty() && !isPolicyWord(other)) return workspace_.run(other).dataset;
    return {};
  }

  void openForeign() {
    policy_.reference = {JudgedKind::File, options_.policyFile};
    if (!options_.keep.empty() && workspace_.readOnly()) {
      finishProgressLine();
      fmt::print(stderr, "{} The policy is judged, but not kept.\n", workspace_.whyReadOnly());
    }
    if (options_.keep.empty() || workspace_.readOnly()) {
      policy_.foreign =
          loadForeignPolicy(options_.policyFile, table_, slates_, progressLine(), stopToken());
    } else {
      importForeign();
    }
    policy_.scoresAlone = !policy_.foreign->hasProbabilities() || options_.choice.weights.empty();
  }

  void importForeign() {
    ImportedPolicy imported = importPolicy(lookAtPolicyFile(options_.policyFile, stopToken()),
                                           table_, slates_, progressLine(), stopToken());
    imported.record.name = options_.keep;
    imported.record.temperature = options_.choice.temperature;
    const bool weightsAreGiven = !options_.choice.weights.empty();
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
    policy_.reference = {JudgedKind::Kept, options_.keep};
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
    const PolicyChoice& choice = options_.choice;
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
    if (other_->trained && options_.choice.weights.empty()) {
      const Experiment& experiment = other_->trained->experiment;
      settings.valueWeights = valueWeights(experiment, table_.schema().tasks);
      if (!options_.choice.temperature) settings.temperature = experiment.temperature;
    }
    return settings;
  }

  void requireNoSegmentsOfScores() const {
    if (!policy_.foreign || !policy_.scoresAlone || options_.segments.empty()) return;
    throw Error("Segments are judged by task probabilities, and this policy gives scores alone.");
  }

  void fitAids() {
    aids_.category = options_.category;
    aids_.balanced = true;
    // Observed rows know all rewards, so that a reward model has nothing to add but its own errors.
    if (!options_.rewardModel || settings_.rows != RowKind::Drawn) return;
    RewardModelSettings model;
    model.folds = options_.folds;
    if (slates_.size() < static_cast<std::size_t>(2 * model.folds)) return;
    rewardModel_ = fitRewardModel(table_, slates_, model, progressLine(), stopToken());
    aids_.rewardModel = &*rewardModel_;
    if (!options_.rewardModelCsv.empty()) {
      writeRewardModelCsv(table_, *rewardModel_, options_.rewardModelCsv);
    }
  }

  PolicyReport judge(const JudgedPolicy& policy, const PolicySettings& settings) {
    if (policy.reference.kind == JudgedKind::Uniform)
      return evaluateUniform(table_, slates_, settings, options_.offPolicy, aids_);
    if (policy.reference.kind == JudgedKind::Logging)
      return evaluateLogging(table_, slates_, settings, options_.offPolicy, aids_);
    if (policy.foreign) return judgeForeign(policy, settings);
    Predictions predictions = policy.estimator->predict(table_, slates_, stopToken());
    std::optional<Predictions> reference;
    if (policy.supervised) reference = policy.supervised->predict(table_, slates_, stopToken());
    PolicyReport report =
        evaluatePredictions(table_, predictions, settings, reference ? &*reference : nullptr,
                            options_.offPolicy, aids_);
    report.policy = toString(policy.reference);
    if (&policy == &policy_) predictions_ = std::move(predictions);
    return report;
  }

  PolicyReport judgeForeign(const JudgedPolicy& policy, const PolicySettings& settings) {
    const ForeignPolicy& foreign = *policy.foreign;
    PolicyReport report =
        policy.scoresAlone
            ? evaluateScores(table_, foreign.scores, settings, options_.offPolicy, aids_)
            : evaluatePredictions(table_, foreign.probabilities, settings, nullptr,
                                  options_.offPolicy, aids_);
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
    quality.rankingMeans = rankingMeans(quality.ranking, options_.offPolicy);
    quality.exposure = exposureOf(table_, predictions, settings);
    if (!policy_.scoresAlone) quality.calibration = calibrate(table_, predictions);
    if (table_.shape() == LogShape::Slate) {
      quality.places = static_cast<std::size_t>(options_.places);
      quality.slateValue = slateValue(table_, predictions, settings,
                                      placeWeights(PlaceWeighting::Reciprocal, quality.places),
                                      options_.offPolicy, stopToken());
    }
    if (!options_.segments.empty()) addSegments(predictions, quality);
    return quality;
  }

  void addSegments(const Predictions& predictions, QualityResult& quality) {
    quality.segmentation = segment(table_, predictions, settings_, chooseCut());
    SlateBrowser browser(options_.workspace, dataset_);
    nameSegments(browser, *quality.segmentation);
    if (quality.segmentation->cut.ofRows()) return;
    OffPolicySettings offPolicy = options_.offPolicy;
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
      if (cut.name == options_.segments) return cut;
      known += (known.empty() ? "" : ", ") + cut.name;
    }
    throw Error("The log cannot be cut by \"" + options_.segments + "\"; choose of " + known + ".");
  }

  const Options& options_;
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

void readParameters(Options& options) {
  for (const std::string& text : options.parameters) {
    const std::size_t equals = text.find('=');
    const std::string key = text.substr(0, equals);
    const ValueEstimator estimator = valueEstimatorFromString(key);
    if (describe(estimator).parameter == nullptr) {
      throw CLI::ValidationError("--parameter",
                                 describe(estimator).title + std::string(" has no parameter"));
    }
    const std::optional<double> number =
        equals == std::string::npos ? std::nullopt : finiteNumber(text.substr(equals + 1));
    const double value = number.value_or(-1);
    const bool bounded = estimator == ValueEstimator::SgIps || estimator == ValueEstimator::SgDr;
    if (!(value >= 0) || (bounded && value > 1)) {
      throw CLI::ValidationError("--parameter", "\"" + text + "\": write it as " + key +
                                                    "=NUMBER, a number from 0" +
                                                    (bounded ? " to 1" : ""));
    }
    options.offPolicy.parameters[estimator] = value;
  }
}

void run(Options& options) {
  const bool needsRun =
      (options.policy.empty() && options.policyFile.empty() && options.policyName.empty()) ||
      options.policy == "supervised";
  if (needsRun && options.run.empty()) {
    throw CLI::ValidationError(
        "evaluate",
        "give --run NAME, --policy uniform or logging, --policy-name NAME or --policy-file FILE");
  }
  readParameters(options);
  options.offPolicy.interval = intervalKindFromString(options.interval);
  options.offPolicy.rule = parameterRuleFromString(options.rule);
  const EvaluationResult result = Evaluation(options).run();
  if (!options.csv.empty()) writeEvaluationCsv(result, options.csv);
  if (options.output.json) {
    printJson(evaluationJson(result));
  } else if (options.csv != "-") {
    printEvaluation(result);
  }
}

}  // namespace

void addEvaluate(CLI::App& program) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      program.add_subcommand("evaluate", "What a policy would have earned on logged slates");
  command->add_option("workspace", options->workspace, "Workspace file")->required();
  command->add_option(
      "--dataset", options->dataset,
      "Dataset; standard: that of the run or kept policy, of the one it is compared with, or the "
      "only one there is");
  command->add_option("--run", options->run, "A trained run");
  addCheckpointOption(*command, options->checkpoint);
  CLI::Option* word =
      command
          ->add_option("--policy", options->policy,
                       "uniform, logging, or supervised (the run's checkpoint after warm-up)")
          ->check(CLI::IsMember({"uniform", "logging", "supervised"}));
  CLI::Option* file =
      command
          ->add_option("--policy-file", options->policyFile,
                       "A policy from elsewhere: scores as CSV (slate_id, item_id, score) or a "
                       "TorchScript model (numeric, categories) -> scores or (scores, p)")
          ->excludes(word)
          ->excludes("--run");
  command
      ->add_option(
          "--keep", options->keep,
          "Keep the policy of --policy-file in the workspace under this name, with its "
          "scores of all slates, and with --temperature if given; of a model, with --weights too")
      ->needs(file)
      ->check([](const std::string& name) {
        return name.find_first_not_of(' ') == std::string::npos ? "A policy needs a name." : "";
      });
  command
      ->add_option("--policy-name", options->policyName,
                   "A policy from elsewhere that the workspace keeps; see luce-cli policies")
      ->excludes(word)
      ->excludes(file)
      ->excludes("--run");
  CLI::Option* compare = command->add_option(
      "--compare", options->compare,
      "Another run, uniform or logging: the paired difference on the same slates");
  command
      ->add_option("--compare-policy", options->comparePolicy,
                   "Likewise, a policy from elsewhere that the workspace keeps")
      ->excludes(compare);
  command->add_option("--split", options->split, "train, validation, test or all")
      ->check(CLI::IsMember({"train", "validation", "test", "all"}));
  addPolicyOptions(*command, options->choice);
  command
      ->add_option("--interval", options->interval,
                   "Which 95 % interval low and high are: bootstrap, normal or bernstein")
      ->check(CLI::IsMember({"bootstrap", "normal", "bernstein"}));
  command
      ->add_option("--parameter", options->parameters,
                   "An estimator's hyper-parameter, as in switch_dr=10; standard: chosen from the "
                   "log by --parameter-rule")
      ->type_name("ESTIMATOR=NUMBER");
  command
      ->add_option("--parameter-rule", options->rule,
                   "How hyper-parameters are chosen: slope or mse_bound")
      ->check(CLI::IsMember({"slope", "mse_bound"}));
  command->add_flag("!--no-reward-model", options->rewardModel,
                    "Leave out DM and the doubly robust estimators, whose model takes a while");
  command->add_option("--folds", options->folds, "Folds of the reward model's cross-fitting")
      ->check(CLI::Range(2, 20));
  command->add_option("--category", options->category,
                      "Item category of MIPS; standard: chosen by SLOPE");
  command->add_option(
      "--segments", options->segments,
      "Also by segment: a feature, or slate size, hour of day …; a wrong name lists "
      "them");
  command->add_option("--places", options->places, "Places that a whole slate's value counts")
      ->check(CLI::Range(1, 1000));
  command->add_option("--resamples", options->offPolicy.resamples, "Bootstrap resamples")
      ->check(CLI::Range(0, 1'000'000));
  command->add_option("--seed", options->offPolicy.seed, "Seed of the bootstrap")
      ->check(wholeNumber());
  command->add_option("--csv", options->csv, "Write the estimates as CSV; - = to the output");
  command->add_option("--reward-model-csv", options->rewardModelCsv,
                      "Write what the reward model says of every candidate as CSV");
  command->add_flag("--json", options->output.json, "Print one JSON object");
  command->callback([options] { run(*options); });
}

}  // namespace luce::cli
