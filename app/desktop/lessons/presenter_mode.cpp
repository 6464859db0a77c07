#include "app/desktop/lessons/presenter_mode.h"

#include <QEvent>
#include <QScreen>
#include <QTimer>

namespace luce::desktop {

namespace {

constexpr int kTextSize = 150;  // %
constexpr int kSettling = 50;   // ms
constexpr int kTries = 10;
constexpr int kShare = 34;  // of the window for the lesson, %

}  // namespace

PresenterMode::PresenterMode(QMainWindow& window, QDockWidget& kept, Appearance* appearance)
    : QObject(&window),
      window_(window),
      kept_(kept),
      appearance_(appearance),
      escape_(new QShortcut(Qt::Key_Escape, &window)) {
  escape_->setEnabled(false);
  connect(escape_, &QShortcut::activated, this, &PresenterMode::leave);
  window.installEventFilter(this);
}

void PresenterMode::enter() {
  if (active_) return;
  active_ = true;
  layout_ = window_.saveState();
  places_ = panelPlaces();
  state_ = window_.windowState();
  size_ = window_.size();
  for (auto* dock : window_.findChildren<QDockWidget*>(QString(), Qt::FindDirectChildrenOnly)) {
    if (dock != &kept_ && !dock->isFloating()) dock->hide();
  }
  kept_.setFloating(false);
  kept_.show();
  kept_.raise();
  escape_->setEnabled(true);
  // One turn each: all at once holds up the window for long.
  QTimer::singleShot(0, this, &PresenterMode::magnify);
  Q_EMIT changed(true);
}

void PresenterMode::magnify() {
  if (!active_) return;
  if (appearance_ != nullptr) appearance_->magnify(kTextSize);
  QTimer::singleShot(0, this, [this] {
    if (!active_) return;
    window_.setWindowState(state_ | Qt::WindowFullScreen);
    window_.resizeDocks({&kept_}, {window_.screen()->size().width() * kShare / 100},
                        Qt::Horizontal);
  });
}

void PresenterMode::leave() {
  if (!active_) return;
  Q_EMIT leaving();
  active_ = false;
  escape_->setEnabled(false);
  if (appearance_ != nullptr) appearance_->magnify(100);
  settle(kTries, 0);
  Q_EMIT changed(false);
}

// Once the panels have shrunk with their letters, one within the other; until then the window may
// not be so small.
void PresenterMode::settle(int tries, int delay) {
  QTimer::singleShot(delay, this, [this, tries] {
    if (active_) return;
    restore();
    const bool asBefore = state_ != Qt::WindowNoState || window_.size() == size_;
    if (!(asBefore && panelPlaces() == places_) && tries > 1) {
      settle(tries - 1, kSettling);
    } else {
      Q_EMIT settled();
    }
  });
}

PresenterMode::Places PresenterMode::panelPlaces() const {
  Places places;
  for (auto* dock : window_.findChildren<QDockWidget*>(QString(), Qt::FindDirectChildrenOnly)) {
    // Those behind others keep whatever size they had.
    if (!dock->visibleRegion().isEmpty()) places[dock] = dock->geometry();
  }
  return places;
}

void PresenterMode::restore() {
  window_.setWindowState(state_);
  if (state_ == Qt::WindowNoState) window_.resize(size_);
  window_.restoreState(layout_);
}

bool PresenterMode::eventFilter(QObject*, QEvent* event) {
  if (event->type() == QEvent::Close && active_) {
    leave();
    restore();
  }
  return false;
}

}  // namespace luce::desktop
