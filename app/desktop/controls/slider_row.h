// A number with a slider for feeling and a spin box for exactness, always in step; its standard
// value is marked on the slider and one click away. Arrow keys step, with Shift finer, with Ctrl
// coarser.
#pragma once

#include <QDoubleSpinBox>
#include <QLabel>
#include <QToolButton>
#include <QWidget>

#include "app/desktop/controls/marked_slider.h"

namespace luce::desktop {

struct SliderRange {
  double low = 0;       ///< of the slider
  double high = 1;      ///< of the slider
  double standard = 0;  ///< marked, and what the button and a double click on the name set
  bool logarithmic = false;
  double hardLow = 0;   ///< of the spin box, ≤ low
  double hardHigh = 1;  ///< of the spin box, ≥ high
  int decimals = 3;
  QString unit = {};  ///< beside the name; empty: a pure number
};

/// The slider's own range is the spin box's range too.
SliderRange closedRange(double low, double high, double standard, bool logarithmic = false,
                        const QString& unit = {});

class SliderRow : public QWidget {
  Q_OBJECT

 public:
  SliderRow(const QString& title, const SliderRange& range, const QString& help,
            QWidget* parent = nullptr);

  /// Another range, at its standard value. Without a signal.
  void setRange(const SliderRange& range, const QString& help);
  /// Exact: the box may show fewer digits than a value from a document or a standard one has.
  double value() const { return value_; }
  /// Without a signal.
  void setValue(double value);
  MarkedSlider& slider() { return *slider_; }
  QDoubleSpinBox& box() { return *box_; }
  QToolButton& resetButton() { return *reset_; }
  QLabel& nameLabel() { return *label_; }

 Q_SIGNALS:
  /// By the person, while dragging too.
  void changed(double value);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void explain(const QString& help);
  double valueOf(int place) const;
  int placeOf(double value) const;
  void take(double value);
  bool isStandard() const;

  QString title_;
  SliderRange range_;
  double value_ = 0;
  QLabel* label_;
  MarkedSlider* slider_;
  QDoubleSpinBox* box_;
  QToolButton* reset_;
};

}  // namespace luce::desktop
