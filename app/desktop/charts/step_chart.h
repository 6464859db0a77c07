// What the charts over training steps share: long series drawn in no more points than the plot has
// pixels, smoothing, logarithmic axes, other runs laid over, and a crosshair that all of them show.
//
// While the chart is hidden, new numbers are kept and nothing else is done; while it is shown it is
// drawn at most 30 times a second.
#pragma once

#include <QLabel>
#include <QLineSeries>
#include <QPointer>
#include <QSlider>
#include <QValueAxis>
#include <map>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include "app/desktop/charts/chart_frame.h"
#include "app/desktop/charts/overlaid_run.h"
#include "app/desktop/charts/redraw_pacer.h"
#include "app/desktop/charts/run_curves.h"
#include "app/desktop/charts/step_crosshair.h"
#include "app/desktop/charts/step_curve.h"
#include "app/desktop/charts/step_look.h"
#include "app/desktop/charts/step_marks.h"
#include "app/desktop/charts/step_table.h"

namespace luce::desktop {

class StepChart : public ChartFrame {
  Q_OBJECT

 public:
  /// The crosshair must outlive the chart, or be gone with it.
  void setCrosshair(StepCrosshair* crosshair);
  /// Each run's lines in its colour, dashed as the chart's own are ordered, with one entry of its
  /// name in the legend.
  void setOverlays(OverlaidRuns runs);

  /// Weight of what was before, 0 … 0.99 (see MovingAverage); the raw line stays pale behind.
  void setSmoothing(double weight);
  double smoothing() const;
  QSlider& smoothingSlider() { return *slider_; }
  bool hasSide(Side side) const { return side == Side::Left || look_.right.has_value(); }
  void setLogarithmic(Side side, bool logarithmic);
  bool logarithmic(Side side) const;

  /// Steps recorded.
  int pointCount() const { return static_cast<int>(table().size()); }
  /// What is drawn of the chart's own lines, in the legend's order.
  std::vector<StepCurve*> lines() const { return opened().curves(); }
  /// The raw lines behind them; hidden while nothing is smoothed.
  std::vector<StepCurve*> rawLines() const { return opened().rawCurves(); }
  /// Of the given run, in the order of lines().
  std::vector<StepCurve*> overlayLines(std::size_t run) const {
    return runs_[1 + run].curves.curves();
  }
  const StepMarks& marks() const { return *marks_; }
  /// How often it was drawn.
  int drawCount() const { return draws_; }
  /// What the axes show: x the steps, y the side's numbers.
  QRectF axisRanges(Side side) const;

  /// How many steps there will be in all; 0 = no more than there are.
  void expectSteps(std::int64_t steps);
  void clear();
  CsvContent csv() const override;

 protected:
  void drawWaiting() override;
  StepChart(const QString& title, const QString& emptyText, std::size_t columns, QWidget* parent);

  StepTable& table() { return runs_.front().curves.table(); }
  const StepTable& table() const { return opened().table(); }
  /// Replaces all lines and axes.
  void setLook(const StepLook& look);
  const StepLook& look() const { return look_; }
  /// A series of the chart's own beside its lines; drawn by drawMore().
  void place(QAbstractSeries& series, Side side);
  /// To be called after the table changed.
  void tableChanged();
  /// Without drawing: other numbers follow.
  void clearTable();

  /// The columns of another run.
  virtual StepTable tabulate(const OverlaidRun& run) const = 0;
  /// What the axis must hold beside its lines.
  virtual void includeMore(Side, double& /*low*/, double& /*high*/) const {}
  /// After the lines were drawn: the part of the steps that is looked at, and pixels for it.
  virtual void drawMore(const Stretch& /*steps*/, int /*pixels*/) {}
  /// Columns beside the lines' that an export of the numbers holds, as they are shown now.
  virtual std::vector<std::pair<QString, std::size_t>> moreColumns() const { return {}; }
  /// Empties what drawMore() fills.
  virtual void clearMore() {}
  /// The numbers of the latest step.
  virtual QString latest() const = 0;

  MinMaxColumn::Among among(Side side) const;
  const QAbstractAxis* axis(Side side) const { return side == Side::Left ? left_ : right_; }
  QAbstractAxis* axis(Side side) { return side == Side::Left ? left_ : right_; }

  PlotView plotView(Side side) const;

  void addOptions(QMenu& menu) override;
  void fitToLetters() override;
  bool eventFilter(QObject* watched, QEvent* event) override;
  void hideEvent(QHideEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  struct Run {
    QString name;
    QColor colour;
    QLineSeries* entry = nullptr;  ///< in the legend; draws nothing
    RunCurves curves;
  };

  const RunCurves& opened() const { return runs_.front().curves; }

  void requestDraw();
  void draw();
  void makeAxes();
  void makeOverlays();
  /// One a line, of the opened run or of one that is laid over.
  std::vector<RunCurves::Look> looks(const Run& run) const;
  void remove(QLineSeries*& entry);
  void restartSmoothing();
  /// Whether anything can be drawn.
  bool offerLines();
  void fitAxes();
  /// Low and high of what a side shows; low > high = nothing.
  std::pair<double, double> rangeOf(Side side) const;
  void drawLines();
  /// Whether all is smoothed now; a long run takes several turns.
  bool catchUpSmoothing();
  void showCrosshair();
  void pointAt(const QPoint& place);
  /// As the legend says.
  bool shows(const Run& run) const;
  bool shows(const StepLine& line) const;
  /// In the legend.
  QString nameOf(const StepLine& line) const;
  QLineSeries* addEntry(const QString& name, const QColor& colour);

  StepLook look_;
  std::map<std::pair<QString, Side>, bool> logarithmic_;  ///< as the user chose, by axis title
  QSlider* slider_;
  QLabel* sliderLabel_;
  QValueAxis* steps_ = nullptr;
  QAbstractAxis* left_ = nullptr;
  QAbstractAxis* right_ = nullptr;  ///< null where there is none
  /// What the vertical axes were fitted to; each change has the chart laid out again.
  std::tuple<QAbstractAxis*, QAbstractAxis*, std::pair<double, double>, std::pair<double, double>,
             int>
      fitted_;
  int numbers_ = 0;  ///< that have room along the vertical axes
  std::vector<std::pair<QPointer<QAbstractSeries>, Side>> placed_;
  std::vector<QLineSeries*> entries_;  ///< of the legend, one a line; they draw nothing
  std::vector<Run> runs_;              ///< the opened one, which has no name; then those laid over
  OverlaidRuns overlaid_;
  bool overlaysStale_ = false;
  StepMarks* marks_;
  QPointer<StepCrosshair> crosshair_;
  RedrawPacer pacer_;
  bool stale_ = false;
  double expected_ = 0;  ///< steps in all
  int drawnWidth_ = 0;
  int draws_ = 0;
};

}  // namespace luce::desktop
