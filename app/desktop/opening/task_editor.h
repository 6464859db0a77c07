// One task: the name and how a column's numbers become its label.
#pragma once

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QWidget>
#include <vector>

#include "app/desktop/opening/mapping_draft.h"
#include "app/desktop/opening/threshold_plot.h"

namespace luce::desktop {

class TaskEditor : public QWidget {
  Q_OBJECT

 public:
  explicit TaskEditor(QWidget* parent = nullptr);

  /// Without a signal.
  void show(const std::string& column, const ColumnSample& sample, const MappingDraft::Task& task);

  /// What the keyboard goes through.
  std::vector<QWidget*> inTabOrder() const {
    return {name_, rule_, low_, high_, plot_, add_, remove_};
  }

  QLineEdit& nameBox() { return *name_; }
  QComboBox& ruleBox() { return *rule_; }
  QDoubleSpinBox& lowBox() { return *low_; }
  QDoubleSpinBox& highBox() { return *high_; }
  ThresholdPlot& plot() { return *plot_; }
  QLabel& rateLabel() { return *rate_; }
  QToolButton& addButton() { return *add_; }
  QToolButton& removeButton() { return *remove_; }

 Q_SIGNALS:
  /// By the person; while dragging too.
  void edited(std::string name, luce::LabelRule label);
  void anotherAsked();
  void removeAsked();

 private:
  LabelRule ruleFromBoxes() const;
  void changeKind();
  void take(const LabelRule& label);
  void showLabel();

  ColumnSample sample_;
  LabelRule label_;
  QLabel* column_;
  QLineEdit* name_;
  QComboBox* rule_;
  QDoubleSpinBox* low_;
  QLabel* to_;
  QDoubleSpinBox* high_;
  ThresholdPlot* plot_;
  QLabel* rate_;
  QToolButton* add_;
  QToolButton* remove_;
};

}  // namespace luce::desktop
