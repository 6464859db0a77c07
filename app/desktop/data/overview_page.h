// What a dataset holds, at a glance: counts, warnings, propensities, slate sizes, tasks, features.
#pragma once

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStackedLayout>
#include <QTableView>
#include <QWidget>

#include "app/desktop/data/histogram_chart.h"
#include "app/desktop/data/profile_models.h"
#include "app/desktop/data/profile_worker.h"

namespace luce::desktop {

class OverviewPage : public QWidget {
  Q_OBJECT

 public:
  explicit OverviewPage(QWidget* parent = nullptr);

  /// Profiled when the page is looked at for the first time.
  void setTable(std::shared_ptr<const SlateTable> table);

  /// Null before it is there.
  const DatasetProfile* profile() const { return profile_.get(); }
  QLabel& factsLabel() { return *facts_; }
  QLabel& warningsLabel() { return *warnings_; }
  HistogramChart& propensityChart() { return *propensities_; }
  HistogramChart& sizeChart() { return *sizes_; }
  TaskModel& tasks() { return taskModel_; }
  CorrelationModel& correlations() { return correlationModel_; }
  QTableView& featureView() { return *features_; }
  QPushButton& cancelButton() { return *cancel_; }
  QPushButton& againButton() { return *again_; }

 protected:
  void showEvent(QShowEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  QWidget* buildWaiting();
  QWidget* buildContent();
  void compute();
  void cancel();
  void showProfile(std::shared_ptr<const DatasetProfile> profile);
  void showPropensities();
  void fitHeights();
  QString factsText() const;

  std::shared_ptr<const SlateTable> table_;
  std::shared_ptr<const DatasetProfile> profile_;
  int question_ = 0;
  bool asked_ = false;

  QStackedLayout* pages_;
  QLabel* stage_;
  QProgressBar* progress_;
  QPushButton* cancel_;
  QPushButton* again_;
  QLabel* facts_;
  QWidget* warningPanel_;
  QLabel* warnings_;
  HistogramChart* propensities_;
  HistogramChart* sizes_;
  QTableView* tasks_;
  QLabel* correlationTitle_;
  QTableView* correlations_;
  QLabel* featureTitle_;
  QTableView* features_;
  TaskModel taskModel_;
  CorrelationModel correlationModel_;
  FeatureModel featureModel_;
  QSortFilterProxyModel sortedFeatures_;
  ProfileWorker worker_;  // the last member: its thread ends first
};

}  // namespace luce::desktop
