// The one thread that opens files and asks the workspace: the window never waits for either.
// Every method is to be called through post(); answers are posted back to the study.
#pragma once

#include <QObject>
#include <QStringList>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>

#include "app/desktop/runs/run_list.h"
#include "app/desktop/study/values.h"
#include "core/dataset/editable_slate.h"
#include "core/estimator/device.h"
#include "core/estimator/estimator.h"
#include "core/export/export_run.h"
#include "core/workspace/run_recorder.h"

namespace luce::desktop {

/// A run that has been entered into the workspace and can be trained.
struct PreparedRun {
  QString name;
  Experiment experiment;
  std::shared_ptr<const StartingWeights> start;
  std::unique_ptr<RunRecorder> recorder;
};

class StudyWorker : public QObject {
  Q_OBJECT

 public:
  StudyWorker();
  ~StudyWorker() override;

  /// Safe from any thread: ends the task in flight and those that wait, until renew(). An import
  /// that is in the workspace already goes on until its dataset is loaded, and tells so by advised.
  void cancel();
  /// Safe from any thread: ends all that is in flight, for good.
  void quit();
  /// Safe from any thread: tasks asked from now on are not cancelled.
  void renew();

  void openWorkspace(const QString& file);
  /// Into the open workspace, or a new one named after the first file when none is open.
  void importLog(const luce::desktop::LogImport& log);
  void loadDataset(const QString& name);
  /// Opens a run with its own dataset.
  void openRun(const QString& name, std::shared_ptr<const SlateTable> table);
  /// Answers with runsChangeAnswered, then with workspaceChanged if it was done. Cannot be
  /// cancelled.
  void changeRuns(const std::vector<luce::RunChange>& changes, int number);
  /// Likewise, with policiesChangeAnswered.
  void changePolicies(const std::vector<luce::PolicyChange>& changes, int number);
  /// Removes for good the runs and policies that were put away, all or none.
  void purge();
  /// Estimates slates (ascending) with the latest opened run.
  void predictSlates(std::shared_ptr<const SlateTable> table,
                     const std::vector<std::uint32_t>& slates);
  /// Estimates slates that are not as in the log with the latest opened run. question: handed back.
  void predictEdited(std::shared_ptr<const SlateTable> source, int question,
                     const std::vector<luce::EditableSlate>& slates);
  /// table: of the run's dataset.
  void exportRun(const QString& run, std::shared_ptr<const SlateTable> table,
                 const luce::ExportRequest& request);
  void refresh();
  /// Saves the workspace in another file, and goes on with that one; answered by moved.
  void moveTo(const QString& file);
  /// Once at the start: a slow library makes training many times slower.
  void checkLinearAlgebra();
  /// Answered by deviceFound, the first time by devicesListed too.
  void findDevice(const QString& wanted);
  /// Enters a new run on a dataset into the workspace; it then waits in takePrepared(). Answered by
  /// runPrepared or runRefused.
  void prepareRun(const QString& name, const luce::desktop::DatasetView& dataset,
                  const luce::Experiment& experiment);
  /// Safe from any thread; none when there is none.
  std::optional<PreparedRun> takePrepared();
  /// Removes the prepared run, which nobody took, from the workspace.
  void dropPrepared();

 Q_SIGNALS:
  void workspaceOpened(std::shared_ptr<const luce::desktop::WorkspaceView> view);
  void workspaceChanged(std::shared_ptr<const luce::desktop::WorkspaceView> view);
  /// It is the same workspace in another file.
  void moved(std::shared_ptr<const luce::desktop::WorkspaceView> view);
  void datasetLoaded(std::shared_ptr<const luce::desktop::DatasetView> view);
  /// Before workspaceOpened: the workspace has no log that could be shown.
  void datasetClosed();
  void runOpened(std::shared_ptr<const luce::desktop::RunView> view);
  void slatesPredicted(std::shared_ptr<const luce::Predictions> predictions);
  void slateRefused(QString reason);
  /// One entry a slate, each of a table of its own.
  void editedPredicted(int question,
                       std::shared_ptr<const std::vector<luce::Predictions>> predictions);
  void editedRefused(int question, QString reason);
  void runPrepared(QString name);
  void runRefused(QString name, QString reason);
  /// number: as asked; error: empty when it was done.
  void runsChangeAnswered(int number, QString error);
  void policiesChangeAnswered(int number, QString error);
  void advised(QString advice);
  /// What an experiment's device is on this machine; device: empty, with the reason, if it is not.
  void deviceFound(QString device, QString reason);
  void devicesListed(std::vector<luce::DeviceDescription> devices);
  void exported(QStringList files);
  /// Before the dataset is loaded.
  void imported(luce::desktop::LogImport log, luce::ImportOutcome outcome);
  void progressed(double fraction, QString stage);
  /// One of these three ends every task but predictSlates, predictEdited, changeRuns and
  /// changePolicies.
  void finished();
  void cancelled();
  void failed(luce::desktop::Failure failure);

 private:
  /// Runs a task: progress, cancelling and errors are the same for all.
  void perform(const QString& title, const std::function<void(std::stop_token)>& task);
  std::stop_token stopToken();
  Progress progress();
  Workspace& workspace();
  std::shared_ptr<const WorkspaceView> view();
  /// Closes the open workspace if it is out of its place and that file stands there now, or is the
  /// workspace itself under a new name: what it still had to write is in the file then.
  void giveWayTo(const QString& file);
  /// What was changed is told; that it cannot be read again is no failure of the change.
  void tellChanged();
  struct Imported {
    QString dataset;
    bool anew = false;  ///< else it was in the workspace before
  };
  Imported importInto(const LogImport& log, const std::stop_token& stop);
  std::shared_ptr<const DatasetView> read(const Workspace& workspace, const std::string& dataset,
                                          std::stop_token stop);
  void load(const QString& name, std::stop_token stop);

  bool devicesListed_ = false;
  std::mutex mutex_;
  std::stop_source stop_;
  std::stop_source quit_;
  std::optional<Workspace> workspace_;
  std::optional<Estimator> estimator_;
  RunList runList_;
  std::optional<PreparedRun> prepared_;
};

}  // namespace luce::desktop
