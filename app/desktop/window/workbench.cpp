#include "app/desktop/window/workbench.h"

#include <algorithm>
#include <initializer_list>

#include "app/desktop/inspector/slate_link.h"
#include "app/desktop/text_size.h"

namespace luce::desktop {

namespace {

constexpr int kLayoutVersion = 1;
/// Heights of charts, charts and candidates, of a hundred.
const QList<int> kHeights{37, 37, 26};

}  // namespace

Workbench::Workbench(QWidget* parent)
    : QMainWindow(parent),
      slate_(new SlateChart),
      ratios_(new RatioChart),
      clipCurve_(new ClipCurveChart),
      heldOut_(new HeldOutChart),
      losses_(new LossChart),
      diagnostics_(new DiagnosticsChart),
      candidates_(new SlateInspector) {
  // Inside of a window, not one of its own.
  setWindowFlags(Qt::Widget);
  setDockOptions(AllowNestedDocks | AllowTabbedDocks | GroupedDragging);
  setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
  setDocumentMode(true);
  linkSlate(*slate_, *candidates_);
  crosshair_ = new StepCrosshair(this);
  for (StepChart* chart : std::initializer_list<StepChart*>{heldOut_, losses_, diagnostics_}) {
    chart->setCrosshair(crosshair_);
    // Its panel has a title already.
    chart->hideHeading();
  }
  for (ChartFrame* chart : std::initializer_list<ChartFrame*>{slate_, ratios_}) {
    chart->hideHeading();
  }
  addPanel(tr("Selected slate"), "slate", slate_,
           tr("How likely the policy π and the logging policy π_β place each candidate of the "
              "selected slate first; stars mark rewards."));
  addPanel(tr("Importance ratios"), "ratios", ratios_,
           tr("The importance ratios ρ = π/π_β of the held-out rows, with the clip bounds. Ratios "
              "far to the right let few rows decide the estimate."));
  addPanel(tr("Clip curve"), "clip_curve", clipCurve_,
           tr("What the clipping scheme does to one row: its loss and its gradient against the "
              "ratio ρ, for advantages above and below zero."));
  addPanel(tr("Held-out reward"), "held_out", heldOut_,
           tr("The reward that the policy would earn on the validation slates, which it does not "
              "learn from, by off-policy evaluation, beside the logging policy's own."));
  addPanel(tr("Losses"), "losses", losses_,
           tr("The losses over training steps: supervised (BCE), reward by the clipping scheme, "
              "and KL to the reference policy."));
  addPanel(tr("Diagnostics"), "diagnostics", diagnostics_,
           tr("What tells whether a run is healthy: clipped share, ratios, effective sample size, "
              "KL and entropy, advantages, gradient, learning rate."));
  addPanel(tr("Candidates"), "candidates", candidates_,
           tr("The candidates of the selected slate with predictions, score, policy, ratio and "
              "reward."));
  for (ChartFrame* chart :
       std::initializer_list<ChartFrame*>{slate_, ratios_, heldOut_, losses_, diagnostics_}) {
    restBehindOthers(*chart);
  }
  restBehindOthers(*clipCurve_);
  arrange();
  arranged_ = saveState(kLayoutVersion);
}

void Workbench::expectSteps(std::int64_t steps) {
  losses_->expectSteps(steps);
  heldOut_->expectSteps(steps);
  diagnostics_->expectSteps(steps);
}

QDockWidget* Workbench::addPanel(const QString& title, const char* name, QWidget* content,
                                 const QString& help) {
  auto* panel = new QDockWidget(title, this);
  followTextSize(*panel);
  panel->setObjectName(name);
  panel->setWidget(content);
  panel->setWhatsThis(help);
  content->setWhatsThis(help);
  panel->toggleViewAction()->setWhatsThis(help);
  panels_.push_back(panel);
  return panel;
}

QDockWidget* Workbench::panelOf(const QWidget& content) const {
  return *std::find_if(panels_.begin(), panels_.end(),
                       [&](const QDockWidget* panel) { return panel->widget() == &content; });
}

// Qt moves a panel that is behind others off the screen: it counts as visible.
template <class Chart>
void Workbench::restBehindOthers(Chart& chart) {
  connect(panelOf(chart), &QDockWidget::visibilityChanged, &chart, &Chart::setInFront);
}

void Workbench::raisePanel(const QWidget& content) {
  QDockWidget* panel = panelOf(content);
  panel->show();
  panel->raise();
}

bool Workbench::isInFront(const QWidget& content) const {
  const QDockWidget* panel = panelOf(content);
  return !panel->isHidden() && !panel->visibleRegion().isEmpty();
}

void Workbench::resetLayout() {
  // Moving panels one by one lays every chart out each time.
  if (!restoreState(arranged_, kLayoutVersion)) arrange();
  giveSizes();
}

void Workbench::arrange() {
  QDockWidget* const slate = panelOf(*slate_);
  QDockWidget* const ratios = panelOf(*ratios_);
  QDockWidget* const heldOut = panelOf(*heldOut_);
  QDockWidget* const losses = panelOf(*losses_);
  for (QDockWidget* panel : panels_) {
    panel->setFloating(false);
    removeDockWidget(panel);
  }
  addDockWidget(Qt::TopDockWidgetArea, slate);
  splitDockWidget(slate, heldOut, Qt::Vertical);
  splitDockWidget(heldOut, panelOf(*candidates_), Qt::Vertical);
  splitDockWidget(slate, ratios, Qt::Horizontal);
  splitDockWidget(heldOut, losses, Qt::Horizontal);
  tabifyDockWidget(ratios, panelOf(*clipCurve_));
  tabifyDockWidget(losses, panelOf(*diagnostics_));
  for (QDockWidget* panel : panels_) panel->show();
  ratios->raise();
  losses->raise();
}

void Workbench::giveSizes() {
  QDockWidget* const slate = panelOf(*slate_);
  QDockWidget* const heldOut = panelOf(*heldOut_);
  resizeDocks({slate, heldOut, panelOf(*candidates_)}, kHeights, Qt::Vertical);
  resizeDocks({slate, panelOf(*ratios_)}, {1, 1}, Qt::Horizontal);
  resizeDocks({heldOut, panelOf(*losses_)}, {1, 1}, Qt::Horizontal);
}

QByteArray Workbench::layoutState() const {
  return saveState(kLayoutVersion);
}

bool Workbench::restoreLayout(const QByteArray& state) {
  return restoreState(state, kLayoutVersion);
}

}  // namespace luce::desktop
