#include "app/desktop/charts/loss_chart.h"

#include <algorithm>
#include <limits>

#include "app/desktop/theme.h"

namespace luce::desktop {

namespace {

constexpr std::size_t kMostPoints = 1000;

/// Sets an axis to what its series show, with a little room.
void fitAxis(QValueAxis& axis, std::initializer_list<const QLineSeries*> series) {
  double low = std::numeric_limits<double>::infinity();
  double high = -low;
  for (const QLineSeries* line : series) {
    for (const QPointF& point : line->points()) {
      low = std::min(low, point.y());
      high = std::max(high, point.y());
    }
  }
  if (low > high) return;
  const double margin = std::max(1e-6, 0.05 * (high - low));
  axis.setRange(low - margin, high + margin);
  axis.applyNiceNumbers();
}

}  // namespace

LossChart::LossChart(QWidget* parent)
    : ChartFrame(tr("Losses, KL and entropy"), tr("Train, or open a run, to see its losses."),
                 parent),
      bce_(new QLineSeries),
      reward_(new QLineSeries),
      divergence_(new QLineSeries),
      entropy_(new QLineSeries),
      step_(new QValueAxis),
      loss_(new QValueAxis),
      nats_(new QValueAxis) {
  struct Look {
    QLineSeries* line;
    QString name;
    QColor colour;
  };
  for (const Look& look :
       {Look{bce_, tr("BCE"), theme::kPolicy}, Look{reward_, tr("reward loss"), theme::kReward},
        Look{divergence_, tr("KL (right)"), theme::kDivergence},
        Look{entropy_, tr("entropy (right)"), theme::kEntropy}}) {
    look.line->setName(look.name);
    look.line->setPen(QPen(look.colour, 2));
    chart().addSeries(look.line);
  }
  chart().addAxis(step_, Qt::AlignBottom);
  chart().addAxis(loss_, Qt::AlignLeft);
  chart().addAxis(nats_, Qt::AlignRight);
  step_->setTitleText(tr("step"));
  step_->setLabelFormat("%.0f");
  loss_->setTitleText(tr("loss"));
  nats_->setTitleText(tr("nats"));
  nats_->setGridLineVisible(false);
  for (QLineSeries* line : {bce_, reward_, divergence_, entropy_}) line->attachAxis(step_);
  for (QLineSeries* line : {bce_, reward_}) line->attachAxis(loss_);
  for (QLineSeries* line : {divergence_, entropy_}) line->attachAxis(nats_);
  followPalette();
}

void LossChart::clear() {
  points_.clear();
  setFilled(false);
}

void LossChart::add(const Point& point) {
  points_.push_back(point);
  if (points_.size() <= kMostPoints) return;
  for (std::size_t i = 0; 2 * i < points_.size(); ++i) points_[i] = points_[2 * i];
  points_.resize((points_.size() + 1) / 2);
}

void LossChart::append(std::int64_t step, const StepAverages& averages, bool aligned) {
  add({static_cast<double>(step), averages, aligned});
  draw();
}

void LossChart::show(const std::vector<std::pair<std::int64_t, StepAverages>>& history,
                     std::int64_t lastSupervisedStep) {
  clear();
  for (const auto& [step, averages] : history) {
    add({static_cast<double>(step), averages, step > lastSupervisedStep});
  }
  if (!points_.empty()) draw();
}

void LossChart::draw() {
  QList<QPointF> bce, reward, divergence, entropy;
  for (const Point& point : points_) {
    bce << QPointF(point.step, point.averages.bce);
    if (!point.aligned) continue;
    reward << QPointF(point.step, point.averages.rewardLoss);
    divergence << QPointF(point.step, point.averages.kl);
    entropy << QPointF(point.step, point.averages.entropy);
  }
  bce_->replace(bce);
  reward_->replace(reward);
  divergence_->replace(divergence);
  entropy_->replace(entropy);
  step_->setRange(0, std::max(points_.back().step, 1.0));
  fitAxis(*loss_, {bce_, reward_});
  fitAxis(*nats_, {divergence_, entropy_});
  const StepAverages& latest = points_.back().averages;
  QString note = tr("BCE %1").arg(theme::number(latest.bce));
  if (points_.back().aligned) {
    note += tr(" · KL %1 · entropy %2 nats")
                .arg(theme::number(latest.kl), theme::number(latest.entropy));
  }
  setNote(note);
  setFilled(true);
}

}  // namespace luce::desktop
