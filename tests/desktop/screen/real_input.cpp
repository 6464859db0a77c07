#include "tests/desktop/screen/real_input.h"

#include <gmock/gmock.h>

#include <QProcess>
#include <QTest>

namespace luce::desktop {

namespace {

constexpr int kPatience = 10'000;  // ms
/// What the server sends arrives a little later.
constexpr int kArrival = 60;  // ms

QStringList at(const QPoint& place) {
  return {"mousemove", QString::number(place.x()), QString::number(place.y())};
}

}  // namespace

QPoint RealInput::middleOf(const QWidget& widget) {
  return widget.rect().center();
}

void RealInput::run(const QStringList& arguments) {
  QProcess tool;
  tool.start("xdotool", arguments);
  // The window must go on meanwhile: it owns the keyboard that the tool asks for.
  const bool ended =
      QTest::qWaitFor([&] { return tool.state() == QProcess::NotRunning; }, kPatience);
  ASSERT_TRUE(ended) << arguments.join(' ').toStdString();
  ASSERT_EQ(tool.exitCode(), 0) << arguments.join(' ').toStdString() << ": "
                                << tool.readAllStandardError().toStdString();
  QTest::qWait(kArrival);
}

void RealInput::moveTo(const QWidget& widget, const QPoint& place) {
  run(at(widget.mapToGlobal(place)));
}

void RealInput::click(const QWidget& widget, const QPoint& place, int button) {
  run(at(widget.mapToGlobal(place)) + QStringList{"click", QString::number(button)});
}

void RealInput::doubleClick(const QWidget& widget, const QPoint& place) {
  run(at(widget.mapToGlobal(place)) + QStringList{"click", "--repeat", "2", "--delay", "60", "1"});
}

void RealInput::drag(const QWidget& widget, const QPoint& from, const QPoint& to) {
  QStringList deeds = at(widget.mapToGlobal(from)) + QStringList{"mousedown", "1"};
  constexpr int kSteps = 8;
  for (int step = 1; step <= kSteps; ++step) {
    deeds += at(widget.mapToGlobal(from + (to - from) * step / kSteps));
    deeds += {"sleep", "0.02"};
  }
  run(deeds + QStringList{"mouseup", "1"});
}

void RealInput::wheel(const QWidget& widget, int notches) {
  run(at(widget.mapToGlobal(middleOf(widget))) +
      QStringList{"click", "--repeat", QString::number(std::abs(notches)), "--delay", "30",
                  notches > 0 ? "4" : "5"});
}

void RealInput::press(const QString& keys) {
  run({"key", keys});
}

void RealInput::type(const QString& text) {
  run({"type", "--delay", "20", text});
}

}  // namespace luce::desktop
