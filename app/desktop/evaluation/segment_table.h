// The table of segments with the choice of a task, to be copied and sorted.
#pragma once

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QStackedLayout>
#include <QTableView>
#include <QWidget>
#include <memory>

#include "app/desktop/evaluation/segment_model.h"

namespace luce::desktop {

class SegmentTable : public QWidget {
  Q_OBJECT

 public:
  explicit SegmentTable(QWidget* parent = nullptr);

  /// Takes away earlier estimates. Null = nothing.
  void show(std::shared_ptr<const Segmentation> segmentation);
  void setEstimates(const SegmentEstimates& estimates);

  QTableView& view() { return *view_; }
  SegmentModel& model() { return *model_; }
  QComboBox& taskChoice() { return *task_; }
  void copy() const;

 Q_SIGNALS:
  /// A segment of slates was double-clicked, or Enter pressed on it.
  void segmentChosen(std::shared_ptr<const luce::Segmentation> segmentation, int segment);

 private:
  void choose(const QModelIndex& index);
  void fit();

  std::shared_ptr<const Segmentation> segmentation_;
  SegmentModel* model_;
  QTableView* view_;
  QComboBox* task_;
  QPushButton* copy_;
  QLabel* empty_;
  QWidget* filled_;
  QStackedLayout* pages_;
};

}  // namespace luce::desktop
