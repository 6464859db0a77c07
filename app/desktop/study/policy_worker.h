// What a moved slider asks for, computed beside the window: the shown slate, the statistics of all
// predicted slates, and, once the sliders rest, the estimate with its intervals. Each has a thread
// of its own, so that the quick ones never wait for the slow one; a newer request replaces an older
// one.
#pragma once

#include <QObject>
#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>

#include "app/desktop/study/newest_job.h"
#include "app/desktop/study/values.h"
#include "core/objective/scheme.h"
#include "core/training/slate_advantages.h"

namespace luce::desktop {

struct PolicyRequest {
  int generation = 0;  ///< handed back with the answers, so that late ones can be told
  std::shared_ptr<const SlateTable> table;
  std::shared_ptr<const Predictions> predictions;       ///< null: no estimator yet
  std::shared_ptr<const Predictions> slatePredictions;  ///< newer ones of shown and pinned slates
  std::optional<std::uint32_t> slate;                   ///< the shown one
  std::vector<std::uint32_t> pinned = {};
  ObjectiveSettings objective = {};  ///< whose advantages are shown
  PolicySettings settings = {};
  ClipBounds bounds = {};
};

class PolicyWorker : public QObject {
  Q_OBJECT

 public:
  PolicyWorker();

  /// Slate, statistics and estimate.
  void request(const PolicyRequest& request);
  /// The shown slate and the pinned ones only.
  void requestSlate(const PolicyRequest& request);

 Q_SIGNALS:
  void slateViewed(int generation, luce::desktop::SlateView view);
  /// In the order asked.
  void pinnedViewed(int generation,
                    std::shared_ptr<const std::vector<luce::desktop::SlateView>> views);
  void summarised(int generation, std::shared_ptr<const luce::PolicySummary> summary);
  void evaluated(int generation, std::shared_ptr<const luce::PolicyReport> report);
  /// Rows or weights that the log cannot give.
  void refused(int generation, QString reason);

 private:
  template <class Task>
  void attempt(const PolicyRequest& request, Task&& task);
  void viewSlates(const PolicyRequest& request);
  std::vector<double> advantages(const PolicyRequest& request);
  void summarise(const PolicyRequest& request, std::stop_token stop);
  void evaluate(const PolicyRequest& request);

  // Prepared for the log and what of the settings moves seldom; used in the job's thread alone.
  struct Advantages {
    std::shared_ptr<const SlateTable> table;
    ObjectiveSettings settings;
    SlateAdvantages advantages;
  };
  std::optional<Advantages> advantages_;
  struct Summariser {
    std::shared_ptr<const SlateTable> table;
    std::shared_ptr<const Predictions> predictions;
    RowKind rows;
    PropensityRule rule;
    PolicySummariser summariser;
  };
  std::optional<Summariser> summariser_;

  std::mutex mutex_;
  std::stop_source summaryStop_;  ///< of the newest request
  /// A newer request ends the one in progress, but never two in a row: so a long drag over a large
  /// log still shows something.
  std::atomic<bool> summaryEnded_{false}, summarySpared_{false};
  NewestJob slate_, summary_, evaluation_;  // last, so that their threads end before the others go
};

}  // namespace luce::desktop
