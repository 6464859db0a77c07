// The adjustable numbers of a scheme, a row each, made from its description.
#pragma once

#include <QVBoxLayout>
#include <QWidget>
#include <string>
#include <vector>

#include "app/desktop/controls/slider_row.h"
#include "core/objective/scheme.h"

namespace luce::desktop {

class ParameterRows : public QWidget {
  Q_OBJECT

 public:
  explicit ParameterRows(QWidget* parent = nullptr);

  /// Rows of the scheme at their standard values; those there are stay if it is the same scheme.
  void setScheme(const Scheme& scheme);
  /// In the scheme's order; without a signal.
  void setValues(const std::vector<double>& values);
  const std::vector<SliderRow*>& rows() const { return rows_; }

 Q_SIGNALS:
  /// By the person. title: the parameter's, for people.
  void changed(int number, QString title, double value);

 private:
  std::string scheme_;
  std::vector<SliderRow*> rows_;
  QVBoxLayout* layout_;
};

}  // namespace luce::desktop
