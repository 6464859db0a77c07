// What each task contributes to each candidate's score: bars vm·p(task) stacked upwards, negative
// ones downwards, with the score now and before.
#pragma once

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QScatterSeries>
#include <QStackedBarSeries>
#include <QValueAxis>
#include <string>
#include <vector>

#include "app/desktop/charts/chart_frame.h"
#include "app/desktop/whatif/what_if_session.h"

namespace luce::desktop {

class ContributionChart : public ChartFrame {
  Q_OBJECT

 public:
  explicit ContributionChart(QWidget* parent = nullptr);

  /// Candidates that are in the slate, in the order of the rows; of many, the highest scores.
  void show(const std::vector<WhatIfRow>& rows, const std::vector<std::string>& tasks);
  void clear();

  int barCount() const { return sets_.empty() ? 0 : sets_[0]->count(); }
  double bar(std::size_t task, int candidate) const { return sets_[task]->at(candidate); }
  QList<QPointF> scores() const { return now_->points(); }
  QList<QPointF> scoresBefore() const { return before_->points(); }
  double low() const { return score_->min(); }
  double high() const { return score_->max(); }

 protected:
  void fitToLetters() override;

 private:
  void setTasks(const std::vector<std::string>& tasks);
  void hover(bool inside, int index);

  QStackedBarSeries* bars_;
  QScatterSeries* now_;
  QScatterSeries* before_;
  QBarCategoryAxis* items_;
  QValueAxis* score_;
  std::vector<QBarSet*> sets_;
  std::vector<std::string> tasks_;
  std::vector<WhatIfRow> shown_;
};

}  // namespace luce::desktop
