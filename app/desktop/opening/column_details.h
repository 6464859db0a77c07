// What is known of one column: its role to choose, and what its first values are like.
#pragma once

#include <QComboBox>
#include <QLabel>
#include <QWidget>

#include "app/desktop/opening/mapping_draft.h"

namespace luce::desktop {

class ColumnDetails : public QWidget {
  Q_OBJECT

 public:
  explicit ColumnDetails(QWidget* parent = nullptr);

  void show(const MappingDraft& draft, std::size_t column, const ColumnSample& sample);
  void clear();
  QComboBox& roleBox() { return *role_; }
  QLabel& factsLabel() { return *facts_; }

 Q_SIGNALS:
  void roleChosen(luce::ColumnRole role);

 private:
  QLabel* name_;
  QComboBox* role_;
  QLabel* facts_;
};

}  // namespace luce::desktop
