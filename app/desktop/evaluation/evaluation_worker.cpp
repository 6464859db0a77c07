#include "app/desktop/evaluation/evaluation_worker.h"

#include <QDateTime>
#include <QFileInfo>
#include <utility>

#include "core/common/error.h"
#include "core/estimator/estimator.h"
#include "core/evaluation/evaluate_scores.h"
#include "core/foreign/kept_policy.h"
#include "core/training/experiment.h"
#include "core/training/reward_model.h"
#include "core/workspace/segment_names.h"
#include "core/workspace/workspace.h"

namespace luce::desktop {

namespace {

/// How long sliders must rest before an evaluation is worth its time.
constexpr std::chrono::milliseconds kRest{250};
constexpr std::size_t kMostKept = 6;

std::vector<std::uint32_t> slatesOf(const EvaluationQuestion& question) {
  Split split = splitSlates(*question.table, question.split);
  return question.slates == JudgedSlates::Test ? std::move(split.test)
                                               : std::move(split.validation);
}

}  // namespace

EvaluationWorker::EvaluationWorker() : job_(kRest) {}

EvaluationWorker::~EvaluationWorker() {
  cancel();
}

void EvaluationWorker::cancel() {
  const std::lock_guard lock(mutex_);
  stop_.request_stop();
}

std::stop_token EvaluationWorker::renewStop() {
  const std::lock_guard lock(mutex_);
  stop_.request_stop();
  stop_ = std::stop_source();
  return stop_.get_token();
}

void EvaluationWorker::ask(const EvaluationQuestion& question) {
  job_.run([this, question, stop = renewStop()] {
    try {
      evaluate(question, stop);
    } catch (const Cancelled&) {
      Q_EMIT cancelled(question.number);
    } catch (const std::exception& error) {
      Q_EMIT refused(question.number, QString::fromStdString(error.what()));
    }
  });
}

void EvaluationWorker::evaluate(const EvaluationQuestion& question, const std::stop_token& stop) {
  const SlateTable& table = *question.table;
  const std::vector<std::uint32_t> slates = slatesOf(question);
  if (slates.empty()) {
    throw Error("The split leaves no slates to judge by; change the experiment's split.");
  }
  Q_EMIT progressed(question.number, 0, tr("Predicting"));
  auto view = std::make_shared<EvaluationView>();
  view->number = question.number;
  view->interval = question.offPolicy.interval;
  view->settings = question.settings;
  view->predictions = predict(question, question.run, "result", slates, stop);
  EvaluationAids aids;
  aids.balanced = true;
  std::shared_ptr<const Predictions> model;
  if (question.settings.rows == RowKind::Drawn) model = rewardModel(question, slates, stop);
  aids.rewardModel = model.get();
  Q_EMIT progressed(question.number, 0.85, tr("Estimating"));
  view->report = judge(question, {JudgedKind::Run, question.run.toStdString()}, slates, aids, stop);
  if (stop.stop_requested()) throw Cancelled();
  if (!question.compare.isEmpty()) {
    view->compared = judge(question, policyReferenceFromString(question.compare.toStdString()),
                           slates, aids, stop);
    view->differences =
        comparePolicies(view->report.estimate, view->compared->estimate, question.offPolicy);
    if (stop.stop_requested()) throw Cancelled();
  }
  Q_EMIT progressed(question.number, 0.95, tr("Judging the ranking"));
  view->calibration =
      std::make_shared<const std::vector<TaskCalibration>>(calibrate(table, *view->predictions));
  view->ranking = rankingQuality(table, *view->predictions, question.settings);
  view->rankingMeans = rankingMeans(view->ranking, question.offPolicy);
  view->exposure = exposureOf(table, *view->predictions, question.settings);
  if (table.shape() == LogShape::Slate) {
    view->slateValue = slateValue(table, *view->predictions, question.settings,
                                  placeWeights(PlaceWeighting::Reciprocal, kJudgedPlaces),
                                  question.offPolicy, stop);
  }
  view->cuts = possibleCuts(table);
  if (stop.stop_requested()) throw Cancelled();
  Q_EMIT evaluated(std::move(view));
}

PolicyReport EvaluationWorker::judge(const EvaluationQuestion& question,
                                     const PolicyReference& policy,
                                     const std::vector<std::uint32_t>& slates,
                                     const EvaluationAids& aids, const std::stop_token& stop) {
  const SlateTable& table = *question.table;
  const QString name = QString::fromStdString(policy.name);
  switch (policy.kind) {
    case JudgedKind::Uniform:
      return evaluateUniform(table, slates, question.settings, question.offPolicy, aids);
    case JudgedKind::Logging:
      return evaluateLogging(table, slates, question.settings, question.offPolicy, aids);
    case JudgedKind::Kept:
      return judgeKept(question, name, slates, aids, stop);
    case JudgedKind::File: {
      PolicyReport report = evaluateScores(table, *scoresOf(question, name, slates, stop),
                                           question.settings, question.offPolicy, aids);
      report.policy =
          toString(PolicyReference{JudgedKind::File, QFileInfo(name).fileName().toStdString()});
      return report;
    }
    case JudgedKind::Supervised:
    case JudgedKind::Run:
      break;
  }
  const bool supervised = policy.kind == JudgedKind::Supervised;
  const QString run = supervised ? question.run : name;
  const auto predictions =
      predict(question, run, supervised ? "supervised" : "result", slates, stop);
  std::shared_ptr<const Predictions> reference;
  if (!supervised) {
    try {
      reference = predict(question, run, "supervised", slates, stop);
    } catch (const Error&) {
      // A run without warm-up has no supervised checkpoint, so no KL to it either.
      reference = nullptr;
    }
  }
  PolicyReport report = evaluatePredictions(table, *predictions, question.settings, reference.get(),
                                            question.offPolicy, aids);
  report.policy = toString(policy);
  return report;
}

PolicyReport EvaluationWorker::judgeKept(const EvaluationQuestion& question, const QString& name,
                                         const std::vector<std::uint32_t>& slates,
                                         const EvaluationAids& aids, const std::stop_token& stop) {
  const Workspace workspace = Workspace::open(question.workspace.toStdString(), Access::Read);
  const PolicyRecord record = workspace.policy(name.toStdString());
  // A number may be given again after its policy was removed for good.
  const QString key =
      QStringLiteral("kept %1/%2/%3")
          .arg(record.id)
          .arg(QString::fromStdString(record.imported), QString::fromStdString(record.sha256));
  auto predictions = remembered(question, key);
  if (!predictions) {
    ForeignPolicy policy = keptPolicy(workspace, record, *question.table, slates, stop);
    const bool weighed = policy.hasProbabilities() && !record.valueWeights.empty();
    predictions = remember(question, key,
                           std::make_shared<const Predictions>(
                               std::move(weighed ? policy.probabilities : policy.scores)));
  }
  PolicySettings settings = question.settings;
  if (record.temperature) settings.temperature = *record.temperature;
  PolicyReport report;
  if (record.valueWeights.empty()) {
    report = evaluateScores(*question.table, *predictions, settings, question.offPolicy, aids);
  } else {
    Experiment own;
    own.valueWeights = record.valueWeights;
    settings.valueWeights = valueWeights(own, question.table->schema().tasks);
    report = evaluatePredictions(*question.table, *predictions, settings, nullptr,
                                 question.offPolicy, aids);
  }
  report.policy = toString(PolicyReference{JudgedKind::Kept, record.name});
  return report;
}

std::shared_ptr<const Predictions> EvaluationWorker::predict(
    const EvaluationQuestion& question, const QString& run, const std::string& role,
    const std::vector<std::uint32_t>& slates, const std::stop_token& stop) {
  const Workspace workspace = Workspace::open(question.workspace.toStdString(), Access::Read);
  const RunRecord record = workspace.run(run.toStdString());
  // A name may be given again after its run was removed, and so may its number.
  const QString key = QString::fromStdString(record.name + '/' + record.started + '/' + role);
  if (auto predictions = remembered(question, key)) return predictions;
  const auto checkpoint = workspace.loadCheckpoint(record.id, role);
  if (!checkpoint) {
    throw Error("The run \"" + record.name + "\" has no weights of the kind \"" + role + "\".");
  }
  return remember(
      question, key,
      std::make_shared<const Predictions>(
          Estimator::fromCheckpoint(*checkpoint).predict(*question.table, slates, stop)));
}

std::shared_ptr<const Predictions> EvaluationWorker::scoresOf(
    const EvaluationQuestion& question, const QString& file,
    const std::vector<std::uint32_t>& slates, const std::stop_token& stop) {
  const QFileInfo info(file);
  const QString key = "file " + file + '/' + info.lastModified().toString(Qt::ISODateWithMs) + '/' +
                      QString::number(info.size());
  if (auto predictions = remembered(question, key)) return predictions;
  const Progress progress = [&](double fraction, std::string_view) {
    Q_EMIT progressed(question.number, 0.85 + 0.1 * fraction, tr("Reading the other policy"));
  };
  return remember(
      question, key,
      std::make_shared<const Predictions>(
          loadForeignPolicy(file.toStdString(), *question.table, slates, progress, stop).scores));
}

std::shared_ptr<const Predictions> EvaluationWorker::remembered(const EvaluationQuestion& question,
                                                                const QString& key) const {
  for (const Kept& kept : kept_) {
    if (kept.key == key && kept.workspace == question.workspace && kept.table == question.table &&
        kept.slates == question.slates && kept.split == question.split) {
      return kept.predictions;
    }
  }
  return nullptr;
}

std::shared_ptr<const Predictions> EvaluationWorker::remember(
    const EvaluationQuestion& question, const QString& key,
    std::shared_ptr<const Predictions> predictions) {
  if (kept_.size() >= kMostKept) kept_.erase(kept_.begin());
  kept_.push_back(
      {question.workspace, key, question.table, question.slates, question.split, predictions});
  return predictions;
}

std::shared_ptr<const Predictions> EvaluationWorker::rewardModel(
    const EvaluationQuestion& question, const std::vector<std::uint32_t>& slates,
    const std::stop_token& stop) {
  const RewardModelSettings settings;
  if (slates.size() < static_cast<std::size_t>(2 * settings.folds)) return nullptr;
  for (const Kept& kept : kept_) {
    if (kept.key.isEmpty() && kept.table == question.table && kept.slates == question.slates &&
        kept.split == question.split) {
      return kept.predictions;
    }
  }
  const Progress progress = [&](double fraction, std::string_view) {
    Q_EMIT progressed(question.number, 0.1 + 0.75 * fraction, tr("Fitting the reward model"));
  };
  auto model = std::make_shared<const Predictions>(
      fitRewardModel(*question.table, slates, settings, progress, stop));
  std::erase_if(kept_, [](const Kept& kept) { return kept.key.isEmpty(); });
  kept_.push_back({{}, {}, question.table, question.slates, question.split, model});
  return model;
}

void EvaluationWorker::cut(const EvaluationQuestion& question,
                           std::shared_ptr<const EvaluationView> view, const SegmentCut& cut) {
  cutting_.run([this, question, view = std::move(view), cut] {
    try {
      auto answer = std::make_shared<SegmentedView>();
      answer->number = view->number;
      const SlateTable& table = *question.table;
      const Predictions& predictions = *view->predictions;
      auto segmentation =
          std::make_shared<Segmentation>(segment(table, predictions, view->settings, cut));
      SlateBrowser browser(question.workspace.toStdString(), question.dataset);
      nameSegments(browser, *segmentation);
      answer->segmentation = std::move(segmentation);
      OffPolicySettings offPolicy = question.offPolicy;
      offPolicy.estimators = {ValueEstimator::Snips};
      const auto estimate = [&](const Predictions& part) {
        return estimateValue(weighRows(table, part, view->settings),
                             loggingRewards(table, part.slates, view->settings.rewardWeights),
                             offPolicy)
            .snips();
      };
      if (!cut.ofRows()) {
        answer->all = estimate(predictions);
        for (const Segment& part : answer->segmentation->segments) {
          answer->estimates.push_back(estimate(choosePredictions(predictions, part.localSlates)));
        }
      }
      Q_EMIT segmented(std::move(answer));
    } catch (const std::exception& error) {
      Q_EMIT refused(view->number, QString::fromStdString(error.what()));
    }
  });
}

}  // namespace luce::desktop
