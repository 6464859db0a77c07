// Reads a run's trail and says what its weights predict, beside the window: newest question wins.
// All signals come in the thread of this object.
#pragma once

#include <QObject>
#include <memory>
#include <optional>
#include <vector>

#include "app/desktop/scrub/prediction_cache.h"
#include "app/desktop/study/newest_job.h"
#include "app/desktop/study/values.h"

namespace luce::desktop {

/// A run whose trail is asked for.
struct TrailSource {
  int number = 0;  ///< handed back, so that late answers can be told
  QString workspace;
  std::shared_ptr<const SlateTable> table;
  std::shared_ptr<const RunView> run;
};

class TrailWorker : public QObject {
  Q_OBJECT

 public:
  TrailWorker();

  /// Answered by opened().
  void open(const TrailSource& source);
  /// What the weights of a step predict of the run's held-out slates and of those of the watched
  /// ones, ascending, that are not among them. Answered by predicted() or refused(), unless a newer
  /// question comes.
  void predict(const TrailSource& source, std::int64_t step, std::vector<std::uint32_t> watched);

 Q_SIGNALS:
  /// steps: ascending; without any, why, for people.
  void opened(int number, std::vector<qint64> steps, QString whyNone);
  /// watched: null where all that are watched are among the held-out ones.
  void predicted(int number, qint64 step, std::shared_ptr<const luce::Predictions> heldOut,
                 std::shared_ptr<const luce::Predictions> watched);
  void refused(int number, QString reason);

 private:
  template <class Task>
  void attempt(int number, Task&& task);
  void answer(const TrailSource& source, std::int64_t step, std::vector<std::uint32_t> watched);

  /// Stays open while questions of the same number come.
  const Workspace& workspaceOf(const TrailSource& source);

  // Used by the job alone, for the run that was asked for last.
  int number_ = 0;
  std::optional<Workspace> workspace_;
  PredictionCache cache_;
  NewestJob job_;
};

}  // namespace luce::desktop
