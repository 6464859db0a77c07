#include "app/desktop/whatif/contribution_chart.h"

#include <QCursor>
#include <QToolTip>
#include <algorithm>

#include "app/desktop/theme.h"

namespace luce::desktop {

namespace {

constexpr std::size_t kMostBars = 24;
constexpr qsizetype kRoomyBars = 12;
constexpr double kSmallLabel = 0.8;
/// Before the axis looks for round numbers; those make fewer.
constexpr int kTicks = 7;

std::vector<WhatIfRow> chooseShown(const std::vector<WhatIfRow>& rows) {
  std::vector<WhatIfRow> shown;
  for (const WhatIfRow& row : rows) {
    if (row.after && row.after->rank <= static_cast<std::int64_t>(kMostBars)) shown.push_back(row);
  }
  return shown;
}

}  // namespace

ContributionChart::ContributionChart(QWidget* parent)
    : ChartFrame(tr("Contributions to the score"), tr("Nothing to show yet."), parent),
      bars_(new QStackedBarSeries),
      now_(new QScatterSeries),
      before_(new QScatterSeries),
      items_(new QBarCategoryAxis),
      score_(new QValueAxis) {
  setWhatsThis(
      tr("What each task adds to the score of the chosen candidate, weight times probability, "
         "before and after."));
  bars_->setBarWidth(0.7);
  now_->setName(tr("score s"));
  now_->setMarkerSize(9);
  before_->setName(tr("score before"));
  before_->setMarkerSize(11);
  before_->setColor(Qt::transparent);
  chart().addSeries(bars_);
  chart().addSeries(before_);
  chart().addSeries(now_);
  chart().addAxis(items_, Qt::AlignBottom);
  chart().addAxis(score_, Qt::AlignLeft);
  items_->setLabelsAngle(-90);
  items_->setTruncateLabels(false);
  items_->setGridLineVisible(false);
  score_->setTitleText(tr("weight · p(task)"));
  for (QAbstractSeries* series : chart().series()) {
    series->attachAxis(items_);
    series->attachAxis(score_);
  }
  connect(bars_, &QAbstractBarSeries::hovered, this,
          [this](bool inside, int index) { hover(inside, index); });
  followPalette();
}

void ContributionChart::clear() {
  shown_.clear();
  for (QBarSet* set : sets_) set->remove(0, set->count());
  now_->clear();
  before_->clear();
  setFilled(false);
}

void ContributionChart::setTasks(const std::vector<std::string>& tasks) {
  if (tasks == tasks_) return;
  tasks_ = tasks;
  bars_->clear();
  sets_.clear();
  for (std::size_t task = 0; task < tasks.size(); ++task) {
    auto* set = new QBarSet(QString::fromStdString(tasks[task]));
    set->setColor(theme::task(task));
    set->setPen(Qt::NoPen);
    bars_->append(set);
    sets_.push_back(set);
  }
}

void ContributionChart::fitToLetters() {
  QFont labels = font();
  // Labels wider than their bars are left out by Qt at both ends of the axis.
  if (std::ssize(shown_) > kRoomyBars) labels.setPointSizeF(kSmallLabel * labels.pointSizeF());
  items_->setLabelsFont(labels);
}

void ContributionChart::show(const std::vector<WhatIfRow>& rows,
                             const std::vector<std::string>& tasks) {
  setTasks(tasks);
  shown_ = chooseShown(rows);
  if (shown_.empty()) {
    clear();
    return;
  }
  const Fitting fitting(*this);
  QStringList labels;
  QList<QPointF> now, before;
  std::vector<QList<qreal>> heights(tasks.size());
  double low = 0, high = 0;
  for (const WhatIfRow& row : shown_) {
    const auto place = static_cast<double>(labels.size());
    double up = 0, down = 0;
    for (std::size_t task = 0; task < tasks.size(); ++task) {
      const double part = row.after->contributions[task];
      heights[task].append(part);
      (part > 0 ? up : down) += part;
    }
    now << QPointF(place, row.after->score);
    if (row.before) before << QPointF(place, row.before->score);
    low = std::min({low, down, row.after->score, row.before ? row.before->score : 0.0});
    high = std::max({high, up, row.after->score, row.before ? row.before->score : 0.0});
    QString label = QString::fromStdString(row.item);
    while (labels.contains(label)) label += QChar(0x200b);  // an item may stand twice in a slate
    labels.append(label);
  }
  for (std::size_t task = 0; task < tasks.size(); ++task) {
    sets_[task]->remove(0, sets_[task]->count());
    sets_[task]->append(heights[task]);
  }
  const QColor text = palette().color(QPalette::Text);
  now_->setColor(text);
  now_->setBorderColor(palette().color(QPalette::Base));
  before_->setBorderColor(text);
  now_->replace(now);
  before_->replace(before);
  fitToLetters();
  if (labels != items_->categories()) items_->setCategories(labels);
  const double margin = std::max(1e-6, 0.06 * (high - low));
  score_->setRange(low < 0 ? low - margin : 0, high + margin);
  score_->setTickCount(kTicks);
  score_->applyNiceNumbers();
  const auto inSlate = std::count_if(rows.begin(), rows.end(),
                                     [](const WhatIfRow& row) { return row.after.has_value(); });
  setNote(static_cast<std::size_t>(inSlate) > shown_.size()
              ? tr("%1 highest of %2 candidates").arg(shown_.size()).arg(inSlate)
              : QString());
  setFilled(true);
}

void ContributionChart::hover(bool inside, int index) {
  if (!inside || index < 0 || static_cast<std::size_t>(index) >= shown_.size()) {
    QToolTip::hideText();
    return;
  }
  const WhatIfRow& row = shown_[static_cast<std::size_t>(index)];
  QStringList lines{QString::fromStdString(row.item)};
  for (std::size_t task = 0; task < tasks_.size(); ++task) {
    lines.append(tr("%1: p = %2 contributes %3")
                     .arg(QString::fromStdString(tasks_[task]),
                          theme::number(row.after->probabilities[task]),
                          theme::number(row.after->contributions[task])));
  }
  lines.append(tr("score s = %1").arg(theme::number(row.after->score)));
  if (row.before) lines.append(tr("before: %1").arg(theme::number(row.before->score)));
  QToolTip::showText(QCursor::pos(), lines.join('\n'), this);
}

}  // namespace luce::desktop
