// The feedback loop that a person watches: what it does now, what it has come to, and what it is
// told. Knows no widgets; the page shows it. Rounds are played, and means taken, in other threads.
#pragma once

#include <QObject>
#include <QThread>
#include <QTimer>
#include <memory>
#include <vector>

#include "app/desktop/loop/loop_view.h"
#include "app/desktop/loop/loop_worker.h"
#include "app/desktop/study/newest_job.h"

namespace luce::desktop {

class LoopPlayer : public QObject {
  Q_OBJECT

 public:
  enum class State {
    Empty,     ///< nothing was begun
    Playing,   ///< a round is being played
    Paused,    ///< between two rounds
    Finished,  ///< all rounds are played
  };

  explicit LoopPlayer(QObject* parent = nullptr);
  /// Breaks off what is in progress and waits for its end.
  ~LoopPlayer() override;

  State state() const { return state_; }
  bool playing() const { return state_ == State::Playing; }
  /// Whether the round in progress is the last one before a pause.
  bool pausing() const { return playing() && !goesOn_; }
  /// The round in progress is being broken off.
  bool stopping() const { return stopping_; }
  bool keeping() const { return keeping_; }
  /// What it was begun with, and is played by but for the weights.
  const LoopSettings& settings() const { return settings_; }
  const TaskWeights& weights() const { return weights_; }
  int roundsPlayed() const { return played_; }
  const LoopProgress& progress() const { return progress_; }
  const std::vector<RoundMark>& marks() const { return marks_; }
  /// Null before the first round.
  std::shared_ptr<const LoopView> view() const { return view_; }
  std::shared_ptr<const std::vector<LoopPoint>> points() const { return points_; }

  /// Begins another loop, without playing.
  void begin(const LoopSettings& settings);
  void play();
  /// After the round in progress.
  void pause();
  /// One round, then a pause.
  void step();
  /// Breaks the round in progress off; those before it stay.
  void stop();
  /// Forgets the loop.
  void reset();
  /// From the next round on; changes soon after each other are one.
  void setWeights(const TaskWeights& weights);
  /// The ranker that differences are taken to.
  void setAgainst(std::size_t ranker);
  /// Answered by kept or keepingFailed.
  void keep(const QString& file, const QString& name);

 Q_SIGNALS:
  void changed();  ///< state, progress, what is in progress
  void viewChanged();
  void marksChanged();
  void failed(QString reason);
  void kept(QString file, QStringList runs);
  void keepingFailed(QString reason);

 private:
  void connectWorker();
  void playRound(bool goesOn);
  void sendWeights();
  void mark(int round, const TaskWeights& weights);
  void summarise();

  QThread thread_;
  LoopWorker* worker_;
  NewestJob summaries_;
  QTimer weightsTimer_;
  State state_ = State::Empty;
  bool goesOn_ = false, stopping_ = false, keeping_ = false;
  LoopSettings settings_;
  TaskWeights weights_;
  std::vector<TaskWeights> markedWeights_;  ///< as marks_
  int played_ = 0;
  int generation_ = 0;  ///< of the loop, to tell late summaries
  std::size_t against_ = 0;
  LoopProgress progress_;
  std::vector<RoundMark> marks_;
  std::shared_ptr<const std::vector<LoopPoint>> points_;
  std::shared_ptr<const LoopView> view_;
};

}  // namespace luce::desktop
