#include "app/desktop/lessons/lesson_document.h"

#include <QTextBlock>
#include <QTextCursor>
#include <memory>

#include "app/desktop/formula/formula_parser.h"
#include "app/desktop/formula/formula_text.h"
#include "app/desktop/lessons/lesson_markup.h"

namespace luce::desktop {

namespace {

constexpr double kLineHeight = 118;  // %

void install(QTextDocument& document) {
  if (document.property("drawsFormulas").toBool()) return;
  FormulaText::install(document);
  document.setProperty("drawsFormulas", true);
}

void putFormula(QTextCursor& cursor, const LessonFormula& formula) {
  if (formula.displayed) {
    QTextBlockFormat block = cursor.blockFormat();
    block.setAlignment(Qt::AlignHCenter);
    cursor.setBlockFormat(block);
  }
  try {
    FormulaText::insert(
        cursor, std::make_shared<const Formula>(formula.source.trimmed(), formula.displayed));
  } catch (const FormulaError&) {
    cursor.insertText('$' + formula.source + '$');
  }
}

}  // namespace

void fillDocument(QTextDocument& document, const QString& text) {
  install(document);
  const LessonMarkup markup = splitFormulas(text);
  document.setMarkdown(markup.markdown,
                       QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub) |
                           QTextDocument::MarkdownNoHTML);
  for (int place = 0; place < document.characterCount(); ++place) {
    const int number = formulaAt(document.characterAt(place));
    if (number < 0 || number >= static_cast<int>(markup.formulas.size())) continue;
    QTextCursor cursor(&document);
    cursor.setPosition(place);
    cursor.setPosition(place + 1, QTextCursor::KeepAnchor);
    putFormula(cursor, markup.formulas[static_cast<std::size_t>(number)]);
  }
  for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
    QTextCursor cursor(block);
    QTextBlockFormat format = block.blockFormat();
    format.setLineHeight(kLineHeight, QTextBlockFormat::ProportionalHeight);
    cursor.setBlockFormat(format);
  }
}

QString controlOf(const QUrl& link) {
  return link.scheme() == "control" ? link.path() : QString();
}

}  // namespace luce::desktop
