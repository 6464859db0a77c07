#include "app/desktop/loop/loop_worker.h"

#include <QFileInfo>
#include <chrono>
#include <utility>

#include "core/common/error.h"
#include "core/simulation/feedback/loop_recorder.h"

namespace luce::desktop {

void LoopWorker::cancel() {
  const std::lock_guard lock(mutex_);
  stop_.request_stop();
}

void LoopWorker::renew() {
  const std::lock_guard lock(mutex_);
  stop_ = std::stop_source();
}

std::stop_token LoopWorker::stopToken() {
  const std::lock_guard lock(mutex_);
  return stop_.get_token();
}

void LoopWorker::begin(const LoopSettings& settings) {
  forget();
  try {
    loop_.emplace(settings);
  } catch (const std::exception& error) {
    Q_EMIT failed(QString::fromStdString(error.what()));
  }
}

void LoopWorker::playRound() {
  // Why there is none was told by begin().
  if (!loop_) return;
  const auto begun = std::chrono::steady_clock::now();
  try {
    const std::stop_token stop = stopToken();
    if (stop.stop_requested()) throw Cancelled();
    loop_->playRound(stop, [this](const LoopProgress& progress) { Q_EMIT progressed(progress); });
    seconds_ += std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    Q_EMIT played(std::make_shared<const std::vector<LoopPoint>>(loop_->points()));
  } catch (const Cancelled&) {
    Q_EMIT cancelled();
  } catch (const std::exception& error) {
    Q_EMIT failed(QString::fromStdString(error.what()));
  }
}

void LoopWorker::setValueWeights(const TaskWeights& weights) {
  if (!loop_ || loop_->finished()) return;
  loop_->setValueWeights(weights);
  Q_EMIT weighed(loop_->roundsPlayed() + 1, weights);
}

void LoopWorker::keep(const QString& file, const QString& name) {
  try {
    if (!loop_) throw Error("There is no loop to keep.");
    const bool existed = QFileInfo::exists(file);
    Workspace workspace = Workspace::open(file.toStdString());
    RecordedLoop recorded;
    try {
      recorded = recordLoop(workspace, *loop_, name.toStdString(), seconds_, {{"qt", qVersion()}});
    } catch (...) {
      if (!existed) Workspace::discardIfEmpty(std::move(workspace));
      throw;
    }
    QStringList runs;
    for (const std::string& run : recorded.runs) runs.append(QString::fromStdString(run));
    Q_EMIT kept(file, runs);
  } catch (const std::exception& error) {
    Q_EMIT keepingFailed(QString::fromStdString(error.what()));
  }
}

void LoopWorker::forget() {
  loop_.reset();
  seconds_ = 0;
}

}  // namespace luce::desktop
