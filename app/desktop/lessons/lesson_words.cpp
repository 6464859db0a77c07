#include "app/desktop/lessons/lesson_words.h"

#include <QAbstractTextDocumentLayout>
#include <QEvent>
#include <QMouseEvent>
#include <QPainter>
#include <cmath>

#include "app/desktop/formula/formula_text.h"
#include "app/desktop/lessons/lesson_document.h"

namespace luce::desktop {

namespace {

constexpr int kLeastWidth = 120;
constexpr int kUsualWidth = 280;

}  // namespace

LessonWords::LessonWords(QWidget* parent) : QWidget(parent) {
  QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
  document_.setDocumentMargin(1);
}

void LessonWords::setLesson(const QString& text) {
  text_ = text;
  document_.setDefaultFont(font());
  fillDocument(document_, text);
  setAccessibleName(plainText());
  updateGeometry();
  update();
}

QString LessonWords::plainText() const {
  return FormulaText::plainText(document_);
}

int LessonWords::heightForWidth(int width) const {
  document_.setTextWidth(width);
  return static_cast<int>(std::ceil(document_.size().height()));
}

QSize LessonWords::sizeHint() const {
  return {kUsualWidth, heightForWidth(kUsualWidth)};
}

QSize LessonWords::minimumSizeHint() const {
  return {kLeastWidth, fontMetrics().height()};
}

void LessonWords::paintEvent(QPaintEvent*) {
  document_.setTextWidth(width());
  QPainter painter(this);
  QAbstractTextDocumentLayout::PaintContext context;
  context.palette = palette();
  context.palette.setColor(QPalette::Text, palette().color(foregroundRole()));
  document_.documentLayout()->draw(&painter, context);
}

void LessonWords::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::FontChange) setLesson(text_);
}

void LessonWords::mouseReleaseEvent(QMouseEvent* event) {
  const QString link = document_.documentLayout()->anchorAt(event->position());
  const QString control = controlOf(QUrl(link));
  if (control.isEmpty()) {
    Q_EMIT clicked();
  } else {
    Q_EMIT controlAsked(control);
  }
}

}  // namespace luce::desktop
