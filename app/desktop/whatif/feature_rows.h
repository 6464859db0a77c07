// Rows in which a person changes one feature.
#pragma once

#include <QComboBox>
#include <QToolButton>
#include <QWidget>
#include <vector>

#include "app/desktop/controls/slider_row.h"
#include "app/desktop/whatif/log_values.h"

namespace luce::desktop {

/// A number, with a slider over the values of the log; marked is the one in the log's slate.
class NumberFeatureRow : public QWidget {
  Q_OBJECT

 public:
  NumberFeatureRow(const QString& name, float logged, const ValueRange& range,
                   QWidget* parent = nullptr);

  /// Of another slate. Without a signal.
  void setLogged(float logged, const ValueRange& range);
  /// Without a signal. NaN = missing.
  void setValue(float value);
  SliderRow& row() { return *row_; }
  QToolButton& missingButton() { return *missing_; }

 Q_SIGNALS:
  void changed(float value);

 private:
  static QString helpFor(float logged);

  SliderRow* row_;
  QToolButton* missing_;
};

/// A category, with the values of the log to choose from; any other text may be typed.
class CategoryFeatureRow : public QWidget {
  Q_OBJECT

 public:
  CategoryFeatureRow(const QString& name, std::uint32_t logged,
                     const std::vector<NamedCategory>& values, QWidget* parent = nullptr);

  /// Of another slate. Without a signal.
  void setLogged(std::uint32_t logged);
  /// Without a signal.
  void setValue(std::uint32_t hash);
  QComboBox& box() { return *box_; }

 Q_SIGNALS:
  void changed(quint32 hash);

 private:
  void take();
  int indexOf(std::uint32_t hash);

  QString name_;
  std::uint32_t logged_;
  std::uint32_t value_;
  int ofLog_;  ///< values that stand first in the box
  QComboBox* box_;
  QToolButton* reset_;
};

}  // namespace luce::desktop
