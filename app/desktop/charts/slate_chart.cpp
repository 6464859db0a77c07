#include "app/desktop/charts/slate_chart.h"

#include <QCursor>
#include <QResizeEvent>
#include <QToolButton>
#include <QToolTip>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "app/desktop/charts/axis_view.h"
#include "app/desktop/charts/upright_labels.h"
#include "app/desktop/theme.h"

namespace luce::desktop {

namespace {

constexpr std::size_t kMostBars = 20;
constexpr qsizetype kRoomyBars = 12;
/// A certain candidate with its star; five equal parts of it are round.
constexpr double kHighest = 1.25;
constexpr double kSmallLabel = 0.7;
/// Of a plot's height below the legend: more is not left to an axis by Qt.
constexpr double kAxisShare = 0.4;
constexpr int kNumbers = 6;  ///< along the probabilities; where they have no room, the ends alone
constexpr int kLegendLines = 2;  ///< with the room around it
constexpr int kLabelPadding = 13;
constexpr int kDarker = 190;  // of a bar that is set off, in percent

/// Likeliest first by the policy; before any estimator, in the order that was shown.
bool comesBefore(const CandidateView& a, const CandidateView& b, bool predicted) {
  if (predicted) return a.rank < b.rank;
  const auto place = [](const CandidateView& candidate) {
    return candidate.position == 0 ? 0xffff : candidate.position;
  };
  return place(a) < place(b);
}

/// Candidates in the order of their bars.
std::vector<std::size_t> chooseShown(const std::vector<CandidateView>& candidates, bool predicted) {
  std::vector<std::size_t> order(candidates.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto before = [&](std::size_t a, std::size_t b) {
    const CandidateView& left = candidates[a];
    const CandidateView& right = candidates[b];
    if (comesBefore(left, right, predicted)) return true;
    return !comesBefore(right, left, predicted) && a < b;
  };
  const auto shown = static_cast<std::ptrdiff_t>(std::min(order.size(), kMostBars));
  std::partial_sort(order.begin(), order.begin() + shown, order.end(), before);
  if (order.size() <= kMostBars) return order;
  // Of a catalogue only one item's actions are known; it must not be among those left out.
  const auto known = [&](std::size_t candidate) { return !candidates[candidate].labels.empty(); };
  if (std::none_of(order.begin(), order.begin() + shown, known)) {
    const auto logged = std::find_if(order.begin() + shown, order.end(), known);
    if (logged != order.end()) std::iter_swap(logged, order.begin() + shown - 1);
  }
  order.resize(kMostBars);
  return order;
}

/// The next round number above: 0.1, 0.2, 0.5, 1 …
double roundUp(double value) {
  if (!(value > 0)) return 1;
  const double scale = std::pow(10, std::floor(std::log10(value)));
  for (const double step : {1.0, 2.0, 5.0}) {
    if (value <= step * scale) return step * scale;
  }
  return 10 * scale;
}

}  // namespace

SlateChart::SlateChart(QWidget* parent)
    : ChartFrame(tr("Selected slate"), tr("Select a slate in the list."), parent),
      policy_(new QBarSet(tr("policy π"))),
      logging_(new QBarSet(tr("logging policy π_β"))),
      bars_(new QBarSeries),
      reward_(new QScatterSeries),
      items_(new QBarCategoryAxis),
      probability_(new QValueAxis) {
  policy_->setColor(theme::kPolicy);
  logging_->setColor(theme::kLogging);
  for (QBarSet* set : {policy_, logging_}) {
    set->setPen(Qt::NoPen);
    set->setSelectedColor(set->color().darker(kDarker));
    bars_->append(set);
  }
  bars_->setBarWidth(0.8);
  reward_->setName(tr("reward above 0"));
  reward_->setColor(theme::kReward);
  reward_->setBorderColor(Qt::white);
  reward_->setMarkerShape(QScatterSeries::MarkerShapeStar);
  reward_->setMarkerSize(15);
  chart().addSeries(bars_);
  chart().addSeries(reward_);
  chart().addAxis(items_, Qt::AlignBottom);
  chart().addAxis(probability_, Qt::AlignLeft);
  items_->setLabelsAngle(-90);
  items_->setTruncateLabels(false);
  items_->setGridLineVisible(false);
  probability_->setTitleText(tr("probability of first place"));
  probability_->setTickCount(kNumbers);
  for (QAbstractSeries* series : chart().series()) {
    series->attachAxis(items_);
    series->attachAxis(probability_);
  }
  connect(bars_, &QAbstractBarSeries::hovered, this,
          [this](bool inside, int index) { hover(inside, index); });
  connect(&zoom(), &ChartZoom::clicked, this, &SlateChart::chooseAt);
  followPalette();
}

void SlateChart::clear() {
  shown_.clear();
  places_.clear();
  setFilled(false);
}

void SlateChart::show(const std::vector<CandidateView>& candidates,
                      const std::vector<std::string>& tasks, bool predicted) {
  if (candidates.empty()) {
    clear();
    return;
  }
  tasks_ = tasks;
  candidates_ = candidates.size();
  predicted_ = predicted;
  places_ = chooseShown(candidates, predicted);
  shown_.clear();
  for (const std::size_t place : places_) shown_.push_back(candidates[place]);
  drawWhenSeen([this] { draw(); });
}

void SlateChart::draw() {
  const Fitting fitting(*this);
  names_.clear();
  QList<QPointF> marks;
  QList<qreal> policy, logging;
  double highest = 0;
  for (const CandidateView& candidate : shown_) {
    const double pi = predicted_ ? candidate.policy : 0;
    const double beta = std::isnan(candidate.behaviour) ? 0 : candidate.behaviour;
    const auto place = static_cast<double>(names_.size());
    policy.append(pi);
    logging.append(beta);
    highest = std::max({highest, pi, beta});
    if (candidate.reward > 0) marks.append({place, std::max(pi, beta)});
    names_.append(QString::fromStdString(candidate.item));
  }
  policy_->remove(0, policy_->count());
  logging_->remove(0, logging_->count());
  policy_->append(policy);
  logging_->append(logging);
  markBars();
  const double top = std::min(roundUp(1.1 * highest), kHighest);
  for (QPointF& mark : marks) mark.ry() += 0.04 * top;
  reward_->replace(marks);
  fitLabels(view().height());
  probability_->setRange(0, top);
  setNote(shown_.size() < candidates_
              ? tr("%1 of %2 candidates").arg(shown_.size()).arg(candidates_)
          : predicted_ ? QString()
                       : tr("no policy yet: press Train"));
  setFilled(true);
}

void SlateChart::fitLabels(int height) {
  if (names_.isEmpty()) return;
  QFont largest = font();
  // Labels wider than their bars are left out by Qt at both ends of the axis.
  if (names_.size() > kRoomyBars) largest.setPointSizeF(kSmallLabel * largest.pointSizeF());
  const int plot = height - kLegendLines * fontMetrics().height();
  const UprightLabels fitted = fitUpright(names_, largest, kAxisShare * plot - kLabelPadding);
  if (items_->labelsFont() != fitted.font) items_->setLabelsFont(fitted.font);
  if (items_->categories() != fitted.texts) items_->setCategories(fitted.texts);
  double labels = kLabelPadding;
  for (const QString& text : fitted.texts) {
    labels = std::max(labels, kLabelPadding + QFontMetricsF(fitted.font).horizontalAdvance(text));
  }
  const bool roomy = numbersWithRoom(*probability_, plot - labels) >= kNumbers;
  const int numbers = roomy ? kNumbers : 2;
  if (probability_->tickCount() == numbers) return;
  const Fitting fitting(*this);
  probability_->setTickCount(numbers);
}

void SlateChart::fitToLetters() {
  fitLabels(view().height());
}

bool SlateChart::eventFilter(QObject* watched, QEvent* event) {
  if (watched == &view() && event->type() == QEvent::Resize) {
    fitLabels(static_cast<QResizeEvent*>(event)->size().height());
  }
  return ChartFrame::eventFilter(watched, event);
}

void SlateChart::setPinAction(QAction* action) {
  auto* button = new QToolButton;
  button->setDefaultAction(action);
  button->setAutoRaise(true);
  addBesideTitle(button);
}

void SlateChart::select(std::optional<std::size_t> candidate) {
  selected_ = candidate;
  markBars();
}

void SlateChart::setOff(std::optional<std::size_t> candidate) {
  hovered_ = candidate;
  markBars();
}

void SlateChart::chooseAt(const QPointF& place) {
  // Bars of what is never placed first are too low to be hit: their column will do.
  const auto bar = std::lround(chart().mapToValue(place, bars_).x());
  if (bar < 0 || static_cast<std::size_t>(bar) >= places_.size()) return;
  const std::size_t candidate = places_[static_cast<std::size_t>(bar)];
  select(candidate);
  Q_EMIT candidateSelected(candidate);
}

std::optional<int> SlateChart::barOf(std::optional<std::size_t> candidate) const {
  const auto found =
      candidate ? std::find(places_.begin(), places_.end(), *candidate) : places_.end();
  if (found == places_.end()) return std::nullopt;
  return static_cast<int>(found - places_.begin());
}

void SlateChart::markBars() {
  QList<int> marked;
  for (const std::optional<int> bar : {barOf(selected_), barOf(hovered_)}) {
    if (bar) marked.append(*bar);
  }
  for (QBarSet* set : {policy_, logging_}) {
    set->deselectAllBars();
    set->selectBars(marked);
  }
}

void SlateChart::hover(bool inside, int index) {
  if (!inside || index < 0 || static_cast<std::size_t>(index) >= shown_.size()) {
    QToolTip::hideText();
    setOff(std::nullopt);
    Q_EMIT candidateHovered(std::nullopt);
    return;
  }
  setOff(places_[static_cast<std::size_t>(index)]);
  Q_EMIT candidateHovered(hovered_);
  QToolTip::showText(QCursor::pos(), describe(shown_[static_cast<std::size_t>(index)]), this);
}

QString SlateChart::describe(const CandidateView& candidate) const {
  QStringList lines{QString::fromStdString(candidate.item)};
  for (std::size_t task = 0; task < tasks_.size(); ++task) {
    QString line = QString("p(%1) = %2")
                       .arg(QString::fromStdString(tasks_[task]),
                            theme::number(candidate.probabilities[task]));
    if (!candidate.labels.empty()) {
      line += tr(", logged %1").arg(static_cast<double>(candidate.labels[task]));
    }
    lines.append(line);
  }
  lines.append(tr("score s = %1").arg(theme::number(candidate.score)));
  lines.append(tr("π = %1, π_β = %2, ρ = %3")
                   .arg(theme::number(candidate.policy), theme::number(candidate.behaviour),
                        theme::number(candidate.ratio)));
  lines.append(tr("reward r = %1").arg(theme::number(candidate.reward)));
  return lines.join('\n');
}

}  // namespace luce::desktop
