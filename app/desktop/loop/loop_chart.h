// A measure of a feedback loop over its rounds: a line a ranker with its interval over seeds as a
// band. Drawn at new rounds only, and only while it is shown.
#pragma once

#include <QAreaSeries>
#include <QLineSeries>
#include <QPointer>
#include <QValueAxis>
#include <memory>
#include <vector>

#include "app/desktop/charts/chart_frame.h"
#include "app/desktop/charts/redraw_pacer.h"
#include "app/desktop/charts/step_crosshair.h"
#include "app/desktop/charts/step_marks.h"
#include "app/desktop/loop/loop_view.h"
#include "app/desktop/loop/round_marks.h"

namespace luce::desktop {

class LoopChart : public ChartFrame {
  Q_OBJECT

 public:
  /// measure: an id of loopMeasures().
  explicit LoopChart(const std::string& measure, QWidget* parent = nullptr);

  QSize minimumSizeHint() const override { return {190, 120}; }

  void show(std::shared_ptr<const LoopView> view);
  void setMarks(const std::vector<RoundMark>& marks);
  void clear();
  /// Rounds that are pointed at in another chart are marked here too. It must outlive the chart, or
  /// be gone with it.
  void setCrosshair(StepCrosshair* crosshair);
  void showRanker(const QString& name, bool shown) { legend().show(name, shown); }
  void showBands(bool shown);
  bool bandsShown() const { return bands_; }
  void setLegendShown(bool shown);
  /// In the title's line.
  void addEnlargeButton();

  const std::string& measure() const { return measure_; }
  std::size_t lineCount() const { return lines_.size(); }
  /// Of the ranker, as drawn; rounds count from 1.
  QList<QPointF> points(std::size_t ranker) const { return lines_[ranker].line->points(); }
  /// Lows and highs of its band; empty without an interval.
  std::pair<QList<QPointF>, QList<QPointF>> band(std::size_t ranker) const;
  const RoundMarks& marks() const { return *marks_; }
  const StepMarks& crosshairMarks() const { return *hover_; }
  int drawCount() const { return draws_; }
  QRectF axisRanges() const;

 Q_SIGNALS:
  void enlargeAsked();

 protected:
  void drawWaiting() override;
  void addOptions(QMenu& menu) override;
  bool eventFilter(QObject* watched, QEvent* event) override;
  void hideEvent(QHideEvent* event) override;

 private:
  struct Line {
    QLineSeries* line = nullptr;
    QLineSeries* low = nullptr;
    QLineSeries* high = nullptr;
    QAreaSeries* band = nullptr;
  };

  void requestDraw();
  void draw();
  void rebuild();
  void removeLines();
  const std::vector<SeedMean>& curve(std::size_t ranker) const;
  void fillLine(std::size_t ranker);
  void fitAxes();
  void pointAt(const QPoint& place);
  void showCrosshair();
  QPointF placeOf(const QPointF& point);

  std::string measure_;
  std::size_t index_;
  QValueAxis* rounds_;
  QValueAxis* values_;
  QLineSeries* ruler_;  ///< holds nothing; always there, to tell places by the axes
  std::vector<Line> lines_;
  std::vector<ShownRanker> drawn_;  ///< whom lines_ are of
  std::shared_ptr<const LoopView> view_;
  RoundMarks* marks_;
  StepMarks* hover_;
  QPointer<StepCrosshair> crosshair_;
  RedrawPacer pacer_;
  bool bands_ = true;
  bool stale_ = false;
  int draws_ = 0;
};

}  // namespace luce::desktop
