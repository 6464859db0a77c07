// An evaluation as it is shown: estimates of the reward with what to doubt of them, the ranking and
// the calibration of the tasks, and segments of the slates.
#pragma once

#include <QComboBox>
#include <QLabel>
#include <QTabWidget>
#include <QTableView>
#include <memory>

#include "app/desktop/evaluation/estimate_chart.h"
#include "app/desktop/evaluation/estimate_model.h"
#include "app/desktop/evaluation/evaluation_values.h"
#include "app/desktop/evaluation/reliability_chart.h"
#include "app/desktop/evaluation/segment_table.h"

namespace luce::desktop {

class EvaluationResults : public QTabWidget {
  Q_OBJECT

 public:
  explicit EvaluationResults(QWidget* parent = nullptr);

  /// cutChosen() follows, if the log can be cut.
  void show(std::shared_ptr<const EvaluationView> view);
  void showSegments(const SegmentedView& view);

  QComboBox& segmentChoice() { return *cut_; }
  QTableView& table() { return *table_; }
  EstimateModel& model() { return *model_; }
  EstimateChart& chart() { return *chart_; }
  ReliabilityChart& reliability() { return *reliability_; }
  SegmentTable& segments() { return *segments_; }
  QLabel& trust() { return *trust_; }

 Q_SIGNALS:
  /// By which cut of the shown evaluation to divide the slates.
  void cutChosen(int cut);

 private:
  QWidget* buildValue();
  QWidget* buildRanking();
  QWidget* buildSegments();
  void fillCuts(const std::vector<SegmentCut>& cuts);

  EstimateModel* model_;
  QTableView* table_;
  EstimateChart* chart_;
  QLabel* trust_;
  QLabel* ranking_;
  ReliabilityChart* reliability_;
  QComboBox* cut_;
  SegmentTable* segments_;
};

}  // namespace luce::desktop
