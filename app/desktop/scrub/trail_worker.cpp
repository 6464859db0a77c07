#include "app/desktop/scrub/trail_worker.h"

#include <algorithm>
#include <utility>

#include "app/desktop/study/post.h"
#include "core/common/error.h"
#include "core/estimator/estimator.h"
#include "core/training/trail.h"

namespace luce::desktop {

namespace {

constexpr std::size_t kCacheBytes = 256 << 20;

QString whyNoneOf(const Workspace& workspace, const RunView& run) {
  const auto kept = workspace.loadCheckpoint(run.record.id, "result");
  const std::string why = whyNoTrail(run.experiment, kept ? kept->size() : 0);
  return why.empty() ? TrailWorker::tr("This run has no trail of checkpoints to replay.")
                     : QString::fromStdString(why);
}

}  // namespace

TrailWorker::TrailWorker() : cache_(kCacheBytes) {}

template <class Task>
void TrailWorker::attempt(int number, Task&& task) {
  job_.run([this, number, task = std::forward<Task>(task)] {
    try {
      task();
    } catch (const std::exception& error) {
      const QString reason = QString::fromStdString(error.what());
      post(this, [this, number, reason] { Q_EMIT refused(number, reason); });
    }
  });
}

void TrailWorker::open(const TrailSource& source) {
  attempt(source.number, [this, source] {
    const Workspace& workspace = workspaceOf(source);
    const std::vector<std::int64_t> steps = workspace.trail(source.run->record.id);
    const QString whyNone = steps.empty() ? whyNoneOf(workspace, *source.run) : QString();
    post(this,
         [this, number = source.number, found = std::vector<qint64>(steps.begin(), steps.end()),
          whyNone] { Q_EMIT opened(number, found, whyNone); });
  });
}

void TrailWorker::predict(const TrailSource& source, std::int64_t step,
                          std::vector<std::uint32_t> watched) {
  attempt(source.number,
          [this, source, step, watched = std::move(watched)] { answer(source, step, watched); });
}

const Workspace& TrailWorker::workspaceOf(const TrailSource& source) {
  if (std::exchange(number_, source.number) != source.number || !workspace_) {
    cache_.clear();
    workspace_.reset();
    workspace_.emplace(Workspace::open(source.workspace.toStdString(), Access::Read));
  }
  return *workspace_;
}

void TrailWorker::answer(const TrailSource& source, std::int64_t step,
                         std::vector<std::uint32_t> watched) {
  const Workspace& workspace = workspaceOf(source);
  const std::vector<std::uint32_t>& slates = source.run->sample->slates;
  std::erase_if(watched, [&](std::uint32_t slate) {
    return std::binary_search(slates.begin(), slates.end(), slate);
  });
  std::shared_ptr<const Predictions> heldOut = cache_.find(step), others;
  if (!heldOut || !watched.empty()) {
    const auto content = workspace.loadTrail(source.run->record.id, step);
    if (!content) throw Error("The trail has no checkpoint of that step any more.");
    const Estimator estimator = Estimator::fromCheckpoint(*content);
    if (!heldOut) {
      heldOut = std::make_shared<const Predictions>(estimator.predict(*source.table, slates));
      cache_.add(step, heldOut);
    }
    if (!watched.empty()) {
      others = std::make_shared<const Predictions>(estimator.predict(*source.table, watched));
    }
  }
  post(this, [this, number = source.number, step, heldOut, others] {
    Q_EMIT predicted(number, step, heldOut, others);
  });
}

}  // namespace luce::desktop
