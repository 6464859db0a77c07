// Points at a control of the running window: a ring around it, all else a little dimmed. The mouse
// goes through. It follows the control wherever it moves or scrolls to, also into another window,
// and is not there while the control cannot be seen.
#pragma once

#include <QPointer>
#include <QWidget>
#include <functional>
#include <vector>

namespace luce::desktop {

class Spotlight : public QWidget {
  Q_OBJECT

 public:
  Spotlight();

  /// area: the part of the target that is meant, in its coordinates; none = all of it.
  void pointAt(QWidget& target, std::function<QRect()> area = {});
  void clear();
  /// Null when nothing is pointed at, or when it is gone.
  QWidget* target() const { return target_; }
  /// Is never dimmed.
  void spare(QWidget* widget) { spared_ = widget; }
  /// What is ringed, in this widget's coordinates; empty while it cannot be seen.
  QRect ring() const { return ring_; }

 protected:
  void paintEvent(QPaintEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void watch();
  void unwatch();
  void place();

  QPointer<QWidget> target_, spared_;
  std::function<QRect()> area_;
  std::vector<QPointer<QWidget>> watched_;
  QRect ring_;
  bool waits_ = false;  ///< place() will be called
};

}  // namespace luce::desktop
