// A histogram of a column's sampled numbers with the bounds of its label, which can be dragged.
#pragma once

#include <QWidget>
#include <vector>

#include "core/dataset/importers/log_columns.h"

namespace luce::desktop {

/// Bars over equal steps from `low` to `high`; what is larger counts in the last one.
struct NumberBars {
  double low = 0, high = 1;
  bool whole = false;   ///< all are whole numbers
  bool single = false;  ///< each whole number has its own bar, from half below it to half above
  bool cut = false;     ///< whether larger numbers are in the last bar
  std::vector<int> counts;
};

/// A few very large numbers (watch times have them) do not squeeze the rest into one bar.
NumberBars barsOf(const std::vector<double>& numbers);

class ThresholdPlot : public QWidget {
  Q_OBJECT

 public:
  explicit ThresholdPlot(QWidget* parent = nullptr);

  void showNumbers(const std::vector<double>& numbers);
  /// Without a signal.
  void setLabel(const LabelRule& label);
  const LabelRule& label() const { return label_; }
  const NumberBars& bars() const { return bars_; }
  /// Where a bound is drawn, in pixels from the left edge.
  double boundPlace(double bound) const;

  QSize sizeHint() const override { return {320, 96}; }
  QSize minimumSizeHint() const override { return {160, 84}; }

 Q_SIGNALS:
  /// By the person, while dragging too.
  void dragged(luce::LabelRule label);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  enum class Bound { Low, High };
  QRectF plotArea() const;
  double placeOf(double number) const;
  double numberAt(double place) const;
  double step() const;
  double snapped(double number) const;
  double boundAt(double place) const;
  double halfBar() const;
  Bound nearest(double place) const;
  void move(Bound bound, double number);
  void paintBound(QPainter& painter, double number) const;

  NumberBars bars_;
  LabelRule label_;
  Bound held_ = Bound::Low;
  bool dragging_ = false;
};

}  // namespace luce::desktop
