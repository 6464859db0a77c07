// A number with a slider for feeling and a spin box for exactness, always in step.
#pragma once

#include <QDoubleSpinBox>
#include <QLabel>
#include <QSlider>
#include <QWidget>

namespace luce::desktop {

struct SliderRange {
  double low = 0;       ///< of the slider
  double high = 1;      ///< of the slider
  double standard = 0;  ///< what a double click on the label sets
  bool logarithmic = false;
  double hardLow = 0;   ///< of the spin box, ≤ low
  double hardHigh = 1;  ///< of the spin box, ≥ high
  int decimals = 3;
};

/// The slider's own range is the spin box's range too.
SliderRange closedRange(double low, double high, double standard, bool logarithmic = false);

class SliderRow : public QWidget {
  Q_OBJECT

 public:
  SliderRow(const QString& title, const SliderRange& range, const QString& help,
            QWidget* parent = nullptr);

  double value() const { return box_->value(); }
  /// Without a signal.
  void setValue(double value);
  QSlider& slider() { return *slider_; }
  QDoubleSpinBox& box() { return *box_; }

 Q_SIGNALS:
  /// By the person, while dragging too.
  void changed(double value);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  double valueOf(int place) const;
  int placeOf(double value) const;
  void take(double value);

  SliderRange range_;
  QLabel* label_;
  QSlider* slider_;
  QDoubleSpinBox* box_;
};

}  // namespace luce::desktop
