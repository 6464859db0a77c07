// How lines become slates.
#pragma once

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QSpinBox>
#include <QWidget>

#include "core/dataset/importers/log_mapping.h"

namespace luce::desktop {

class SlateRuleBox : public QWidget {
  Q_OBJECT

 public:
  explicit SlateRuleBox(QWidget* parent = nullptr);

  /// Without a signal.
  void show(const SlateRule& rule);
  SlateRule rule() const;

  QComboBox& kindBox() { return *kind_; }
  QCheckBox& gatherBox() { return *gather_; }
  QDoubleSpinBox& gapBox() { return *gap_; }
  QComboBox& unitBox() { return *unit_; }
  QSpinBox& largestBox() { return *largest_; }
  QCheckBox& uniformBox() { return *uniform_; }

 Q_SIGNALS:
  void edited();

 private:
  void changeUnit();
  void showParts();

  QComboBox* kind_;
  QLabel* meaning_;
  QCheckBox* gather_;
  QWidget* gapPart_;
  QDoubleSpinBox* gap_;
  QComboBox* unit_;
  QSpinBox* largest_;
  QCheckBox* uniform_;
  double unitSeconds_ = 60;
};

}  // namespace luce::desktop
