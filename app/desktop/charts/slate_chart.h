// The shown slate: how likely the policy places each candidate first, beside the logging policy,
// with the rewards that were observed.
#pragma once

#include <QAction>
#include <QBarCategoryAxis>
#include <QBarSeries>
#include <QBarSet>
#include <QScatterSeries>
#include <QValueAxis>
#include <optional>
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

  /// A button beside the title.
  void setPinAction(QAction* action);
  /// Sets a candidate's bars off, until another is selected; none = no bars. Without a signal.
  void select(std::optional<std::size_t> candidate);
  /// The same while the pointer is over the candidate elsewhere.
  void setOff(std::optional<std::size_t> candidate);
  /// Whether a bar is set off.
  bool isMarked(int bar) const { return policy_->isBarSelected(bar); }

  /// What is drawn, or will be once the chart is seen, in order of the bars.
  const std::vector<CandidateView>& shown() const { return shown_; }
  /// As they stand under the bars.
  QStringList labels() const { return items_->categories(); }
  double policyBar(int bar) const { return (*policy_)[bar]; }
  double loggingBar(int bar) const { return (*logging_)[bar]; }
  int rewardMarks() const { return reward_->count(); }
  QBarSeries& bars() { return *bars_; }

 Q_SIGNALS:
  /// By the person. candidate: its index in the log's slate; none = no candidate.
  void candidateSelected(std::optional<std::size_t> candidate);
  void candidateHovered(std::optional<std::size_t> candidate);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void fitToLetters() override;

 private:
  void draw();
  /// height: of the view.
  void fitLabels(int height);
  std::optional<int> barOf(std::optional<std::size_t> candidate) const;
  void markBars();
  QString describe(const CandidateView& candidate) const;
  void hover(bool inside, int index);
  void chooseAt(const QPointF& place);

  QBarSet* policy_;
  QBarSet* logging_;
  QBarSeries* bars_;
  QScatterSeries* reward_;
  QBarCategoryAxis* items_;
  QValueAxis* probability_;
  std::vector<CandidateView> shown_;
  std::size_t candidates_ = 0;  ///< of the slate
  bool predicted_ = false;
  std::vector<std::size_t> places_;  ///< of shown_ in the log's slate
  std::optional<std::size_t> selected_, hovered_;
  std::vector<std::string> tasks_;
  QStringList names_;  ///< of shown_
};

}  // namespace luce::desktop
