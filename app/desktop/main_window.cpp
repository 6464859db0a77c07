#include "app/desktop/main_window.h"

#include <QCloseEvent>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QMimeData>
#include <QScreen>
#include <QSettings>
#include <QStatusBar>
#include <QTimer>
#include <QToolBar>
#include <QUndoView>
#include <QVBoxLayout>
#include <utility>

#include "app/desktop/command/command_desk.h"
#include "app/desktop/export/export_dialog.h"
#include "app/desktop/lessons/lesson_desk.h"
#include "app/desktop/recent_files.h"
#include "app/desktop/report/report_desk.h"
#include "app/desktop/sample_log.h"
#include "app/desktop/study/files_to_open.h"
#include "app/desktop/study/run_history.h"
#include "app/desktop/window/about_dialog.h"
#include "app/desktop/window/column_area.h"
#include "app/desktop/window/core_words.h"
#include "app/desktop/window/message_boxes.h"
#include "app/desktop/window/settings_dialog.h"
#include "app/desktop/window/shortcut_sheet.h"
#include "app/desktop/window/workspace_mover.h"
#include "core/common/error.h"
#include "core/training/requirements.h"

namespace luce::desktop {

namespace {

constexpr const char* kGeometryKey = "window/geometry";
constexpr const char* kStateKey = "window/state";
constexpr const char* kWorkbenchKey = "window/workbench";
constexpr int kLayoutVersion = 3;
constexpr int kMessageTime = 8000;  // ms
constexpr double kShareOfScreen = 0.94;
constexpr int kControlsWidth = 346;
constexpr int kRunNameWidth = 130;
constexpr int kShortestChoice = 10;  // letters

QStringList runsToStartFrom(const std::vector<RunEntry>& runs, const QString& dataset) {
  QStringList names;
  for (const RunEntry& run : runs) {
    const RunStatus status = run.record.status;
    const bool over = status == RunStatus::Finished || status == RunStatus::Stopped;
    const bool fits = QString::fromStdString(run.record.dataset) == dataset;
    if (fits && over) names.append(QString::fromStdString(run.record.name));
  }
  return names;
}

}  // namespace

MainWindow::MainWindow(Appearance* appearance)
    : appearance_(appearance),
      restorer_(study_),
      docks_(*this),
      opener_(new LogOpener(study_, this)) {
  setAcceptDrops(true);
  setDockOptions(AllowNestedDocks | AllowTabbedDocks | GroupedDragging);
  setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
  actions_ = new WindowActions(*this, study_.undoStack());
  playground_ = new PlaygroundOpener(study_, *this);
  buildPages();
  buildDocks();
  buildToolBar();
  status_ = new StatusStrip;
  statusBar()->addPermanentWidget(status_);
  connectActions();
  connectStudy();
  connectPanels();
  lessons_ = new LessonDesk(*this, docks_, appearance_);
  reports_ = new ReportDesk(study_, *runs_, *actions_->file, *actions_->exportRun, *this);
  commands_ = new CommandDesk(study_, *runs_, *evaluation_, *runName_, *actions_->experiment);
  connect(reports_, &ReportDesk::told, this, &MainWindow::tell);
  connect(reports_, &ReportDesk::failed, this, &MainWindow::showFailure);
  connect(commands_, &CommandDesk::told, this, &MainWindow::tell);
  updateRecentFiles();
  updateActions();
  updateTitle();
  resize(kShareOfScreen * screen()->availableSize());
  restoreGeometry(QSettings().value(kGeometryKey).toByteArray());
  docks_.hideAll();
  start_->offerLostStudy(keeper_.lost());
}

MainWindow::~MainWindow() {
  // It listens to what goes before the window's own children do.
  delete lessons_;
  delete reports_;
  delete commands_;
}

void MainWindow::buildPages() {
  start_ = new StartPage;
  pins_ = new PinStrip(study_);
  workbench_ = new Workbench;
  workbench_->slate().setPinAction(&pins_->pinAction());
  data_ = new DataPage;
  evaluation_ = new EvaluationPage(study_);
  tuning_ = new TuningPage(study_);
  whatIf_ = new WhatIfPage(study_);
  loop_ = new LoopPage(study_);
  tabs_ = new QTabWidget;
  tabs_->setDocumentMode(true);
  tabs_->setAccessibleName(tr("Pages"));
  addPage(buildStudyPage(), "studyPage", tr("Study"),
          tr("The policy on a slate, its ratios, and training live."));
  addPage(data_, "dataPage", tr("Data"),
          tr("The log itself: counts, warnings, tasks, features, all slates."));
  addPage(evaluation_, "evaluationPage", tr("Evaluation"),
          tr("What the policy would earn by every estimator, and how far to believe it."));
  addPage(tuning_, "tuningPage", tr("Tuning"),
          tr("Value weights without training: sweeps and importance."));
  addPage(whatIf_, "whatIfPage", tr("What if"),
          tr("A slate of the log, changed, and what the policy says."));
  addPage(loop_, "loopPage", tr("Feedback loop"),
          tr("Rankers let loose on simulated users, round after round of log, train and deploy. "
             "Needs no log."));
  pages_ = new QStackedWidget;
  pages_->addWidget(start_);
  pages_->addWidget(tabs_);
  setCentralWidget(pages_);
}

QWidget* MainWindow::buildStudyPage() {
  scrub_ = new ScrubBar(study_);
  auto* page = new QWidget;
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(pins_);
  column->addWidget(scrub_);
  column->addWidget(workbench_, 1);
  return page;
}

void MainWindow::addPage(QWidget* page, const char* name, const QString& title,
                         const QString& help) {
  page->setObjectName(name);
  const int place = tabs_->addTab(page, title);
  tabs_->setTabToolTip(place, help);
  tabs_->setTabWhatsThis(place, help);
  connect(actions_->addPage(title, help), &QAction::triggered, this, [this, page] {
    if (study_.dataset() == nullptr && page != loop_) return;
    tabs_->setCurrentWidget(page);
    showPages();
  });
}

void MainWindow::buildDocks() {
  using Place = SideDocks::Place;
  sessions_ = new SessionPanel;
  runs_ = new RunPanel(study_);
  queue_ = new QueuePanel(study_);
  estimate_ = new EstimatePanel;
  auto* history = new QUndoView(&study_.undoStack());
  history->setEmptyLabel(tr("As opened"));
  history->setAccessibleName(tr("History of settings"));
  history->setWhatsThis(tr("A click on a change goes back to how things were after it."));
  docks_.add(tr("Sessions"), "sessions", sessions_, Place::Slates,
             tr("The logged slates of the dataset: choose a part and a slate."));
  docks_.add(tr("Runs"), "runs", runs_, Place::Runs,
             tr("All runs of the workspace with their results."));
  docks_.add(tr("Estimate"), "estimate", estimate_, Place::Judgement,
             tr("What the policy under the sliders would earn on held-out slates, and how far to "
                "trust it."));
  docks_.add(tr("Experiment"), "experiment", buildControls(), Place::Settings,
             tr("Value weights, objective and training: what the next run will do, and what the "
                "charts show of the opened one."));
  QDockWidget* past =
      docks_.add(tr("History"), "history", history, Place::Settings,
                 tr("Every change of a setting, oldest first. Click on one to go back "
                    "to how things were then."));
  docks_.hideAtFirst(past);
  QDockWidget* queue = docks_.add(
      tr("Queue"), "queue", queue_, Place::Runs,
      tr("Runs that wait, in their order, how far the one that trains has come, and what became "
         "of those before."));
  // Later, when the panels are where a person left them.
  const auto raise = [queue] {
    queue->show();
    queue->raise();
  };
  connect(queue_, &QueuePanel::attentionAsked, queue, raise, Qt::QueuedConnection);
  actions_->experiment->insertAction(actions_->compare, &queue_->queueAction());
  actions_->view->addAction(&pins_->pinAction());
  for (QDockWidget* dock : docks_.all()) actions_->addPanel(dock->toggleViewAction());
  actions_->panels->addSeparator();
  for (QDockWidget* panel : workbench_->panels()) {
    actions_->addPanel(panel->toggleViewAction());
  }
}

QWidget* MainWindow::buildControls() {
  values_ = new ValueControls;
  objective_ = new ObjectiveControls;
  training_ = new TrainingControls;
  startFrom_ = new StartControls;
  auto* controls = new QWidget;
  auto* column = new QVBoxLayout(controls);
  column->setContentsMargins(4, 4, 4, 4);
  presets_ = new PresetMenu(study_);
  column->addWidget(presets_);
  for (QWidget* group : {static_cast<QWidget*>(values_), static_cast<QWidget*>(objective_),
                         static_cast<QWidget*>(training_), static_cast<QWidget*>(startFrom_)}) {
    column->addWidget(group);
  }
  column->addStretch();
  // The longest entry of a list must not make the column wider than its place.
  for (QComboBox* box : controls->findChildren<QComboBox*>()) {
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(kShortestChoice);
  }
  auto* scroll = new ColumnArea(controls, kControlsWidth);
  scroll->setAccessibleName(tr("Experiment"));
  return scroll;
}

void MainWindow::buildToolBar() {
  QToolBar* bar = addToolBar(tr("Tools"));
  bar->setObjectName("tools");
  bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  bar->addAction(actions_->open);
  bar->addSeparator();
  bar->addAction(actions_->undo);
  bar->addAction(actions_->redo);
  for (QAction* action : {actions_->undo, actions_->redo}) {
    action->setPriority(QAction::LowPriority);
  }
  bar->addSeparator();
  runName_ = new QLineEdit;
  runName_->setMaximumWidth(kRunNameWidth);
  runName_->setAccessibleName(tr("Name of the next run"));
  runName_->setWhatsThis(tr("Name of the next run; empty = the one that is shown in grey."));
  runName_->setToolTip(runName_->whatsThis());
  bar->addWidget(runName_);
  for (QAction* action : {actions_->train, actions_->pause, actions_->stop, actions_->compare}) {
    bar->addAction(action);
  }
  bar->addSeparator();
  bar->addAction(actions_->exportRun);
  bar->addSeparator();
  progress_ = new ProgressStrip(*bar);
  addToolBarBreak();
  readOnlyBar_ = new ReadOnlyBar;
  addToolBar(readOnlyBar_);
}

void MainWindow::showPages() {
  const bool dataset = study_.dataset() != nullptr;
  for (int page = 0; page < tabs_->count(); ++page) {
    tabs_->setTabEnabled(page, dataset || tabs_->widget(page) == loop_);
  }
  pages_->setCurrentWidget(tabs_);
  placePanels();
}

void MainWindow::showFeedbackLoop() {
  tabs_->setCurrentWidget(loop_);
  showPages();
}

void MainWindow::showStartPage() {
  pages_->setCurrentWidget(start_);
  placePanels();
}

void MainWindow::placePanels() {
  const bool away = pages_->currentWidget() == start_ || tabs_->currentWidget() == loop_;
  if (away == panelsAway_) return;
  panelsAway_ = away;
  if (away) {
    layoutOfPanels_ = saveState(kLayoutVersion);
    layoutOfCharts_ = workbench_->layoutState();
    docks_.hideAll();
  } else if (panelsShown_) {
    restoreState(layoutOfPanels_, kLayoutVersion);
    // Once the panels have taken their room again: charts that grew do not shrink alike.
    QTimer::singleShot(0, workbench_, [this] {
      if (!panelsAway_) workbench_->restoreLayout(layoutOfCharts_);
    });
  } else {
    panelsShown_ = true;
    resetLayout();
    const QSettings settings;
    restoreState(settings.value(kStateKey).toByteArray(), kLayoutVersion);
    workbench_->restoreLayout(settings.value(kWorkbenchKey).toByteArray());
  }
}

void MainWindow::resetLayout() {
  panelsAway_ = false;
  docks_.reset();
  readOnlyBar_->tell(study_.whyReadOnly(), study_.lost());
  workbench_->resetLayout();
}

void MainWindow::showFullScreenIf(bool full) {
  setWindowState(full ? windowState() | Qt::WindowFullScreen
                      : windowState() & ~Qt::WindowFullScreen);
}

void MainWindow::connectActions() {
  const WindowActions& to = *actions_;
  connect(to.open, &QAction::triggered, this, &MainWindow::chooseFiles);
  connect(to.openFolder, &QAction::triggered, this, &MainWindow::chooseFolder);
  connect(to.openSample, &QAction::triggered, this, &MainWindow::openSample);
  connect(to.startPage, &QAction::triggered, this, &MainWindow::showStartPage);
  connect(to.exportRun, &QAction::triggered, this, &MainWindow::exportRun);
  connect(to.importPolicy, &QAction::triggered, this, [this] {
    tabs_->setCurrentWidget(evaluation_);
    evaluation_->choosePolicyFile();
  });
  connect(to.settings, &QAction::triggered, this, &MainWindow::showSettings);
  connect(to.quit, &QAction::triggered, this, &QWidget::close);
  connect(to.train, &QAction::triggered, this, &MainWindow::train);
  connect(to.pause, &QAction::triggered, &study_, &Study::pauseTraining);
  connect(to.stop, &QAction::triggered, &study_, &Study::stopTraining);
  connect(to.compare, &QAction::triggered, this, &MainWindow::compareSchemes);
  connect(to.openExperiment, &QAction::triggered, this, &MainWindow::chooseExperiment);
  connect(to.saveExperiment, &QAction::triggered, this, &MainWindow::saveExperiment);
  connect(to.playground, &QAction::triggered, playground_, &PlaygroundOpener::open);
  connect(to.resetLayout, &QAction::triggered, this, &MainWindow::resetLayout);
  connect(to.fullScreen, &QAction::toggled, this, &MainWindow::showFullScreenIf);
  connect(to.palette, &QAction::triggered, this, &MainWindow::showCommands);
  connect(to.shortcuts, &QAction::triggered, this, &MainWindow::showShortcuts);
  connect(to.about, &QAction::triggered, this, [this] { openDialog(new AboutDialog(this)); });
  to.settings->setEnabled(appearance_ != nullptr);
}

void MainWindow::connectStudy() {
  connect(&study_, &Study::workspaceChanged, this, &MainWindow::showWorkspace);
  connect(&study_, &Study::datasetChanged, this, &MainWindow::showDataset);
  connect(&study_, &Study::runChanged, this, &MainWindow::showRun);
  connect(&study_, &Study::experimentChanged, this, &MainWindow::showExperiment);
  connect(&study_, &Study::busyChanged, this, &MainWindow::updateActions);
  connect(&study_, &Study::trainingChanged, this, &MainWindow::updateActions);
  connect(&study_, &Study::trainingBegan, this, &MainWindow::clearTrainingCharts);
  connect(&study_, &Study::trainingEnded, this, [this] { workbench_->expectSteps(0); });
  connect(&study_, &Study::failed, this, &MainWindow::showFailure);
  connect(opener_, &LogOpener::failed, this, &MainWindow::showFailure);
  connect(opener_, &LogOpener::lookingChanged, this, &MainWindow::updateActions);
  connect(opener_, &LogOpener::leftOut, this,
          [this](const QString& title, const QString& text) { showNotice(this, title, text); });
  connect(status_, &StatusStrip::firstShown, &study_, &Study::lookAtMachine);
  connect(&study_, &Study::deviceFound, this, [this](const QString& device, const QString& reason) {
    device.isEmpty() ? status_->setNoDevice(reason) : status_->setDevice(device);
  });
  connect(&study_, &Study::devicesListed, training_, &TrainingControls::setDevices);
  connect(&study_, &Study::told, this, &MainWindow::tell);
  connect(&study_, &Study::fileOpened, this, [this](const QString& file) {
    rememberFile(file);
    updateRecentFiles();
  });
  connect(&study_, &Study::progressed, progress_, &ProgressStrip::setProgress);
  connect(
      &study_, &Study::snapshotTaken, this,
      [this](const std::shared_ptr<const TrainingSnapshot>& snapshot) { showSnapshot(*snapshot); });
  connect(&study_, &Study::slateChanged, this, [this] {
    if (!study_.slate()) return;
    sessions_->select(*study_.slate());
    data_->slates().showSlate(*study_.slate());
    keepSession();
  });
  connect(
      &study_, &Study::slateViewed, this,
      [this](const std::shared_ptr<const std::vector<CandidateView>>& candidates, bool predicted) {
        workbench_->slate().show(*candidates, tasks(), predicted);
        workbench_->candidates().show(study_.workspace()->file, *study_.dataset(), *study_.slate(),
                                      candidates);
      });
  connect(&study_, &Study::summarised, this,
          [this](const std::shared_ptr<const PolicySummary>& summary) {
            study_.training() ? estimate_->previewIfAlone(*summary) : estimate_->preview(*summary);
            workbench_->ratios().show(*summary, study_.clipBounds(), study_.policySettings().rows);
            if (!study_.training() || !workbench_->clipCurve().showsBatch()) {
              workbench_->clipCurve().showHeldOutRatios(*summary);
            }
          });
  connect(&study_, &Study::evaluated, this,
          [this](const std::shared_ptr<const PolicyReport>& report) { estimate_->show(*report); });
  connect(&study_, &Study::predictionsChanged, this, [this] {
    if (study_.hasPredictions()) return;
    workbench_->ratios().clear();
    workbench_->clipCurve().clearRatios();
    estimate_->clear();
  });
}

void MainWindow::connectPanels() {
  connect(start_, &StartPage::sampleAsked, this, &MainWindow::openSample);
  connect(start_, &StartPage::openAsked, this, &MainWindow::chooseFiles);
  connect(start_, &StartPage::folderAsked, this, &MainWindow::chooseFolder);
  connect(start_, &StartPage::fileAsked, this, [this](const QString& file) { openFiles({file}); });
  connect(start_, &StartPage::playgroundAsked, playground_, &PlaygroundOpener::open);
  connect(start_, &StartPage::feedbackLoopAsked, this, &MainWindow::showFeedbackLoop);
  connect(loop_, &LoopPage::failed, this, &MainWindow::showFailure);
  connect(loop_, &LoopPage::told, this, &MainWindow::tell);
  connect(start_, &StartPage::backAsked, this, &MainWindow::showPages);
  connect(start_, &StartPage::lostStudyAsked, this, [this] {
    if (keeper_.lost()) restorer_.restore(*keeper_.lost());
  });
  connect(&restorer_, &SessionRestorer::restored, this, [this](const KeptSession& session) {
    tabs_->setCurrentIndex(session.page);
    tell(tr("The study is as it was at %1.")
             .arg(QLocale::system().toString(session.saved, QLocale::ShortFormat)));
  });
  connect(sessions_, &SessionPanel::slateChosen, &study_, &Study::showSlate);
  connect(sessions_, &SessionPanel::datasetChosen, &study_, &Study::openDataset);
  connect(readOnlyBar_, &ReadOnlyBar::againAsked, this,
          [this] { study_.openFiles({study_.workspace()->file}); });
  auto* mover = new WorkspaceMover(study_, *readOnlyBar_, *this);
  connect(mover, &WorkspaceMover::told, this, &MainWindow::tell);
  connect(&study_, &Study::workspaceMoved, this, [this] {
    if (study_.dataset() != nullptr) {
      data_->setDataset(study_.workspace()->file, *study_.dataset());
    }
    keepSession();
  });
  connect(&data_->slates(), &BrowsePage::slateChosen, &study_, &Study::showSlate);
  connect(&data_->slates(), &BrowsePage::told, this, &MainWindow::tell);
  connect(whatIf_, &WhatIfPage::told, this, &MainWindow::tell);
  connect(queue_, &QueuePanel::told, this, &MainWindow::tell);
  connect(scrub_, &ScrubBar::told, this, &MainWindow::tell);
  connect(scrub_, &ScrubBar::stepShown, &workbench_->crosshair(), [this](qint64 step) {
    const bool kept = step == TrailPlayer::kKept;
    workbench_->crosshair().moveTo(kept ? std::nullopt : std::optional(static_cast<double>(step)));
  });
  connect(runs_, &RunPanel::openAsked, &study_, &Study::openRun);
  connect(runs_, &RunPanel::failed, this, &MainWindow::showFailure);
  connect(runs_, &RunPanel::told, this, &MainWindow::tell);
  connect(runs_, &RunPanel::overlaysChanged, this, [this](const OverlaidRuns& runs) {
    workbench_->heldOut().setOverlays(runs);
    workbench_->losses().setOverlays(runs);
    workbench_->diagnostics().setOverlays(runs);
  });
  connect(tabs_, &QTabWidget::currentChanged, this, &MainWindow::keepSession);
  connect(tabs_, &QTabWidget::currentChanged, this, &MainWindow::placePanels);
  connect(progress_, &ProgressStrip::cancelAsked, this, [this] {
    opener_->cancel();
    study_.cancelTask();
  });
  for (ControlGroup* group :
       {static_cast<ControlGroup*>(values_), static_cast<ControlGroup*>(objective_),
        static_cast<ControlGroup*>(training_), static_cast<ControlGroup*>(startFrom_)}) {
    connect(group, &ControlGroup::edited, this, &MainWindow::editExperiment);
  }
}

const std::vector<std::string>& MainWindow::tasks() const {
  static const std::vector<std::string> none;
  return study_.dataset() == nullptr ? none : study_.dataset()->table->schema().tasks;
}

void MainWindow::openFiles(const QStringList& files) {
  leavesLoop_ = true;
  const FilesToOpen sorted = sortFiles(files);
  if (sorted.logs.isEmpty() || !sorted.workspaces.isEmpty()) {
    study_.openFiles(files);
  } else if (!opener_->looking()) {
    opener_->open(sorted.logs, sorted.experiment);
  }
}

void MainWindow::openSample() {
  leavesLoop_ = true;
  try {
    study_.openFiles({sampleLog()}, sampleExperiment());
  } catch (const Error& error) {
    showFailure({tr("The sample log could not be opened"), error.what(), {}});
  }
}

void MainWindow::openLastStudy() {
  if (!reopensLastStudy() || keeper_.lost()) return;
  if (const auto last = keeper_.last()) restorer_.restore(*last);
}

void MainWindow::chooseFiles() {
  const QStringList files = QFileDialog::getOpenFileNames(
      this, tr("Open a log or a workspace"), QString(),
      tr("Logs and workspaces (*.csv *.tsv *.txt *.gz *.zst *.xz *.bz2 *.zip *.tar *.luce "
         "*.json);;All files (*)"));
  if (!files.isEmpty()) openFiles(files);
}

void MainWindow::chooseFolder() {
  const QString folder =
      QFileDialog::getExistingDirectory(this, tr("Open a folder with the files of one log"));
  if (!folder.isEmpty()) openFiles({folder});
}

void MainWindow::chooseExperiment() {
  const QString file = QFileDialog::getOpenFileName(this, tr("Open an experiment"), QString(),
                                                    tr("Experiments (*.json)"));
  if (!file.isEmpty()) study_.loadExperiment(file);
}

void MainWindow::saveExperiment() {
  QString file = QFileDialog::getSaveFileName(this, tr("Save the experiment"), "experiment.json",
                                              tr("Experiments (*.json)"));
  if (file.isEmpty()) return;
  if (QFileInfo(file).suffix().isEmpty()) file += ".json";
  study_.saveExperiment(file);
}

void MainWindow::exportRun() {
  if (study_.run() == nullptr) return;
  ExportDialog dialog(QString::fromStdString(study_.run()->record.name), this);
  if (dialog.exec() == QDialog::Accepted) study_.exportRun(dialog.request());
}

void MainWindow::train() {
  const QString name = runName_->text().trimmed();
  study_.startTraining(name.isEmpty() ? study_.suggestedRunName() : name);
  runName_->clear();
}

void MainWindow::compareSchemes() {
  if (comparison_ == nullptr) comparison_ = new ComparisonDialog(study_, this);
  comparison_->show();
  comparison_->raise();
  comparison_->activateWindow();
}

void MainWindow::openDialog(QDialog* dialog) {
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->open();
}

void MainWindow::showSettings() {
  if (appearance_ == nullptr) return;
  auto* dialog = new SettingsDialog(*appearance_, this);
  connect(dialog, &SettingsDialog::recentFilesCleared, this, &MainWindow::updateRecentFiles);
  connect(dialog, &SettingsDialog::layoutResetAsked, this, [this] {
    if (study_.dataset() != nullptr) resetLayout();
  });
  openDialog(dialog);
}

void MainWindow::showShortcuts() {
  openDialog(new ShortcutSheet(actions_->commands(), this));
}

void MainWindow::showCommands() {
  openDialog(new CommandPalette(actions_->commands(), this));
}

void MainWindow::suggestRunName() {
  runName_->setPlaceholderText(study_.suggestedRunName());
}

void MainWindow::updateRecentFiles() {
  const QStringList files = recentFiles();
  actions_->recent->clear();
  for (const QString& file : files) {
    actions_->recent->addAction(file, this, [this, file] { openFiles({file}); });
  }
  actions_->recent->setEnabled(!files.isEmpty());
  start_->setRecentFiles(files);
}

void MainWindow::updateActions() {
  const bool looking = opener_->looking();
  const bool busy = study_.busy() || looking;
  const bool training = study_.training();
  const bool dataset = study_.dataset() != nullptr;
  const WindowActions& to = *actions_;
  for (QAction* action : {to.open, to.openFolder, to.openSample}) {
    action->setEnabled(!busy && !training);
  }
  to.recent->setEnabled(!busy && !training && !to.recent->isEmpty());
  to.openExperiment->setEnabled(dataset);
  to.saveExperiment->setEnabled(dataset);
  to.resetLayout->setEnabled(dataset);
  const bool writes = dataset && !study_.readOnly();
  to.train->setEnabled(writes && !busy && !training);
  runName_->setEnabled(writes && !training);
  to.compare->setEnabled(writes);
  to.pause->setEnabled(training);
  to.stop->setEnabled(training);
  if (!training) to.pause->setChecked(false);
  to.exportRun->setEnabled(study_.run() != nullptr && !busy && !training);
  to.importPolicy->setEnabled(to.exportRun->isEnabled());
  // How long a look takes is not known.
  progress_->setState(busy || training, busy && !training, !looking);
  if (looking) progress_->setStage(tr("Looking at the log"));
  start_->setEnabled(!busy);
  start_->setBackOffered(dataset);
}

void MainWindow::updateTitle() {
  const WorkspaceView* workspace = study_.workspace();
  setWindowFilePath(workspace == nullptr ? QString() : workspace->file);
  if (workspace == nullptr) {
    setWindowTitle(QStringLiteral("Luce"));
    return;
  }
  const QString name = QFileInfo(workspace->file).fileName();
  setWindowTitle(study_.readOnly() ? tr("%1 (read only) – Luce").arg(name)
                                   : QString("%1 – Luce").arg(name));
}

void MainWindow::showWorkspace() {
  QStringList names;
  for (const DatasetSummary& dataset : study_.workspace()->datasets) {
    names.append(QString::fromStdString(dataset.name));
  }
  const QString shown = study_.dataset() == nullptr
                            ? QString()
                            : QString::fromStdString(study_.dataset()->summary.name);
  sessions_->setDatasets(names, shown);
  startFrom_->setRuns(runsToStartFrom(study_.workspace()->runs, shown));
  readOnlyBar_->tell(study_.whyReadOnly(), study_.lost());
  updateActions();
  suggestRunName();
  updateTitle();
}

void MainWindow::clearTrainingCharts() {
  shownStep_ = -1;
  workbench_->heldOut().clear();
  workbench_->losses().clear();
  workbench_->diagnostics().clear();
}

void MainWindow::showDataset() {
  const DatasetView& dataset = *study_.dataset();
  if (std::exchange(leavesLoop_, false) && tabs_->currentWidget() == loop_) {
    tabs_->setCurrentIndex(0);
  }
  showPages();
  showWorkspace();
  sessions_->setTable(dataset.table, study_.experiment().split);
  data_->setDataset(study_.workspace()->file, dataset);
  objective_->setSchema(dataset.table->schema());
  clearTrainingCharts();
  workbench_->ratios().clear();
  workbench_->clipCurve().clearRatios();
  estimate_->clear();
  const DatasetSummary& summary = dataset.summary;
  status_->setFacts(
      tr("%1: %L2 slates, %L3 candidates, %L4 items, propensities for %L5 of %L6 rows")
          .arg(QString::fromStdString(summary.name))
          .arg(summary.slates)
          .arg(summary.candidates)
          .arg(summary.items)
          .arg(summary.rowsWithPropensity)
          .arg(summary.rows));
  updateActions();
  keepSession();
}

void MainWindow::showRun() {
  const RunView* run = study_.run();
  updateActions();
  keepSession();
  if (run == nullptr) return;
  workbench_->heldOut().show(run->heldOut, run->keptStep);
  workbench_->losses().show(run->losses, lastSupervisedStep(run->heldOut, run->losses));
  workbench_->diagnostics().show(run->losses, lastSupervisedStep(run->heldOut, run->losses));
}

void MainWindow::showExperiment() {
  if (study_.dataset() == nullptr) return;
  const Experiment& experiment = study_.experiment();
  values_->showExperiment(experiment, tasks());
  objective_->showExperiment(experiment, tasks());
  objective_->setAdvice(adviceOn(*study_.dataset()->table, experiment.objective));
  workbench_->clipCurve().show(findScheme(experiment.objective.scheme),
                               schemeParameters(experiment.objective));
  training_->showExperiment(experiment, tasks());
  startFrom_->showExperiment(experiment, tasks());
  sessions_->setExperiment(experiment.split, rewardWeights(experiment, tasks()));
  suggestRunName();
  keepSession();
}

void MainWindow::editExperiment(const QString& title, int control) {
  Experiment experiment = study_.experiment();
  values_->writeTo(experiment);
  objective_->writeTo(experiment);
  training_->writeTo(experiment);
  startFrom_->writeTo(experiment);
  study_.changeExperiment(experiment, title, control);
}

void MainWindow::showSnapshot(const TrainingSnapshot& snapshot) {
  progress_->showSnapshot(snapshot);
  status_->setDevice(QString::fromStdString(snapshot.device));
  workbench_->expectSteps(snapshot.steps);
  if (snapshot.step > 0 && snapshot.step != shownStep_) {
    const bool aligned = snapshot.step > snapshot.supervisedSteps;
    workbench_->losses().append(snapshot.step, snapshot.averages, aligned);
    workbench_->diagnostics().append(snapshot.step, snapshot.averages, aligned);
    shownStep_ = snapshot.step;
  }
  if (!snapshot.ratios.counts.empty()) {
    workbench_->clipCurve().showBatchRatios(snapshot.ratios, snapshot.step);
  }
  if (snapshot.heldOut &&
      static_cast<int>(snapshot.heldOut->size()) != workbench_->heldOut().pointCount()) {
    constexpr std::int64_t kUnknown = -1;
    workbench_->heldOut().show(*snapshot.heldOut, kUnknown);
  }
}

void MainWindow::tell(const QString& message) {
  statusBar()->showMessage(wordsOfCore(message), kMessageTime);
}

void MainWindow::showFailure(const Failure& failure) {
  if (!failure.problems.empty()) {
    opener_->showProblems(failure);
    return;
  }
  connect(showFailureBox(this, failure), &QDialog::finished, opener_, &LogOpener::goBack);
}

void MainWindow::keepSession() {
  if (study_.workspace() == nullptr || study_.dataset() == nullptr) return;
  KeptSession session;
  session.workspace = study_.workspace()->file;
  session.dataset = QString::fromStdString(study_.dataset()->summary.name);
  if (study_.run() != nullptr) {
    session.run = QString::fromStdString(study_.run()->record.name);
  }
  session.slate = study_.slate();
  session.experiment = QString::fromStdString(experimentToJson(study_.experiment()));
  session.page = tabs_->currentIndex();
  keeper_.keep(session);
}

void MainWindow::closeEvent(QCloseEvent* event) {
  const bool trains = study_.training(), plays = loop_->player().playing();
  const bool compares = study_.comparing(), lost = study_.lost();
  if (trains || compares || plays || lost || queue_->queue().waiting() > 0) {
    const QString title = trains     ? tr("Training goes on")
                          : compares ? tr("Schemes are being compared")
                          : plays    ? tr("The feedback loop plays")
                          : lost     ? tr("The workspace is not in its place")
                                     : tr("Runs wait in the queue");
    const QString stop =
        trains ? tr("Stop the training and quit? The run keeps its best weights so far.")
        : compares
            ? tr("Stop the comparison and quit? Its finished runs stay in the workspace; the "
                 "one in training keeps its best weights so far.")
            : tr("Quit?");
    QStringList lines{stop, loop_->closingText(), queue_->closingText(), study_.whyLost()};
    lines.removeAll(QString());
    const auto answer = QMessageBox::question(this, title, lines.join('\n'),
                                              QMessageBox::Yes | QMessageBox::Cancel);
    if (answer != QMessageBox::Yes) {
      event->ignore();
      return;
    }
    queue_->queue().setPaused(true);
    loop_->player().stop();
    study_.finishTraining();
  }
  opener_->cancel();
  study_.cancelTask();
  QSettings settings;
  settings.setValue(kGeometryKey, saveGeometry());
  if (panelsShown_) {
    settings.setValue(kStateKey, panelsAway_ ? layoutOfPanels_ : saveState(kLayoutVersion));
    settings.setValue(kWorkbenchKey, workbench_->layoutState());
  }
  keeper_.end();
  event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
  if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
  QStringList files;
  for (const QUrl& url : event->mimeData()->urls()) {
    if (url.isLocalFile()) files.append(url.toLocalFile());
  }
  event->acceptProposedAction();
  // After the drop has ended, so that the other program is not kept waiting by a message box.
  QMetaObject::invokeMethod(
      this, [this, files] { openFiles(files); }, Qt::QueuedConnection);
}

}  // namespace luce::desktop
