#include "app/desktop/opening/role_header.h"

#include <QMouseEvent>
#include <QPainter>
#include <algorithm>

#include "app/desktop/opening/column_reason.h"
#include "app/desktop/theme.h"

namespace luce::desktop {

namespace {

constexpr int kMargin = 5;
constexpr int kArrowWidth = 14;
constexpr int kChipAlpha = 70;
constexpr int kBarHeight = 3;
constexpr double kSmall = 0.86;
constexpr double kRadius = 3;
constexpr int kLeastWidth = 84;
constexpr int kMostWidth = 210;
/// Of a wide log more columns are seen at once.
constexpr int kFewColumns = 12;
constexpr int kMostWidthOfMany = 160;

/// What fits over a column of numbers.
QString shortTitle(ColumnRole role) {
  switch (role) {
    case ColumnRole::LoggingModel:
      return RoleHeader::tr("logging model");
    case ColumnRole::ContextNumber:
      return RoleHeader::tr("context, number");
    case ColumnRole::ContextCategory:
      return RoleHeader::tr("context, category");
    case ColumnRole::CandidateNumber:
      return RoleHeader::tr("candidate, number");
    case ColumnRole::CandidateCategory:
      return RoleHeader::tr("candidate, category");
    default:
      return roleTitle(role);
  }
}

}  // namespace

RoleHeader::RoleHeader(QWidget* parent) : QHeaderView(Qt::Horizontal, parent) {
  setSectionsClickable(true);
  setHighlightSections(true);
  setMinimumSectionSize(kLeastWidth);
  setAccessibleName(tr("Roles of the columns"));
}

const PreviewModel* RoleHeader::preview() const {
  return qobject_cast<const PreviewModel*>(model());
}

int RoleHeader::lineHeight() const {
  return fontMetrics().height();
}

QFont RoleHeader::smallFont() const {
  QFont font = this->font();
  font.setPointSizeF(font.pointSizeF() * kSmall);
  return font;
}

QRect RoleHeader::roleRect(const QRect& section) const {
  return {section.left() + kMargin, section.top() + kMargin + lineHeight() + 3,
          section.width() - 2 * kMargin, lineHeight() + 4};
}

QRect RoleHeader::roleRect(int section) const {
  return roleRect(QRect(sectionViewportPosition(section), 0, sectionSize(section), height()));
}

QSize RoleHeader::sectionSizeFromContents(int section) const {
  const int small = QFontMetrics(smallFont()).height();
  return {wantedWidth(section), 2 * kMargin + 2 * lineHeight() + 4 + 6 + small};
}

int RoleHeader::wantedWidth(int section) const {
  const PreviewModel* model = preview();
  if (model == nullptr || section >= model->columnCount()) return kLeastWidth;
  QFont bold = font();
  bold.setBold(true);
  const auto column = static_cast<std::size_t>(section);
  const int name =
      QFontMetrics(bold).horizontalAdvance(QString::fromStdString(model->draft().header()[column]));
  const int role = fontMetrics().horizontalAdvance(shortTitle(model->draft().role(column)));
  const int why =
      QFontMetrics(smallFont()).horizontalAdvance(reasonWords(model->draft().why(column)));
  const bool many = model->columnCount() > kFewColumns;
  const int words = many ? name : std::max(name, why);
  return std::clamp(std::max(words, role + kArrowWidth + kMargin) + 2 * kMargin + 4, kLeastWidth,
                    many ? kMostWidthOfMany : kMostWidth);
}

void RoleHeader::paintSection(QPainter* painter, const QRect& rect, int section) const {
  const PreviewModel* model = preview();
  if (model == nullptr || section >= model->columnCount()) return;
  const auto column = static_cast<std::size_t>(section);
  const MappingDraft& draft = model->draft();
  const ColumnRole role = draft.role(column);
  const bool ignored = role == ColumnRole::Ignored;
  const bool selected =
      selectionModel() != nullptr && selectionModel()->isColumnSelected(section, QModelIndex());
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  painter->fillRect(rect, palette().brush(QPalette::Window));
  if (selected) {
    painter->fillRect(rect, theme::shade(palette().color(QPalette::Highlight), kChipAlpha));
  }
  painter->setPen(theme::shade(palette().color(QPalette::WindowText), 60));
  painter->drawLine(rect.topRight(), rect.bottomRight());
  painter->fillRect(QRect(rect.left(), rect.bottom() - kBarHeight + 1, rect.width(), kBarHeight),
                    colourOf(role));

  const QRect inner = rect.adjusted(kMargin, kMargin, -kMargin, -kMargin);
  QFont bold = font();
  bold.setBold(true);
  const QPalette::ColorRole ink = ignored ? QPalette::PlaceholderText : QPalette::WindowText;
  painter->setFont(bold);
  painter->setPen(palette().color(ink));
  const QString name = draft.header()[column].empty()
                           ? tr("(row number)")
                           : QString::fromStdString(draft.header()[column]);
  painter->drawText(QRect(inner.left(), inner.top(), inner.width(), lineHeight()),
                    Qt::AlignLeft | Qt::AlignVCenter,
                    QFontMetrics(bold).elidedText(name, Qt::ElideRight, inner.width()));

  const QRect chip = roleRect(rect);
  painter->setPen(Qt::NoPen);
  painter->setBrush(theme::shade(colourOf(role), kChipAlpha));
  painter->drawRoundedRect(chip, kRadius, kRadius);
  painter->setFont(font());
  painter->setPen(palette().color(QPalette::WindowText));
  const QRect words = chip.adjusted(kMargin, 0, -kArrowWidth, 0);
  painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                    fontMetrics().elidedText(shortTitle(role), Qt::ElideRight, words.width()));
  if (draft.canChange(column)) {
    const QPointF tip(chip.right() - kArrowWidth / 2.0, chip.center().y() + 2.5);
    painter->setBrush(palette().color(QPalette::WindowText));
    painter->setPen(Qt::NoPen);
    painter->drawPolygon(QPolygonF({tip, tip + QPointF(-3.5, -4), tip + QPointF(3.5, -4)}));
  }

  painter->setFont(smallFont());
  painter->setPen(palette().color(QPalette::PlaceholderText));
  const QRect reason(inner.left(), chip.bottom() + 3, inner.width(),
                     QFontMetrics(smallFont()).height());
  painter->drawText(
      reason, Qt::AlignLeft | Qt::AlignVCenter,
      QFontMetrics(smallFont())
          .elidedText(reasonWords(draft.why(column)), Qt::ElideRight, reason.width()));
  painter->restore();
}

void RoleHeader::mousePressEvent(QMouseEvent* event) {
  const int section = logicalIndexAt(event->pos());
  const bool onRole =
      event->button() == Qt::LeftButton && section >= 0 && roleRect(section).contains(event->pos());
  pressed_ = onRole ? section : -1;
  // The role's menu is for the columns selected, so a press on one of them must keep the others.
  const bool keepsSelection = onRole && selectionModel() != nullptr &&
                              selectionModel()->isColumnSelected(section, QModelIndex());
  if (!keepsSelection) QHeaderView::mousePressEvent(event);
}

void RoleHeader::mouseReleaseEvent(QMouseEvent* event) {
  const int pressed = pressed_;
  pressed_ = -1;
  QHeaderView::mouseReleaseEvent(event);
  if (pressed >= 0 && roleRect(pressed).contains(event->pos())) Q_EMIT roleAsked(pressed);
}

}  // namespace luce::desktop
