// How important each task is under the sliders' weights, and weights for wanted shares.
#pragma once

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedLayout>
#include <QTableView>
#include <QWidget>

#include "app/desktop/study/study.h"
#include "app/desktop/tuning/importance_model.h"
#include "app/desktop/tuning/tuning_worker.h"

namespace luce::desktop {

class ImportancePage : public QWidget {
  Q_OBJECT

 public:
  ImportancePage(Study& study, TuningWorker& worker, QWidget* parent = nullptr);

  ImportanceModel& model() { return model_; }
  QTableView& table() { return *table_; }
  QPushButton& solveButton() { return *solve_; }
  QPushButton& cancelButton() { return *cancel_; }
  QPushButton& nearestButton() { return *nearest_; }
  QPushButton& scaleButton() { return *scale_; }
  QPushButton& evenButton() { return *even_; }
  QPushButton& presentButton() { return *present_; }
  QLabel& message() { return *message_; }
  QLabel& sum() { return *sum_; }

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  QWidget* buildContent();
  void connectStudy();
  void connectWorker();
  void forget();
  void ask();
  void solve();
  void stopSolving();
  void showSolution(std::shared_ptr<const ImportanceSolution> solution);
  void updateButtons();
  void fitHeight();

  Study& study_;
  TuningWorker& worker_;
  ImportanceModel model_;
  QStackedLayout* pages_;
  QLabel* empty_;
  QTableView* table_;
  QLabel* sum_;
  QPushButton* even_;
  QPushButton* present_;
  QPushButton* scale_;
  QPushButton* solve_;
  QPushButton* cancel_;
  QPushButton* nearest_;
  QPushButton* copy_;
  QProgressBar* progress_;
  QLabel* message_;
  std::shared_ptr<const ImportanceSolution> missed_;  ///< of the last solving that did not converge
  TaskWeights asked_;                                 ///< the weights that importance was asked for
  int weighing_ = 0;
  int solving_ = 0;
  bool running_ = false;
  bool stale_ = true;  ///< to be asked again when the page is shown
};

}  // namespace luce::desktop
