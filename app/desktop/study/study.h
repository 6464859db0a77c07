// The state of what a person works on: workspace, dataset, shown slate, experiment, training. Knows
// no widgets; the window shows it and hands it what the person does.
#pragma once

#include <QObject>
#include <QThread>
#include <QTimer>
#include <QUndoStack>
#include <functional>
#include <memory>
#include <optional>

#include "app/desktop/study/comparison_queue.h"
#include "app/desktop/study/frame_gate.h"
#include "app/desktop/study/frame_pace.h"
#include "app/desktop/study/policy_worker.h"
#include "app/desktop/study/study_worker.h"
#include "app/desktop/study/tensor_loader.h"
#include "app/desktop/study/values.h"
#include "app/desktop/study/workspace_watch.h"
#include "core/training/trainer.h"

namespace luce::desktop {

class Study : public QObject {
  Q_OBJECT

 public:
  Study();
  ~Study() override;

  /// A workspace, or the files of one log, or an experiment (.json): told apart by their first
  /// bytes and names. experiment: a document to load once the dataset is there; empty = none.
  void openFiles(const QStringList& files, const QString& experiment = {});
  /// Imports logs as told. experiment: as with openFiles.
  void importLog(const LogImport& log, const QString& experiment = {});
  /// Whether something may be opened now; tells why not.
  bool mayOpen();
  void openDataset(const QString& name);
  void openRun(const QString& name);
  /// Answered by runsChangeAnswered with the same number. Goes beside other tasks.
  void changeRuns(const std::vector<RunChange>& changes, int number);
  /// Likewise, by policiesChangeAnswered.
  void changePolicies(const std::vector<PolicyChange>& changes, int number);
  /// Removes for good the runs and policies that were put away. Nothing can be undone afterwards.
  void purgeRuns();
  /// Reads datasets and runs again: something else wrote to the workspace.
  void refreshWorkspace();
  /// Saves the workspace in another file and goes on with that one: nothing that is shown changes.
  void moveWorkspace(const QString& file);
  /// True, after telling why, when the workspace may only be read.
  bool refusesToWrite();
  /// The opened run, under the sliders as they are: request.settings is not read.
  void exportRun(ExportRequest request);
  void cancelTask();
  /// Loads LibTorch beside everything else, once nothing is opened any more; for when the window is
  /// there. Then whether this machine's linear algebra is fast, and which device the experiment's
  /// is: told by advice and deviceFound, from then on whenever another device is chosen.
  void lookAtMachine();

  void showSlate(std::uint32_t slate);
  /// Slates beside the shown one that are looked at: told of by pinnedViewed whenever the estimator
  /// or the sliders change.
  void setPinned(std::vector<std::uint32_t> slates);
  /// Estimates slates that are not as in the log; the answer comes as editedPredicted or
  /// editedRefused, in the order of the questions. False without an opened run, or while training.
  bool predictEdited(int question, std::vector<EditableSlate> slates);
  /// The shown slate and the pinned ones, ascending.
  std::vector<std::uint32_t> watchedSlates() const;
  /// Shows the policy of other weights of the opened run than those that it keeps: what they
  /// predict of its held-out slates and of the watched ones. Whoever shows them answers
  /// slateChanged and pinnedChanged likewise.
  void showWeights(std::int64_t step, std::shared_ptr<const Predictions> heldOut,
                   std::shared_ptr<const Predictions> watched);
  void showKeptWeights();
  /// The step of the weights that are shown; none = those that the run keeps.
  std::optional<std::int64_t> shownStep() const { return shownStep_; }
  /// One step for undo; steps of the same control that follow each other become one. title: what
  /// was changed, for people; "from → to" is added where one member changed. control: kOwnStep (see
  /// merging_command.h) for a step of its own, whose title says all.
  void changeExperiment(const Experiment& experiment, const QString& title, int control);
  void loadExperiment(const QString& file);
  void saveExperiment(const QString& file);

  void startTraining(const QString& runName);
  /// Trains another experiment than the one that the sliders show. Why it failed comes with
  /// trainingEnded alone. False while something else goes on.
  bool trainQueued(const QString& runName, const Experiment& experiment);
  void pauseTraining(bool pause);
  void stopTraining();
  /// Stops and waits until the end of the run is written. One that is being prepared does not
  /// begin any more, and is removed.
  void finishTraining();

  /// Trains the experiment as it is now under each scheme with the seeds 1..seeds, one run after
  /// another. Nothing else trains or opens meanwhile.
  void startComparison(const std::vector<std::string>& schemes, int seeds);
  void stopComparison() { comparison_.stop(); }

  bool busy() const { return tasks_ > 0 || comparing(); }
  bool comparing() const { return comparison_.running(); }
  bool training() const { return trainer_ != nullptr; }
  /// Its name; empty while nothing trains.
  QString runInTraining() const { return training() ? trainedRun_ : QString(); }
  /// A training has been asked for, and begins soon.
  bool preparing() const { return preparing_; }
  /// Why nothing can be imported, trained or removed; empty when it can.
  QString whyReadOnly() const;
  /// Whether the workspace's file is no longer what was opened, see WorkspaceWatch.
  bool lost() const { return !whyLost().isEmpty(); }
  const QString& whyLost() const { return watch_.whyLost(); }
  bool readOnly() const { return !whyReadOnly().isEmpty(); }
  QUndoStack& undoStack() { return undo_; }
  const Experiment& experiment() const { return experiment_; }
  const WorkspaceView* workspace() const { return workspace_.get(); }
  std::shared_ptr<const WorkspaceView> workspaceView() const { return workspace_; }
  const DatasetView* dataset() const { return dataset_.get(); }
  const RunView* run() const { return run_.get(); }
  std::shared_ptr<const RunView> runView() const { return run_; }
  /// Whether an estimator has judged the held-out slates, so that statistics will come.
  bool hasPredictions() const { return predictions_ != nullptr; }
  std::shared_ptr<const Predictions> predictions() const { return predictions_; }
  /// Of evenly chosen held-out slates, see RunView::sample.
  std::shared_ptr<const Predictions> samplePredictions() const;
  std::optional<std::uint32_t> slate() const { return slate_; }
  QString suggestedRunName() const;
  /// First of "base", "base 2", … that no run of the workspace has, removed ones
  /// included, nor alsoTaken.
  QString freeRunName(const QString& base, const QStringList& alsoTaken = {}) const;
  /// The settings of the sliders, for the dataset. Throws Error for weights of other tasks.
  PolicySettings policySettings() const;
  ClipBounds clipBounds() const;

 Q_SIGNALS:
  void workspaceChanged();
  /// The workspace is in another file now; before workspaceChanged.
  void workspaceMoved();
  void runsChangeAnswered(int number, QString error);
  void policiesChangeAnswered(int number, QString error);
  void datasetChanged();
  /// Nothing is shown any more: another workspace was opened, which has no log to show.
  void datasetClosed();
  void runChanged();
  void experimentChanged();
  void slateChanged();
  void pinnedChanged();
  void busyChanged();
  void trainingChanged();
  void trainingBegan(QString run);
  void trainingEnded(luce::desktop::EndedRun run);
  void progressed(double fraction, QString stage);
  void failed(luce::desktop::Failure failure);
  void told(QString message);
  void fileOpened(QString file);
  void imported(luce::desktop::LogImport log, luce::ImportOutcome outcome);
  void snapshotTaken(std::shared_ptr<const luce::TrainingSnapshot> snapshot);
  void slateViewed(std::shared_ptr<const std::vector<luce::CandidateView>> candidates,
                   bool predicted);
  void pinnedViewed(std::shared_ptr<const std::vector<luce::desktop::SlateView>> views);
  void summarised(std::shared_ptr<const luce::PolicySummary> summary);
  void evaluated(std::shared_ptr<const luce::PolicyReport> report);
  void predictionsChanged();
  /// As StudyWorker's.
  void deviceFound(QString device, QString reason);
  void devicesListed(std::vector<luce::DeviceDescription> devices);
  void editedPredicted(int question,
                       std::shared_ptr<const std::vector<luce::Predictions>> predictions);
  void editedRefused(int question, QString reason);
  void comparisonProgressed(luce::ComparisonProgress progress);
  void comparisonChanged(std::shared_ptr<const std::vector<luce::ComparedScheme>> schemes);
  void comparisonEnded(bool stopped);

 private:
  void ask(std::function<void(StudyWorker&)> task);
  void endTask();
  /// The opened run may have been renamed or put away; one that was put away may be back.
  void followOpenedRun();
  void reopenRun();
  void closeRun();
  void closeDataset();
  void setExperiment(const Experiment& experiment);
  void askForDevice();
  std::optional<PolicyRequest> policyRequest();
  /// What a person asks for; its answers are shown as soon as they come.
  void requestPolicy();
  void requestSlateView();
  /// What training has brought; its answers are shown in the window's next picture.
  void requestPolicyInTime();
  void requestSlateViewInTime();
  /// Asks for those that are not among the run's own predictions. True if the shown one is such, so
  /// that an answer will come.
  bool requestSlatePredictions();
  bool askForTraining(const QString& runName, const Experiment& experiment, bool queued);
  void beginTraining(const QString& runName);
  void refuseTraining(const QString& runName, const QString& title, const QString& reason);
  void takeSnapshot();
  void takePredictions(const TrainingSnapshot& snapshot);
  void endTraining();
  void fitExperimentToDataset();
  void connectComparison();

  QThread thread_;
  StudyWorker* worker_;
  PolicyWorker policyWorker_;
  ComparisonQueue comparison_;
  TensorLoader tensors_;
  WorkspaceWatch watch_;
  QUndoStack undo_;
  QTimer snapshotTimer_;
  FramePace pace_;
  FrameGate gate_;
  std::unique_ptr<Trainer> trainer_;
  QString trainedRun_;
  bool preparing_ = false;  ///< trainedRun_ has been asked for and did not begin yet
  bool queued_ = false;     ///< whether trainedRun_ came from the queue
  QString experimentAfterOpening_;
  int tasks_ = 0;       ///< asked of the worker and not answered yet
  int generation_ = 0;  ///< of what is shown: dataset and estimator
  bool adoptsExperiment_ = false;
  /// The run that was open when it was put away, until another one is open.
  std::optional<std::pair<std::int64_t, std::string>> putAwayRun_;  ///< its id and start
  QString notice_;                          ///< of the run in training, see TrainingSnapshot
  std::optional<std::string> askedDevice_;  ///< none before lookAtMachine

  Experiment experiment_;
  std::shared_ptr<const WorkspaceView> workspace_;
  std::shared_ptr<const DatasetView> dataset_;
  std::shared_ptr<const RunView> run_;
  std::shared_ptr<const Predictions> predictions_, slatePredictions_;
  std::optional<std::uint32_t> slate_;
  std::optional<std::int64_t> shownStep_;
  std::vector<std::uint32_t> pinned_;
};

}  // namespace luce::desktop
