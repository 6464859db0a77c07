#include "app/desktop/pins/pin_card.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "app/desktop/theme.h"

namespace luce::desktop {

namespace {

constexpr std::size_t kMostBars = 20;
constexpr int kWidth = 168;

std::vector<std::size_t> likeliestFirst(const SlateView& view) {
  const std::vector<CandidateView>& candidates = *view.candidates;
  std::vector<std::size_t> order(candidates.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const std::size_t shown = std::min(order.size(), kMostBars);
  const auto place = [&](std::size_t i) {
    return std::pair(view.predicted ? candidates[i].rank : candidates[i].position, i);
  };
  std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(shown), order.end(),
                    [&](std::size_t a, std::size_t b) { return place(a) < place(b); });
  order.resize(shown);
  return order;
}

}  // namespace

MiniPolicyChart::MiniPolicyChart(QWidget* parent) : QWidget(parent) {
  setMinimumHeight(36);
}

void MiniPolicyChart::show(std::vector<Bar> bars) {
  bars_ = std::move(bars);
  update();
}

void MiniPolicyChart::paintEvent(QPaintEvent*) {
  double most = 0;
  for (const Bar& bar : bars_) {
    if (bar.policy > most) most = bar.policy;
    if (bar.logging > most) most = bar.logging;
  }
  if (!(most > 0)) return;
  QPainter painter(this);
  const double slot = static_cast<double>(width()) / static_cast<double>(bars_.size());
  const double room = height() - 2;
  for (std::size_t i = 0; i < bars_.size(); ++i) {
    const Bar& bar = bars_[i];
    const double left = slot * static_cast<double>(i);
    if (bar.policy > 0) {
      const double high = std::max(1.0, room * bar.policy / most);
      painter.fillRect(QRectF(left + 1, height() - high, std::max(1.0, slot - 2), high),
                       bar.rewarded ? theme::kReward : theme::kPolicy);
    }
    if (bar.logging > 0) {
      painter.fillRect(QRectF(left, height() - room * bar.logging / most - 1, slot, 2),
                       theme::kLogging);
    }
  }
}

PinCard::PinCard(std::uint32_t slate, const QString& key, QWidget* parent)
    : QFrame(parent),
      slate_(slate),
      key_(key),
      title_(new QLabel),
      unpin_(new QToolButton),
      chart_(new MiniPolicyChart),
      reward_(new QLabel) {
  setFrameShape(QFrame::StyledPanel);
  setFixedWidth(kWidth);
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::PointingHandCursor);
  setAccessibleName(tr("Pinned slate %1").arg(key));
  setToolTip(
      tr("Slate %1. Bars: π_θ, likeliest first, in %2 where a reward was logged; marks: π_β. "
         "Click to show it.")
          .arg(key, tr("red")));
  setWhatsThis(
      tr("A slate kept in view while training goes on and sliders move. Click or Enter shows it, "
         "the cross or Delete takes it away."));
  title_->setText(title_->fontMetrics().elidedText(key, Qt::ElideMiddle, kWidth - 44));
  unpin_->setText(QStringLiteral("✕"));
  unpin_->setAutoRaise(true);
  unpin_->setFocusPolicy(Qt::NoFocus);
  unpin_->setToolTip(tr("Unpin"));
  unpin_->setAccessibleName(tr("Unpin slate %1").arg(key));
  reward_->setForegroundRole(QPalette::PlaceholderText);
  auto* top = new QHBoxLayout;
  top->addWidget(title_, 1);
  top->addWidget(unpin_);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(6, 2, 4, 4);
  layout->setSpacing(2);
  layout->addLayout(top);
  layout->addWidget(chart_, 1);
  layout->addWidget(reward_);
  connect(unpin_, &QToolButton::clicked, this, &PinCard::unpinAsked);
}

void PinCard::show(const SlateView& view) {
  std::vector<MiniPolicyChart::Bar> bars;
  const std::vector<CandidateView>& candidates = *view.candidates;
  const std::vector<std::size_t> order = likeliestFirst(view);
  for (const std::size_t i : order) {
    bars.push_back({candidates[i].policy, candidates[i].behaviour, candidates[i].reward > 0});
  }
  chart_->show(std::move(bars));
  if (!view.predicted || order.empty()) {
    reward_->setText(tr("not trained yet"));
  } else {
    const CandidateView& top = candidates[order.front()];
    reward_->setText(
        tr("first: π %1, r %2").arg(theme::number(top.policy), theme::number(top.reward)));
    reward_->setToolTip(QString::fromStdString(top.item));
  }
}

void PinCard::setCurrent(bool current) {
  QFont font = title_->font();
  font.setBold(current);
  title_->setFont(font);
  setFrameShadow(current ? QFrame::Sunken : QFrame::Plain);
}

void PinCard::mousePressEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) Q_EMIT chosen();
  if (event->button() == Qt::MiddleButton) Q_EMIT unpinAsked();
}

void PinCard::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
      Q_EMIT chosen();
      return;
    case Qt::Key_Delete:
      Q_EMIT unpinAsked();
      return;
    case Qt::Key_Left:
      focusPreviousChild();
      return;
    case Qt::Key_Right:
      focusNextChild();
      return;
    default:
      QFrame::keyPressEvent(event);
  }
}

}  // namespace luce::desktop
