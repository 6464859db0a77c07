#include "app/desktop/lessons/lesson_text.h"

#include <QDesktopServices>
#include <QEvent>
#include <QMimeData>
#include <QScrollBar>
#include <cmath>

#include "app/desktop/formula/formula_text.h"
#include "app/desktop/lessons/lesson_document.h"

namespace luce::desktop {

LessonText::LessonText(QWidget* parent) : QTextBrowser(parent) {
  setFrameShape(QFrame::NoFrame);
  setOpenLinks(false);
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  viewport()->setAutoFillBackground(false);
  setAccessibleName(tr("Text of the step"));
  refill_.setSingleShot(true);
  refill_.setInterval(0);
  connect(&refill_, &QTimer::timeout, this, [this] { setLesson(text_); });
  setWhatsThis(tr("What to know and to look at. Links show the control that they name."));
  connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl& link) {
    const QString control = controlOf(link);
    if (!control.isEmpty()) {
      Q_EMIT controlAsked(control);
    } else if (link.scheme().startsWith("http")) {
      QDesktopServices::openUrl(link);
    }
  });
}

void LessonText::setLesson(const QString& text) {
  refill_.stop();
  text_ = text;
  fillDocument(*document(), text);
  setAccessibleDescription(FormulaText::plainText(*document()));
  fit();
}

void LessonText::fit() {
  document()->setTextWidth(viewport()->width());
  const int height = static_cast<int>(std::ceil(document()->size().height()));
  if (height != minimumHeight()) setFixedHeight(height);
}

void LessonText::resizeEvent(QResizeEvent* event) {
  QTextBrowser::resizeEvent(event);
  fit();
}

void LessonText::changeEvent(QEvent* event) {
  QTextBrowser::changeEvent(event);
  // More than one often comes at once.
  if (event->type() == QEvent::FontChange) refill_.start();
}

QMimeData* LessonText::createMimeDataFromSelection() const {
  auto* copied = new QMimeData;
  copied->setText(FormulaText::plainText(textCursor()));
  return copied;
}

}  // namespace luce::desktop
