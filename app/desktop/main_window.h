// The window: arranges the panels, and connects them with the study.
#pragma once

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabWidget>
#include <vector>

#include "app/desktop/charts/clip_curve_chart.h"
#include "app/desktop/charts/diagnostics_chart.h"
#include "app/desktop/charts/held_out_chart.h"
#include "app/desktop/charts/loss_chart.h"
#include "app/desktop/charts/ratio_chart.h"
#include "app/desktop/charts/slate_chart.h"
#include "app/desktop/comparison/comparison_dialog.h"
#include "app/desktop/controls/objective_controls.h"
#include "app/desktop/controls/training_controls.h"
#include "app/desktop/controls/value_controls.h"
#include "app/desktop/data/data_page.h"
#include "app/desktop/evaluation/evaluation_page.h"
#include "app/desktop/opening/log_opener.h"
#include "app/desktop/panels/candidate_panel.h"
#include "app/desktop/panels/estimate_panel.h"
#include "app/desktop/panels/run_panel.h"
#include "app/desktop/panels/session_panel.h"
#include "app/desktop/read_only_bar.h"
#include "app/desktop/start_page.h"
#include "app/desktop/study/study.h"
#include "app/desktop/tuning/tuning_page.h"
#include "app/desktop/whatif/what_if_page.h"

namespace luce::desktop {

class MainWindow : public QMainWindow {
  Q_OBJECT

 public:
  MainWindow();
  ~MainWindow() override;

  /// As Study::openFiles, but the columns of a log are shown before it is imported.
  void openFiles(const QStringList& files);
  void openSample();

  Study& study() { return study_; }
  LogOpener& opener() { return *opener_; }
  SessionPanel& sessions() { return *sessions_; }
  RunPanel& runs() { return *runs_; }
  ValueControls& values() { return *values_; }
  ObjectiveControls& objective() { return *objective_; }
  SlateChart& slateChart() { return *slateChart_; }
  RatioChart& ratioChart() { return *ratioChart_; }
  ClipCurveChart& clipCurveChart() { return *clipCurveChart_; }
  QTabWidget& ratioTabs() { return *ratioTabs_; }
  /// Study, data, evaluation, tuning and what if.
  QTabWidget& tabs() { return *tabs_; }
  DataPage& data() { return *data_; }
  EvaluationPage& evaluation() { return *evaluation_; }
  TuningPage& tuning() { return *tuning_; }
  WhatIfPage& whatIf() { return *whatIf_; }
  HeldOutChart& heldOutChart() { return *heldOutChart_; }
  DiagnosticsChart& diagnosticsChart() { return *diagnosticsChart_; }
  QAction& trainAction() { return *train_; }
  QAction& stopAction() { return *stop_; }
  QAction& compareAction() { return *compare_; }
  ReadOnlyBar& readOnlyBar() { return *readOnlyBar_; }
  /// Null before it was asked for.
  ComparisonDialog* comparison() { return comparison_; }

 protected:
  void closeEvent(QCloseEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;

 private:
  void buildPages();
  void buildActions();
  void buildStatusBar();
  void connectStudy();
  void connectPanels();
  QDockWidget* addDock(const QString& title, const char* name, QWidget* widget,
                       Qt::DockWidgetArea area);

  void chooseFiles();
  void chooseFolder();
  void chooseExperiment();
  void saveExperiment();
  void exportRun();
  void train();
  void compareSchemes();
  void showShortcuts();
  void showAbout();

  void showPanels();
  void updateActions();
  void suggestRunName();
  void updateTitle();
  void updateRecentFiles();
  void showWorkspace();
  void showDataset();
  void showRun();
  void showExperiment();
  void showSnapshot(const TrainingSnapshot& snapshot);
  void showFailure(const Failure& failure);
  void showNotice(const QString& title, const QString& text);
  void editExperiment(const QString& title, int control);
  const std::vector<std::string>& tasks() const;

  Study study_;
  LogOpener* opener_;
  StartPage* start_;
  QStackedWidget* pages_;
  SessionPanel* sessions_;
  RunPanel* runs_;
  EstimatePanel* estimate_;
  CandidatePanel* candidates_;
  SlateChart* slateChart_;
  RatioChart* ratioChart_;
  ClipCurveChart* clipCurveChart_;
  QTabWidget* ratioTabs_;
  QTabWidget* tabs_;
  DataPage* data_;
  WhatIfPage* whatIf_;
  TuningPage* tuning_;
  EvaluationPage* evaluation_;
  HeldOutChart* heldOutChart_;
  LossChart* lossChart_;
  DiagnosticsChart* diagnosticsChart_;
  ValueControls* values_;
  ObjectiveControls* objective_;
  TrainingControls* training_;
  std::vector<QDockWidget*> docks_;

  QAction* open_;
  QAction* openFolder_;
  QAction* openExperiment_;
  QAction* saveExperiment_;
  QAction* export_;
  QAction* train_;
  QAction* pause_;
  QAction* stop_;
  QAction* compare_;
  QMenu* recent_;
  QMenu* view_;

  QLineEdit* runName_;
  QLabel* facts_;
  QLabel* phase_;
  QProgressBar* progress_;
  QPushButton* cancel_;
  QAction* progressAction_;
  QAction* cancelAction_;
  ReadOnlyBar* readOnlyBar_;
  ComparisonDialog* comparison_ = nullptr;
  std::int64_t shownStep_ = -1;
};

}  // namespace luce::desktop
