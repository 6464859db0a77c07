#include "app/desktop/lessons/lesson_facts.h"

#include <QComboBox>
#include <cmath>

#include "app/desktop/main_window.h"

namespace luce::desktop {

namespace {

using nlohmann::json;

/// All of an experiment's settings; a scheme's parameters with their standard values.
json settingsOf(const Experiment& experiment) {
  json settings = json::parse(experimentToJson(experiment));
  const Scheme& scheme = findScheme(experiment.objective.scheme);
  const std::vector<double> parameters = schemeParameters(experiment.objective);
  json& named = settings["objective"]["parameters"];
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    named[scheme.description().parameters[i].id] = parameters[i];
  }
  return settings;
}

json memberOf(const json& settings, const QString& path) {
  const json* member = &settings;
  for (const QString& name : path.split('.')) {
    const auto found = member->is_object() ? member->find(name.toStdString()) : member->end();
    if (!member->is_object() || found == member->end()) return nullptr;
    member = &*found;
  }
  return *member;
}

json textOf(const QString& text) {
  return text.toStdString();
}

json namesOf(const QSet<QString>& names) {
  json list = json::array();
  for (const QString& name : names) list.push_back(name.toStdString());
  return list;
}

json numberOf(double value) {
  return std::isfinite(value) ? json(value) : json();
}

}  // namespace

LessonFacts::LessonFacts(MainWindow& window, QObject* parent) : QObject(parent), window_(window) {
  followStudy();
  followPanels();
  followCharts();
  followPages();
  followLoop();
}

void LessonFacts::followStudy() {
  Study& study = window_.study();
  connect(&study, &Study::experimentChanged, this, &LessonFacts::readSettings);
  connect(&study, &Study::datasetChanged, this, [this] {
    report_.reset();
    candidateChosen_ = false;
    trainedSteps_ = 0;
    readSettings();
  });
  connect(&study, &Study::runChanged, this, [this] {
    const RunView* run = window_.study().run();
    runSettings_ = run == nullptr ? json() : settingsOf(run->experiment);
    Q_EMIT changed();
  });
  connect(&study, &Study::slateChanged, this, [this] {
    candidateChosen_ = false;
    Q_EMIT changed();
  });
  connect(&study, &Study::trainingBegan, this, [this] {
    trainedSteps_ = 0;
    Q_EMIT changed();
  });
  connect(&study, &Study::trainingEnded, this, [this](const EndedRun& run) {
    if (run.phase != TrainingPhase::Failed) ++finishedRuns_;
    Q_EMIT changed();
  });
  connect(&study, &Study::snapshotTaken, this,
          [this](const std::shared_ptr<const TrainingSnapshot>& snapshot) {
            if (snapshot->step == trainedSteps_) return;
            trainedSteps_ = snapshot->step;
            Q_EMIT changed();
          });
  connect(&study, &Study::evaluated, this,
          [this](const std::shared_ptr<const PolicyReport>& report) {
            report_ = *report;
            Q_EMIT changed();
          });
  connect(&study, &Study::predictionsChanged, this, [this] {
    if (!window_.study().hasPredictions()) report_.reset();
    Q_EMIT changed();
  });
  connect(&study, &Study::trainingChanged, this, &LessonFacts::changed);
  connect(&study, &Study::workspaceChanged, this, &LessonFacts::changed);
}

void LessonFacts::followPanels() {
  for (QDockWidget* panel : window_.findChildren<QDockWidget*>()) {
    connect(panel, &QDockWidget::visibilityChanged, this, [this, panel](bool seen) {
      if (seen) {
        front_.insert(panel->objectName());
      } else {
        front_.remove(panel->objectName());
      }
      Q_EMIT changed();
    });
  }
  const auto choose = [this](std::optional<std::size_t> candidate) {
    candidateChosen_ = candidate.has_value();
    Q_EMIT changed();
  };
  connect(&window_.slateChart(), &SlateChart::candidateSelected, this, choose);
  connect(&window_.candidates(), &SlateInspector::candidateSelected, this, choose);
  connect(&window_.runs(), &RunPanel::overlaysChanged, this, [this](const OverlaidRuns& runs) {
    laidOver_ = runs ? static_cast<int>(runs->size()) : 0;
    Q_EMIT changed();
  });
  connect(&window_.pins().pinned(), &PinnedSlates::changed, this, &LessonFacts::changed);
  connect(&window_.scrubBar(), &ScrubBar::stepShown, this, &LessonFacts::changed);
}

void LessonFacts::followCharts() {
  for (ChartFrame* chart : window_.workbench().findChildren<ChartFrame*>()) {
    QWidget* panel = chart;
    while (panel != nullptr && qobject_cast<QDockWidget*>(panel) == nullptr) {
      panel = panel->parentWidget();
    }
    if (panel == nullptr) continue;
    connect(&chart->zoom(), &ChartZoom::changed, this, [this, chart, panel] {
      const bool was = zoomed_.contains(panel->objectName());
      if (chart->zoom().zoomed() == was) return;
      if (was) {
        zoomed_.remove(panel->objectName());
      } else {
        zoomed_.insert(panel->objectName());
      }
      Q_EMIT changed();
    });
  }
  connect(&window_.clipCurveChart().comparisonBox(), &QComboBox::currentIndexChanged, this,
          &LessonFacts::changed);
  if (auto* group = window_.findChild<QComboBox*>("diagnostics_group")) {
    connect(group, &QComboBox::currentIndexChanged, this, &LessonFacts::changed);
  }
}

void LessonFacts::followPages() {
  connect(&window_.tabs(), &QTabWidget::currentChanged, this, &LessonFacts::changed);
  connect(&window_.data(), &QTabWidget::currentChanged, this, &LessonFacts::changed);
  connect(&window_.data().slates().conditionBox(), &ConditionEdit::textChanged, this,
          &LessonFacts::changed);
  EvaluationPage& evaluation = window_.evaluation();
  connect(&evaluation.results().model(), &QAbstractItemModel::modelReset, this,
          &LessonFacts::changed);
  connect(&evaluation.compareChoice(), &PolicyChoice::changed, this, &LessonFacts::changed);
  connect(&evaluation.rowsChoice(), &QComboBox::currentIndexChanged, this, &LessonFacts::changed);
  connect(&window_.tuning().sweep().model(), &QAbstractItemModel::modelReset, this,
          &LessonFacts::changed);
  connect(&window_.whatIf().session(), &WhatIfSession::slateEdited, this, &LessonFacts::changed);
}

void LessonFacts::followLoop() {
  LoopPage& loop = window_.feedbackLoop();
  const auto read = [this, &loop] {
    loopSettings_ = json::parse(loopToJson(loop.document().settings()));
    Q_EMIT changed();
  };
  connect(&loop.document(), &LoopDocument::changed, this, read);
  connect(&loop.player(), &LoopPlayer::changed, this, &LessonFacts::changed);
  connect(&loop.measureBox(), &QComboBox::currentIndexChanged, this, &LessonFacts::changed);
  read();
}

void LessonFacts::readSettings() {
  // What was estimated belongs to other settings; the new answer comes soon.
  report_.reset();
  settings_ = settingsOf(window_.study().experiment());
  Q_EMIT changed();
}

json LessonFacts::value(const QString& subject) const {
  if (subject.startsWith("run.")) return memberOf(runSettings_, subject.sliced(4));
  if (subject.startsWith("loop.")) return memberOf(loopSettings_, subject.sliced(5));
  const json known = fact(subject);
  return known.is_null() ? memberOf(settings_, subject) : known;
}

json LessonFacts::fact(const QString& name) const {
  const Study& study = window_.study();
  if (name == "log" && study.dataset() != nullptr) return study.dataset()->summary.name;
  if (name == "page") return textOf(window_.tabs().currentWidget()->objectName());
  if (name == "front") return namesOf(front_);
  if (name == "slate" && study.slate()) return *study.slate() + 1;
  if (name == "candidate_chosen") return candidateChosen_;
  if (name == "zoomed") return namesOf(zoomed_);
  if (name == "clip_comparison") {
    return textOf(window_.clipCurveChart().comparisonBox().currentData().toString());
  }
  if (name == "diagnostics_group") {
    const auto* group = window_.findChild<QComboBox*>("diagnostics_group");
    return group == nullptr ? json() : json(group->currentIndex() + 1);
  }
  if (name == "pins") return window_.pins().pinned().slates().size();
  if (name == "runs") return study.workspace() == nullptr ? 0 : study.workspace()->runs.size();
  if (name == "run") return study.run() == nullptr ? "" : study.run()->record.name;
  if (name == "finished_runs") return finishedRuns_;
  if (name == "training") return study.training();
  if (name == "trained_steps") return trainedSteps_;
  if (name == "laid_over") return laidOver_;
  if (name == "shown_step" && study.shownStep()) return *study.shownStep();
  if (name == "evaluated") return window_.evaluation().evaluation() != nullptr;
  if (name == "compared_policy") {
    return textOf(window_.evaluation().compareChoice().reference());
  }
  if (name == "evaluation_rows") {
    return textOf(window_.evaluation().rowsChoice().currentText());
  }
  if (name == "sweep_points") return window_.tuning().sweep().model().rowCount();
  if (name == "what_if_edited") return window_.whatIf().session().edited();
  if (name == "loop_rounds") return window_.feedbackLoop().player().roundsPlayed();
  if (name == "loop_rankers") return window_.feedbackLoop().document().settings().rankers.size();
  if (name == "loop_measure") {
    return textOf(window_.feedbackLoop().measureBox().currentData().toString());
  }
  if (name == "condition") return textOf(window_.data().slates().conditionBox().text());
  if (name == "data_part") {
    return window_.data().currentWidget() == &window_.data().slates() ? "slates" : "overview";
  }
  if (!report_) return nullptr;
  const OffPolicyEstimate& estimate = report_->estimate;
  if (name == "held_out_reward") return numberOf(estimate.snips().value);
  if (name == "logging_reward") return numberOf(estimate.logging.value);
  if (name == "largest_ratio") return numberOf(estimate.maxWeight);
  if (name == "effective_rows") {
    return numberOf(estimate.effectiveSampleSize / static_cast<double>(estimate.rows));
  }
  return nullptr;
}

}  // namespace luce::desktop
