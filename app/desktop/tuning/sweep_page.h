// A sweep over value weights and temperature: its controls, its points by two outcomes and as a
// table; a point becomes the sliders' setting.
#pragma once

#include <QCheckBox>
#include <QComboBox>
#include <QPushButton>
#include <QTableView>
#include <QWidget>

#include "app/desktop/study/study.h"
#include "app/desktop/tuning/pareto_chart.h"
#include "app/desktop/tuning/sweep_controls.h"
#include "app/desktop/tuning/sweep_model.h"
#include "app/desktop/tuning/tuning_worker.h"

namespace luce::desktop {

class SweepPage : public QWidget {
  Q_OBJECT

 public:
  SweepPage(Study& study, TuningWorker& worker, QWidget* parent = nullptr);

  SweepControls& controls() { return *controls_; }
  ParetoChart& chart() { return *chart_; }
  SweepModel& model() { return model_; }
  QTableView& table() { return *table_; }
  QComboBox& horizontalBox() { return *horizontal_; }
  QComboBox& verticalBox() { return *vertical_; }
  QCheckBox& onlyFrontBox() { return *onlyFront_; }
  QPushButton& useButton() { return *use_; }
  /// Null before the first sweep has ended.
  const SweepView* sweep() const { return sweep_.get(); }
  /// Writes the points; asks for nothing. Throws Error when the file cannot be written.
  void saveCsv(const QString& file) const;

 private:
  QWidget* buildResult();
  void connectStudy();
  void connectWorker();
  void forget();
  void run();
  void showSweep(std::shared_ptr<const SweepView> sweep);
  void fillAxes();
  void drawAxes();
  void followSliders();
  void followPredictions();
  void choose(int point);
  void use(int point);
  void copy();
  void chooseCsv();
  void updateButtons();
  std::vector<std::size_t> axes() const;

  Study& study_;
  TuningWorker& worker_;
  SweepControls* controls_;
  ParetoChart* chart_;
  SweepModel model_;
  QTableView* table_;
  QComboBox* horizontal_;
  QComboBox* vertical_;
  QCheckBox* onlyFront_;
  QPushButton* use_;
  QPushButton* copy_;
  QPushButton* save_;
  std::shared_ptr<const SweepView> sweep_;
  std::vector<bool> front_;
  int question_ = 0;  ///< the latest one asked of a sweep; answers to others come too late
  int judgement_ = 0;
  bool running_ = false;
};

}  // namespace luce::desktop
