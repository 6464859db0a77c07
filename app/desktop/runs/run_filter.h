// What is typed to find runs: words and conditions, all of which must hold.
//
//   grpo              in the name, scheme, dataset, status or note
//   "two words"       with a blank
//   scheme:grpo       the column holds the text (of numbers: equals it)
//   seed=3, kl_weight>=0.1, held_out>0.4, hidden:"[32, 16]"
//   -status:failed    the opposite
//
// Upper and lower case are the same. Columns are named by their key or the end of it:
// objective.kl_weight, kl_weight.
#pragma once

#include <QString>
#include <QStringList>
#include <functional>
#include <vector>

namespace luce::desktop {

/// What a filter sees of one cell.
struct RunCell {
  QString text;
  double number = 0;  ///< NaN where there is none
};

class RunFilter {
 public:
  RunFilter() = default;
  /// keys: of the columns; an empty one cannot be asked for. plain: the columns in which words are
  /// sought. Throws Error for a key that no column has, and for a comparison without a number.
  RunFilter(const QString& text, const QStringList& keys, std::vector<int> plain);

  bool empty() const { return terms_.empty(); }
  bool matches(const std::function<RunCell(int column)>& cell) const;

 private:
  enum class Relation { Holds, Is, Less, LessOrEqual, Greater, GreaterOrEqual };
  struct Term {
    bool negated = false;
    int column = -1;  ///< −1: any of the plain ones
    Relation relation = Relation::Holds;
    QString text;
    double number = 0;
  };
  static Term termOf(QString word, const QStringList& keys);
  static bool matches(const Term& term, const RunCell& cell);

  std::vector<Term> terms_;
  std::vector<int> plain_;
};

}  // namespace luce::desktop
