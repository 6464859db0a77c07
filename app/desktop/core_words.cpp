#include "app/desktop/core_words.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>
#include <optional>
#include <vector>

#include "app/desktop/core_sentences.h"

namespace luce::desktop {

namespace {

constexpr const char* kContext = "luce::desktop::wordsOfCore";

struct Pattern {
  const CoreSentence* sentence;
  QString beginning;  ///< before the first place
  QRegularExpression expression;
};

/// All sentences: those that nothing is filled into by their words, the others as patterns.
struct Known {
  QHash<QString, const char*> plain;
  std::vector<Pattern> patterns;
};

const QRegularExpression& places() {
  static const QRegularExpression place("%([1-9])");
  return place;
}

/// Matches the sentence with anything in its places.
QRegularExpression expressionOf(const QString& sentence) {
  QString expression;
  qsizetype from = 0;
  for (auto match = places().globalMatch(sentence); match.hasNext();) {
    const QRegularExpressionMatch found = match.next();
    expression += QRegularExpression::escape(sentence.mid(from, found.capturedStart() - from));
    expression += "(.+?)";
    from = found.capturedEnd();
  }
  expression += QRegularExpression::escape(sentence.mid(from));
  return QRegularExpression(QRegularExpression::anchoredPattern(expression),
                            QRegularExpression::DotMatchesEverythingOption);
}

const Known& known() {
  static const Known all = [] {
    Known made;
    for (const CoreSentence& description : coreDescriptions()) {
      made.plain.insert(QString::fromUtf8(description.text), description.text);
    }
    for (const CoreSentence& sentence : coreSentences()) {
      const QString text = QString::fromUtf8(sentence.text);
      const QRegularExpressionMatch place = places().match(text);
      if (place.hasMatch()) {
        made.patterns.push_back({&sentence, text.left(place.capturedStart()), expressionOf(text)});
      } else {
        made.plain.insert(text, sentence.text);
      }
    }
    return made;
  }();
  return all;
}

QString filled(const CoreSentence& sentence, const QRegularExpressionMatch& captured) {
  const QString translation = QCoreApplication::translate(kContext, sentence.text);
  const QString nesting = QString::fromUtf8(sentence.nestingPlaces);
  QString text;
  qsizetype from = 0;
  for (auto match = places().globalMatch(translation); match.hasNext();) {
    const QRegularExpressionMatch place = match.next();
    const QString number = place.captured(1);
    const QString words = captured.captured(number.toInt());
    text += translation.mid(from, place.capturedStart() - from);
    text += nesting.contains(number) ? wordsOfCore(words) : words;
    from = place.capturedEnd();
  }
  return text + translation.mid(from);
}

std::optional<QString> translated(const QString& english) {
  if (const char* const sentence = known().plain.value(english)) {
    return QCoreApplication::translate(kContext, sentence);
  }
  for (const Pattern& pattern : known().patterns) {
    if (!english.startsWith(pattern.beginning)) continue;
    const QRegularExpressionMatch match = pattern.expression.match(english);
    if (match.hasMatch()) return filled(*pattern.sentence, match);
  }
  return std::nullopt;
}

}  // namespace

QString wordsOfCore(const QString& english) {
  if (english.isEmpty()) return english;
  if (const std::optional<QString> whole = translated(english)) return *whole;
  QStringList lines = english.split('\n');
  if (lines.size() == 1) return english;
  for (QString& line : lines) line = wordsOfCore(line);
  return lines.join('\n');
}

QStringList knownSentencesOfCore() {
  QStringList sentences;
  for (const auto& known : {coreSentences(), coreDescriptions()}) {
    for (const CoreSentence& sentence : known) sentences.append(QString::fromUtf8(sentence.text));
  }
  return sentences;
}

}  // namespace luce::desktop
