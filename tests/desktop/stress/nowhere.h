// Where links lead while the desktop is used at random.
#pragma once

#include <QObject>
#include <QUrl>

namespace luce::desktop {

class Nowhere : public QObject {
  Q_OBJECT

 public Q_SLOTS:
  void take(const QUrl&) {}
};

}  // namespace luce::desktop
