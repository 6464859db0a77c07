// The place of a label whose text changes many times a second. A label asks for a new layout of the
// whole window at each text; this one only when the text no longer fits into the room it has.
#pragma once

#include <QLabel>
#include <QWidget>

namespace luce::desktop {

class SteadyRoom : public QWidget {
  Q_OBJECT

 public:
  /// Takes the label, and its size policy as it is now.
  explicit SteadyRoom(QLabel* label, QWidget* parent = nullptr);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;
  bool hasHeightForWidth() const override { return label_->hasHeightForWidth(); }
  int heightForWidth(int width) const override;

 protected:
  bool event(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  bool fits() const;

  QLabel* label_;
};

}  // namespace luce::desktop
