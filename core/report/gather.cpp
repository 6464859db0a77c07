#include "core/report/gather.h"

#include <fmt/format.h>

#include <algorithm>
#include <ctime>

#include "core/common/error.h"
#include "core/estimator/estimator.h"
#include "core/evaluation/policy_reference.h"
#include "core/training/requirements.h"
#include "core/training/reward_model.h"
#include "core/workspace/run_result.h"
#include "core/workspace/run_start.h"

namespace luce {

namespace {

std::string now() {
  const std::time_t time = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&time, &parts);
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text;
}

/// Judges the runs of one dataset one after another.
class Judge {
 public:
  Judge(const Workspace& workspace, const SlateTable& table, const OffPolicySettings& offPolicy,
        std::stop_token stop)
      : workspace_(workspace), table_(table), offPolicy_(offPolicy), stop_(std::move(stop)) {}

  /// rewardWeights: what all are paid by; none = the run's own.
  void judge(ReportedRun& run, const std::optional<TaskWeights>& rewards,
             const Progress& progress) {
    const Split split = splitSlates(table_, run.experiment.split);
    run.splitRule = split.rule;
    run.train = split.train.size();
    run.validation = split.validation.size();
    run.test = split.test.size();
    run.advice = adviceOn(table_, run.experiment.objective);
    if (run.keptStep < 0) {
      run.whyNotJudged = "The run has no weights that could be judged.";
    } else if (split.test.empty()) {
      run.whyNotJudged = "The split leaves no test slates to judge by.";
    } else {
      tryToJudge(run, split.test, rewards, progress);
    }
  }

 private:
  void tryToJudge(ReportedRun& run, const std::vector<std::uint32_t>& slates,
                  const std::optional<TaskWeights>& rewards, const Progress& progress) {
    try {
      run.judgement = judgementOf(run, slates, rewards, progress);
    } catch (const Cancelled&) {
      throw;
    } catch (const Error& error) {
      run.whyNotJudged = error.what();
    }
  }

  RunJudgement judgementOf(const ReportedRun& run, const std::vector<std::uint32_t>& slates,
                           const std::optional<TaskWeights>& rewards, const Progress& progress) {
    const std::vector<std::string>& tasks = table_.schema().tasks;
    RunJudgement judgement;
    judgement.settings = {valueWeights(run.experiment, tasks),
                          rewards.value_or(rewardWeights(run.experiment, tasks)),
                          run.experiment.temperature, naturalRowKind(table_),
                          run.experiment.objective.propensityRule};
    const PolicySettings& settings = judgement.settings;
    const Predictions predictions = predict(run, "result", slates);
    std::optional<Predictions> supervised;
    if (workspace_.loadCheckpoint(run.record.id, "supervised")) {
      supervised = predict(run, "supervised", slates);
    }
    const EvaluationAids aids = aidsFor(run, slates, settings, progress);
    requireGoingOn();
    judgement.result = evaluatePredictions(table_, predictions, settings,
                                           supervised ? &*supervised : nullptr, offPolicy_, aids);
    judgement.result.policy = toString(PolicyReference{JudgedKind::Run, run.record.name});
    requireGoingOn();
    if (supervised && run.experiment.schedule.alignmentEpochs > 0) {
      judgement.supervised =
          evaluatePredictions(table_, *supervised, settings, nullptr, offPolicy_, aids);
      judgement.supervised->policy =
          toString(PolicyReference{JudgedKind::Supervised, run.record.name});
      judgement.overSupervised =
          comparePolicies(judgement.result.estimate, judgement.supervised->estimate, offPolicy_);
      requireGoingOn();
    }
    judgement.uniform = evaluateUniform(table_, slates, settings, offPolicy_, aids);
    requireGoingOn();
    judgeRanking(predictions, slates, judgement);
    return judgement;
  }

  void judgeRanking(const Predictions& predictions, const std::vector<std::uint32_t>& slates,
                    RunJudgement& judgement) {
    const PolicySettings& settings = judgement.settings;
    judgement.calibration = calibrate(table_, predictions);
    judgement.ranking = rankingQuality(table_, predictions, settings);
    judgement.rankingMeans = rankingMeans(judgement.ranking, offPolicy_);
    if (table_.shape() == LogShape::Slate) {
      judgement.slateValue =
          slateValue(table_, predictions, settings,
                     placeWeights(PlaceWeighting::Reciprocal, kReportedPlaces), offPolicy_, stop_);
    }
    try {
      judgement.logging = evaluateLogging(table_, slates, settings, offPolicy_, {});
    } catch (const Error&) {
      // The log does not state what the logging policy would have done on these slates.
      judgement.logging.reset();
    }
  }

  Predictions predict(const ReportedRun& run, const std::string& role,
                      const std::vector<std::uint32_t>& slates) const {
    return Estimator::fromCheckpoint(loadWeights(workspace_, run.record, role))
        .predict(table_, slates, stop_);
  }

  EvaluationAids aidsFor(const ReportedRun& run, const std::vector<std::uint32_t>& slates,
                         const PolicySettings& settings, const Progress& progress) {
    EvaluationAids aids;
    aids.balanced = true;
    const RewardModelSettings model;
    // Observed rows know all rewards, so that a reward model has nothing to add but its own errors.
    if (settings.rows != RowKind::Drawn ||
        slates.size() < static_cast<std::size_t>(2 * model.folds)) {
      return aids;
    }
    if (!rewardModel_ || modelSplit_ != run.experiment.split) {
      rewardModel_ = fitRewardModel(table_, slates, model, progress, stop_);
      modelSplit_ = run.experiment.split;
    }
    aids.rewardModel = &*rewardModel_;
    return aids;
  }

  void requireGoingOn() const {
    if (stop_.stop_requested()) throw Cancelled();
  }

  const Workspace& workspace_;
  const SlateTable& table_;
  const OffPolicySettings& offPolicy_;
  std::stop_token stop_;
  std::optional<Predictions> rewardModel_;
  SplitSettings modelSplit_;
};

ReportedRun readRun(const Workspace& workspace, const std::string& name) {
  ReportedRun run;
  run.record = workspace.run(name);
  run.experiment = experimentFromJson(run.record.experiment);
  run.keptStep = keptStep(workspace.checkpoints(run.record.id));
  run.metrics = workspace.metrics(run.record.id);
  return run;
}

std::vector<std::string> datasetsOf(const std::vector<ReportedRun>& runs) {
  std::vector<std::string> names;
  for (const ReportedRun& run : runs) {
    if (std::find(names.begin(), names.end(), run.record.dataset) == names.end()) {
      names.push_back(run.record.dataset);
    }
  }
  return names;
}

void compareWithFirst(RunReport& report) {
  const ReportedRun& first = report.runs.front();
  for (const ReportedRun& run : report.runs) {
    if (&run == &first || !run.judgement || !first.judgement ||
        run.record.dataset != first.record.dataset ||
        run.experiment.split != first.experiment.split) {
      continue;
    }
    report.differences.push_back(
        {run.record.name, comparePolicies(run.judgement->result.estimate,
                                          first.judgement->result.estimate, report.offPolicy)});
  }
}

}  // namespace

RunReport gatherReport(const Workspace& workspace, std::span<const std::string> names,
                       const Progress& progress, std::stop_token stop) {
  RunReport report;
  report.workspace = workspace.file().filename().string();
  report.written = now();
  for (const std::string& name : names) report.runs.push_back(readRun(workspace, name));
  std::size_t judged = 0;
  for (const std::string& dataset : datasetsOf(report.runs)) {
    const SlateTable table = workspace.loadDataset(dataset, progress, stop);
    report.datasets.push_back({workspace.dataset(dataset), profileOf(table, progress, stop)});
    std::optional<TaskWeights> rewards;
    if (dataset == report.runs.front().record.dataset) {
      rewards = rewardWeights(report.runs.front().experiment, table.schema().tasks);
    }
    Judge judge(workspace, table, report.offPolicy, stop);
    for (ReportedRun& run : report.runs) {
      if (run.record.dataset != dataset) continue;
      const Progress part = [&](double fraction, std::string_view) {
        if (!progress) return;
        progress((static_cast<double>(judged) + fraction) / static_cast<double>(names.size()),
                 fmt::format("Judging {}", run.record.name));
      };
      part(0, "");
      judge.judge(run, rewards, part);
      ++judged;
    }
  }
  compareWithFirst(report);
  return report;
}

}  // namespace luce
