#include "app/desktop/playground/playground_window.h"

#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QHeaderView>
#include <QMenuBar>
#include <QMessageBox>
#include <QScreen>
#include <QSplitter>
#include <QStatusBar>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "app/desktop/file_question.h"
#include "app/desktop/kept_settings.h"
#include "app/desktop/playground/candidate_words.h"
#include "app/desktop/playground/playground_presets.h"
#include "app/desktop/window/column_area.h"
#include "app/desktop/window/icons.h"
#include "core/common/error.h"
#include "core/playground/blackboard_document.h"

namespace luce::desktop {

namespace {

constexpr const char* kBoardKey = "playground/board";
constexpr const char* kGeometryKey = "playground/geometry";
constexpr int kControlsWidth = 350;
constexpr int kSteps = 10;
constexpr double kShareOfScreen = 0.9;
constexpr double kClipboardScale = 2;
constexpr int kMessageTime = 10000;  // ms
constexpr double kWordsOfHeight = 1.0 / 55;
constexpr double kLeastWords = 12;  // pixels

}  // namespace

PlaygroundWindow::PlaygroundWindow(AskStudy study, QWidget* parent)
    : QMainWindow(parent, Qt::Window), study_(std::move(study)), runner_(document_) {
  setWindowTitle(tr("Single-slate playground – Luce"));
  const QByteArray kept = KeptSettings().value(kBoardKey).toByteArray();
  if (!kept.isEmpty()) {
    try {
      document_.start(boardFromJson(kept.toStdString()));
    } catch (const Error&) {
      // Of another version of Luce: the first preset stays.
    }
  }
  buildPages();
  buildActions();
  buildMenus();
  buildToolBar();
  connect(&document_, &PlaygroundDocument::changed, this, [this] {
    showWords();
    updateActions();
  });
  connect(board_, &Blackboard::candidateInViewChanged, this, &PlaygroundWindow::showWords);
  connect(board_, &Blackboard::stepAsked, step, &QAction::trigger);
  connect(&runner_, &StepRunner::runningChanged, this, &PlaygroundWindow::showRunning);
  connect(&runner_, &StepRunner::stoodStill, this, [this] {
    statusBar()->showMessage(tr("Nothing moves: there is no gradient."), kMessageTime);
  });
  setStudyOffered(false);
  showWords();
  updateActions();
  resize(kShareOfScreen * screen()->availableSize());
  restoreGeometry(KeptSettings().value(kGeometryKey).toByteArray());
  board_->setFocus();
}

void PlaygroundWindow::buildPages() {
  board_ = new Blackboard(document_);
  numbers_ = new NumbersModel(document_, this);
  table_ = new QTableView;
  table_->setModel(numbers_);
  table_->setAccessibleName(tr("Numbers of the board"));
  table_->setWhatsThis(
      tr("The board as a table: names, p, π_β and δ can be typed, actions and the draw ticked; "
         "the rest follows."));
  table_->setToolTip(table_->whatsThis());
  table_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  pages_ = new QTabWidget;
  pages_->setDocumentMode(true);
  pages_->setAccessibleName(tr("Views of the slate"));
  pages_->addTab(board_, tr("Board"));
  pages_->addTab(table_, tr("Numbers"));
  pages_->setTabToolTip(0, tr("The slate as bars and arrows, to be dragged."));
  pages_->setTabToolTip(1, tr("The same as a table, to be typed."));

  lesson_ = new QLabel;
  lesson_->setWordWrap(true);
  lesson_->setMargin(6);
  lesson_->setFrameShape(QFrame::StyledPanel);
  lesson_->hide();
  words_ = new QLabel;
  words_->setWordWrap(true);
  words_->setMargin(6);
  words_->setAccessibleName(tr("The candidate in words"));
  words_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  words_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
  auto* left = new QWidget;
  auto* column = new QVBoxLayout(left);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(2);
  column->addWidget(lesson_);
  column->addWidget(pages_, 1);
  column->addWidget(words_);

  controls_ = new PlaygroundControls(document_);
  auto* scroll = new ColumnArea(controls_, kControlsWidth);
  scroll->setAccessibleName(tr("Settings of the board"));
  auto* splitter = new QSplitter;
  splitter->addWidget(left);
  splitter->addWidget(scroll);
  splitter->setStretchFactor(0, 1);
  splitter->setCollapsible(0, false);
  setCentralWidget(splitter);
}

QAction* PlaygroundWindow::make(const QString& text, const QKeySequence& keys, const char* picture,
                                const QString& help) {
  auto* action = new QAction(text, this);
  action->setShortcut(keys);
  if (*picture != '\0') action->setIcon(icon(picture));
  action->setWhatsThis(help);
  action->setStatusTip(help);
  action->setToolTip(keys.isEmpty()
                         ? help
                         : QString("%1 (%2)").arg(help, keys.toString(QKeySequence::NativeText)));
  return action;
}

void PlaygroundWindow::buildActions() {
  step = make(tr("&Step"), QKeySequence(tr("Ctrl+Return")), "train",
              tr("One step down the gradient: each score moves along its arrow."));
  stepTen = make(tr("Step ×1&0"), QKeySequence(tr("Ctrl+Shift+Return")), "train",
                 tr("Ten steps, slowly enough to watch. Again: stops."));
  play = make(tr("&Play"), QKeySequence(tr("Ctrl+P")), "train",
              tr("Steps until nothing moves any more, or until it is stopped."));
  play->setCheckable(true);
  undo = document_.undoStack().createUndoAction(this, tr("&Undo"));
  redo = document_.undoStack().createRedoAction(this, tr("&Redo"));
  undo->setShortcut(QKeySequence::Undo);
  redo->setShortcut(QKeySequence::Redo);
  // Their texts name the last change: in the tool bar they would push all else about.
  undo->setPriority(QAction::LowPriority);
  redo->setPriority(QAction::LowPriority);
  undo->setIcon(icon("undo"));
  redo->setIcon(icon("redo"));
  undo->setWhatsThis(tr("Takes back the last change or step, without end."));
  redo->setWhatsThis(tr("Makes the change again that was taken back."));
  reset = make(tr("&Take back all steps"), QKeySequence(tr("Ctrl+0")), "stop",
               tr("δ = 0: the scores are again what p says."));
  add = make(tr("&Add a candidate"), QKeySequence(tr("Ctrl++")), "",
             tr("An average candidate at the end, eight at most."));
  remove = make(tr("&Remove the candidate"), QKeySequence(tr("Ctrl+-")), "",
                tr("The candidate that is framed goes; three stay at least."));
  take = make(tr("Take the &slate of the study"), QKeySequence(tr("Ctrl+L")), "sample",
              tr("Puts the slate that the study shows on the board, with its scheme and weights."));
  open = make(tr("&Open a board…"), QKeySequence::Open, "open",
              tr("A board that was saved. It can be undone."));
  save = make(tr("&Save the board…"), QKeySequence::Save, "save",
              tr("The board with all its settings, for others or for another day."));
  copy = make(tr("&Copy as a picture"), QKeySequence(tr("Ctrl+Shift+C")), "export",
              tr("The board as a picture on the clipboard."));

  connect(step, &QAction::triggered, this, [this] {
    runner_.stop();
    runner_.run(1);
  });
  connect(stepTen, &QAction::triggered, this, [this] {
    if (runner_.running()) return runner_.stop();
    runner_.run(kSteps);
  });
  connect(play, &QAction::toggled, this, [this](bool plays) {
    if (plays == runner_.running()) return;
    plays ? runner_.run(StepRunner::kWithoutEnd) : runner_.stop();
  });
  connect(undo, &QAction::triggered, &runner_, &StepRunner::stop);
  connect(redo, &QAction::triggered, &runner_, &StepRunner::stop);
  connect(reset, &QAction::triggered, this, [this] {
    runner_.stop();
    change(tr("Take back all steps"), takeBackSteps);
  });
  connect(add, &QAction::triggered, this, [this] {
    change(tr("Add a candidate"), addCandidate);
    board_->setFocusSpot({document_.slate().candidates.size() - 1});
  });
  connect(remove, &QAction::triggered, this, [this] {
    const std::size_t candidate = board_->focusSpot().candidate;
    const QString name = QString::fromStdString(document_.slate().candidates[candidate].name);
    change(tr("Remove %1").arg(name),
           [&](BlackboardSlate& slate) { removeCandidate(slate, candidate); });
  });
  connect(take, &QAction::triggered, this, &PlaygroundWindow::takeFromStudy);
  connect(open, &QAction::triggered, this, &PlaygroundWindow::chooseBoard);
  connect(save, &QAction::triggered, this, [this] { saveAs(FileKind::Board); });
  connect(copy, &QAction::triggered, this,
          [this] { QApplication::clipboard()->setImage(picture().image(kClipboardScale)); });
}

void PlaygroundWindow::buildMenus() {
  QMenu* file = menuBar()->addMenu(tr("&File"));
  presets = file->addMenu(tr("&Presets"));
  fillPresets();
  file->addAction(open);
  file->addAction(take);
  file->addSeparator();
  file->addAction(save);
  const auto addPicture = [&](const QString& text, FileKind kind) {
    QAction* action = make(text, {}, "export", tr("The board as a picture, in large type."));
    connect(action, &QAction::triggered, this, [this, kind] { saveAs(kind); });
    file->addAction(action);
  };
  addPicture(tr("Save as P&NG…"), FileKind::Png);
  addPicture(tr("Save as S&VG…"), FileKind::Svg);
  addPicture(tr("Save as P&DF…"), FileKind::Pdf);
  file->addAction(copy);
  file->addSeparator();
  QAction* close = make(tr("&Close"), QKeySequence::Close, "",
                        tr("Closes the playground; the board is there again next time."));
  connect(close, &QAction::triggered, this, &QWidget::close);
  file->addAction(close);
  QMenu* edit = menuBar()->addMenu(tr("&Edit"));
  edit->addActions({undo, redo});
  edit->addSeparator();
  edit->addActions({add, remove});
  QMenu* learn = menuBar()->addMenu(tr("&Steps"));
  learn->addActions({step, stepTen, play});
  learn->addSeparator();
  learn->addAction(reset);
}

void PlaygroundWindow::fillPresets() {
  for (std::size_t i = 0; i < playgroundPresetCount(); ++i) {
    const PlaygroundPreset preset = playgroundPreset(i);
    QAction* action = presets->addAction(preset.title);
    action->setWhatsThis(preset.lesson);
    action->setToolTip(preset.lesson);
    action->setStatusTip(preset.lesson);
    connect(action, &QAction::triggered, this, [this, preset] {
      runner_.stop();
      document_.change(preset.slate, {.title = tr("Preset: %1").arg(preset.title)});
      lesson_->setText(QString("<b>%1.</b> %2")
                           .arg(preset.title.toHtmlEscaped(), preset.lesson.toHtmlEscaped()));
      lesson_->show();
    });
  }
}

void PlaygroundWindow::buildToolBar() {
  QToolBar* bar = addToolBar(tr("Tools"));
  bar->setObjectName("playground tools");
  bar->setMovable(false);
  bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  auto* boards = new QToolButton;
  boards->setText(tr("Presets"));
  boards->setMenu(presets);
  boards->setPopupMode(QToolButton::InstantPopup);
  boards->setToolTip(tr("Boards to begin with, each of which shows one thing."));
  boards->setWhatsThis(boards->toolTip());
  bar->addWidget(boards);
  bar->addSeparator();
  bar->addActions({step, stepTen, play, reset});
  bar->addSeparator();
  bar->addActions({undo, redo});
  bar->addSeparator();
  bar->addActions({add, remove});
  bar->addSeparator();
  bar->addActions({take, copy});
  step->setIconText(tr("Step"));
  stepTen->setIconText(tr("×10"));
  reset->setIconText(tr("Back"));
  add->setIconText(tr("Add"));
  remove->setIconText(tr("Remove"));
  take->setIconText(tr("From the study"));
  copy->setIconText(tr("Copy"));
}

void PlaygroundWindow::change(const QString& title,
                              const std::function<void(BlackboardSlate&)>& edit) {
  BlackboardSlate slate = document_.slate();
  edit(slate);
  document_.change(slate, {.title = title});
}

void PlaygroundWindow::setStudyOffered(bool offered) {
  take->setEnabled(offered && study_ != nullptr);
}

void PlaygroundWindow::takeFromStudy() {
  try {
    const TakenSlate taken = takeSlate(study_());
    document_.change(taken.slate, {.title = tr("Slate of the study")});
    lesson_->setText(taken.note);
    lesson_->setVisible(!taken.note.isEmpty());
  } catch (const Error& error) {
    tellFailure(tr("There is no slate to take"), error.what());
  }
}

BoardPicture PlaygroundWindow::picture() const {
  QStringList words =
      candidateWords(document_.slate(), document_.view(), board_->candidateInView());
  words << lossWords(document_.slate(), document_.view());
  return BoardPicture(document_.slate(), document_.formerPolicy(), words,
                      board_->size().expandedTo(board_->sizeHint()), palette(), font());
}

void PlaygroundWindow::chooseBoard() {
  askForFile(this, {.title = tr("Open a board"), .filters = {tr("Boards (*.json)")}},
             [this](const QString& file) { openBoard(file); });
}

void PlaygroundWindow::openBoard(const QString& file) {
  try {
    runner_.stop();
    document_.open(file);
    lesson_->hide();
  } catch (const std::exception& error) {
    tellFailure(tr("The board could not be opened"), error.what());
  }
}

void PlaygroundWindow::saveAs(FileKind kind) {
  struct Kind {
    QString filter, suffix;
  };
  const Kind kinds[] = {{tr("PNG picture (*.png)"), "png"},
                        {tr("SVG picture (*.svg)"), "svg"},
                        {tr("PDF document (*.pdf)"), "pdf"},
                        {tr("Boards (*.json)"), "json"}};
  const Kind& chosen = kinds[static_cast<std::size_t>(kind)];
  askForFile(this,
             {.what = FileQuestion::For::Saving,
              .title = tr("Save the board"),
              .place = "board." + chosen.suffix,
              .filters = {chosen.filter}},
             [this, kind](const QString& file) { write(kind, file); });
}

void PlaygroundWindow::write(FileKind kind, const QString& file) {
  const std::filesystem::path path(file.toStdString());
  try {
    if (kind == FileKind::Png) picture().writePng(path);
    if (kind == FileKind::Svg) picture().writeSvg(path);
    if (kind == FileKind::Pdf) picture().writePdf(path);
    if (kind == FileKind::Board) document_.save(file);
    statusBar()->showMessage(tr("Saved as %1.").arg(file), kMessageTime);
  } catch (const std::exception& error) {
    tellFailure(tr("The board could not be saved"), error.what());
  }
}

void PlaygroundWindow::tellFailure(const QString& title, const QString& text) {
  auto* box = new QMessageBox(QMessageBox::Warning, title, title, QMessageBox::Ok, this);
  box->setInformativeText(text);
  box->setAttribute(Qt::WA_DeleteOnClose);
  box->open();
}

void PlaygroundWindow::showWords() {
  QStringList lines =
      candidateWords(document_.slate(), document_.view(), board_->candidateInView());
  lines << lossWords(document_.slate(), document_.view());
  words_->setText(lines.join('\n'));
}

void PlaygroundWindow::showRunning() {
  play->setChecked(runner_.running());
  play->setText(runner_.running() ? tr("S&top") : tr("&Play"));
  play->setIcon(icon(runner_.running() ? "stop" : "train"));
}

void PlaygroundWindow::updateActions() {
  const BlackboardSlate& slate = document_.slate();
  add->setEnabled(slate.candidates.size() < kMostBoardCandidates);
  remove->setEnabled(slate.candidates.size() > kFewestBoardCandidates);
  reset->setEnabled(std::any_of(slate.candidates.begin(), slate.candidates.end(),
                                [](const BoardCandidate& c) { return c.offset != 0; }));
}

void PlaygroundWindow::fitWords() {
  QFont large = font();
  const int pixels = static_cast<int>(std::max(kLeastWords, kWordsOfHeight * height()));
  if (QFontMetrics(large).height() < pixels) large.setPixelSize(pixels);
  words_->setFont(large);
  lesson_->setFont(large);
  // As high as its four lines, so that the board stays where it is while the mouse moves over it.
  words_->setFixedHeight(4 * QFontMetrics(large).lineSpacing() + 2 * words_->margin());
}

void PlaygroundWindow::resizeEvent(QResizeEvent* event) {
  QMainWindow::resizeEvent(event);
  fitWords();
}

void PlaygroundWindow::closeEvent(QCloseEvent* event) {
  runner_.stop();
  KeptSettings settings;
  settings.setValue(kBoardKey, QByteArray::fromStdString(boardToJson(document_.slate())));
  settings.setValue(kGeometryKey, saveGeometry());
  event->accept();
}

}  // namespace luce::desktop
