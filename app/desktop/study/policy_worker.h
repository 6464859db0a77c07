// What a moved slider asks for, computed beside the window: the shown slate first, then the
// statistics of all predicted slates, then, when nothing newer is asked, the estimate with its
// intervals. A newer request replaces an older one.
#pragma once

#include <QObject>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

#include "app/desktop/study/values.h"
#include "core/objective/scheme.h"

namespace luce::desktop {

struct PolicyRequest {
  std::shared_ptr<const SlateTable> table;
  std::shared_ptr<const Predictions> predictions;       ///< null: no estimator yet
  std::shared_ptr<const Predictions> slatePredictions;  ///< of the shown slate, if not among those
  std::optional<std::uint32_t> slate;                   ///< the shown one
  PolicySettings settings;
  ClipBounds bounds;
};

class PolicyWorker : public QObject {
  Q_OBJECT

 public:
  PolicyWorker();
  ~PolicyWorker() override;

  void request(PolicyRequest request);

 Q_SIGNALS:
  /// predicted: false when no estimator has seen the slate, so that only logged facts are given.
  void slateViewed(std::shared_ptr<const std::vector<luce::CandidateView>> candidates,
                   bool predicted);
  void summarised(std::shared_ptr<const luce::PolicySummary> summary);
  void evaluated(std::shared_ptr<const luce::PolicyReport> report);
  /// Rows or weights that the log cannot give.
  void refused(QString reason);

 private:
  void work(const std::stop_token& stop);
  void answer(const PolicyRequest& request);
  bool newerWaiting();

  std::mutex mutex_;
  std::condition_variable_any condition_;
  std::optional<PolicyRequest> waiting_;
  std::jthread thread_;
};

}  // namespace luce::desktop
