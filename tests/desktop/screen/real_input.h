// Mouse and keyboard as the X server sends them, by xdotool; the program under test learns of them
// as it does of a person's.
#pragma once

#include <QPoint>
#include <QString>
#include <QStringList>
#include <QWidget>

namespace luce::desktop {

class RealInput {
 public:
  void moveTo(const QWidget& widget) { moveTo(widget, middleOf(widget)); }
  void moveTo(const QWidget& widget, const QPoint& place);
  /// button: 1 left, 2 middle, 3 right.
  void click(const QWidget& widget, int button = 1) { click(widget, middleOf(widget), button); }
  void click(const QWidget& widget, const QPoint& place, int button = 1);
  void doubleClick(const QWidget& widget, const QPoint& place);
  void drag(const QWidget& widget, const QPoint& from, const QPoint& to);
  /// Notches, positive = away from the person.
  void wheel(const QWidget& widget, int notches);
  /// As in "ctrl+t", "Return".
  void press(const QString& keys);
  void type(const QString& text);

 private:
  static QPoint middleOf(const QWidget& widget);
  void run(const QStringList& arguments);
};

}  // namespace luce::desktop
