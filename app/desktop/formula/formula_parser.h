// Reads formulas in a part of TeX's mathematics:
//
//   x_i^2  \frac{a}{b}  \sqrt{x}  \sum\limits_{i=1}^{N}  \hat{q}  \bar{x}  \tilde{x}
//   \left( … \right)  \text{words}  \mathrm{KL}  \mathbf{x}  \mathbb{E}  \mathcal{L}
//   \begin{cases} a & b \\ c & d \end{cases}  greek letters  \cdot \le \ge \in \infty \partial \mid
//   … \min \max \clip \log \exp \softmax \sg … (see formulaCommands())  \, \; \quad
//
// Characters beyond ASCII, such as π or ≤, stand for themselves.
#pragma once

#include <QString>
#include <QStringList>

#include "app/desktop/formula/formula_node.h"
#include "core/common/error.h"

namespace luce::desktop {

class FormulaError : public Error {
 public:
  /// column: from 1, in characters of the source.
  FormulaError(qsizetype column, const QString& problem);
  qsizetype column() const { return column_; }

 private:
  qsizetype column_;
};

/// Throws FormulaError with the column and what was expected there.
FormulaNode::Pointer parseFormula(const QString& source);

/// Every command without its backslash, in order.
QStringList formulaCommands();

}  // namespace luce::desktop
