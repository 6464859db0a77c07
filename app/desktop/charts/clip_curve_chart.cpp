#include "app/desktop/charts/clip_curve_chart.h"

#include <QCursor>
#include <QHBoxLayout>
#include <QToolTip>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "app/desktop/core_words.h"
#include "app/desktop/elided_label.h"
#include "app/desktop/steady_room.h"
#include "app/desktop/theme.h"

namespace luce::desktop {

namespace {

/// Below these a plot cannot be read, so that only one of the two is shown.
constexpr int kNarrowestPlot = 215;
constexpr int kLowestPlot = 150;
/// The axes fit what happens at least at these ratios.
constexpr double kFocusLow = 0.05;
constexpr double kFocusHigh = 4;

QString coloured(const QString& text, const QColor& colour) {
  return QString("<font color=\"%1\">%2</font>").arg(colour.name(), text.toHtmlEscaped());
}

ClipBounds boundsOf(const Scheme* scheme, std::span<const double> parameters) {
  return scheme == nullptr ? ClipBounds{} : scheme->clipBounds(parameters);
}

/// Widens the focus until it holds the bounds and what lies beyond them.
void includeBounds(ClipBounds& focus, const ClipBounds& bounds) {
  constexpr double kBeyond = 1.5;
  if (bounds.low > 0) focus.low = std::min(focus.low, bounds.low / kBeyond);
  if (std::isfinite(bounds.high)) focus.high = std::max(focus.high, bounds.high * kBeyond);
}

std::vector<double> mergedRatios(const ClipBounds& a, const ClipBounds& b) {
  std::vector<double> first = curveRatios(a);
  const std::vector<double> second = curveRatios(b);
  first.insert(first.end(), second.begin(), second.end());
  std::sort(first.begin(), first.end());
  first.erase(std::unique(first.begin(), first.end()), first.end());
  return first;
}

/// In %.
double shareBeyondAxis(const HistogramOutline& outline) {
  double share = 0;
  for (qsizetype i = 0; i < outline.upper.size(); i += 2) {
    const double middle = std::sqrt(outline.upper[i].x() * outline.upper[i + 1].x());
    if (middle < kCurveLowRatio || middle > kCurveHighRatio) share += outline.upper[i].y();
  }
  return share;
}

}  // namespace

ClipCurveChart::ClipCurveChart(QWidget* parent)
    : QWidget(parent),
      comparison_(new SchemeBox(tr("compare with …"))),
      quantity_(new QComboBox),
      pages_(new QStackedLayout),
      plotPage_(new QWidget),
      refusal_(new QLabel),
      plots_(new QBoxLayout(QBoxLayout::LeftToRight, plotPage_)),
      loss_(new CurvePlot(tr("Loss over ρ"))),
      coefficient_(new CurvePlot(tr("Coefficient ∂loss/∂log π over ρ"))),
      remark_(new ElidedLabel) {
  quantity_->addItems({tr("coefficient"), tr("loss")});
  quantity_->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  quantity_->setAccessibleName(tr("What is drawn"));
  comparison_->setAccessibleName(tr("Scheme to compare with"));
  comparison_->setObjectName("clip_comparison");
  comparison_->setToolTip(
      tr("Draws a second scheme, dashed, with its standard parameters. A scheme of the same family "
         "shares the parameters that both have; the chosen scheme itself is drawn as standard."));
  quantity_->setWhatsThis(
      tr("Whether the coefficient or the loss is drawn, where there is room for one."));
  comparison_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  comparison_->setMinimumContentsLength(9);
  refusal_->setAlignment(Qt::AlignCenter);
  refusal_->setWordWrap(true);
  refusal_->setMargin(12);
  refusal_->setForegroundRole(QPalette::PlaceholderText);
  refusal_->setBackgroundRole(QPalette::Base);
  refusal_->setAutoFillBackground(true);
  remark_->setForegroundRole(QPalette::PlaceholderText);
  remark_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  remark_->setContentsMargins(6, 0, 6, 2);

  auto* top = new QHBoxLayout;
  top->setContentsMargins(6, 3, 6, 0);
  top->setSpacing(6);
  top->addWidget(comparison_, 1);
  top->addWidget(quantity_);
  plots_->setContentsMargins(0, 0, 0, 0);
  plots_->setSpacing(0);
  plots_->addWidget(loss_, 1);
  plots_->addWidget(coefficient_, 1);
  pages_->addWidget(refusal_);
  pages_->addWidget(plotPage_);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addLayout(top);
  layout->addLayout(pages_, 1);
  layout->addWidget(new SteadyRoom(remark_));

  connect(comparison_, &QComboBox::currentIndexChanged, this, &ClipCurveChart::draw);
  connect(quantity_, &QComboBox::currentIndexChanged, this, &ClipCurveChart::arrange);
  for (CurvePlot* plot : {loss_, coefficient_}) {
    connect(plot, &CurvePlot::hovered, this, &ClipCurveChart::readAt);
    connect(plot, &CurvePlot::left, this, [this] { readAt(std::nullopt); });
  }
  setAccessibleName(tr("Clip curve"));
  arrange();
}

void ClipCurveChart::show(const Scheme& scheme, const std::vector<double>& parameters) {
  shown_ = {&scheme, parameters};
  draw();
}

ClipCurveChart::Shown ClipCurveChart::comparison() const {
  const Scheme* scheme = comparison_->scheme();
  if (scheme == nullptr || shown_.scheme == nullptr) return {};
  Shown compared{scheme, standardParameters(*scheme)};
  const SchemeDescription& ours = shown_.scheme->description();
  const SchemeDescription& theirs = scheme->description();
  if (ours.family != theirs.family || ours.id == theirs.id) return compared;
  for (std::size_t i = 0; i < ours.parameters.size(); ++i) {
    for (std::size_t j = 0; j < theirs.parameters.size(); ++j) {
      const SchemeParameter& parameter = theirs.parameters[j];
      if (ours.parameters[i].id != parameter.id) continue;
      compared.parameters[j] = std::clamp(shown_.parameters[i], parameter.low, parameter.high);
    }
  }
  return compared;
}

ClipCurveChart::Values ClipCurveChart::valuesOf(const Shown& shown,
                                                std::span<const double> ratios) {
  if (shown.scheme == nullptr || !whyNoCurve(shown.scheme->description()).empty()) return {};
  return {clipCurve(*shown.scheme, shown.parameters, AdvantageSign::Positive, ratios),
          clipCurve(*shown.scheme, shown.parameters, AdvantageSign::Negative, ratios)};
}

void ClipCurveChart::draw() {
  if (shown_.scheme == nullptr) return;
  curvesWait_ = !isSeen();
  if (curvesWait_) return;
  refusal_->setText(wordsOfCore(QString::fromStdString(whyNoCurve(shown_.scheme->description()))));
  pages_->setCurrentWidget(refusal_->text().isEmpty() ? plotPage_ : refusal_);
  const Shown compared = comparison();
  const ClipBounds bounds = boundsOf(shown_.scheme, shown_.parameters);
  const ClipBounds otherBounds = boundsOf(compared.scheme, compared.parameters);
  const std::vector<double> ratios = mergedRatios(bounds, otherBounds);
  const Values own = valuesOf(shown_, ratios);
  const Values other = valuesOf(compared, ratios);
  ClipBounds focus{kFocusLow, kFocusHigh};
  includeBounds(focus, bounds);
  includeBounds(focus, otherBounds);
  loss_->showCurves({own.positive.ratio, own.positive.loss, own.negative.loss},
                    {other.positive.ratio, other.positive.loss, other.negative.loss}, bounds,
                    focus);
  coefficient_->showCurves(
      {own.positive.ratio, own.positive.coefficient, own.negative.coefficient},
      {other.positive.ratio, other.positive.coefficient, other.negative.coefficient}, bounds,
      focus);
  // A table under the mouse has other values now; one that is gone does not come back.
  writeNotes(QToolTip::isVisible() && underMouse());
  describe();
}

void ClipCurveChart::showBatchRatios(const RatioHistogram& ratios, std::int64_t step) {
  showsBatch_ = true;
  showRatios(ratios, tr("ρ of the batch at step %L1").arg(step));
}

void ClipCurveChart::showHeldOutRatios(const PolicySummary& summary) {
  showsBatch_ = false;
  showRatios(summary.ratios, tr("ρ of the held-out rows"));
}

void ClipCurveChart::clearRatios() {
  showsBatch_ = false;
  showRatios({}, {});
}

void ClipCurveChart::showRatios(const RatioHistogram& ratios, const QString& source) {
  ratios_ = ratios;
  ratioSource_ = source;
  drawRatios();
}

void ClipCurveChart::drawRatios() {
  ratiosWait_ = !isSeen();
  if (ratiosWait_) return;
  const std::int64_t rows =
      std::accumulate(ratios_.counts.begin(), ratios_.counts.end(), std::int64_t{0});
  const HistogramOutline outline = rows > 0 ? outlineOf(ratios_, rows) : HistogramOutline{};
  const double beyond = shareBeyondAxis(outline);
  ratioText_ = rows > 0 ? ratioSource_ : QString();
  if (beyond > 0) ratioText_ += tr(", %1 % beyond the axis").arg(beyond, 0, 'f', 1);
  loss_->showRatios(outline);
  coefficient_->showRatios(outline);
  describe();
}

void ClipCurveChart::describe() {
  QStringList parts;
  if (!ratioText_.isEmpty()) parts << tr("Behind: %1.").arg(ratioText_);
  if (shown_.scheme != nullptr) {
    parts << wordsOfCore(QString::fromStdString(curveOmission(shown_.scheme->description())));
  }
  if (const Scheme* compared = comparison_->scheme()) {
    parts << wordsOfCore(QString::fromStdString(whyNoCurve(compared->description())))
          << wordsOfCore(QString::fromStdString(curveOmission(compared->description())));
  }
  parts << tr("π_β = %1.").arg(kCurveBehaviour);
  parts.removeAll(QString());
  remark_->setText(parts.join(' '));
  remark_->setToolTip(
      tr("%1 The curves are those of one row: its logging probability is fixed, the policy's is "
         "ρ times that, advantage and reward are 1 or −1.")
          .arg(remark_->text()));
}

QString ClipCurveChart::legend() const {
  const QString letter = signLetter();
  QStringList parts{coloured(tr("━ %1 > 0").arg(letter), theme::kGain),
                    coloured(tr("━ %1 < 0").arg(letter), theme::kLoss)};
  const ClipBounds bounds = boundsOf(shown_.scheme, shown_.parameters);
  QStringList clips;
  if (bounds.low > 0) clips << theme::number(bounds.low);
  if (std::isfinite(bounds.high)) clips << theme::number(bounds.high);
  if (!clips.isEmpty()) {
    parts << coloured(tr("┇ clip %1").arg(clips.join(tr(" to "))), theme::kReward);
  }
  const Scheme* compared = comparison_->scheme();
  if (compared != nullptr && whyNoCurve(compared->description()).empty()) {
    parts << tr("┅ %1").arg(QString::fromStdString(compared->description().title).toHtmlEscaped());
  }
  return parts.join("&nbsp; ");
}

QString ClipCurveChart::readout(const Values& values, bool coefficient) {
  const auto textOf = [coefficient](const ClipCurve& curve, const QColor& colour) {
    return coloured(theme::number(coefficient ? curve.coefficient[0] : curve.loss[0]), colour);
  };
  return textOf(values.positive, theme::kGain) + " / " + textOf(values.negative, theme::kLoss);
}

void ClipCurveChart::readAt(std::optional<double> ratio) {
  read_ = ratio;
  if (!ratio) QToolTip::hideText();
  writeNotes(ratio.has_value());
}

void ClipCurveChart::writeNotes(bool withTable) {
  loss_->showCrosshair(read_);
  coefficient_->showCrosshair(read_);
  lossNote_ = coefficientNote_ = QString();
  if (shown_.scheme == nullptr || !refusal_->text().isEmpty()) return;
  if (!read_) {
    lossNote_ = coefficientNote_ = legend();
  } else {
    const std::vector<double> one{*read_};
    const Shown compared = comparison();
    const Values own = valuesOf(shown_, one);
    const Values other = valuesOf(compared, one);
    const auto note = [&](bool coefficient) {
      QString text = readout(own, coefficient);
      if (!other.positive.ratio.empty()) {
        text += tr(", %1 %2").arg(
            QString::fromStdString(compared.scheme->description().title).toHtmlEscaped(),
            readout(other, coefficient));
      }
      return text;
    };
    const QString at = tr("ρ %1: ").arg(theme::number(*read_));
    lossNote_ = at + note(false);
    coefficientNote_ = at + note(true);
    if (withTable) showTable(*read_, own, compared, other);
  }
  loss_->setNote(lossNote_);
  coefficient_->setNote(coefficientNote_);
}

void ClipCurveChart::showTable(double ratio, const Values& own, const Shown& compared,
                               const Values& other) {
  const QString letter = signLetter();
  QString rows;
  const auto addRow = [&rows](const QString& name, double positive, double negative) {
    rows +=
        QString("<tr><td>%1&nbsp;</td><td align=right>%2&nbsp;</td><td align=right>%3</td></tr>")
            .arg(name, coloured(theme::number(positive), theme::kGain),
                 coloured(theme::number(negative), theme::kLoss));
  };
  const auto addScheme = [&](const Scheme& scheme, const Values& values) {
    const QString name = QString::fromStdString(scheme.description().title).toHtmlEscaped();
    addRow(tr("%1, loss").arg(name), values.positive.loss[0], values.negative.loss[0]);
    addRow(tr("%1, coefficient").arg(name), values.positive.coefficient[0],
           values.negative.coefficient[0]);
  };
  addScheme(*shown_.scheme, own);
  if (!other.positive.ratio.empty()) addScheme(*compared.scheme, other);
  QToolTip::showText(
      QCursor::pos(),
      QString("<table><tr><th align=left>ρ %1</th><th align=right>%2&nbsp;</th><th "
              "align=right>%3</th></tr>%4</table>")
          .arg(theme::number(ratio), tr("%1 = 1").arg(letter), tr("%1 = −1").arg(letter), rows),
      this);
}

QString ClipCurveChart::signLetter() const {
  return shown_.scheme->description().usesAdvantage ? "A" : "r";
}

QString ClipCurveChart::refusal() const {
  return refusal_->text();
}

void ClipCurveChart::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  arrange();
}

void ClipCurveChart::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  bringUpToDate();
}

void ClipCurveChart::setInFront(bool inFront) {
  inFront_ = inFront;
  for (CurvePlot* plot : {loss_, coefficient_}) plot->setInFront(inFront);
  bringUpToDate();
}

void ClipCurveChart::bringUpToDate() {
  if (curvesWait_) draw();
  if (ratiosWait_) drawRatios();
}

void ClipCurveChart::arrange() {
  const bool wide = width() >= 2 * kNarrowestPlot;
  const int rest = comparison_->sizeHint().height() + remark_->sizeHint().height();
  const bool high = height() >= rest + 2 * kLowestPlot;
  showsOne_ = !wide && !high;
  plots_->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
  quantity_->setVisible(showsOne_);
  const bool lossChosen = quantity_->currentIndex() == 1;
  loss_->setVisible(!showsOne_ || lossChosen);
  coefficient_->setVisible(!showsOne_ || !lossChosen);
}

}  // namespace luce::desktop
