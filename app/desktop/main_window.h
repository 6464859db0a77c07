// The window: arranges the panels, and connects them with the study.
#pragma once

#include <QAction>
#include <QMainWindow>
#include <QStackedWidget>
#include <QTabWidget>
#include <optional>

#include "app/desktop/data/data_page.h"
#include "app/desktop/evaluation/evaluation_page.h"
#include "app/desktop/inspector/slate_inspector.h"
#include "app/desktop/loop/loop_page.h"
#include "app/desktop/opening/log_opener.h"
#include "app/desktop/playground/playground_opener.h"
#include "app/desktop/read_only_bar.h"
#include "app/desktop/start_page.h"
#include "app/desktop/study/study.h"
#include "app/desktop/tuning/tuning_page.h"
#include "app/desktop/whatif/what_if_page.h"
#include "app/desktop/window/appearance.h"
#include "app/desktop/window/file_desk.h"
#include "app/desktop/window/panel_layout.h"
#include "app/desktop/window/session_keeper.h"
#include "app/desktop/window/session_restorer.h"
#include "app/desktop/window/side_docks.h"
#include "app/desktop/window/side_panels.h"
#include "app/desktop/window/status_strip.h"
#include "app/desktop/window/study_bar.h"
#include "app/desktop/window/study_display.h"
#include "app/desktop/window/study_page.h"
#include "app/desktop/window/window_actions.h"
#include "app/desktop/window/window_dialogs.h"

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
  SessionPanel& sessions() { return panels_->sessions(); }
  RunPanel& runs() { return panels_->runs(); }
  QueuePanel& queue() { return panels_->queue(); }
  ScrubBar& scrubBar() { return page_->scrubBar(); }
  ValueControls& values() { return panels_->experiment().values(); }
  ObjectiveControls& objective() { return panels_->experiment().objective(); }
  Workbench& workbench() { return page_->workbench(); }
  WindowActions& actions() { return *actions_; }
  StartPage& startPage() { return *start_; }
  SlateChart& slateChart() { return workbench().slate(); }
  RatioChart& ratioChart() { return workbench().ratios(); }
  ClipCurveChart& clipCurveChart() { return workbench().clipCurve(); }
  HeldOutChart& heldOutChart() { return workbench().heldOut(); }
  DiagnosticsChart& diagnosticsChart() { return workbench().diagnostics(); }
  SlateInspector& candidates() { return workbench().candidates(); }
  PinStrip& pins() { return page_->pins(); }
  PresetMenu& presets() { return panels_->experiment().presets(); }
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
  ComparisonDialog* comparison() { return dialogs_->comparison(); }

 protected:
  void closeEvent(QCloseEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;

 private:
  void buildPages();
  void buildPanels();
  void buildBars();
  void addPage(QWidget* page, const char* name, const QString& title, const QString& help);
  void connectActions();
  void connectStudy();
  void connectPanels();

  void train();

  /// The panels have nothing to show beside the start page and the feedback loop.
  void placePanels();
  void showStartPage();
  void showFullScreenIf(bool full);
  void updateActions();
  void updateTitle();
  void showWorkspace();
  void showDataset();
  void showRun();
  void showExperiment();
  void showSnapshot(const TrainingSnapshot& snapshot);
  void clearTrainingCharts();
  void showFailure(const Failure& failure);
  void tell(const QString& message);
  void keepSession();

  Appearance* appearance_;
  Study study_;
  SessionKeeper keeper_;
  SessionRestorer restorer_;
  SideDocks docks_;
  LogOpener* opener_;
  WindowActions* actions_;
  StartPage* start_;
  QStackedWidget* pages_;
  StudyPage* page_;
  QTabWidget* tabs_;
  DataPage* data_;
  WhatIfPage* whatIf_;
  LoopPage* loop_;
  TuningPage* tuning_;
  EvaluationPage* evaluation_;
  std::optional<SidePanels> panels_;
  StudyBar* bar_;
  StatusStrip* status_;
  ReadOnlyBar* readOnlyBar_;
  PlaygroundOpener* playground_;
  FileDesk* files_;
  WindowDialogs* dialogs_;
  StudyDisplay* display_;
  std::optional<PanelLayout> layout_;
  LessonDesk* lessons_;
  ReportDesk* reports_;
  CommandDesk* commands_;
  bool leavesLoop_ = false;  ///< for the study that a person opens
  std::int64_t shownStep_ = -1;
};

}  // namespace luce::desktop
