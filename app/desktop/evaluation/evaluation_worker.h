// Judges a run beside the window: loads its estimator, predicts the test slates, fits the reward
// model and computes every estimate. What does not hang on the sliders is kept for the next
// question. A newer question replaces an older one.
#pragma once

#include <QObject>
#include <mutex>
#include <stop_token>
#include <vector>

#include "app/desktop/evaluation/evaluation_values.h"
#include "app/desktop/study/newest_job.h"
#include "core/evaluation/policy_reference.h"

namespace luce::desktop {

class EvaluationWorker : public QObject {
  Q_OBJECT

 public:
  EvaluationWorker();
  /// Breaks off what is in progress and waits for its end.
  ~EvaluationWorker() override;

  void ask(const EvaluationQuestion& question);
  /// Of an evaluation that was answered.
  void cut(const EvaluationQuestion& question, std::shared_ptr<const EvaluationView> view,
           const SegmentCut& cut);
  void cancel();

 Q_SIGNALS:
  void progressed(int number, double fraction, QString stage);
  void evaluated(std::shared_ptr<const luce::desktop::EvaluationView> view);
  void segmented(std::shared_ptr<const luce::desktop::SegmentedView> view);
  void cancelled(int number);
  void refused(int number, QString reason);

 private:
  struct Kept {
    QString workspace, key;  ///< both empty: the reward model
    std::shared_ptr<const SlateTable> table;
    JudgedSlates slates = JudgedSlates::Test;
    SplitSettings split;
    std::shared_ptr<const Predictions> predictions;
  };
  std::stop_token renewStop();
  void evaluate(const EvaluationQuestion& question, const std::stop_token& stop);
  PolicyReport judge(const EvaluationQuestion& question, const PolicyReference& policy,
                     const std::vector<std::uint32_t>& slates, const EvaluationAids& aids,
                     const std::stop_token& stop);
  std::shared_ptr<const Predictions> predict(const EvaluationQuestion& question, const QString& run,
                                             const std::string& role,
                                             const std::vector<std::uint32_t>& slates,
                                             const std::stop_token& stop);
  /// What a policy from elsewhere scores; see core/foreign/foreign_policy.h.
  std::shared_ptr<const Predictions> scoresOf(const EvaluationQuestion& question,
                                              const QString& file,
                                              const std::vector<std::uint32_t>& slates,
                                              const std::stop_token& stop);
  /// The same of a policy that the workspace keeps, with settings as it wants them.
  PolicyReport judgeKept(const EvaluationQuestion& question, const QString& name,
                         const std::vector<std::uint32_t>& slates, const EvaluationAids& aids,
                         const std::stop_token& stop);
  std::shared_ptr<const Predictions> remember(const EvaluationQuestion& question,
                                              const QString& key,
                                              std::shared_ptr<const Predictions> predictions);
  std::shared_ptr<const Predictions> remembered(const EvaluationQuestion& question,
                                                const QString& key) const;
  std::shared_ptr<const Predictions> rewardModel(const EvaluationQuestion& question,
                                                 const std::vector<std::uint32_t>& slates,
                                                 const std::stop_token& stop);

  std::mutex mutex_;
  std::stop_source stop_;
  std::vector<Kept> kept_;
  NewestJob cutting_;
  NewestJob job_;  // the last member, so that its thread ends before the others go
};

}  // namespace luce::desktop
