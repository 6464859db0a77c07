// Hears what a study says, and waits for it.
#pragma once

#include <QTest>
#include <vector>

#include "app/desktop/study/study.h"

namespace luce::desktop {

inline constexpr int kPatience = 60'000;  // ms; only a hang takes so long

struct Listener {
  explicit Listener(Study& study) {
    QObject::connect(&study, &Study::failed, &context,
                     [this](const Failure& failure) { failures.push_back(failure); });
    QObject::connect(&study, &Study::told, &context,
                     [this](const QString& message) { messages.append(message); });
    QObject::connect(&study, &Study::snapshotTaken, &context,
                     [this](const auto& snapshot) { snapshots.push_back(snapshot); });
    QObject::connect(&study, &Study::slateViewed, &context,
                     [this](const auto& shown, bool byEstimator) {
                       candidates = *shown;
                       predicted = byEstimator;
                       ++views;
                     });
    QObject::connect(&study, &Study::summarised, &context,
                     [this](const auto& shown) { summary = *shown; });
    QObject::connect(&study, &Study::evaluated, &context,
                     [this](const auto& shown) { report = *shown; });
  }

  QObject context;
  std::vector<Failure> failures;
  QStringList messages;
  std::vector<std::shared_ptr<const TrainingSnapshot>> snapshots;
  std::vector<CandidateView> candidates;
  bool predicted = false;
  int views = 0;
  std::optional<PolicySummary> summary;
  std::optional<PolicyReport> report;
};

template <class Condition>
bool waitFor(Condition&& condition) {
  return QTest::qWaitFor(std::forward<Condition>(condition), kPatience);
}

inline QString sampleFile(const char* name) {
  return QString(LUCE_SOURCE_DIR "/sample_data/") + name;
}

/// Opens the sample log and waits until its first slate is shown.
inline bool openSampleLog(Study& study, const Listener& listener) {
  study.openFiles({sampleFile("slate_log.csv")});
  return waitFor([&] { return study.dataset() != nullptr && listener.views > 0 && !study.busy(); });
}

/// A run of a second or so.
inline Experiment quickExperiment(const Study& study) {
  Experiment experiment = study.experiment();
  experiment.estimator.hidden = {8};
  experiment.schedule.supervisedEpochs = 2;
  experiment.schedule.alignmentEpochs = 2;
  experiment.optimiser.learningRate = 0.01;
  experiment.device = "cpu";
  experiment.threads = 1;
  return experiment;
}

/// Trains and waits until the run is opened.
inline bool trainQuickRun(Study& study, const QString& name) {
  study.changeExperiment(quickExperiment(study), "quick run", 0);
  // A busy study begins no training, and what a window asks for takes long on a busy machine.
  if (!waitFor([&] { return !study.busy(); })) return false;
  study.startTraining(name);
  return waitFor([&] { return study.run() != nullptr && !study.busy(); });
}

}  // namespace luce::desktop
