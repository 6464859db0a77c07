#include "app/desktop/playground/blackboard.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "app/desktop/playground/board_painter.h"
#include "app/desktop/playground/board_text.h"

namespace luce::desktop {

namespace {

constexpr double kMargin = 6;
constexpr double kGrain = 0.01;  ///< what dragged and stepped numbers are rounded to
constexpr double kFineGrain = 0.001;
constexpr double kCoarseStep = 0.1;
constexpr int kFirstKeyControl = 100;

double rounded(double value, double grain) {
  return std::round(value / grain) * grain;
}

}  // namespace

Blackboard::Blackboard(PlaygroundDocument& document, QWidget* parent)
    : QWidget(parent), document_(document) {
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  setAccessibleName(tr("Board"));
  setWhatsThis(
      tr("A slate of candidates, a column each. Drag p, the score or π_β; click an action or a "
         "name. The arrow on a score is −∂L/∂s: where a step moves it. With the keyboard: Left and "
         "Right for the candidate, Page Up and Page Down for the quantity, Up and Down to change "
         "it (with Shift in small, with Ctrl in large steps), Space for actions and the draw, "
         "Enter for a step. The page “Numbers” has all of it as a table."));
  connect(&document_, &PlaygroundDocument::changed, this, [this] {
    fitFocus();
    tellFocus();
    update();
  });
  tellFocus();
}

QRectF Blackboard::boardPlace() const {
  return QRectF(rect()).adjusted(kMargin, kMargin, -kMargin, -kMargin);
}

BoardLayout Blackboard::boardLayout() const {
  const BlackboardSlate& slate = document_.slate();
  return {boardPlace(), slate.candidates.size(), slate.tasks.size(),
          drag_ ? drag_->scales : scalesFor(document_.view(), document_.formerPolicy(), slate)};
}

void Blackboard::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), palette().base());
  const BoardScene scene{document_.slate(), document_.view(), document_.formerPolicy(),
                         hasFocus() ? std::optional(focus_) : std::nullopt, hovered_};
  const BoardLayout layout = boardLayout();
  BoardPainter(painter, scene, layout, palette()).paint();
}

QString Blackboard::spotText(const BoardSpot& spot) const {
  const BlackboardSlate& slate = document_.slate();
  const BoardCandidate& candidate = slate.candidates[spot.candidate];
  const QString name = QString::fromStdString(candidate.name);
  const auto task = [&] { return QString::fromStdString(slate.tasks[spot.task].name); };
  switch (spot.quantity) {
    case BoardQuantity::Drawn:
      return slate.drawn == spot.candidate ? tr("%1 was drawn by the logging policy").arg(name)
                                           : tr("%1 was not drawn").arg(name);
    case BoardQuantity::Probability:
      return QString("%1 = %2").arg(probabilityTitle(task(), name),
                                    shortNumber(candidate.probabilities[spot.task]));
    case BoardQuantity::Action:
      return candidate.actions[spot.task] ? tr("%1 on %2").arg(task(), name)
                                          : tr("no %1 on %2").arg(task(), name);
    case BoardQuantity::Offset:
      return tr("score of %1: steps δ = %2").arg(name, shortNumber(candidate.offset));
    case BoardQuantity::Propensity:
      break;
  }
  return tr("π_β of %1 = %2").arg(name, shortNumber(candidate.propensity));
}

double Blackboard::valueOf(const BoardSpot& spot, const BlackboardSlate& slate) const {
  const BoardCandidate& candidate = slate.candidates[spot.candidate];
  switch (spot.quantity) {
    case BoardQuantity::Drawn:
      return slate.drawn == spot.candidate ? 1 : 0;
    case BoardQuantity::Probability:
      return candidate.probabilities[spot.task];
    case BoardQuantity::Action:
      return candidate.actions[spot.task] ? 1 : 0;
    case BoardQuantity::Offset:
      return candidate.offset;
    case BoardQuantity::Propensity:
      break;
  }
  return candidate.propensity;
}

void Blackboard::set(const BoardSpot& spot, double value, BlackboardSlate slate, Deed deed) {
  BoardCandidate& candidate = slate.candidates[spot.candidate];
  const QString name = QString::fromStdString(candidate.name);
  switch (spot.quantity) {
    case BoardQuantity::Drawn:
      if (value > 0) slate.drawn = spot.candidate;
      deed.title = tr("%1 is drawn").arg(name);
      break;
    case BoardQuantity::Probability:
      candidate.probabilities[spot.task] = std::clamp(value, 0.0, 1.0);
      deed.title = QString("%1 = %2").arg(
          probabilityTitle(QString::fromStdString(slate.tasks[spot.task].name), name),
          shortNumber(candidate.probabilities[spot.task]));
      break;
    case BoardQuantity::Action:
      candidate.actions[spot.task] = value > 0;
      deed.title = (value > 0 ? tr("%1 on %2") : tr("no %1 on %2"))
                       .arg(QString::fromStdString(slate.tasks[spot.task].name), name);
      break;
    case BoardQuantity::Offset:
      candidate.offset = std::clamp(value, -kGreatestOffset, kGreatestOffset);
      deed.title = tr("δ of %1 = %2").arg(name, shortNumber(candidate.offset));
      break;
    case BoardQuantity::Propensity:
      setPropensity(slate, spot.candidate, value);
      deed.title =
          tr("π_β of %1 = %2").arg(name, shortNumber(slate.candidates[spot.candidate].propensity));
      break;
  }
  document_.change(slate, deed);
}

void Blackboard::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return;
  const BoardLayout layout = boardLayout();
  const std::optional<BoardSpot> spot = layout.spotAt(event->position());
  if (!spot) return;
  setFocusSpot(*spot);
  if (spot->quantity == BoardQuantity::Drawn || spot->quantity == BoardQuantity::Action) {
    toggle(*spot);
    return;
  }
  drag_ = Drag{*spot, document_.slate(), layout.scales(), event->position().y(),
               document_.nextNumber()};
  if (spot->quantity != BoardQuantity::Offset) {
    dragTo(event->position().y(), event->modifiers().testFlag(Qt::ShiftModifier));
  }
}

void Blackboard::dragTo(double y, bool fine) {
  const BoardLayout layout = boardLayout();
  const double value = drag_->spot.quantity == BoardQuantity::Offset
                           ? drag_->before.candidates[drag_->spot.candidate].offset +
                                 (drag_->startY - y) * layout.scorePerPixel()
                           : layout.probabilityAt(drag_->spot, y);
  BlackboardSlate slate = document_.slate();
  if (drag_->spot.quantity == BoardQuantity::Propensity) {
    // From those that the drag found, so that the others' proportions survive a bar dragged to its
    // top.
    for (std::size_t i = 0; i < slate.candidates.size(); ++i) {
      slate.candidates[i].propensity = drag_->before.candidates[i].propensity;
    }
  }
  set(drag_->spot, rounded(value, fine ? kFineGrain : kGrain), slate, {.drag = drag_->number});
}

void Blackboard::mouseMoveEvent(QMouseEvent* event) {
  if (drag_) {
    dragTo(event->position().y(), event->modifiers().testFlag(Qt::ShiftModifier));
    return;
  }
  const BoardLayout layout = boardLayout();
  setHovered(layout.candidateAt(event->position()));
  const std::optional<BoardSpot> spot = layout.spotAt(event->position());
  const bool clicks =
      spot && (spot->quantity == BoardQuantity::Drawn || spot->quantity == BoardQuantity::Action);
  setCursor(!spot ? Qt::ArrowCursor : clicks ? Qt::PointingHandCursor : Qt::SizeVerCursor);
}

void Blackboard::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton || !drag_) return;
  drag_.reset();
  update();
}

void Blackboard::leaveEvent(QEvent*) {
  setHovered(std::nullopt);
}

void Blackboard::setHovered(std::optional<std::size_t> candidate) {
  if (candidate == hovered_) return;
  hovered_ = candidate;
  update();
  Q_EMIT candidateInViewChanged();
}

void Blackboard::toggle(const BoardSpot& spot) {
  set(spot, 1 - valueOf(spot, document_.slate()), document_.slate(), {});
}

void Blackboard::nudge(double direction, Qt::KeyboardModifiers modifiers) {
  if (focus_.quantity == BoardQuantity::Action || focus_.quantity == BoardQuantity::Drawn) {
    set(focus_, direction > 0 ? 1 : 0, document_.slate(), {});
    return;
  }
  const bool fine = modifiers.testFlag(Qt::ShiftModifier);
  const double step = fine                                      ? kFineGrain
                      : modifiers.testFlag(Qt::ControlModifier) ? kCoarseStep
                                                                : kGrain;
  const int control = kFirstKeyControl +
                      static_cast<int>(focus_.candidate * 64 +
                                       static_cast<std::size_t>(focus_.quantity) * 8 + focus_.task);
  const double value = valueOf(focus_, document_.slate()) + direction * step;
  set(focus_, rounded(value, fine ? kFineGrain : kGrain), document_.slate(), {.control = control});
}

std::vector<BoardSpot> Blackboard::spotsOf(std::size_t candidate) const {
  std::vector<BoardSpot> spots{{candidate, BoardQuantity::Drawn}};
  const std::size_t tasks = document_.slate().tasks.size();
  for (const BoardQuantity quantity : {BoardQuantity::Probability, BoardQuantity::Action}) {
    for (std::size_t task = 0; task < tasks; ++task) spots.push_back({candidate, quantity, task});
  }
  spots.push_back({candidate, BoardQuantity::Offset});
  spots.push_back({candidate, BoardQuantity::Propensity});
  return spots;
}

void Blackboard::moveFocus(int candidates, int quantities) {
  const auto last = static_cast<std::ptrdiff_t>(document_.slate().candidates.size()) - 1;
  const auto to = std::clamp<std::ptrdiff_t>(
      static_cast<std::ptrdiff_t>(focus_.candidate) + candidates, 0, last);
  const std::vector<BoardSpot> here = spotsOf(focus_.candidate);
  const auto place = std::find(here.begin(), here.end(), focus_) - here.begin();
  const auto wanted = std::clamp<std::ptrdiff_t>(place + quantities, 0,
                                                 static_cast<std::ptrdiff_t>(here.size()) - 1);
  setFocusSpot(spotsOf(static_cast<std::size_t>(to))[static_cast<std::size_t>(wanted)]);
}

void Blackboard::setFocusSpot(const BoardSpot& spot) {
  if (spot == focus_) return;
  focus_ = spot;
  update();
  tellFocus();
  Q_EMIT candidateInViewChanged();
}

void Blackboard::fitFocus() {
  const BlackboardSlate& slate = document_.slate();
  focus_.candidate = std::min(focus_.candidate, slate.candidates.size() - 1);
  focus_.task = std::min(focus_.task, slate.tasks.size() - 1);
  if (hovered_ && *hovered_ >= slate.candidates.size()) hovered_.reset();
  // Another board under the mouse: nothing is held any more.
  const bool other = drag_ && (drag_->before.candidates.size() != slate.candidates.size() ||
                               drag_->before.tasks.size() != slate.tasks.size());
  if (other) drag_.reset();
}

void Blackboard::tellFocus() {
  const QString text = spotText(focus_);
  if (text == accessibleDescription()) return;
  setAccessibleDescription(text);
  QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
  QAccessible::updateAccessibility(&changed);
}

void Blackboard::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Left:
      return moveFocus(-1, 0);
    case Qt::Key_Right:
      return moveFocus(1, 0);
    case Qt::Key_Home:
      return moveFocus(-static_cast<int>(kMostBoardCandidates), 0);
    case Qt::Key_End:
      return moveFocus(static_cast<int>(kMostBoardCandidates), 0);
    case Qt::Key_PageUp:
      return moveFocus(0, -1);
    case Qt::Key_PageDown:
      return moveFocus(0, 1);
    case Qt::Key_Up:
      return nudge(1, event->modifiers());
    case Qt::Key_Down:
      return nudge(-1, event->modifiers());
    case Qt::Key_Space:
      if (focus_.quantity == BoardQuantity::Drawn) return toggle(focus_);
      return toggle({focus_.candidate, BoardQuantity::Action, focus_.task});
    case Qt::Key_Return:
    case Qt::Key_Enter:
      Q_EMIT stepAsked();
      return;
    default:
      QWidget::keyPressEvent(event);
  }
}

void Blackboard::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) update();
  QWidget::changeEvent(event);
}

void Blackboard::focusInEvent(QFocusEvent*) {
  update();
}

void Blackboard::focusOutEvent(QFocusEvent*) {
  update();
}

bool Blackboard::event(QEvent* event) {
  if (event->type() != QEvent::ToolTip) return QWidget::event(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  const BoardLayout layout = boardLayout();
  const std::optional<BoardSpot> spot = layout.spotAt(help->pos());
  if (!spot) {
    QToolTip::hideText();
    return true;
  }
  QToolTip::showText(help->globalPos(), spotText(*spot), this, layout.spotPlace(*spot).toRect());
  return true;
}

}  // namespace luce::desktop
