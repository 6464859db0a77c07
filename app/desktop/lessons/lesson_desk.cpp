#include "app/desktop/lessons/lesson_desk.h"

#include <QDesktopServices>
#include <QDir>
#include <QMenuBar>
#include <utility>

#include "app/desktop/file_question.h"
#include "app/desktop/lessons/control_finder.h"
#include "app/desktop/main_window.h"
#include "app/desktop/window/message_boxes.h"
#include "core/common/error.h"

namespace luce::desktop {

namespace {

/// Of the lesson and the settings beneath it, of a hundred.
const QList<int> kHeights{56, 44};

}  // namespace

LessonDesk::LessonDesk(MainWindow& window, SideDocks& docks, Appearance* appearance)
    : QObject(&window),
      window_(window),
      facts_(window),
      player_(
          window.study(), [this](const QString& name) { return facts_.value(name); }, progress_),
      panel_(new LessonPanel(player_, library_, progress_)),
      spotlight_(new Spotlight) {
  dock_ = docks.add(tr("Lesson"), "lesson", panel_, SideDocks::Place::Lesson,
                    tr("A guided tour of the window, step by step."));
  docks.hideAtFirst(dock_);
  presenter_ = new PresenterMode(window, *dock_, appearance);
  spotlight_->spare(dock_);
  buildMenu();
  window.actions().addPanel(dock_->toggleViewAction());
  auto* list = new LessonList(library_, progress_, 2);
  connect(list, &LessonList::lessonChosen, this, &LessonDesk::begin);
  window.startPage().setLessons(list);
  connect(&panel_->list(), &LessonList::lessonChosen, this, &LessonDesk::begin);
  connect(panel_, &LessonPanel::controlAsked, this, &LessonDesk::showControl);
  connect(panel_, &LessonPanel::sampleAsked, &window, &MainWindow::openSample);
  connect(dock_, &QDockWidget::visibilityChanged, this, [this] {
    // Closed, not only behind another panel.
    if (dock_->isHidden() && spotlight_ != nullptr) spotlight_->clear();
  });
  dock_->installEventFilter(this);
  window.feedbackLoop().installEventFilter(this);
  // The feedback loop has no panels beside it, but the lesson may speak of it.
  connect(&window.tabs(), &QTabWidget::currentChanged, this, [this] {
    if (wanted_ && player_.lesson() != nullptr && dock_->isHidden()) showDock();
  });
  // Its panels are away, and must not come back with those of the other pages.
  connect(presenter_, &PresenterMode::leaving, this, [this] {
    leavesLoop_ = isBesidePanels() && showsLoop();
    if (leavesLoop_) window_.tabs().setCurrentIndex(0);
  });
  connect(presenter_, &PresenterMode::settled, this, [this] {
    if (std::exchange(leavesLoop_, false)) {
      window_.tabs().setCurrentWidget(&window_.feedbackLoop());
    }
  });
  connectPlayer();
  updateActions();
}

bool LessonDesk::eventFilter(QObject* watched, QEvent* event) {
  if (watched == dock_ && event->type() == QEvent::Close) wanted_ = false;
  if (watched == &window_.feedbackLoop() &&
      (event->type() == QEvent::Show || event->type() == QEvent::Hide)) {
    updateActions();
  }
  return false;
}

LessonDesk::~LessonDesk() {
  // It may stand in another window, which deletes it.
  delete spotlight_;
}

QAction* LessonDesk::add(const QString& text, const QKeySequence& keys, const QString& help) {
  QAction* action = menu_->addAction(text);
  action->setShortcut(keys);
  action->setWhatsThis(help);
  action->setStatusTip(help);
  action->setToolTip(help);
  return action;
}

void LessonDesk::buildMenu() {
  QMenuBar* bar = window_.menuBar();
  menu_ = new QMenu(tr("&Learn"), bar);
  bar->insertMenu(bar->actions().back(), menu_);
  lessonsEnd_ = menu_->addSeparator();
  QAction* open =
      add(tr("&Open a lesson…"), {}, tr("A lesson from a file, as a teacher writes it."));
  QAction* folder = add(tr("Your lessons’ &folder"), {},
                        tr("Opens the folder whose lessons stand in this menu at each start."));
  menu_->addSeparator();
  previous_ = add(tr("&Previous step"), QKeySequence(tr("Alt+Left")),
                  tr("The step before, of the lesson that runs."));
  next_ = add(tr("&Next step"), QKeySequence(tr("Alt+Right")),
              tr("The next step of the lesson that runs."));
  show_ = add(tr("&Show me"), QKeySequence(tr("F6")),
              tr("Points at the control that the step speaks of, and away from it again."));
  menu_->addSeparator();
  present_ = add(tr("P&resenter mode"), QKeySequence(tr("F5")),
                 tr("For an audience: the whole screen, large letters, the panels at the sides "
                    "away. Esc leaves it and puts everything back."));
  present_->setCheckable(true);
  connect(open, &QAction::triggered, this, &LessonDesk::chooseFile);
  connect(folder, &QAction::triggered, this, [] {
    QDir().mkpath(LessonLibrary::userFolder());
    QDesktopServices::openUrl(QUrl::fromLocalFile(LessonLibrary::userFolder()));
  });
  connect(previous_, &QAction::triggered, &player_, &LessonPlayer::previous);
  connect(next_, &QAction::triggered, &player_, &LessonPlayer::next);
  connect(show_, &QAction::triggered, this,
          [this] { showControl(player_.lesson() ? player_.current().show : QString()); });
  connect(present_, &QAction::triggered, this, [this](bool on) {
    if (!on) {
      presenter_->leave();
      return;
    }
    // What is remembered is the arrangement of the panels, which are away there.
    const bool entersLoop = isBesidePanels() && showsLoop();
    if (entersLoop) window_.tabs().setCurrentIndex(0);
    presenter_->enter();
    if (entersLoop) window_.tabs().setCurrentWidget(&window_.feedbackLoop());
  });
  connect(presenter_, &PresenterMode::changed, this, [this](bool active) {
    present_->setChecked(active);
    panel_->setLarge(active);
    updateActions();
  });
  connect(&library_, &LessonLibrary::changed, this, &LessonDesk::fillMenu);
  fillMenu();
}

void LessonDesk::fillMenu() {
  qDeleteAll(lessonActions_);
  lessonActions_.clear();
  int number = 0;
  for (const Lesson& lesson : library_.lessons()) {
    QString title = lesson.title;
    auto* action =
        new QAction(QString("%1  %2").arg(++number).arg(title.replace('&', "&&")), menu_);
    action->setWhatsThis(lesson.summary.isEmpty() ? lesson.title : lesson.summary);
    action->setStatusTip(action->whatsThis());
    connect(action, &QAction::triggered, this, [this, id = lesson.id] { begin(id); });
    menu_->insertAction(lessonsEnd_, action);
    lessonActions_ << action;
  }
}

void LessonDesk::connectPlayer() {
  connect(&facts_, &LessonFacts::changed, &player_, &LessonPlayer::lookAgain);
  const auto goOn = [this] {
    spotlight_->clear();
    offerSample();
    updateActions();
  };
  connect(&player_, &LessonPlayer::lessonChanged, this, goOn);
  connect(&player_, &LessonPlayer::stepChanged, this, goOn);
  connect(&player_, &LessonPlayer::deedChanged, this, [this] { spotlight_->clear(); });
  connect(&player_, &LessonPlayer::factAsked, this, &LessonDesk::setFact);
  connect(&player_, &LessonPlayer::failed, this,
          [this](const Failure& failure) { showFailureBox(&window_, failure); });
  connect(&window_.study(), &Study::datasetChanged, this, [this] {
    offerSample();
    updateActions();
    // The panels of a first dataset come as they were left, without the lesson.
    if (player_.lesson() != nullptr) showDock();
  });
}

bool LessonDesk::isBesidePanels() const {
  return window_.study().dataset() != nullptr;
}

bool LessonDesk::showsLoop() const {
  return window_.tabs().currentWidget() == &window_.feedbackLoop();
}

void LessonDesk::updateActions() {
  const bool runs = player_.lesson() != nullptr;
  next_->setEnabled(runs);
  previous_->setEnabled(runs && player_.step() > 0);
  show_->setEnabled(runs && !player_.current().show.isEmpty());
  present_->setEnabled(presenter_->active() || isBesidePanels() ||
                       window_.feedbackLoop().isVisible());
  // The start page has an arrangement of its own.
  window_.actions().startPage->setEnabled(!presenter_->active());
}

void LessonDesk::showDock() {
  const bool wasHidden = dock_->isHidden();
  wanted_ = true;
  dock_->show();
  dock_->raise();
  auto* settings = window_.findChild<QDockWidget*>("experiment");
  if (wasHidden && settings != nullptr && settings->isVisible() && !dock_->isFloating()) {
    window_.resizeDocks({dock_, settings}, kHeights, Qt::Vertical);
  }
}

void LessonDesk::begin(const QString& id) {
  const Lesson* lesson = library_.find(id);
  if (lesson == nullptr) return;
  if (window_.study().dataset() == nullptr) {
    if (lesson->usesSample) window_.openSample();
  } else {
    window_.showPages();
  }
  showDock();
  player_.begin(*lesson);
}

void LessonDesk::offerSample() {
  const Lesson* lesson = player_.lesson();
  panel_->offerSample(lesson != nullptr && lesson->usesSample &&
                      facts_.value("log") != "slate_log");
}

void LessonDesk::showControl(const QString& name) {
  const FoundControl found = findControl(window_, name);
  if (found.widget == nullptr || window_.study().dataset() == nullptr) return;
  if (spotlight_->target() == found.widget && spotlight_->isVisible()) {
    spotlight_->clear();
    return;
  }
  window_.showPages();
  bringToFront(*found.widget);
  QWidget& seen = seenOf(*found.widget);
  spotlight_->pointAt(seen, &seen == found.widget ? found.area : nullptr);
}

void LessonDesk::setFact(const QString& name, const QString& value) {
  if (name == "page") {
    if (auto* page = window_.tabs().findChild<QWidget*>(value)) {
      window_.showPages();
      window_.tabs().setCurrentWidget(page);
    }
  } else if (name == "loop") {
    window_.feedbackLoop().player().reset();
    window_.feedbackLoop().document().change(loopFromJson(value.toStdString()),
                                             tr("set up by a lesson"));
  } else if (auto* panel = window_.findChild<QDockWidget*>(value)) {
    bringToFront(*panel);
  }
}

void LessonDesk::openFile(const QString& file) {
  try {
    begin(library_.open(file).id);
  } catch (const Error& error) {
    showFailureBox(&window_, {tr("The lesson could not be opened"), error.what(), {}});
  }
}

void LessonDesk::chooseFile() {
  const QString file = askForFile(&window_, {.title = tr("Open a lesson"),
                                             .place = LessonLibrary::userFolder(),
                                             .filters = {tr("Lessons (*.md)")}});
  if (!file.isEmpty()) openFile(file);
}

}  // namespace luce::desktop
