// The points of a sweep by two of their outcomes: those that no other beats as a line, the others
// pale, the sliders' own setting marked. A click chooses a point, a double click uses it.
#pragma once

#include <QLineSeries>
#include <QScatterSeries>
#include <QValueAxis>
#include <memory>
#include <optional>
#include <vector>

#include "app/desktop/charts/chart_frame.h"
#include "app/desktop/tuning/error_bars.h"
#include "app/desktop/tuning/tuning_worker.h"

namespace luce::desktop {

class ParetoChart : public ChartFrame {
  Q_OBJECT

 public:
  explicit ParetoChart(QWidget* parent = nullptr);

  /// x and y: indices of outcomes; front: one a point. Nothing is chosen afterwards.
  void show(std::shared_ptr<const SweepView> sweep, std::size_t x, std::size_t y,
            const std::vector<bool>& front);
  void clear();
  /// The sliders' setting; none = not judged yet.
  void showCurrent(const std::optional<SweepPoint>& point);
  /// −1 = none. Without a signal.
  void choose(int point);
  int chosen() const { return chosen_; }
  using ChartFrame::addUnderNote;
  using ChartFrame::setEmptyText;

  QList<QPointF> frontLine() const { return line_->points(); }
  QList<QPointF> dominated() const { return dominated_->points(); }
  QList<QPointF> currentMark() const { return current_->points(); }
  QList<QPointF> chosenMark() const { return chosenMark_->points(); }
  const std::vector<ErrorBar>& frontBars() const { return frontBars_->bars(); }
  const std::vector<ErrorBar>& chosenBars() const { return chosenBars_->bars(); }
  /// Where a point is drawn, in pixels of this widget.
  QPoint placeOf(int point);
  /// What is told of a point under the mouse.
  QString describe(int point) const;

 Q_SIGNALS:
  void pointChosen(int point);
  void pointUsed(int point);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  static constexpr int kNone = -1;
  QPointF valueOf(const SweepPoint& point) const;
  ErrorBar barOf(const SweepPoint& point) const;
  bool drawn(int point) const;
  void colour();
  void fitAxes();
  void markPoints();
  /// Of the chosen point and of the one under the mouse. Touches no series: each change of one has
  /// the chart laid out again.
  void markIntervals();
  void hover(const QPoint& place);
  int pointAt(const QPoint& place);
  bool pressKey(int key);

  QScatterSeries* dominated_;
  QScatterSeries* front_;
  QLineSeries* line_;
  QScatterSeries* current_;
  QScatterSeries* chosenMark_;
  QValueAxis* horizontal_;
  QValueAxis* vertical_;
  ErrorBars* frontBars_;
  ErrorBars* chosenBars_;

  std::shared_ptr<const SweepView> sweep_;
  std::optional<SweepPoint> currentPoint_;
  std::vector<bool> onFront_;
  std::size_t x_ = 0, y_ = 0;
  int chosen_ = kNone;
  int hovered_ = kNone;
};

}  // namespace luce::desktop
