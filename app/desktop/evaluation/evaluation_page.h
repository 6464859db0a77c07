// How far the opened run's policy can be believed to be good: its reward by every estimator with
// intervals and warnings, beside another policy on the same slates; how well it ranks and predicts,
// and where it does not.
#pragma once

#include <QComboBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedLayout>
#include <QWidget>
#include <functional>
#include <memory>

#include "app/desktop/evaluation/evaluation_results.h"
#include "app/desktop/evaluation/evaluation_worker.h"
#include "app/desktop/evaluation/policy_choice.h"
#include "app/desktop/policies/policy_desk.h"
#include "app/desktop/study/study.h"

namespace luce::desktop {

class EvaluationPage : public QWidget {
  Q_OBJECT

 public:
  explicit EvaluationPage(Study& study, QWidget* parent = nullptr);

  /// Asks for a file of scores or a model from elsewhere, and compares the run with it.
  /// False if the person chose none.
  bool choosePolicyFile();
  /// Keeps the policy of a file in the workspace, see core/foreign/kept_policy.h, and compares the
  /// run with it. Where the workspace may only be read, it is compared with without being kept, see
  /// core/foreign/foreign_policy.h.
  void compareWithFile(const QString& file);
  PolicyDesk& policies() { return policies_; }

  /// Null before the first answer, and when what was answered is no longer shown.
  const EvaluationView* evaluation() const { return view_.get(); }
  const SegmentedView* segmentation() const { return segmented_.get(); }
  PolicyChoice& compareChoice() { return *compare_; }
  QComboBox& slatesChoice() { return *slates_; }
  QComboBox& rowsChoice() { return *rows_; }
  QComboBox& intervalChoice() { return *interval_; }
  QComboBox& parameterChoice() { return *rule_; }
  EvaluationResults& results() { return *results_; }
  QPushButton& cancelButton() { return *cancel_; }

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  QWidget* buildChoices();
  void connectStudy();
  void connectPolicies();
  /// Tells the slates that the run is judged on, ascending; for any thread.
  std::function<std::vector<std::uint32_t>()> judgedSlates() const;
  void fillRows();
  /// Answers no longer fit; asks anew when the page is looked at.
  void invalidate();
  void ask();
  void askSegments(int cut);
  void showEvaluation(std::shared_ptr<const EvaluationView> view);
  void showSegments(std::shared_ptr<const SegmentedView> view);
  void showMessage(const QString& text, bool again);
  /// Nobody waits any more for what is being evaluated.
  void stopEvaluating();
  void setEvaluating(bool evaluating);
  /// Shows the progress and *Cancel* while the run is evaluated or a policy is being kept.
  void showWork();

  Study& study_;
  EvaluationQuestion question_;
  std::shared_ptr<const EvaluationView> view_;
  std::shared_ptr<const SegmentedView> segmented_;
  bool stale_ = true;
  bool evaluating_ = false;

  PolicyChoice* compare_;
  QComboBox* slates_;
  QComboBox* rows_;
  QComboBox* interval_;
  QComboBox* rule_;
  QProgressBar* progress_;
  QPushButton* cancel_;
  QPushButton* again_;
  QStackedLayout* pages_;
  QLabel* message_;
  QLabel* refusal_;  ///< why a policy from elsewhere is not compared with
  EvaluationResults* results_;
  PolicyDesk policies_;
  EvaluationWorker worker_;  // the last members: their threads end first
};

}  // namespace luce::desktop
