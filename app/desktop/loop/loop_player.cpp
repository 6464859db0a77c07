#include "app/desktop/loop/loop_player.h"

#include <algorithm>

#include "app/desktop/loop/loop_document.h"
#include "app/desktop/study/post.h"
#include "app/desktop/theme.h"
#include "core/common/give_way.h"

namespace luce::desktop {

namespace {

/// A dragged slider changes weights many times; the loop hears of the last one.
constexpr int kPatience = 250;  // ms

QString changeText(const TaskWeights& before, const TaskWeights& after) {
  QStringList parts;
  for (std::size_t task = 0; task < kAudienceTasks.size(); ++task) {
    if (before[task] == after[task]) continue;
    parts << QString("%1 %2 → %3")
                 .arg(QString::fromUtf8(kAudienceTasks[task].data()), theme::number(before[task]),
                      theme::number(after[task]));
  }
  return parts.join(", ");
}

std::size_t standardAgainst(const LoopSettings& settings) {
  const auto found =
      std::find_if(settings.rankers.begin(), settings.rankers.end(),
                   [](const RankerSettings& ranker) { return ranker.kind == "supervised"; });
  return found == settings.rankers.end()
             ? 0
             : static_cast<std::size_t>(found - settings.rankers.begin());
}

}  // namespace

LoopPlayer::LoopPlayer(QObject* parent) : QObject(parent), worker_(new LoopWorker) {
  worker_->moveToThread(&thread_);
  thread_.setObjectName("feedback loop");
  connectWorker();
  connect(&thread_, &QThread::started, worker_, [] { giveWay(); });
  thread_.start();
  weightsTimer_.setSingleShot(true);
  weightsTimer_.setInterval(kPatience);
  connect(&weightsTimer_, &QTimer::timeout, this, &LoopPlayer::sendWeights);
}

LoopPlayer::~LoopPlayer() {
  worker_->cancel();
  thread_.quit();
  thread_.wait();
  delete worker_;
}

void LoopPlayer::connectWorker() {
  connect(worker_, &LoopWorker::progressed, this, [this](const LoopProgress& progress) {
    if (!playing()) return;
    progress_ = progress;
    Q_EMIT changed();
  });
  connect(worker_, &LoopWorker::played, this,
          [this](std::shared_ptr<const std::vector<LoopPoint>> points) {
            points_ = std::move(points);
            ++played_;
            summarise();
            if (played_ >= settings_.rounds) {
              state_ = State::Finished;
            } else if (goesOn_ && !stopping_) {
              return playRound(true);
            } else {
              state_ = State::Paused;
            }
            stopping_ = false;
            Q_EMIT changed();
          });
  connect(worker_, &LoopWorker::cancelled, this, [this] {
    state_ = State::Paused;
    stopping_ = false;
    Q_EMIT changed();
  });
  connect(worker_, &LoopWorker::failed, this, [this](const QString& reason) {
    state_ = played_ > 0 ? State::Paused : State::Empty;
    stopping_ = false;
    Q_EMIT changed();
    Q_EMIT failed(reason);
  });
  connect(worker_, &LoopWorker::weighed, this, &LoopPlayer::mark);
  connect(worker_, &LoopWorker::kept, this, [this](const QString& file, const QStringList& runs) {
    keeping_ = false;
    Q_EMIT changed();
    Q_EMIT kept(file, runs);
  });
  connect(worker_, &LoopWorker::keepingFailed, this, [this](const QString& reason) {
    keeping_ = false;
    Q_EMIT changed();
    Q_EMIT keepingFailed(reason);
  });
}

void LoopPlayer::begin(const LoopSettings& settings) {
  if (playing() || keeping_) return;
  reset();
  settings_ = settings;
  weights_ = weightsOf(settings);
  against_ = standardAgainst(settings);
  state_ = State::Paused;
  post(worker_, [worker = worker_, settings] { worker->begin(settings); });
  Q_EMIT changed();
}

void LoopPlayer::playRound(bool goesOn) {
  goesOn_ = goesOn;
  stopping_ = false;
  state_ = State::Playing;
  progress_ = {played_, 0, settings_.rankers.size() * static_cast<std::size_t>(settings_.seeds)};
  worker_->renew();
  if (weightsTimer_.isActive()) sendWeights();
  post(worker_, [worker = worker_] { worker->playRound(); });
  Q_EMIT changed();
}

void LoopPlayer::play() {
  if (keeping_ || stopping_) return;
  if (state_ == State::Paused) playRound(true);
  if (pausing()) {
    goesOn_ = true;
    Q_EMIT changed();
  }
}

void LoopPlayer::step() {
  if (state_ == State::Paused && !keeping_) playRound(false);
}

void LoopPlayer::pause() {
  if (!playing() || !goesOn_) return;
  goesOn_ = false;
  Q_EMIT changed();
}

void LoopPlayer::stop() {
  if (!playing() || stopping_) return;
  stopping_ = true;
  goesOn_ = false;
  worker_->cancel();
  Q_EMIT changed();
}

void LoopPlayer::reset() {
  if (playing() || keeping_ || state_ == State::Empty) return;
  state_ = State::Empty;
  weightsTimer_.stop();
  ++generation_;
  played_ = 0;
  marks_.clear();
  markedWeights_.clear();
  points_.reset();
  view_.reset();
  post(worker_, [worker = worker_] { worker->forget(); });
  Q_EMIT marksChanged();
  Q_EMIT viewChanged();
  Q_EMIT changed();
}

void LoopPlayer::setWeights(const TaskWeights& weights) {
  if (state_ == State::Empty || state_ == State::Finished || weights == weights_) return;
  weights_ = weights;
  weightsTimer_.start();
}

void LoopPlayer::sendWeights() {
  weightsTimer_.stop();
  post(worker_, [worker = worker_, weights = weights_] { worker->setValueWeights(weights); });
}

void LoopPlayer::mark(int round, const TaskWeights& weights) {
  if (state_ == State::Empty) return;
  if (!marks_.empty() && marks_.back().round == round) {
    marks_.pop_back();
    markedWeights_.pop_back();
  }
  const TaskWeights before = markedWeights_.empty() ? weightsOf(settings_) : markedWeights_.back();
  if (weights != before) {
    marks_.push_back({round, changeText(before, weights)});
    markedWeights_.push_back(weights);
  }
  Q_EMIT marksChanged();
}

void LoopPlayer::setAgainst(std::size_t ranker) {
  if (ranker == against_ || ranker >= settings_.rankers.size()) return;
  against_ = ranker;
  if (points_) summarise();
}

void LoopPlayer::summarise() {
  summaries_.run([this, points = points_, rankers = shownRankers(settings_),
                  rounds = settings_.rounds, seeds = settings_.seeds, against = against_,
                  generation = generation_] {
    auto view =
        std::make_shared<const LoopView>(summariseLoop(rankers, rounds, seeds, *points, against));
    post(this, [this, generation, view = std::move(view)] {
      if (generation != generation_) return;
      view_ = view;
      Q_EMIT viewChanged();
    });
  });
}

void LoopPlayer::keep(const QString& file, const QString& name) {
  if (playing() || keeping_ || played_ == 0) return;
  keeping_ = true;
  post(worker_, [worker = worker_, file, name] { worker->keep(file, name); });
  Q_EMIT changed();
}

}  // namespace luce::desktop
