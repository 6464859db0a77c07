#include "app/desktop/inspector/candidate_bar_delegate.h"

#include <QPainter>
#include <algorithm>

#include "app/desktop/inspector/candidate_model.h"
#include "app/desktop/theme.h"

namespace luce::desktop {

namespace {

constexpr int kAlpha = 90;
constexpr double kThinnest = 1.5;  // px: a bar that is there can be seen

}  // namespace

void CandidateBarDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const {
  QStyledItemDelegate::paint(painter, option, index);
  const QVariant ends = index.data(CandidateModel::kBarRole);
  if (!ends.isValid()) return;
  const QRectF area = QRectF(option.rect).adjusted(2, 2, -2, -2);
  const QPointF bar = ends.toPointF();
  const bool selected = option.state.testFlag(QStyle::State_Selected);
  const QColor colour = selected ? option.palette.color(QPalette::HighlightedText)
                                 : index.data(CandidateModel::kBarColourRole).value<QColor>();
  painter->fillRect(QRectF(area.left() + area.width() * bar.x(), area.top(),
                           std::max(kThinnest, area.width() * (bar.y() - bar.x())), area.height()),
                    theme::shade(colour, kAlpha));
  if (!index.data(CandidateModel::kTwoSidedRole).toBool()) return;
  painter->fillRect(QRectF(area.center().x(), area.top(), 1, area.height()),
                    theme::shade(theme::kNeutral, kAlpha));
}

}  // namespace luce::desktop
