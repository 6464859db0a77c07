// How a scheme treats a row as its ratio ρ moves: loss and coefficient for both signs of the
// advantage, the ratios that occur behind them, and a second scheme beside it.
#pragma once

#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>
#include <QStackedLayout>
#include <QWidget>
#include <optional>

#include "app/desktop/charts/curve_plot.h"
#include "app/desktop/controls/scheme_box.h"
#include "core/objective/clip_curve.h"
#include "core/policy/policy_summary.h"

namespace luce::desktop {

class ClipCurveChart : public QWidget {
  Q_OBJECT

 public:
  explicit ClipCurveChart(QWidget* parent = nullptr);

  /// parameters: in the scheme's order.
  void show(const Scheme& scheme, const std::vector<double>& parameters);
  /// Of the batch that training made last.
  void showBatchRatios(const RatioHistogram& ratios, std::int64_t step);
  void showHeldOutRatios(const PolicySummary& summary);
  void clearRatios();
  /// As of ChartFrame.
  void setInFront(bool inFront);
  bool showsBatch() const { return showsBatch_; }

  SchemeBox& comparisonBox() { return *comparison_; }
  QComboBox& quantityBox() { return *quantity_; }
  CurvePlot& lossPlot() { return *loss_; }
  CurvePlot& coefficientPlot() { return *coefficient_; }
  /// Why nothing is drawn; empty = the plots are shown.
  QString refusal() const;
  QString remark() const { return remark_->text(); }
  QString lossNote() const { return lossNote_; }
  QString coefficientNote() const { return coefficientNote_; }

  QSize sizeHint() const override { return {480, 300}; }
  QSize minimumSizeHint() const override { return {220, 128}; }

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  /// A scheme as it is drawn.
  struct Shown {
    const Scheme* scheme = nullptr;
    std::vector<double> parameters;
  };
  /// Its two curves at some ratios.
  struct Values {
    ClipCurve positive, negative;
  };

  void arrange();
  bool isSeen() const { return isVisible() && inFront_; }
  void bringUpToDate();
  /// Both put it off while the chart is not seen.
  void draw();
  void drawRatios();
  void showRatios(const RatioHistogram& ratios, const QString& source);
  void readAt(std::optional<double> ratio);
  void writeNotes(bool withTable);
  void describe();
  Shown comparison() const;
  static Values valuesOf(const Shown& shown, std::span<const double> ratios);
  QString legend() const;
  QString signLetter() const;
  void showTable(double ratio, const Values& own, const Shown& compared, const Values& other);
  static QString readout(const Values& values, bool coefficient);

  SchemeBox* comparison_;
  QComboBox* quantity_;
  QStackedLayout* pages_;
  QWidget* plotPage_;
  QLabel* refusal_;
  QBoxLayout* plots_;
  CurvePlot* loss_;
  CurvePlot* coefficient_;
  QLabel* remark_;

  Shown shown_;
  RatioHistogram ratios_;
  QString ratioSource_;
  QString ratioText_;                             ///< empty: there are no ratios
  bool curvesWait_ = false, ratiosWait_ = false;  ///< to be drawn
  bool inFront_ = true;
  bool showsBatch_ = false;
  bool showsOne_ = false;  ///< there is room for one plot only
  std::optional<double> read_;
  QString lossNote_, coefficientNote_;
};

}  // namespace luce::desktop
