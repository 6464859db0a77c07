#include "app/desktop/scrub/trail_player.h"

#include <algorithm>
#include <utility>

namespace luce::desktop {

namespace {

constexpr int kStandardSpeed = 5;

}  // namespace

TrailPlayer::TrailPlayer(Study& study) : study_(study) {
  setSpeed(kStandardSpeed);
  connect(&timer_, &QTimer::timeout, this, &TrailPlayer::advance);
  connect(&study_, &Study::runChanged, this, &TrailPlayer::followRun);
  connect(&study_, &Study::datasetChanged, this, &TrailPlayer::followRun);
  connect(&study_, &Study::workspaceMoved, this, &TrailPlayer::followRun);
  for (const auto changed : {&Study::slateChanged, &Study::pinnedChanged}) {
    connect(&study_, changed, this, [this] {
      if (step_ != kKept) ask();
    });
  }
  connect(&worker_, &TrailWorker::opened, this,
          [this](int number, const std::vector<qint64>& steps, const QString& whyNone) {
            if (number != source_.number) return;
            steps_ = steps;
            whyNone_ = whyNone;
            Q_EMIT trailChanged();
          });
  connect(&worker_, &TrailWorker::predicted, this,
          [this](int number, qint64 step, const auto& heldOut, const auto& watched) {
            if (number == source_.number && step == step_) take(step, heldOut, watched);
          });
  connect(&worker_, &TrailWorker::refused, this, [this](int number, const QString& reason) {
    if (number != source_.number) return;
    showKept();
    Q_EMIT told(reason);
  });
}

void TrailPlayer::forget() {
  pause();
  ++source_.number;
  source_.run.reset();
  source_.table.reset();
  steps_.clear();
  whyNone_.clear();
  step_ = kKept;
  waiting_ = false;
}

void TrailPlayer::followRun() {
  forget();
  if (study_.run() != nullptr) {
    source_.workspace = study_.workspace()->file;
    source_.table = study_.dataset()->table;
    source_.run = study_.runView();
    worker_.open(source_);
  }
  Q_EMIT trailChanged();
}

void TrailPlayer::show(qint64 step) {
  if (!std::binary_search(steps_.begin(), steps_.end(), step) || step == step_) return;
  step_ = step;
  ask();
}

void TrailPlayer::showKept() {
  pause();
  if (std::exchange(step_, kKept) == kKept) return;
  waiting_ = false;
  study_.showKeptWeights();
  Q_EMIT stepShown(kKept);
}

void TrailPlayer::ask() {
  waiting_ = true;
  worker_.predict(source_, step_, study_.watchedSlates());
}

void TrailPlayer::take(qint64 step, std::shared_ptr<const Predictions> heldOut,
                       std::shared_ptr<const Predictions> watched) {
  waiting_ = false;
  study_.showWeights(step, std::move(heldOut), std::move(watched));
  Q_EMIT stepShown(step);
}

void TrailPlayer::play() {
  if (steps_.empty() || playing()) return;
  timer_.start();
  Q_EMIT playingChanged();
  if (step_ == kKept || step_ == steps_.back()) show(steps_.front());
}

void TrailPlayer::pause() {
  if (!playing()) return;
  timer_.stop();
  Q_EMIT playingChanged();
}

void TrailPlayer::setSpeed(int stepsPerSecond) {
  timer_.setInterval(1000 / stepsPerSecond);
}

void TrailPlayer::advance() {
  if (waiting_) return;
  const auto next = std::upper_bound(steps_.begin(), steps_.end(), step_);
  if (next == steps_.end()) {
    pause();
  } else {
    show(*next);
  }
}

}  // namespace luce::desktop
