#include "app/desktop/formula/formula_text.h"

#include <QAbstractTextDocumentLayout>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QPaintDevice>
#include <QTextBlock>
#include <QTextCharFormat>
#include <algorithm>

namespace luce::desktop {

namespace {

constexpr int kFormula = QTextFormat::UserProperty + 1;
constexpr double kLarger = 1.12;   // serif letters look smaller than those of the interface
constexpr double kHanging = 0.34;  // em

using Shared = std::shared_ptr<const Formula>;

Shared formulaOf(const QTextFormat& format) {
  return format.property(kFormula).value<Shared>();
}

QFont fontOf(const QTextFormat& format) {
  return format.toCharFormat().font();
}

/// In pixels of what the document is laid out for.
double emOf(const QTextDocument& document, const QTextFormat& format) {
  const QFont font = fontOf(format);
  QPaintDevice* device = document.documentLayout()->paintDevice();
  const double onScreen = kLarger * QFontInfo(font).pixelSize();
  if (device == nullptr) return onScreen;
  // QFontInfo knows only screens.
  return onScreen * QFontMetricsF(font, device).height() / QFontMetricsF(font).height();
}

/// How the text's layout places an object of some height (see QTextCharFormat::AlignBaseline and
/// AlignMiddle): what it has above and below the baseline.
struct Stand {
  double height = 0;
  double ascent = 0;
};

/// Little that hangs below the line needs no room of its own: lines are apart enough.
bool standsOnLine(const Formula& formula) {
  return formula.layout().descent < kHanging;
}

Stand standOf(const Formula& formula, double em, const QTextFormat& format) {
  const QFontMetrics metrics(fontOf(format));
  const double ascent = formula.ascent(em), descent = formula.descent(em);
  if (standsOnLine(formula)) return {ascent + metrics.descent(), ascent};
  const double middle = metrics.xHeight() / 2.0;
  const double height = std::max(2 * ascent - middle, 2 * descent + middle);
  return {height, (height + middle) / 2};
}

}  // namespace

void FormulaText::install(QTextDocument& document) {
  document.documentLayout()->registerHandler(kObject, new FormulaText(&document));
}

void FormulaText::insert(QTextCursor& cursor, Shared formula) {
  QTextCharFormat format = cursor.charFormat();
  format.setObjectType(kObject);
  format.setVerticalAlignment(standsOnLine(*formula) ? QTextCharFormat::AlignBaseline
                                                     : QTextCharFormat::AlignMiddle);
  format.setProperty(kFormula, QVariant::fromValue(std::move(formula)));
  cursor.insertText(QString(QChar::ObjectReplacementCharacter), format);
}

QString FormulaText::plainText(const QTextCursor& selection) {
  const QTextDocument& document = *selection.document();
  QString text;
  for (int place = selection.selectionStart(); place < selection.selectionEnd(); ++place) {
    const QChar character = document.characterAt(place);
    QTextCursor cursor(selection);
    cursor.setPosition(place + 1);
    const Shared formula =
        character == QChar::ObjectReplacementCharacter ? formulaOf(cursor.charFormat()) : nullptr;
    if (formula != nullptr) {
      text += '$' + formula->source() + '$';
    } else {
      text += character == QChar::ParagraphSeparator ? QChar('\n') : character;
    }
  }
  return text;
}

QString FormulaText::plainText(const QTextDocument& document) {
  QTextCursor all(const_cast<QTextDocument*>(&document));
  all.select(QTextCursor::Document);
  return plainText(all);
}

QSizeF FormulaText::intrinsicSize(QTextDocument* document, int, const QTextFormat& format) {
  const Shared formula = formulaOf(format);
  if (formula == nullptr) return {};
  const double em = emOf(*document, format);
  return {formula->size(em).width(), standOf(*formula, em, format).height};
}

void FormulaText::drawObject(QPainter* painter, const QRectF& area, QTextDocument* document, int,
                             const QTextFormat& format) {
  const Shared formula = formulaOf(format);
  if (formula == nullptr) return;
  const double em = emOf(*document, format);
  painter->save();
  formula->draw(*painter, {area.left(), area.top() + standOf(*formula, em, format).ascent}, em);
  painter->restore();
}

}  // namespace luce::desktop
