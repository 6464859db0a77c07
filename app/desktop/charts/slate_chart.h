// The shown slate: how likely the policy places each candidate first, beside the logging policy,
// with the rewards that were observed.
#pragma once

#include <QBarCategoryAxis>
#include <QBarSeries>
#include <QBarSet>
#include <QScatterSeries>
#include <QValueAxis>
#include <vector>

#include "app/desktop/charts/chart_frame.h"
#include "core/policy/policy_view.h"

namespace luce::desktop {

class SlateChart : public ChartFrame {
  Q_OBJECT

 public:
  explicit SlateChart(QWidget* parent = nullptr);

  /// predicted: whether an estimator has seen the slate; else only π_β is drawn. Large slates show
  /// their likeliest candidates and the logged action, and say so.
  void show(const std::vector<CandidateView>& candidates, const std::vector<std::string>& tasks,
            bool predicted);
  void clear();

  /// What is drawn, in order of the bars.
  const std::vector<CandidateView>& shown() const { return shown_; }
  double policyBar(int bar) const { return (*policy_)[bar]; }
  double loggingBar(int bar) const { return (*logging_)[bar]; }
  int rewardMarks() const { return reward_->count(); }

 private:
  QString describe(const CandidateView& candidate) const;
  void hover(bool inside, int index);

  QBarSet* policy_;
  QBarSet* logging_;
  QBarSeries* bars_;
  QScatterSeries* reward_;
  QBarCategoryAxis* items_;
  QValueAxis* probability_;
  std::vector<CandidateView> shown_;
  std::vector<std::string> tasks_;
};

}  // namespace luce::desktop
