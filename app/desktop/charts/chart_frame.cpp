#include "app/desktop/charts/chart_frame.h"

#include <QAbstractAxis>
#include <QEvent>
#include <QGraphicsLayout>
#include <QLegend>

namespace luce::desktop {

ChartFrame::ChartFrame(const QString& title, const QString& emptyText, QWidget* parent)
    : QWidget(parent),
      chart_(new QChart),
      view_(new QChartView(chart_)),
      note_(new QLabel),
      empty_(new QLabel(emptyText)),
      titleLine_(new QHBoxLayout),
      top_(new QVBoxLayout),
      pages_(new QStackedLayout) {
  chart_->setAnimationOptions(QChart::NoAnimation);
  chart_->setMargins(QMargins(2, 2, 2, 2));
  chart_->setBackgroundRoundness(0);
  chart_->legend()->setAlignment(Qt::AlignTop);
  chart_->layout()->setContentsMargins(0, 0, 0, 0);
  view_->setRenderHint(QPainter::Antialiasing);
  view_->setFrameShape(QFrame::NoFrame);

  empty_->setAlignment(Qt::AlignCenter);
  empty_->setWordWrap(true);
  empty_->setForegroundRole(QPalette::PlaceholderText);
  empty_->setBackgroundRole(QPalette::Base);
  empty_->setAutoFillBackground(true);

  auto* heading = new QLabel(title);
  QFont bold = heading->font();
  bold.setBold(true);
  heading->setFont(bold);
  note_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  note_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);

  titleLine_->addWidget(heading, 1);
  top_->setContentsMargins(6, 4, 6, 2);
  top_->setSpacing(0);
  top_->addLayout(titleLine_);
  top_->addWidget(note_);
  pages_->addWidget(empty_);
  pages_->addWidget(view_);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addLayout(top_);
  layout->addLayout(pages_, 1);
  setAccessibleName(title);
  followPalette();
}

void ChartFrame::setFilled(bool filled) {
  pages_->setCurrentWidget(filled ? static_cast<QWidget*>(view_) : empty_);
  if (!filled) note_->clear();
}

void ChartFrame::setEmptyText(const QString& text) {
  empty_->setText(text);
}

void ChartFrame::setNote(const QString& note) {
  note_->setText(note);
  note_->setToolTip(note);
  note_->setToolTip(note);
}

void ChartFrame::addBesideTitle(QWidget* widget) {
  titleLine_->addWidget(widget);
}

void ChartFrame::addUnderNote(QWidget* widget) {
  top_->addWidget(widget);
}

void ChartFrame::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange) followPalette();
  QWidget::changeEvent(event);
}

void ChartFrame::followPalette() {
  chart_->setBackgroundBrush(palette().base());
  chart_->setPlotAreaBackgroundVisible(false);
  chart_->legend()->setLabelColor(palette().color(QPalette::Text));
  QColor grid = palette().color(QPalette::Text);
  grid.setAlpha(40);
  for (QAbstractAxis* axis : chart_->axes()) {
    axis->setLabelsBrush(palette().text());
    axis->setTitleBrush(palette().text());
    axis->setGridLineColor(grid);
    axis->setLinePenColor(grid);
  }
}

}  // namespace luce::desktop
