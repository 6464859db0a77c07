#include "app/desktop/runs/run_filter.h"

#include <QObject>
#include <algorithm>
#include <cmath>
#include <limits>

#include "core/common/error.h"

namespace luce::desktop {

namespace {

/// Split at blanks outside of quotes; the quotes stay.
QStringList wordsOf(const QString& text) {
  QStringList words;
  QString word;
  bool quoted = false;
  for (const QChar character : text) {
    if (character == '"') quoted = !quoted;
    if (character.isSpace() && !quoted) {
      if (!word.isEmpty()) words.append(word);
      word.clear();
    } else {
      word.append(character);
    }
  }
  if (!word.isEmpty()) words.append(word);
  return words;
}

QString withoutQuotes(QString text) {
  return text.remove('"');
}

int columnOf(const QString& key, const QStringList& keys) {
  for (int column = 0; column < keys.size(); ++column) {
    if (keys[column].compare(key, Qt::CaseInsensitive) == 0) return column;
  }
  for (int column = 0; column < keys.size(); ++column) {
    if (keys[column].endsWith('.' + key, Qt::CaseInsensitive)) return column;
  }
  throw Error(QObject::tr("No column is named \"%1\"; there are %2.")
                  .arg(key, QStringList(keys).filter(QRegularExpression(".")).join(", "))
                  .toStdString());
}

double numberOf(const QString& text) {
  bool isNumber = false;
  const double number = text.toDouble(&isNumber);
  return isNumber ? number : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace

RunFilter::RunFilter(const QString& text, const QStringList& keys, std::vector<int> plain)
    : plain_(std::move(plain)) {
  for (const QString& word : wordsOf(text)) {
    Term term = termOf(word, keys);
    if (!term.text.isEmpty()) terms_.push_back(std::move(term));
  }
}

RunFilter::Term RunFilter::termOf(QString word, const QStringList& keys) {
  Term term;
  term.number = std::numeric_limits<double>::quiet_NaN();
  if (word.startsWith('-') && word.size() > 1 && !word[1].isDigit()) {
    term.negated = true;
    word.remove(0, 1);
  }
  static const QRegularExpression condition(R"(^([\w.]+)(:|<=|>=|=|<|>)(.*)$)",
                                            QRegularExpression::DotMatchesEverythingOption);
  const QRegularExpressionMatch match = condition.match(word);
  if (!match.hasMatch()) {
    term.text = withoutQuotes(word);
    return term;
  }
  static const std::vector<std::pair<QString, Relation>> relations{
      {":", Relation::Holds},        {"=", Relation::Is},      {"<", Relation::Less},
      {"<=", Relation::LessOrEqual}, {">", Relation::Greater}, {">=", Relation::GreaterOrEqual}};
  term.column = columnOf(match.captured(1), keys);
  for (const auto& [sign, relation] : relations) {
    if (sign == match.captured(2)) term.relation = relation;
  }
  term.text = withoutQuotes(match.captured(3));
  term.number = numberOf(term.text);
  const bool orders = term.relation != Relation::Holds && term.relation != Relation::Is;
  if (orders && !term.text.isEmpty() && std::isnan(term.number)) {
    throw Error(
        QObject::tr("\"%1\" needs a number behind %2.").arg(word, match.captured(2)).toStdString());
  }
  return term;
}

bool RunFilter::matches(const Term& term, const RunCell& cell) {
  // Comparisons with NaN do not hold, as they should not where a cell has no number.
  switch (term.relation) {
    case Relation::Holds:
      if (!std::isnan(term.number) && !std::isnan(cell.number)) return cell.number == term.number;
      return cell.text.contains(term.text, Qt::CaseInsensitive);
    case Relation::Is:
      if (!std::isnan(term.number) && !std::isnan(cell.number)) return cell.number == term.number;
      return cell.text.compare(term.text, Qt::CaseInsensitive) == 0;
    case Relation::Less:
      return cell.number < term.number;
    case Relation::LessOrEqual:
      return cell.number <= term.number;
    case Relation::Greater:
      return cell.number > term.number;
    case Relation::GreaterOrEqual:
      break;
  }
  return cell.number >= term.number;
}

bool RunFilter::matches(const std::function<RunCell(int column)>& cell) const {
  return std::all_of(terms_.begin(), terms_.end(), [&](const Term& term) {
    const bool holds = term.column >= 0
                           ? matches(term, cell(term.column))
                           : std::any_of(plain_.begin(), plain_.end(), [&](int column) {
                               return cell(column).text.contains(term.text, Qt::CaseInsensitive);
                             });
    return holds != term.negated;
  });
}

}  // namespace luce::desktop
