// The window: arranges the panels, and connects them with the study.
#pragma once

#include <QAction>
#include <QDialog>
#include <QDockWidget>
#include <QLineEdit>
#include <QMainWindow>
#include <QStackedWidget>
#include <QTabWidget>
#include <vector>

#include "app/desktop/comparison/comparison_dialog.h"
#include "app/desktop/controls/objective_controls.h"
#include "app/desktop/controls/start_controls.h"
#include "app/desktop/controls/training_controls.h"
#include "app/desktop/controls/value_controls.h"
#include "app/desktop/data/data_page.h"
#include "app/desktop/evaluation/evaluation_page.h"
#include "app/desktop/inspector/slate_inspector.h"
#include "app/desktop/loop/loop_page.h"
#include "app/desktop/opening/log_opener.h"
#include "app/desktop/panels/estimate_panel.h"
#include "app/desktop/panels/session_panel.h"
#include "app/desktop/pins/pin_strip.h"
#include "app/desktop/playground/playground_opener.h"
#include "app/desktop/presets/preset_menu.h"
#include "app/desktop/queue/queue_panel.h"
#include "app/desktop/read_only_bar.h"
#include "app/desktop/runs/run_panel.h"
#include "app/desktop/scrub/scrub_bar.h"
#include "app/desktop/start_page.h"
#include "app/desktop/study/study.h"
#include "app/desktop/tuning/tuning_page.h"
#include "app/desktop/whatif/what_if_page.h"
#include "app/desktop/window/appearance.h"
#include "app/desktop/window/progress_strip.h"
#include "app/desktop/window/session_keeper.h"
#include "app/desktop/window/session_restorer.h"
#include "app/desktop/window/side_docks.h"
#include "app/desktop/window/status_strip.h"
#include "app/desktop/window/window_actions.h"
#include "app/desktop/window/workbench.h"

namespace luce::desktop {

class CommandDesk;
class LessonDesk;
class ReportDesk;

class MainWindow : public QMainWindow {
  Q_OBJECT

 public:
  /// appearance: what the settings change; null = they are not offered.
  explicit MainWindow(Appearance* appearance = nullptr);
  ~MainWindow() override;

  /// As Study::openFiles, but the columns of a log are shown before it is imported.
  void openFiles(const QStringList& files);
  void openSample();
  /// The study that was open when the last program ended, if a person wants that.
  void openLastStudy();
  /// The study instead of the start page, with the panels as they were.
  void showPages();

  Study& study() { return study_; }
  LogOpener& opener() { return *opener_; }
  SessionPanel& sessions() { return *sessions_; }
  RunPanel& runs() { return *runs_; }
  QueuePanel& queue() { return *queue_; }
  ScrubBar& scrubBar() { return *scrub_; }
  ValueControls& values() { return *values_; }
  ObjectiveControls& objective() { return *objective_; }
  Workbench& workbench() { return *workbench_; }
  WindowActions& actions() { return *actions_; }
  StartPage& startPage() { return *start_; }
  SlateChart& slateChart() { return workbench_->slate(); }
  RatioChart& ratioChart() { return workbench_->ratios(); }
  ClipCurveChart& clipCurveChart() { return workbench_->clipCurve(); }
  HeldOutChart& heldOutChart() { return workbench_->heldOut(); }
  DiagnosticsChart& diagnosticsChart() { return workbench_->diagnostics(); }
  SlateInspector& candidates() { return workbench_->candidates(); }
  PinStrip& pins() { return *pins_; }
  PresetMenu& presets() { return *presets_; }
  /// Study, data, evaluation, tuning, what if and feedback loop.
  QTabWidget& tabs() { return *tabs_; }
  DataPage& data() { return *data_; }
  EvaluationPage& evaluation() { return *evaluation_; }
  TuningPage& tuning() { return *tuning_; }
  WhatIfPage& whatIf() { return *whatIf_; }
  LoopPage& feedbackLoop() { return *loop_; }
  /// With or without a study.
  void showFeedbackLoop();
  PlaygroundOpener& playground() { return *playground_; }
  QAction& trainAction() { return *actions_->train; }
  QAction& stopAction() { return *actions_->stop; }
  QAction& compareAction() { return *actions_->compare; }
  ReadOnlyBar& readOnlyBar() { return *readOnlyBar_; }
  LessonDesk& lessons() { return *lessons_; }
  ReportDesk& reports() { return *reports_; }
  CommandDesk& commands() { return *commands_; }
  /// Null before it was asked for.
  ComparisonDialog* comparison() { return comparison_; }

 protected:
  void closeEvent(QCloseEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;

 private:
  void buildPages();
  void buildDocks();
  void buildToolBar();
  QWidget* buildControls();
  QWidget* buildStudyPage();
  void addPage(QWidget* page, const char* name, const QString& title, const QString& help);
  void connectActions();
  void connectStudy();
  void connectPanels();

  void chooseFiles();
  void chooseFolder();
  void chooseExperiment();
  void saveExperiment();
  void exportRun();
  void train();
  void compareSchemes();
  /// Over the window, without stopping it; deletes itself when it is closed.
  void openDialog(QDialog* dialog);
  void showSettings();
  void showShortcuts();
  void showCommands();

  /// The panels have nothing to show beside the start page and the feedback loop.
  void placePanels();
  void showStartPage();
  void resetLayout();
  void showFullScreenIf(bool full);
  void updateActions();
  void suggestRunName();
  void updateTitle();
  void updateRecentFiles();
  void showWorkspace();
  void showDataset();
  void showRun();
  void showExperiment();
  void showSnapshot(const TrainingSnapshot& snapshot);
  void clearTrainingCharts();
  void showFailure(const Failure& failure);
  void tell(const QString& message);
  void editExperiment(const QString& title, int control);
  void keepSession();
  const std::vector<std::string>& tasks() const;

  Appearance* appearance_;
  Study study_;
  SessionKeeper keeper_;
  SessionRestorer restorer_;
  SideDocks docks_;
  LogOpener* opener_;
  WindowActions* actions_;
  StartPage* start_;
  QStackedWidget* pages_;
  SessionPanel* sessions_;
  RunPanel* runs_;
  QueuePanel* queue_;
  ScrubBar* scrub_;
  EstimatePanel* estimate_;
  PinStrip* pins_;
  PresetMenu* presets_;
  Workbench* workbench_;
  QTabWidget* tabs_;
  DataPage* data_;
  WhatIfPage* whatIf_;
  LoopPage* loop_;
  TuningPage* tuning_;
  EvaluationPage* evaluation_;
  ValueControls* values_;
  ObjectiveControls* objective_;
  TrainingControls* training_;
  StartControls* startFrom_;
  QLineEdit* runName_;
  ProgressStrip* progress_;
  StatusStrip* status_;
  ReadOnlyBar* readOnlyBar_;
  PlaygroundOpener* playground_;
  ComparisonDialog* comparison_ = nullptr;
  LessonDesk* lessons_;
  ReportDesk* reports_;
  CommandDesk* commands_;
  QByteArray layoutOfPanels_;  ///< while they are away
  QByteArray layoutOfCharts_;  ///< meanwhile
  bool panelsAway_ = true;
  bool leavesLoop_ = false;   ///< for the study that a person opens
  bool panelsShown_ = false;  ///< since the window is there
  std::int64_t shownStep_ = -1;
};

}  // namespace luce::desktop
