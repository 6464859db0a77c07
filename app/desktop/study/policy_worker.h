// What a moved slider asks for, computed beside the window: the shown slate, the statistics of all
// predicted slates, and, once the sliders rest, the estimate with its intervals. Each has a thread
// of its own, so that the quick ones never wait for the slow one; a newer request replaces an older
// one.
#pragma once

#include <QObject>
#include <memory>
#include <optional>

#include "app/desktop/study/newest_job.h"
#include "app/desktop/study/values.h"
#include "core/objective/scheme.h"

namespace luce::desktop {

struct PolicyRequest {
  int generation = 0;  ///< handed back with the answers, so that late ones can be told
  std::shared_ptr<const SlateTable> table;
  std::shared_ptr<const Predictions> predictions;       ///< null: no estimator yet
  std::shared_ptr<const Predictions> slatePredictions;  ///< newer ones of the shown slate
  std::optional<std::uint32_t> slate;                   ///< the shown one
  PolicySettings settings;
  ClipBounds bounds;
};

class PolicyWorker : public QObject {
  Q_OBJECT

 public:
  PolicyWorker();

  /// Slate, statistics and estimate.
  void request(const PolicyRequest& request);
  /// The slate only.
  void requestSlate(const PolicyRequest& request);

 Q_SIGNALS:
  /// predicted: false when no estimator has seen the slate, so that only logged facts are given.
  void slateViewed(int generation,
                   std::shared_ptr<const std::vector<luce::CandidateView>> candidates,
                   bool predicted);
  void summarised(int generation, std::shared_ptr<const luce::PolicySummary> summary);
  void evaluated(int generation, std::shared_ptr<const luce::PolicyReport> report);
  /// Rows or weights that the log cannot give.
  void refused(int generation, QString reason);

 private:
  template <class Task>
  void attempt(const PolicyRequest& request, Task&& task);
  void viewShownSlate(const PolicyRequest& request);
  void summarise(const PolicyRequest& request);
  void evaluate(const PolicyRequest& request);

  NewestJob slate_, summary_, evaluation_;
};

}  // namespace luce::desktop
