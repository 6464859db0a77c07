#include "app/desktop/main_window.h"

#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QScreen>
#include <QStatusBar>
#include <utility>

#include "app/desktop/command/command_desk.h"
#include "app/desktop/core_words.h"
#include "app/desktop/lessons/lesson_desk.h"
#include "app/desktop/report/report_desk.h"
#include "app/desktop/study/run_history.h"
#include "app/desktop/window/closing_question.h"
#include "app/desktop/window/message_boxes.h"
#include "app/desktop/window/settings_dialog.h"
#include "app/desktop/window/workspace_mover.h"

namespace luce::desktop {

namespace {

constexpr int kMessageTime = 8000;  // ms
constexpr double kShareOfScreen = 0.94;

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
  buildPanels();
  buildBars();
  layout_.emplace(*this, docks_, workbench(), *readOnlyBar_);
  display_ = new StudyDisplay(study_,
                              {&panels_->sessions(), &panels_->estimate(), &panels_->experiment(),
                               &workbench(), data_, status_},
                              this);
  files_ = new FileDesk(study_, *opener_, *actions_, *start_, *this);
  dialogs_ = new WindowDialogs(study_, appearance_, *actions_, *this);
  connectActions();
  connectStudy();
  connectPanels();
  lessons_ = new LessonDesk(*this, docks_, appearance_);
  reports_ = new ReportDesk(study_, runs(), *actions_->file, *actions_->exportRun, *this);
  commands_ = new CommandDesk(study_, runs(), *evaluation_, bar_->runName(), *actions_->experiment);
  connect(reports_, &ReportDesk::told, this, &MainWindow::tell);
  connect(reports_, &ReportDesk::failed, this, &MainWindow::showFailure);
  connect(commands_, &CommandDesk::told, this, &MainWindow::tell);
  files_->showRecentFiles();
  updateActions();
  updateTitle();
  resize(kShareOfScreen * screen()->availableSize());
  layout_->restoreWindow();
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
  page_ = new StudyPage(study_);
  data_ = new DataPage;
  evaluation_ = new EvaluationPage(study_);
  tuning_ = new TuningPage(study_);
  whatIf_ = new WhatIfPage(study_);
  loop_ = new LoopPage(study_);
  tabs_ = new QTabWidget;
  tabs_->setDocumentMode(true);
  tabs_->setAccessibleName(tr("Pages"));
  addPage(page_, "studyPage", tr("Study"),
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

void MainWindow::addPage(QWidget* page, const char* name, const QString& title,
                         const QString& help) {
  page->setObjectName(name);
  const int place = tabs_->addTab(page, title);
  tabs_->setTabToolTip(place, help);
  tabs_->setTabWhatsThis(place, help);
  const auto needs =
      page == loop_ ? WindowActions::PageNeeds::Nothing : WindowActions::PageNeeds::Log;
  connect(actions_->addPage(title, help, needs), &QAction::triggered, this, [this, page] {
    tabs_->setCurrentWidget(page);
    showPages();
  });
}

void MainWindow::buildPanels() {
  panels_.emplace(study_, docks_);
  actions_->experiment->insertAction(actions_->compare, &panels_->queue().queueAction());
  actions_->view->addAction(&pins().pinAction());
  for (QDockWidget* dock : docks_.all()) actions_->addPanel(dock->toggleViewAction());
  actions_->panels->addSeparator();
  for (QDockWidget* panel : workbench().panels()) actions_->addPanel(panel->toggleViewAction());
}

void MainWindow::buildBars() {
  bar_ = new StudyBar(study_, *actions_);
  addToolBar(bar_);
  addToolBarBreak();
  readOnlyBar_ = new ReadOnlyBar;
  addToolBar(readOnlyBar_);
  status_ = new StatusStrip;
  statusBar()->addPermanentWidget(status_);
  connect(statusBar(), &QStatusBar::messageChanged, status_, &StatusStrip::makeRoomFor);
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
  layout_->setAway(pages_->currentWidget() == start_ || tabs_->currentWidget() == loop_);
}

void MainWindow::showFullScreenIf(bool full) {
  setWindowState(full ? windowState() | Qt::WindowFullScreen
                      : windowState() & ~Qt::WindowFullScreen);
}

void MainWindow::connectActions() {
  const WindowActions& to = *actions_;
  connect(to.startPage, &QAction::triggered, this, &MainWindow::showStartPage);
  connect(to.importPolicy, &QAction::triggered, this, [this] {
    if (evaluation_->choosePolicyFile()) tabs_->setCurrentWidget(evaluation_);
  });
  connect(to.policies, &QAction::triggered, &evaluation_->policies(), &PolicyDesk::show);
  connect(to.quit, &QAction::triggered, this, &QWidget::close);
  connect(to.train, &QAction::triggered, this, &MainWindow::train);
  connect(to.pause, &QAction::triggered, &study_, &Study::pauseTraining);
  connect(to.stop, &QAction::triggered, &study_, &Study::stopTraining);
  connect(to.playground, &QAction::triggered, playground_, &PlaygroundOpener::open);
  connect(to.resetLayout, &QAction::triggered, this, [this] { layout_->reset(); });
  connect(to.fullScreen, &QAction::toggled, this, &MainWindow::showFullScreenIf);
}

void MainWindow::connectStudy() {
  connect(&study_, &Study::workspaceChanged, this, &MainWindow::showWorkspace);
  connect(&study_, &Study::datasetChanged, this, &MainWindow::showDataset);
  connect(&study_, &Study::datasetClosed, this, [this] {
    clearTrainingCharts();
    updateActions();
    showStartPage();
  });
  connect(&study_, &Study::runChanged, this, &MainWindow::showRun);
  connect(&study_, &Study::experimentChanged, this, &MainWindow::showExperiment);
  connect(&study_, &Study::busyChanged, this, &MainWindow::updateActions);
  connect(&study_, &Study::trainingChanged, this, &MainWindow::updateActions);
  connect(&study_, &Study::trainingBegan, this, &MainWindow::clearTrainingCharts);
  connect(&study_, &Study::trainingEnded, this, [this] { workbench().expectSteps(0); });
  connect(&study_, &Study::failed, this, &MainWindow::showFailure);
  connect(opener_, &LogOpener::failed, this, &MainWindow::showFailure);
  connect(opener_, &LogOpener::lookingChanged, this, &MainWindow::updateActions);
  connect(opener_, &LogOpener::leftOut, this,
          [this](const QString& title, const QString& text) { showNotice(this, title, text); });
  connect(status_, &StatusStrip::firstShown, &study_, &Study::lookAtMachine);
  connect(&study_, &Study::deviceFound, this, [this](const QString& device, const QString& reason) {
    device.isEmpty() ? status_->setNoDevice(reason) : status_->setDevice(device);
  });
  connect(&study_, &Study::told, this, &MainWindow::tell);
  connect(&study_, &Study::progressed, &bar_->progress(), &ProgressStrip::setProgress);
  connect(
      &study_, &Study::snapshotTaken, this,
      [this](const std::shared_ptr<const TrainingSnapshot>& snapshot) { showSnapshot(*snapshot); });
  connect(&study_, &Study::slateChanged, this, [this] {
    if (study_.slate()) keepSession();
  });
}

void MainWindow::connectPanels() {
  connect(files_, &FileDesk::opening, this, [this] { leavesLoop_ = true; });
  connect(files_, &FileDesk::failed, this, &MainWindow::showFailure);
  connect(dialogs_, &WindowDialogs::recentFilesCleared, files_, &FileDesk::showRecentFiles);
  connect(dialogs_, &WindowDialogs::layoutResetAsked, this, [this] {
    if (study_.dataset() != nullptr) layout_->reset();
  });
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
  connect(&sessions(), &SessionPanel::slateChosen, &study_, &Study::showSlate);
  connect(&sessions(), &SessionPanel::datasetChosen, &study_, &Study::openDataset);
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
  connect(&queue(), &QueuePanel::told, this, &MainWindow::tell);
  connect(&scrubBar(), &ScrubBar::told, this, &MainWindow::tell);
  connect(&runs(), &RunPanel::openAsked, &study_, &Study::openRun);
  connect(&runs(), &RunPanel::failed, this, &MainWindow::showFailure);
  connect(&runs(), &RunPanel::told, this, &MainWindow::tell);
  connect(&runs(), &RunPanel::overlaysChanged, this, [this](const OverlaidRuns& runs) {
    workbench().heldOut().setOverlays(runs);
    workbench().losses().setOverlays(runs);
    workbench().diagnostics().setOverlays(runs);
  });
  connect(tabs_, &QTabWidget::currentChanged, this, &MainWindow::keepSession);
  connect(tabs_, &QTabWidget::currentChanged, this, &MainWindow::placePanels);
  connect(&bar_->progress(), &ProgressStrip::cancelAsked, this, [this] {
    opener_->cancel();
    study_.cancelTask();
  });
}

void MainWindow::openFiles(const QStringList& files) {
  files_->openFiles(files);
}

void MainWindow::openSample() {
  files_->openSample();
}

void MainWindow::openLastStudy() {
  if (!reopensLastStudy() || keeper_.lost()) return;
  if (const auto last = keeper_.last()) restorer_.restore(*last);
}

void MainWindow::train() {
  study_.startTraining(bar_->takeRunName());
}

void MainWindow::updateActions() {
  const bool looking = opener_->looking(), busy = study_.busy() || looking;
  const bool training = study_.training(), dataset = study_.dataset() != nullptr;
  const bool writes = dataset && !study_.readOnly();
  actions_->setAvailable({.busy = busy,
                          .training = training,
                          .dataset = dataset,
                          .writes = writes,
                          .run = study_.run() != nullptr});
  bar_->runName().setEnabled(writes && !training);
  // How long a look takes is not known.
  bar_->progress().setState(busy || training, busy && !training, !looking);
  if (looking) bar_->progress().setStage(tr("Looking at the log"));
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
  display_->showWorkspace();
  readOnlyBar_->tell(study_.whyReadOnly(), study_.lost());
  updateActions();
  bar_->suggestRunName();
  updateTitle();
}

void MainWindow::clearTrainingCharts() {
  shownStep_ = -1;
  workbench().heldOut().clear();
  workbench().losses().clear();
  workbench().diagnostics().clear();
}

void MainWindow::showDataset() {
  if (std::exchange(leavesLoop_, false) && tabs_->currentWidget() == loop_) {
    tabs_->setCurrentIndex(0);
  }
  showPages();
  showWorkspace();
  display_->showDataset();
  clearTrainingCharts();
  updateActions();
  keepSession();
}

void MainWindow::showRun() {
  const RunView* run = study_.run();
  updateActions();
  keepSession();
  if (run == nullptr) {
    // Of the run that was removed. One in training draws its own.
    if (!study_.training()) clearTrainingCharts();
    return;
  }
  workbench().heldOut().show(run->heldOut, run->keptStep);
  workbench().losses().show(run->losses, lastSupervisedStep(run->heldOut, run->losses));
  workbench().diagnostics().show(run->losses, lastSupervisedStep(run->heldOut, run->losses));
}

void MainWindow::showExperiment() {
  if (study_.dataset() == nullptr) return;
  display_->showExperiment();
  bar_->suggestRunName();
  keepSession();
}

void MainWindow::showSnapshot(const TrainingSnapshot& snapshot) {
  bar_->progress().showSnapshot(snapshot);
  status_->setDevice(QString::fromStdString(snapshot.device));
  workbench().expectSteps(snapshot.steps);
  for (const StepPoint& point : snapshot.recent) {
    if (point.step <= shownStep_) continue;
    const bool aligned = point.step > snapshot.supervisedSteps;
    workbench().losses().append(point.step, point.averages, aligned);
    workbench().diagnostics().append(point.step, point.averages, aligned);
    shownStep_ = point.step;
  }
  if (!snapshot.ratios.counts.empty()) {
    workbench().clipCurve().showBatchRatios(snapshot.ratios, snapshot.step);
  }
  if (snapshot.heldOut &&
      static_cast<int>(snapshot.heldOut->size()) != workbench().heldOut().pointCount()) {
    constexpr std::int64_t kUnknown = -1;
    workbench().heldOut().show(*snapshot.heldOut, kUnknown);
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
  // Of a run in training nothing is opened yet; what there is of it after a crash can be.
  session.run = study_.run() != nullptr ? QString::fromStdString(study_.run()->record.name)
                                        : study_.runInTraining();
  session.slate = study_.slate();
  session.experiment = QString::fromStdString(experimentToJson(study_.experiment()));
  session.page = tabs_->currentIndex();
  keeper_.keep(session);
}

void MainWindow::closeEvent(QCloseEvent* event) {
  if (!mayClose(study_, *loop_, queue(), this)) {
    event->ignore();
    return;
  }
  opener_->cancel();
  study_.cancelTask();
  layout_->save();
  keeper_.end();
  event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
  if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
  files_->take(*event);
}

}  // namespace luce::desktop
