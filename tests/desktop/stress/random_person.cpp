#include "tests/desktop/stress/random_person.h"

#include <QApplication>
#include <QFileDialog>
#include <QTest>
#include <QWheelEvent>
#include <array>

namespace luce::desktop {

namespace {

constexpr int kWheelNotch = 120;
constexpr int kLongestText = 6;
constexpr std::array<Qt::Key, 16> kKeys{
    Qt::Key_Up,   Qt::Key_Down,  Qt::Key_Left,   Qt::Key_Right,  Qt::Key_Tab,    Qt::Key_Backtab,
    Qt::Key_Home, Qt::Key_End,   Qt::Key_PageUp, Qt::Key_Return, Qt::Key_Escape, Qt::Key_Delete,
    Qt::Key_F2,   Qt::Key_Space, Qt::Key_Plus,   Qt::Key_Minus};
constexpr std::array<Qt::Key, 5> kWithControl{Qt::Key_Z, Qt::Key_Y, Qt::Key_A, Qt::Key_C,
                                              Qt::Key_End};
constexpr const char* kLetters = "0123456789.-eabcxyz<>='% ";

QString nameOf(const QWidget& widget) {
  return QString("%1 \"%2\" in %3")
      .arg(widget.metaObject()->className(),
           widget.accessibleName().isEmpty() ? widget.objectName() : widget.accessibleName(),
           widget.window()->metaObject()->className());
}

}  // namespace

RandomPerson::RandomPerson(MainWindow& window, std::uint64_t seed)
    : window_(window), random_(seed) {}

int RandomPerson::upTo(int count) {
  return std::uniform_int_distribution<int>(0, count - 1)(random_);
}

QPoint RandomPerson::anywhere(const QWidget& widget) {
  return {upTo(std::max(1, widget.width())), upTo(std::max(1, widget.height()))};
}

QWidget* RandomPerson::chooseRoot() {
  if (QWidget* popup = QApplication::activePopupWidget()) return popup;
  if (QWidget* modal = QApplication::activeModalWidget()) return modal;
  QList<QWidget*> shown;
  for (QWidget* window : QApplication::topLevelWidgets()) {
    if (window->isVisible() && window->isEnabled()) shown.append(window);
  }
  return shown.isEmpty() ? nullptr : shown[upTo(static_cast<int>(shown.size()))];
}

QWidget* RandomPerson::choosePart(QWidget& root) {
  QList<QWidget*> parts;
  for (QWidget* part : root.findChildren<QWidget*>()) {
    const bool reachable = part->window() == root.window() && part->isVisible() &&
                           part->isEnabled() && !part->visibleRegion().isEmpty();
    if (reachable && part->findChild<QWidget*>() == nullptr) parts.append(part);
  }
  return parts.isEmpty() ? &root : parts[upTo(static_cast<int>(parts.size()))];
}

void RandomPerson::act() {
  ++deeds_;
  if (auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget())) {
    latest_ = "cancels " + dialog->windowTitle();
    dialog->reject();
    return;
  }
  const bool inPopup = QApplication::activePopupWidget() != nullptr;
  const bool inDialog = QApplication::activeModalWidget() != nullptr;
  if ((inPopup || inDialog) && upTo(8) == 0) {
    latest_ = "escapes";
    QTest::keyClick(chooseRoot(), Qt::Key_Escape);
    return;
  }
  if (!inPopup && !inDialog && upTo(12) == 0) {
    useCommand();
    return;
  }
  QWidget* root = chooseRoot();
  if (root == nullptr) return;
  QWidget* part = choosePart(*root);
  if (upTo(4) == 0) {
    useKeys(*part);
  } else {
    useMouse(*part);
  }
}

void RandomPerson::useMouse(QWidget& widget) {
  const QPoint place = anywhere(widget);
  switch (upTo(8)) {
    case 0:
      latest_ = "double-clicks " + nameOf(widget);
      QTest::mouseDClick(&widget, Qt::LeftButton, {}, place);
      break;
    case 1:
      latest_ = "right-clicks " + nameOf(widget);
      QTest::mouseClick(&widget, Qt::RightButton, {}, place);
      break;
    case 2: {
      latest_ = "turns the wheel over " + nameOf(widget);
      const int turn = upTo(2) == 0 ? kWheelNotch : -kWheelNotch;
      const auto modifier = upTo(4) == 0 ? Qt::ControlModifier : Qt::NoModifier;
      QWheelEvent wheel(QPointF(place), QPointF(widget.mapToGlobal(place)), {}, {0, turn},
                        Qt::NoButton, modifier, Qt::NoScrollPhase, false);
      QApplication::sendEvent(&widget, &wheel);
      break;
    }
    case 3: {
      latest_ = "drags over " + nameOf(widget);
      const QPoint end = anywhere(widget);
      QTest::mousePress(&widget, Qt::LeftButton, {}, place);
      // A nested loop of a dialog or a drag may end the widget.
      const QPointer<QWidget> alive(&widget);
      for (int step = 1; step <= 4 && alive; ++step) {
        QTest::mouseMove(&widget, place + (end - place) * step / 4);
      }
      if (alive) QTest::mouseRelease(&widget, Qt::LeftButton, {}, end);
      break;
    }
    case 4:
      latest_ = "hovers over " + nameOf(widget);
      QTest::mouseMove(&widget, place);
      break;
    default:
      latest_ = "clicks " + nameOf(widget);
      QTest::mouseClick(&widget, Qt::LeftButton, {}, place);
  }
}

void RandomPerson::useKeys(QWidget& widget) {
  latest_ = "types into " + nameOf(widget);
  const int kind = upTo(4);
  if (kind == 0) {
    const Qt::Key key = kWithControl[static_cast<std::size_t>(upTo(kWithControl.size()))];
    QTest::keyClick(&widget, key, Qt::ControlModifier);
  } else if (kind == 1) {
    const QPointer<QWidget> alive(&widget);
    const QLatin1String letters(kLetters);
    for (int i = upTo(kLongestText); i >= 0 && alive; --i) {
      QTest::keyClick(&widget, letters[upTo(static_cast<int>(letters.size()))].toLatin1());
    }
  } else {
    QTest::keyClick(&widget, kKeys[static_cast<std::size_t>(upTo(kKeys.size()))]);
  }
}

void RandomPerson::useCommand() {
  const std::vector<NamedCommand> commands = window_.actions().commands();
  const NamedCommand& command =
      commands[static_cast<std::size_t>(upTo(static_cast<int>(commands.size())))];
  latest_ = "runs " + command.name;
  if (command.action && command.action->isEnabled()) command.action->trigger();
}

}  // namespace luce::desktop
