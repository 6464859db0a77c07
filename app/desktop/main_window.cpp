#include "app/desktop/main_window.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QScreen>
#include <QScrollArea>
#include <QSettings>
#include <QSplitter>
#include <QStatusBar>
#include <QTabWidget>
#include <QToolBar>
#include <QVBoxLayout>

#include "app/desktop/export/export_dialog.h"
#include "app/desktop/recent_files.h"
#include "app/desktop/sample_log.h"
#include "app/desktop/study/files_to_open.h"
#include "app/desktop/study/run_history.h"
#include "core/common/error.h"
#include "core/training/requirements.h"

namespace luce::desktop {

namespace {

constexpr const char* kGeometryKey = "window/geometry";
constexpr const char* kStateKey = "window/state";
constexpr const char* kRatioTabKey = "window/ratio_tab";
constexpr int kLayoutVersion = 1;
constexpr int kMessageTime = 8000;  // ms
constexpr double kShareOfScreen = 0.94;

QString timeLeft(double seconds) {
  if (seconds < 60) return MainWindow::tr("%1 s left").arg(static_cast<int>(seconds + 1));
  return MainWindow::tr("%1 min left").arg(static_cast<int>(seconds / 60 + 1));
}

}  // namespace

MainWindow::MainWindow() : opener_(new LogOpener(study_, this)) {
  setAcceptDrops(true);
  setDockNestingEnabled(true);
  buildPages();
  buildActions();
  buildStatusBar();
  connectStudy();
  connectPanels();
  updateRecentFiles();
  updateActions();
  updateTitle();
  resize(kShareOfScreen * screen()->availableSize());
  restoreGeometry(QSettings().value(kGeometryKey).toByteArray());
  // The panels have nothing to show beside the start page.
  for (QDockWidget* dock : docks_) dock->setVisible(false);
}

MainWindow::~MainWindow() = default;

void MainWindow::buildPages() {
  start_ = new StartPage;
  slateChart_ = new SlateChart;
  ratioChart_ = new RatioChart;
  clipCurveChart_ = new ClipCurveChart;
  heldOutChart_ = new HeldOutChart;
  lossChart_ = new LossChart;
  diagnosticsChart_ = new DiagnosticsChart;
  candidates_ = new CandidatePanel;
  ratioTabs_ = new QTabWidget;
  ratioTabs_->setDocumentMode(true);
  ratioTabs_->addTab(ratioChart_, tr("Importance ratios"));
  ratioTabs_->addTab(clipCurveChart_, tr("Clip curve"));
  ratioTabs_->setCurrentIndex(QSettings().value(kRatioTabKey).toInt());
  auto* upper = new QSplitter(Qt::Horizontal);
  upper->addWidget(slateChart_);
  upper->addWidget(ratioTabs_);
  auto* lower = new QSplitter(Qt::Horizontal);
  lower->addWidget(heldOutChart_);
  auto* progress = new QTabWidget;
  progress->setDocumentMode(true);
  progress->addTab(lossChart_, tr("Losses"));
  progress->addTab(diagnosticsChart_, tr("Diagnostics"));
  lower->addWidget(progress);
  auto* centre = new QSplitter(Qt::Vertical);
  centre->addWidget(upper);
  centre->addWidget(lower);
  centre->addWidget(candidates_);
  centre->setStretchFactor(0, 5);
  centre->setStretchFactor(1, 5);
  centre->setStretchFactor(2, 4);
  pages_ = new QStackedWidget;
  pages_->addWidget(start_);
  data_ = new DataPage;
  whatIf_ = new WhatIfPage(study_);
  tabs_ = new QTabWidget;
  tabs_->setDocumentMode(true);
  tabs_->addTab(centre, tr("Study"));
  tabs_->addTab(data_, tr("Data"));
  evaluation_ = new EvaluationPage(study_);
  tabs_->addTab(evaluation_, tr("Evaluation"));
  tuning_ = new TuningPage(study_);
  tabs_->addTab(tuning_, tr("Tuning"));
  tabs_->addTab(whatIf_, tr("What if"));
  pages_->addWidget(tabs_);
  setCentralWidget(pages_);

  sessions_ = new SessionPanel;
  runs_ = new RunPanel;
  estimate_ = new EstimatePanel;
  values_ = new ValueControls;
  objective_ = new ObjectiveControls;
  training_ = new TrainingControls;
  auto* controls = new QWidget;
  auto* column = new QVBoxLayout(controls);
  column->setContentsMargins(4, 4, 4, 4);
  for (QWidget* group : {static_cast<QWidget*>(values_), static_cast<QWidget*>(objective_),
                         static_cast<QWidget*>(training_)}) {
    column->addWidget(group);
  }
  column->addStretch();
  auto* scroll = new QScrollArea;
  scroll->setWidget(controls);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setMinimumWidth(350);
  addDock(tr("Sessions"), "sessions", sessions_, Qt::LeftDockWidgetArea);
  addDock(tr("Runs"), "runs", runs_, Qt::LeftDockWidgetArea);
  addDock(tr("Estimate"), "estimate", estimate_, Qt::LeftDockWidgetArea);
  addDock(tr("Experiment"), "experiment", scroll, Qt::RightDockWidgetArea);
}

void MainWindow::showPanels() {
  pages_->setCurrentIndex(1);
  for (QDockWidget* dock : docks_) dock->setVisible(true);
  resizeDocks({docks_[0], docks_[1], docks_[2]}, {430, 180, 250}, Qt::Vertical);
  resizeDocks({docks_[0], docks_[3]}, {390, 370}, Qt::Horizontal);
  restoreState(QSettings().value(kStateKey).toByteArray(), kLayoutVersion);
}

QDockWidget* MainWindow::addDock(const QString& title, const char* name, QWidget* widget,
                                 Qt::DockWidgetArea area) {
  auto* dock = new QDockWidget(title);
  dock->setObjectName(name);
  dock->setWidget(widget);
  addDockWidget(area, dock);
  docks_.push_back(dock);
  return dock;
}

void MainWindow::buildActions() {
  QMenu* file = menuBar()->addMenu(tr("&File"));
  open_ = file->addAction(tr("&Open…"), QKeySequence::Open, this, &MainWindow::chooseFiles);
  openFolder_ = file->addAction(tr("Open a &folder…"), QKeySequence(tr("Ctrl+Shift+O")), this,
                                &MainWindow::chooseFolder);
  file->addAction(tr("Open the &sample log"), this, &MainWindow::openSample);
  recent_ = file->addMenu(tr("Open &recent"));
  file->addSeparator();
  export_ =
      file->addAction(tr("&Export…"), QKeySequence(tr("Ctrl+E")), this, &MainWindow::exportRun);
  file->addSeparator();
  file->addAction(tr("&Quit"), QKeySequence::Quit, this, &QWidget::close);

  QMenu* edit = menuBar()->addMenu(tr("&Edit"));
  QAction* undo = study_.undoStack().createUndoAction(this, tr("Undo"));
  QAction* redo = study_.undoStack().createRedoAction(this, tr("Redo"));
  undo->setShortcut(QKeySequence::Undo);
  redo->setShortcut(QKeySequence::Redo);
  edit->addAction(undo);
  edit->addAction(redo);

  QMenu* experiment = menuBar()->addMenu(tr("E&xperiment"));
  train_ =
      experiment->addAction(tr("&Train"), QKeySequence(tr("Ctrl+T")), this, &MainWindow::train);
  pause_ = experiment->addAction(tr("&Pause"), QKeySequence(tr("Ctrl+P")), this,
                                 [this] { study_.pauseTraining(pause_->isChecked()); });
  pause_->setCheckable(true);
  stop_ = experiment->addAction(tr("&Stop"), QKeySequence(tr("Ctrl+.")), this,
                                [this] { study_.stopTraining(); });
  compare_ = experiment->addAction(tr("&Compare schemes…"), QKeySequence(tr("Ctrl+Shift+T")), this,
                                   &MainWindow::compareSchemes);
  experiment->addSeparator();
  openExperiment_ =
      experiment->addAction(tr("&Open an experiment…"), this, &MainWindow::chooseExperiment);
  saveExperiment_ = experiment->addAction(tr("Save the experiment &as…"), QKeySequence::SaveAs,
                                          this, &MainWindow::saveExperiment);
  train_->setToolTip(tr("Train: supervised first, then aligned (Ctrl+T)"));
  pause_->setToolTip(tr("Pause or go on (Ctrl+P)"));
  stop_->setToolTip(tr("Stop and keep the best weights so far (Ctrl+.)"));

  view_ = menuBar()->addMenu(tr("&View"));
  view_->addAction(tr("&Study"), QKeySequence(tr("Alt+1")), this,
                   [this] { tabs_->setCurrentIndex(0); });
  view_->addAction(tr("&Data"), QKeySequence(tr("Alt+2")), this,
                   [this] { tabs_->setCurrentWidget(data_); });
  view_->addAction(tr("&Evaluation"), QKeySequence(tr("Alt+3")), this,
                   [this] { tabs_->setCurrentWidget(evaluation_); });
  view_->addAction(tr("&Tuning"), QKeySequence(tr("Alt+4")), this,
                   [this] { tabs_->setCurrentWidget(tuning_); });
  view_->addAction(tr("&What if"), QKeySequence(tr("Alt+5")), this,
                   [this] { tabs_->setCurrentWidget(whatIf_); });
  view_->addSeparator();
  for (QDockWidget* dock : docks_) view_->addAction(dock->toggleViewAction());
  QMenu* help = menuBar()->addMenu(tr("&Help"));
  help->addAction(tr("&Keyboard"), QKeySequence::HelpContents, this, &MainWindow::showShortcuts);
  help->addAction(tr("&About Luce"), this, &MainWindow::showAbout);

  QToolBar* bar = addToolBar(tr("Tools"));
  bar->setObjectName("tools");
  bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  const QStyle* look = style();
  open_->setIcon(look->standardIcon(QStyle::SP_DialogOpenButton));
  train_->setIcon(look->standardIcon(QStyle::SP_MediaPlay));
  pause_->setIcon(look->standardIcon(QStyle::SP_MediaPause));
  stop_->setIcon(look->standardIcon(QStyle::SP_MediaStop));
  export_->setIcon(look->standardIcon(QStyle::SP_DialogSaveButton));
  bar->addAction(open_);
  bar->addSeparator();
  runName_ = new QLineEdit;
  runName_->setMaximumWidth(130);
  runName_->setToolTip(tr("Name of the next run"));
  runName_->setAccessibleName(tr("Name of the next run"));
  bar->addWidget(runName_);
  for (QAction* action : {train_, pause_, stop_}) bar->addAction(action);
  bar->addSeparator();
  bar->addAction(export_);
  bar->addSeparator();
  phase_ = new QLabel;
  phase_->setContentsMargins(8, 0, 8, 0);
  progress_ = new QProgressBar;
  progress_->setMaximumWidth(260);
  progress_->setRange(0, 1000);
  cancel_ = new QPushButton(tr("Cancel"));
  progressAction_ = bar->addWidget(progress_);
  bar->addWidget(phase_);
  cancelAction_ = bar->addWidget(cancel_);
  connect(cancel_, &QPushButton::clicked, this, [this] {
    opener_->cancel();
    study_.cancelTask();
  });
  addToolBarBreak();
  readOnlyBar_ = new ReadOnlyBar;
  addToolBar(readOnlyBar_);
}

void MainWindow::buildStatusBar() {
  facts_ = new QLabel;
  statusBar()->addPermanentWidget(facts_);
}

void MainWindow::connectStudy() {
  connect(&study_, &Study::workspaceChanged, this, &MainWindow::showWorkspace);
  connect(&study_, &Study::datasetChanged, this, &MainWindow::showDataset);
  connect(&study_, &Study::runChanged, this, &MainWindow::showRun);
  connect(&study_, &Study::experimentChanged, this, &MainWindow::showExperiment);
  connect(&study_, &Study::busyChanged, this, &MainWindow::updateActions);
  connect(&study_, &Study::trainingChanged, this, &MainWindow::updateActions);
  connect(&study_, &Study::failed, this, &MainWindow::showFailure);
  connect(opener_, &LogOpener::failed, this, &MainWindow::showFailure);
  connect(opener_, &LogOpener::lookingChanged, this, &MainWindow::updateActions);
  connect(opener_, &LogOpener::leftOut, this, &MainWindow::showNotice);
  connect(&study_, &Study::told, this,
          [this](const QString& message) { statusBar()->showMessage(message, kMessageTime); });
  connect(&study_, &Study::fileOpened, this, [this](const QString& file) {
    rememberFile(file);
    updateRecentFiles();
  });
  connect(&study_, &Study::progressed, this, [this](double fraction, const QString& stage) {
    progress_->setValue(static_cast<int>(1000 * fraction));
    phase_->setText(stage);
  });
  connect(
      &study_, &Study::snapshotTaken, this,
      [this](const std::shared_ptr<const TrainingSnapshot>& snapshot) { showSnapshot(*snapshot); });
  connect(&study_, &Study::slateChanged, this, [this] {
    if (!study_.slate()) return;
    sessions_->select(*study_.slate());
    data_->slates().showSlate(*study_.slate());
  });
  connect(
      &study_, &Study::slateViewed, this,
      [this](const std::shared_ptr<const std::vector<CandidateView>>& candidates, bool predicted) {
        slateChart_->show(*candidates, tasks(), predicted);
        candidates_->show(candidates, tasks());
      });
  connect(&study_, &Study::summarised, this,
          [this](const std::shared_ptr<const PolicySummary>& summary) {
            ratioChart_->show(*summary, study_.clipBounds(), study_.policySettings().rows);
            if (!study_.training() || !clipCurveChart_->showsBatch()) {
              clipCurveChart_->showHeldOutRatios(*summary);
            }
          });
  connect(&study_, &Study::evaluated, this,
          [this](const std::shared_ptr<const PolicyReport>& report) { estimate_->show(*report); });
  connect(&study_, &Study::predictionsChanged, this, [this] {
    if (study_.hasPredictions()) return;
    ratioChart_->clear();
    clipCurveChart_->clearRatios();
    estimate_->clear();
  });
}

void MainWindow::connectPanels() {
  connect(start_, &StartPage::sampleAsked, this, &MainWindow::openSample);
  connect(start_, &StartPage::openAsked, this, &MainWindow::chooseFiles);
  connect(start_, &StartPage::fileAsked, this, [this](const QString& file) { openFiles({file}); });
  connect(sessions_, &SessionPanel::slateChosen, &study_, &Study::showSlate);
  connect(sessions_, &SessionPanel::datasetChosen, &study_, &Study::openDataset);
  connect(readOnlyBar_, &ReadOnlyBar::againAsked, this,
          [this] { study_.openFiles({study_.workspace()->file}); });
  connect(&data_->slates(), &BrowsePage::slateChosen, &study_, &Study::showSlate);
  connect(&data_->slates(), &BrowsePage::told, this,
          [this](const QString& message) { statusBar()->showMessage(message, kMessageTime); });
  connect(whatIf_, &WhatIfPage::told, this,
          [this](const QString& message) { statusBar()->showMessage(message, kMessageTime); });
  connect(runs_, &RunPanel::openAsked, &study_, &Study::openRun);
  connect(runs_, &RunPanel::removeAsked, &study_, &Study::removeRun);
  for (ControlGroup* group :
       {static_cast<ControlGroup*>(values_), static_cast<ControlGroup*>(objective_),
        static_cast<ControlGroup*>(training_)}) {
    connect(group, &ControlGroup::edited, this, &MainWindow::editExperiment);
  }
}

const std::vector<std::string>& MainWindow::tasks() const {
  static const std::vector<std::string> none;
  return study_.dataset() == nullptr ? none : study_.dataset()->table->schema().tasks;
}

void MainWindow::openFiles(const QStringList& files) {
  const FilesToOpen sorted = sortFiles(files);
  if (sorted.logs.isEmpty() || !sorted.workspaces.isEmpty()) {
    study_.openFiles(files);
  } else if (!opener_->looking()) {
    opener_->open(sorted.logs, sorted.experiment);
  }
}

void MainWindow::openSample() {
  try {
    study_.openFiles({sampleLog()}, sampleExperiment());
  } catch (const Error& error) {
    showFailure({tr("The sample log could not be opened"), error.what(), {}});
  }
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
  if (dialog.exec() != QDialog::Accepted) return;
  if (dialog.format() == ExportDialog::Format::TorchScript) {
    study_.exportModel(dialog.file());
  } else {
    study_.exportPredictions(dialog.file());
  }
}

void MainWindow::train() {
  lossChart_->clear();
  diagnosticsChart_->clear();
  heldOutChart_->clear();
  shownStep_ = -1;
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

void MainWindow::suggestRunName() {
  runName_->setPlaceholderText(study_.suggestedRunName());
}

void MainWindow::showShortcuts() {
  QString rows;
  for (QMenu* menu : menuBar()->findChildren<QMenu*>(QString(), Qt::FindDirectChildrenOnly)) {
    for (const QAction* action : menu->actions()) {
      if (action->shortcut().isEmpty()) continue;
      rows += QString("<tr><td><b>%1</b>&nbsp;&nbsp;</td><td>%2</td></tr>")
                  .arg(action->shortcut().toString(QKeySequence::NativeText).toHtmlEscaped(),
                       action->text().remove('&').toHtmlEscaped());
    }
  }
  QMessageBox::information(
      this, tr("Keyboard"),
      tr("<table>%1</table><p>In a slider: arrows and Page Up/Down. Double-click a slider's name "
         "for its standard value.</p>")
          .arg(rows));
}

void MainWindow::showAbout() {
  QMessageBox::about(this, tr("About Luce"),
                     tr("<h3>Luce %1</h3><p>A laboratory for reward-aligned ranking.</p><p>Free "
                        "software under the GNU General Public License, version 3 or later.</p>")
                         .arg(QApplication::applicationVersion()));
}

void MainWindow::updateRecentFiles() {
  const QStringList files = recentFiles();
  recent_->clear();
  for (const QString& file : files) {
    recent_->addAction(file, this, [this, file] { openFiles({file}); });
  }
  recent_->setEnabled(!files.isEmpty());
  start_->setRecentFiles(files);
}

void MainWindow::updateActions() {
  const bool busy = study_.busy() || opener_->looking();
  const bool training = study_.training();
  const bool dataset = study_.dataset() != nullptr;
  for (QAction* action : {open_, openFolder_}) action->setEnabled(!busy && !training);
  recent_->setEnabled(!busy && !training && !recent_->isEmpty());
  openExperiment_->setEnabled(dataset);
  saveExperiment_->setEnabled(dataset);
  const bool writes = dataset && !study_.readOnly();
  train_->setEnabled(writes && !busy && !training);
  runName_->setEnabled(writes && !training);
  compare_->setEnabled(writes);
  pause_->setEnabled(training);
  stop_->setEnabled(training);
  if (!training) pause_->setChecked(false);
  export_->setEnabled(study_.run() != nullptr && !busy && !training);
  progressAction_->setVisible(busy || training);
  cancelAction_->setVisible(busy && !training);
  if (!busy && !training) phase_->clear();
  // How long a look takes is not known: the bar only shows that something goes on.
  progress_->setRange(0, opener_->looking() ? 0 : 1000);
  if (opener_->looking()) phase_->setText(tr("Looking at the log"));
  start_->setEnabled(!busy);
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
  runs_->show(study_.workspace()->runs, shown);
  runs_->setReadOnly(study_.readOnly());
  readOnlyBar_->tell(study_.whyReadOnly());
  updateActions();
  suggestRunName();
  updateTitle();
}

void MainWindow::showDataset() {
  const DatasetView& dataset = *study_.dataset();
  if (pages_->currentIndex() == 0) showPanels();
  showWorkspace();
  sessions_->setTable(dataset.table, study_.experiment().split);
  data_->setDataset(study_.workspace()->file, dataset);
  objective_->setSchema(dataset.table->schema());
  heldOutChart_->clear();
  lossChart_->clear();
  diagnosticsChart_->clear();
  ratioChart_->clear();
  clipCurveChart_->clearRatios();
  estimate_->clear();
  runs_->setOpened({});
  const DatasetSummary& summary = dataset.summary;
  facts_->setText(tr("%1: %L2 slates, %L3 candidates, %L4 items, propensities for %L5 of %L6 rows")
                      .arg(QString::fromStdString(summary.name))
                      .arg(summary.slates)
                      .arg(summary.candidates)
                      .arg(summary.items)
                      .arg(summary.rowsWithPropensity)
                      .arg(summary.rows));
  updateActions();
}

void MainWindow::showRun() {
  const RunView* run = study_.run();
  updateActions();
  if (run == nullptr) {
    runs_->setOpened({});
    return;
  }
  runs_->setOpened(QString::fromStdString(run->record.name));
  heldOutChart_->show(run->heldOut, run->keptStep);
  lossChart_->show(run->losses, lastSupervisedStep(run->heldOut));
  diagnosticsChart_->show(run->losses, lastSupervisedStep(run->heldOut));
}

void MainWindow::showExperiment() {
  if (study_.dataset() == nullptr) return;
  const Experiment& experiment = study_.experiment();
  values_->showExperiment(experiment, tasks());
  objective_->showExperiment(experiment, tasks());
  objective_->setAdvice(adviceOn(*study_.dataset()->table, experiment.objective));
  clipCurveChart_->show(findScheme(experiment.objective.scheme),
                        schemeParameters(experiment.objective));
  training_->showExperiment(experiment, tasks());
  sessions_->setExperiment(experiment.split, rewardWeights(experiment, tasks()));
  suggestRunName();
}

void MainWindow::editExperiment(const QString& title, int control) {
  Experiment experiment = study_.experiment();
  values_->writeTo(experiment);
  objective_->writeTo(experiment);
  training_->writeTo(experiment);
  study_.changeExperiment(experiment, title, control);
}

void MainWindow::showSnapshot(const TrainingSnapshot& snapshot) {
  if (snapshot.steps > 0) {
    progress_->setValue(static_cast<int>(1000 * snapshot.step / snapshot.steps));
  }
  const QString phase =
      snapshot.paused ? tr("paused") : QString::fromStdString(toString(snapshot.phase));
  phase_->setText(
      tr("%1 · step %L2 of %L3 · %4 · %5")
          .arg(phase)
          .arg(snapshot.step)
          .arg(snapshot.steps)
          .arg(timeLeft(snapshot.secondsLeft), QString::fromStdString(snapshot.device)));
  if (snapshot.step > 0 && snapshot.step != shownStep_) {
    const bool aligned = snapshot.step > snapshot.supervisedSteps;
    lossChart_->append(snapshot.step, snapshot.averages, aligned);
    diagnosticsChart_->append(snapshot.step, snapshot.averages, aligned);
    shownStep_ = snapshot.step;
  }
  if (!snapshot.ratios.counts.empty()) {
    clipCurveChart_->showBatchRatios(snapshot.ratios, snapshot.step);
  }
  if (snapshot.heldOut &&
      static_cast<int>(snapshot.heldOut->size()) != heldOutChart_->pointCount()) {
    constexpr std::int64_t kUnknown = -1;
    heldOutChart_->show(*snapshot.heldOut, kUnknown);
  }
}

void MainWindow::showNotice(const QString& title, const QString& text) {
  auto* box = new QMessageBox(QMessageBox::Information, QApplication::applicationDisplayName(),
                              title, QMessageBox::Ok, this);
  box->setInformativeText(text);
  box->setAttribute(Qt::WA_DeleteOnClose);
  box->open();
}

void MainWindow::showFailure(const Failure& failure) {
  if (!failure.problems.empty()) {
    opener_->showProblems(failure);
    return;
  }
  auto* box = new QMessageBox(QMessageBox::Warning, QApplication::applicationDisplayName(),
                              failure.title, QMessageBox::Ok, this);
  box->setInformativeText(failure.text);
  QStringList details;
  for (const QString& detail : failure.details) details.append(detail);
  if (details.size() > 1) box->setDetailedText(details.join('\n'));
  box->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  box->setAttribute(Qt::WA_DeleteOnClose);
  connect(box, &QDialog::finished, opener_, &LogOpener::goBack);
  box->open();
}

void MainWindow::closeEvent(QCloseEvent* event) {
  if (study_.training()) {
    const auto answer = QMessageBox::question(
        this, tr("Training goes on"),
        tr("Stop the training and quit? The run keeps its best weights so far."),
        QMessageBox::Yes | QMessageBox::Cancel);
    if (answer != QMessageBox::Yes) {
      event->ignore();
      return;
    }
    study_.finishTraining();
  }
  opener_->cancel();
  study_.cancelTask();
  QSettings settings;
  settings.setValue(kGeometryKey, saveGeometry());
  settings.setValue(kRatioTabKey, ratioTabs_->currentIndex());
  if (pages_->currentIndex() == 1) settings.setValue(kStateKey, saveState(kLayoutVersion));
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
