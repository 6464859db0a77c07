// What's this: every control answers, those that only have a tip with their tip.
#pragma once

#include <QObject>
#include <QString>
#include <QWidget>

namespace luce::desktop {

/// What is told of the widget: its own help, its tip, or that of the control it is a part of; empty
/// = nothing.
QString helpOf(const QWidget& widget);

/// To be installed on the application.
class ControlHelp : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
};

}  // namespace luce::desktop
