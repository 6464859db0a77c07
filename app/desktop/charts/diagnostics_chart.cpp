#include "app/desktop/charts/diagnostics_chart.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "app/desktop/theme.h"

namespace luce::desktop {

namespace {

constexpr std::size_t kMostPoints = 1000;
constexpr double kRoundingNoise = 1e-12;  // what is left of a mean that is 0

enum class Scale {
  Fit,
  FromZero,
  Share,       ///< 0..1
  SmallShare,  ///< from 0, at most to 1
  Logarithmic,
};
enum class Side { Left, Right };

struct Line {
  QString name;
  QColor colour;
  Side side;
  bool inWarmUp;
  double (*value)(const StepAverages&);
};

struct Look {
  QString title;
  QString help;
  QString leftTitle;
  Scale left;
  QString rightTitle;  ///< empty = no right axis
  Scale right;
  std::vector<Line> lines;
};

QString tr(const char* text) {
  return DiagnosticsChart::tr(text);
}

Look clippedLook() {
  return {
      tr("Clipped share"),
      tr("Rows with a ratio beyond a clip bound. When most are: lower the learning rate, raise the "
         "KL weight or widen the clip. Observed rows (ρ = π) mostly lie low from the start."),
      tr("share of rows"),
      Scale::SmallShare,
      {},
      Scale::Fit,
      {{tr("low"), theme::kPolicy, Side::Left, false,
        [](const StepAverages& s) { return s.policy.clipped.low; }},
       {tr("high"), theme::kReward, Side::Left, false,
        [](const StepAverages& s) { return s.policy.clipped.high; }}}};
}

Look ratioLook() {
  return {tr("Importance ratios"),
          tr("How ρ spreads over the rows. When the top runs away from the median, few rows rule "
             "the gradient: clip, raise the KL weight or lower the learning rate."),
          tr("ρ"),
          Scale::Logarithmic,
          {},
          Scale::Fit,
          {{tr("10 %"), theme::kEntropy, Side::Left, false,
            [](const StepAverages& s) { return s.policy.ratioQuantile10; }},
           {tr("50 %"), theme::kPolicy, Side::Left, false,
            [](const StepAverages& s) { return s.policy.ratioQuantile50; }},
           {tr("90 %"), theme::kDivergence, Side::Left, false,
            [](const StepAverages& s) { return s.policy.ratioQuantile90; }},
           {tr("99 %"), theme::kReward, Side::Left, false,
            [](const StepAverages& s) { return s.policy.ratioQuantile99; }},
           {tr("largest"), theme::kNeutral, Side::Left, false,
            [](const StepAverages& s) { return s.policy.ratioMaximum; }}}};
}

Look sampleSizeLook() {
  return {tr("Effective sample size"),
          tr("How many equally weighted rows a batch is worth, as a share of its rows. Below about "
             "0.1 few rows decide: raise the KL weight, clip, or enlarge the batch."),
          tr("share of rows"),
          Scale::Share,
          {},
          Scale::Fit,
          {{tr("effective sample size"), theme::kPolicy, Side::Left, false,
            [](const StepAverages& s) { return s.policy.effectiveSampleSize; }}}};
}

Look divergenceLook() {
  return {tr("KL and entropy"),
          tr("Distance from the reference and, where the log states propensities, from the logging "
             "policy. When KL climbs or entropy nears 0, raise the KL weight."),
          tr("KL, nats"),
          Scale::Fit,
          tr("entropy, nats"),
          Scale::Fit,
          {{tr("KL to reference"), theme::kDivergence, Side::Left, false,
            [](const StepAverages& s) { return s.kl; }},
           {tr("KL to logging"), theme::kLogging, Side::Left, false,
            [](const StepAverages& s) { return s.policy.klLogging; }},
           {tr("entropy"), theme::kEntropy, Side::Right, false,
            [](const StepAverages& s) { return s.entropy; }}}};
}

Look advantageLook() {
  return {tr("Advantages"),
          tr("Mean and spread in a batch. A spread near 0 teaches nothing: check the reward "
             "weights. A mean far from 0 pulls all items alike: choose a scheme with groups."),
          tr("advantage"),
          Scale::Fit,
          {},
          Scale::Fit,
          {{tr("mean"), theme::kReward, Side::Left, false,
            [](const StepAverages& s) { return s.policy.advantageMean; }},
           {tr("standard deviation"), theme::kPolicy, Side::Left, false,
            [](const StepAverages& s) { return s.policy.advantageDeviation; }}}};
}

Look gradientLook() {
  return {tr("Gradient"),
          tr("Norm before clipping, and slates that teach nothing (advantages all 0, or all "
             "clipped). When the norm jumps, lower the learning rate; when most are silent, widen "
             "the clip or group by batch."),
          tr("norm"),
          Scale::Logarithmic,
          tr("share of slates"),
          Scale::Share,
          {{tr("gradient norm"), theme::kPolicy, Side::Left, true,
            [](const StepAverages& s) { return s.gradientNorm; }},
           {tr("slates without gradient"), theme::kNeutral, Side::Right, false,
            [](const StepAverages& s) { return s.policy.slatesWithoutGradient; }}}};
}

Look learningRateLook() {
  return {tr("Learning rate"),
          tr("The optimiser's learning rate, in warm-up and in alignment. When losses jump, lower "
             "it; when nothing moves, raise it."),
          tr("learning rate"),
          Scale::FromZero,
          {},
          Scale::Fit,
          {{tr("learning rate"), theme::kPolicy, Side::Left, true,
            [](const StepAverages& s) { return s.learningRate; }}}};
}

/// In the order of DiagnosticsChart::Group.
const std::vector<Look>& looks() {
  static const std::vector<Look> all{clippedLook(),     ratioLook(),     sampleSizeLook(),
                                     divergenceLook(),  advantageLook(), gradientLook(),
                                     learningRateLook()};
  return all;
}

QAbstractAxis* makeAxis(Scale scale, const QString& title) {
  QAbstractAxis* axis = nullptr;
  if (scale == Scale::Logarithmic) {
    auto* logarithmic = new QLogValueAxis;
    logarithmic->setBase(10);
    logarithmic->setLabelFormat("%g");
    axis = logarithmic;
  } else {
    axis = new QValueAxis;
  }
  axis->setTitleText(title);
  return axis;
}

/// Sets an axis to what its lines show.
void fitAxis(QAbstractAxis& axis, Scale scale, double low, double high) {
  if (low > high) return;
  if (scale == Scale::Logarithmic) {
    // Whole decades, since only they are labelled.
    const double first = std::floor(std::log10(low));
    axis.setRange(std::pow(10, first),
                  std::pow(10, std::max(first + 1, std::ceil(std::log10(high)))));
    return;
  }
  if (scale == Scale::Share) {
    axis.setRange(0.0, 1.0);
    return;
  }
  if (scale == Scale::Fit) {
    const double margin = std::max(1e-6, 0.05 * (high - low));
    axis.setRange(low >= 0 ? std::max(0.0, low - margin) : low - margin, high + margin);
  } else {
    const double top = high > 0 ? 1.05 * high : 1.0;
    axis.setRange(0.0, scale == Scale::SmallShare ? std::min(top, 1.0) : top);
  }
  static_cast<QValueAxis&>(axis).applyNiceNumbers();
}

}  // namespace

DiagnosticsChart::DiagnosticsChart(QWidget* parent)
    : ChartFrame(tr("Diagnostics"),
                 tr("Train, or open a run, to see this; what concerns the policy begins with "
                    "alignment."),
                 parent),
      picker_(new QComboBox),
      help_(new QLabel) {
  for (const Look& look : looks()) picker_->addItem(look.title);
  picker_->setAccessibleName(tr("Group of diagnostics"));
  help_->setWordWrap(true);
  help_->setForegroundRole(QPalette::PlaceholderText);
  addBesideTitle(picker_);
  addUnderNote(help_);
  connect(picker_, &QComboBox::currentIndexChanged, this, &DiagnosticsChart::rebuild);
  rebuild();
}

void DiagnosticsChart::choose(Group group) {
  picker_->setCurrentIndex(static_cast<int>(group));
}

void DiagnosticsChart::rebuild() {
  const Look& look = looks()[static_cast<std::size_t>(picker_->currentIndex())];
  help_->setText(look.help);
  chart().removeAllSeries();
  for (QAbstractAxis* axis : chart().axes()) {
    chart().removeAxis(axis);
    delete axis;
  }
  step_ = new QValueAxis;
  step_->setTitleText(tr("step"));
  step_->setLabelFormat("%.0f");
  chart().addAxis(step_, Qt::AlignBottom);
  left_ = makeAxis(look.left, look.leftTitle);
  chart().addAxis(left_, Qt::AlignLeft);
  right_ = nullptr;
  if (!look.rightTitle.isEmpty()) {
    right_ = makeAxis(look.right, look.rightTitle);
    right_->setGridLineVisible(false);
    chart().addAxis(right_, Qt::AlignRight);
  }
  lines_.clear();
  for (const Line& line : look.lines) {
    auto* series = new QLineSeries;
    series->setName(line.side == Side::Left ? line.name : tr("%1 (right)").arg(line.name));
    series->setPen(QPen(line.colour, 2));
    chart().addSeries(series);
    series->attachAxis(step_);
    series->attachAxis(line.side == Side::Left ? left_ : right_);
    lines_.push_back(series);
  }
  followPalette();
  draw();
}

void DiagnosticsChart::clear() {
  points_.clear();
  for (QLineSeries* line : lines_) line->clear();
  setFilled(false);
}

void DiagnosticsChart::add(const Point& point) {
  points_.push_back(point);
  if (points_.size() <= kMostPoints) return;
  const std::size_t half = (points_.size() + 1) / 2;
  for (std::size_t i = 0; i < half; ++i) {
    const std::size_t next = std::min(2 * i + 1, points_.size() - 1);
    const double largest = std::fmax(points_[2 * i].averages.policy.ratioMaximum,
                                     points_[next].averages.policy.ratioMaximum);
    points_[i] = points_[2 * i];
    points_[i].averages.policy.ratioMaximum = largest;
  }
  points_.resize(half);
}

void DiagnosticsChart::append(std::int64_t step, const StepAverages& averages, bool aligned) {
  add({static_cast<double>(step), averages, aligned});
  draw();
}

void DiagnosticsChart::show(const std::vector<std::pair<std::int64_t, StepAverages>>& history,
                            std::int64_t lastSupervisedStep) {
  clear();
  for (const auto& [step, averages] : history) {
    add({static_cast<double>(step), averages, step > lastSupervisedStep});
  }
  draw();
}

void DiagnosticsChart::showEvent(QShowEvent* event) {
  ChartFrame::showEvent(event);
  draw();
}

void DiagnosticsChart::draw() {
  if (!isVisible()) return;
  const Look& look = looks()[static_cast<std::size_t>(picker_->currentIndex())];
  struct Range {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();
    void include(double value) {
      low = std::min(low, value);
      high = std::max(high, value);
    }
  };
  Range steps, left, right;
  QStringList latest;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    const Line& line = look.lines[i];
    const Scale scale = line.side == Side::Left ? look.left : look.right;
    Range& range = line.side == Side::Left ? left : right;
    QList<QPointF> drawn;
    for (const Point& point : points_) {
      const double value = line.value(point.averages);
      if (!std::isfinite(value) || (!point.aligned && !line.inWarmUp)) continue;
      if (scale == Scale::Logarithmic && value <= 0) continue;
      drawn << QPointF(point.step, value);
      steps.include(point.step);
      range.include(value);
    }
    lines_[i]->setVisible(!drawn.isEmpty());
    lines_[i]->replace(drawn);
    if (!drawn.isEmpty()) {
      const double value = drawn.back().y();
      // Five of them share the line.
      latest << QString("%1 %2").arg(line.name).arg(std::abs(value) < kRoundingNoise ? 0 : value, 0,
                                                    'g', 3);
    }
  }
  if (latest.isEmpty()) {
    setFilled(false);
    return;
  }
  step_->setRange(steps.low, std::max(steps.high, steps.low + 1));
  fitAxis(*left_, look.left, left.low, left.high);
  if (right_ != nullptr) fitAxis(*right_, look.right, right.low, right.high);
  setNote(latest.join(tr(" · ")));
  setFilled(true);
}

}  // namespace luce::desktop
