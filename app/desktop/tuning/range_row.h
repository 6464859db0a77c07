// From where to where a sweep takes one weight or the temperature, and how evenly; or not at all.
#pragma once

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QWidget>

#include "core/tuning/sweep_document.h"

namespace luce::desktop {

class RangeRow : public QWidget {
  Q_OBJECT

 public:
  /// low and high: the limits of both ends.
  RangeRow(const QString& title, double low, double high, QWidget* parent = nullptr);

  /// Without a signal. low == high: as it is.
  void setRange(const SweepRange& range);
  bool fixed() const { return scale_->currentIndex() == Fixed; }
  /// What is chosen, also when it cannot be: that is for the sweep to tell.
  SweepRange range() const;

  QComboBox& scaleBox() { return *scale_; }
  QDoubleSpinBox& lowBox() { return *low_; }
  QDoubleSpinBox& highBox() { return *high_; }

 Q_SIGNALS:
  void changed();

 private:
  enum Scale { Fixed, Linear, Logarithmic };
  void update();

  QLabel* label_;
  QDoubleSpinBox* low_;
  QDoubleSpinBox* high_;
  QComboBox* scale_;
};

}  // namespace luce::desktop
