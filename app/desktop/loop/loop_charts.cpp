#include "app/desktop/loop/loop_charts.h"

#include <QGridLayout>
#include <QToolButton>
#include <algorithm>

#include "app/desktop/loop/loop_words.h"

namespace luce::desktop {

namespace {

constexpr const char* kSmall[]{"reward_per_user", "regret", "return_share", "coverage"};

/// Two of them beside the settings and a window's panels on a small screen.
constexpr int kSmallWidth = 180;

}  // namespace

LoopCharts::LoopCharts(QWidget* parent)
    : QWidget(parent),
      pages_(new QStackedLayout(this)),
      grid_(new QWidget),
      crosshair_(new StepCrosshair(this)) {
  auto* grid = new QGridLayout(grid_);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setSpacing(2);
  int place = 0;
  for (const char* measure : kSmall) {
    LoopChart* chart = addChart(measure);
    chart->setLegendShown(false);
    chart->addEnlargeButton();
    chart->setMinimumWidth(kSmallWidth);
    connect(chart, &LoopChart::enlargeAsked, this,
            [this, measure] { Q_EMIT enlargeAsked(QString::fromLatin1(measure)); });
    small_.push_back(chart);
    grid->addWidget(chart, place / 2, place % 2);
    ++place;
  }
  pages_->addWidget(grid_);
}

LoopChart* LoopCharts::addChart(const std::string& measure) {
  auto* chart = new LoopChart(measure);
  chart->setCrosshair(crosshair_);
  connect(&chart->legend(), &LegendToggles::changed, this, [this, chart] {
    if (!view_) return;
    for (const ShownRanker& ranker : view_->rankers) {
      const bool shown = chart->legend().shown(ranker.name);
      const bool known = std::find(hidden_.begin(), hidden_.end(), ranker.name) == hidden_.end();
      if (shown != known) Q_EMIT rankerToggled(ranker.name, shown);
    }
  });
  return chart;
}

template <class Do>
void LoopCharts::forAll(Do&& deed) {
  for (std::vector<LoopChart*>* charts : {&small_, &large_}) {
    for (LoopChart* chart : *charts) deed(*chart);
  }
}

void LoopCharts::show(std::shared_ptr<const LoopView> view) {
  view_ = std::move(view);
  forAll([this](LoopChart& chart) { chart.show(view_); });
}

void LoopCharts::setMarks(const std::vector<RoundMark>& marks) {
  marks_ = marks;
  forAll([&](LoopChart& chart) { chart.setMarks(marks); });
}

void LoopCharts::showRanker(const QString& name, bool shown) {
  std::erase(hidden_, name);
  if (!shown) hidden_.push_back(name);
  forAll([&](LoopChart& chart) { chart.showRanker(name, shown); });
}

LoopChart* LoopCharts::large(const std::string& measure) {
  for (LoopChart* chart : large_) {
    if (chart->measure() == measure) return chart;
  }
  LoopChart* chart = addChart(measure);
  for (const QString& name : hidden_) chart->showRanker(name, false);
  chart->show(view_);
  chart->setMarks(marks_);
  pages_->addWidget(chart);
  large_.push_back(chart);
  return chart;
}

void LoopCharts::enlarge(const std::string& measure) {
  enlarged_ = measure;
  pages_->setCurrentWidget(measure.empty() ? grid_ : large(measure));
}

std::vector<LoopChart*> LoopCharts::charts() const {
  if (enlarged_.empty()) return small_;
  return {static_cast<LoopChart*>(pages_->currentWidget())};
}

}  // namespace luce::desktop
