// A horizontal slider with a tick at one place: where the standard value is. Arrow keys move it by
// its single step, with Shift by one place, with Ctrl by its page step.
#pragma once

#include <QSlider>
#include <optional>

namespace luce::desktop {

class MarkedSlider : public QSlider {
  Q_OBJECT

 public:
  explicit MarkedSlider(QWidget* parent = nullptr);

  /// In the slider's own steps; none = no tick.
  void setMark(std::optional<int> place);
  std::optional<int> mark() const { return mark_; }
  /// Where the tick is drawn, from the left edge in pixels; none = no tick.
  std::optional<int> markPosition() const;

 Q_SIGNALS:
  void doubleClicked();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;

 private:
  std::optional<int> mark_;
};

}  // namespace luce::desktop
