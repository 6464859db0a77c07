// The window for an audience: the whole screen, large letters, the panels at the sides away but the
// lesson's. Leaving puts everything back as it was.
#pragma once

#include <QDockWidget>
#include <QMainWindow>
#include <QObject>
#include <QShortcut>
#include <map>

#include "app/desktop/window/appearance.h"

namespace luce::desktop {

class PresenterMode : public QObject {
  Q_OBJECT

 public:
  /// kept: the dock that stays; appearance: null = letters keep their size.
  PresenterMode(QMainWindow& window, QDockWidget& kept, Appearance* appearance);

  bool active() const { return active_; }
  void enter();
  void leave();

 Q_SIGNALS:
  void changed(bool active);
  /// The panels are put back next, and stand again.
  void leaving();
  void settled();

 protected:
  /// Leaves before the window is closed, so that what is remembered is the usual arrangement.
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  using Places = std::map<const QDockWidget*, QRect>;
  /// Of the panels that are seen.
  Places panelPlaces() const;
  void magnify();
  void restore();
  /// delay: ms until the first try.
  void settle(int tries, int delay);

  QMainWindow& window_;
  QDockWidget& kept_;
  Appearance* appearance_;
  QShortcut* escape_;
  bool active_ = false;
  QByteArray layout_;  // these four: as it was before
  Places places_;
  Qt::WindowStates state_;
  QSize size_;
};

}  // namespace luce::desktop
