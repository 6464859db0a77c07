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

/// In pixels of what the document is laid out for; smaller for a formula that would not fit.
double emOf(const QTextDocument& document, const Formula& formula, const QTextFormat& format) {
  const QFont font = fontOf(format);
  QPaintDevice* device = document.documentLayout()->paintDevice();
  double em = kLarger * QFontInfo(font).pixelSize();
  // QFontInfo knows only screens.
  if (device != nullptr) em *= QFontMetricsF(font, device).height() / QFontMetricsF(font).height();
  const double room = document.textWidth() - 2 * document.documentMargin();
  return room > 0 ? std::min(em, room / std::max(1.0, formula.size(1).width())) : em;
}

/// What an object has above and below the baseline: text stands on its lower edge, or, where it is
/// AlignMiddle, in its middle (see QTextDocumentLayout).
struct Stand {
  double height = 0;
  double ascent = 0;
};

/// Little that hangs below the line needs no room of its own: lines are apart enough.
bool standsOnLine(const Formula& formula) {
  return formula.layout().descent < kHanging;
}

Stand standOf(const Formula& formula, double em, const QTextFormat& format) {
  const double ascent = formula.ascent(em), descent = formula.descent(em);
  if (standsOnLine(formula)) return {ascent, ascent};
  const double middle = QFontMetrics(fontOf(format)).xHeight() / 2.0;
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
  if (!standsOnLine(*formula)) format.setVerticalAlignment(QTextCharFormat::AlignMiddle);
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
  const double em = emOf(*document, *formula, format);
  return {formula->size(em).width(), standOf(*formula, em, format).height};
}

void FormulaText::drawObject(QPainter* painter, const QRectF& area, QTextDocument* document, int,
                             const QTextFormat& format) {
  const Shared formula = formulaOf(format);
  if (formula == nullptr) return;
  const double em = emOf(*document, *formula, format);
  painter->save();
  formula->draw(*painter, {area.left(), area.top() + standOf(*formula, em, format).ascent}, em);
  painter->restore();
}

}  // namespace luce::desktop
