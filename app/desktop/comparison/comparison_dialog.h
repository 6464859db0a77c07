// Trains the open dataset's experiment under several schemes and seeds, and shows which earns more.
// The queue itself belongs to the study: this window only asks for it and shows it.
#pragma once

#include <QDialog>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>

#include "app/desktop/charts/comparison_chart.h"
#include "app/desktop/comparison/comparison_model.h"
#include "app/desktop/study/study.h"

namespace luce::desktop {

class ComparisonDialog : public QDialog {
  Q_OBJECT

 public:
  explicit ComparisonDialog(Study& study, QWidget* parent = nullptr);

  /// Escape and closing ask first while a comparison runs.
  void reject() override;
  /// Stops a comparison that is running; what it finished stays in the workspace.
  void done(int result) override;

  QListWidget& schemes() { return *schemes_; }
  QSpinBox& seeds() { return *seeds_; }
  QPushButton& startButton() { return *start_; }
  QPushButton& stopButton() { return *stop_; }
  QPushButton& closeButton() { return *close_; }
  QLabel& stage() { return *stage_; }
  ComparisonModel& model() { return *model_; }
  ComparisonChart& chart() { return *chart_; }
  /// Writes the table; asks for nothing. Throws Error when the file cannot be written.
  void saveCsv(const QString& file) const;

 private:
  QWidget* buildChoice();
  QWidget* buildResult();
  void connectStudy();
  std::vector<std::string> chosen() const;
  void checkAll(bool checked);
  void start();
  void update();
  void showProgress(const ComparisonProgress& progress);
  void showResult(std::shared_ptr<const std::vector<ComparedScheme>> schemes);
  void showEnd(bool stopped);
  void copy();
  void chooseCsv();

  Study& study_;
  QListWidget* schemes_;
  QSpinBox* seeds_;
  QLabel* count_;
  QPushButton* start_;
  QPushButton* stop_;
  QPushButton* all_;
  QPushButton* none_;
  QProgressBar* progress_;
  QLabel* stage_;
  ComparisonChart* chart_;
  ComparisonModel* model_;
  QTableView* table_;
  QPushButton* copy_;
  QPushButton* save_;
  QPushButton* close_;
};

}  // namespace luce::desktop
