// Plays a feedback loop in a thread of its own, and keeps it in a workspace. Methods are to be
// called through post(), but for those that say otherwise; answers are signals.
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <vector>

#include "core/simulation/feedback/feedback_loop.h"

namespace luce::desktop {

class LoopWorker : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;

  /// Safe from any thread: breaks off the round in progress and those that wait, until renew().
  void cancel();
  /// Safe from any thread.
  void renew();

  /// Another loop instead of the one there was.
  void begin(const luce::LoopSettings& settings);
  void playRound();
  /// From the next round on.
  void setValueWeights(const luce::TaskWeights& weights);
  /// Makes the workspace where there is none.
  void keep(const QString& file, const QString& name);
  void forget();

 Q_SIGNALS:
  void progressed(luce::LoopProgress progress);
  /// A round is over. points: of all rounds so far.
  void played(std::shared_ptr<const std::vector<luce::LoopPoint>> points);
  /// The round was broken off, and the loop is where it was before it.
  void cancelled();
  /// The round or the whole loop could not be played.
  void failed(QString reason);
  /// round: from 1, the first one with the new weights.
  void weighed(int round, luce::TaskWeights weights);
  void kept(QString file, QStringList runs);
  void keepingFailed(QString reason);

 private:
  std::stop_token stopToken();

  std::mutex mutex_;
  std::stop_source stop_;
  std::optional<FeedbackLoop> loop_;
  double seconds_ = 0;  ///< that its rounds have taken
};

}  // namespace luce::desktop
