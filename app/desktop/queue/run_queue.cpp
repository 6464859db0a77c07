#include "app/desktop/queue/run_queue.h"

#include <algorithm>

#include "app/desktop/study/post.h"

namespace luce::desktop {

namespace {

using State = QueuedRun::State;

State stateOf(TrainingPhase phase) {
  switch (phase) {
    case TrainingPhase::Finished:
      return State::Finished;
    case TrainingPhase::Stopped:
      return State::Stopped;
    default:
      return State::Failed;
  }
}

}  // namespace

RunQueue::RunQueue(Study& study) : study_(study) {
  connect(&study_, &Study::workspaceChanged, this, &RunQueue::followWorkspace);
  connect(&study_, &Study::workspaceMoved, this, [this] {
    workspace_ = study_.workspace()->file;
    save();
  });
  connect(&study_, &Study::datasetChanged, this, [this] {
    model_.setDataset(QString::fromStdString(study_.dataset()->summary.name));
    goOnSoon();
  });
  connect(&study_, &Study::busyChanged, this, &RunQueue::goOnSoon);
  connect(&study_, &Study::trainingChanged, this, &RunQueue::goOnSoon);
  connect(&study_, &Study::trainingBegan, this, &RunQueue::markRunning);
  connect(&study_, &Study::trainingEnded, this, &RunQueue::markEnded);
  connect(&study_, &Study::snapshotTaken, this,
          [this](const auto& snapshot) { markProgress(*snapshot); });
  connect(&store_, &QueueStore::loaded, this, &RunQueue::restore);
  connect(&store_, &QueueStore::refused, this, &RunQueue::told);
  connect(&model_, &QAbstractItemModel::rowsMoved, this, [this] {
    save();
    Q_EMIT changed();
  });
}

QString RunQueue::freeName(const QString& name) const {
  QStringList queued;
  for (const QueuedRun& run : model_.runs()) queued.append(run.name);
  return study_.freeRunName(name, queued);
}

void RunQueue::add(const QString& name, const Experiment& experiment) {
  if (!mayAdd()) return;
  QueuedRun run;
  run.id = nextId_++;
  run.name = freeName(name);
  run.dataset = QString::fromStdString(study_.dataset()->summary.name);
  run.experiment = experiment;
  model_.append(run);
  save();
  Q_EMIT changed();
  goOnSoon();
}

void RunQueue::move(int id, int step) {
  const int row = model_.rowOf(id);
  if (row >= 0) model_.moveBefore(id, step < 0 ? row - 1 : row + 2);
}

void RunQueue::cancel(int id) {
  const int row = model_.rowOf(id);
  if (row < 0) return;
  const State state = model_.runs()[static_cast<std::size_t>(row)].state;
  if (state == State::Running) study_.stopTraining();
  if (state != State::Waiting) return;
  model_.remove(id);
  save();
  Q_EMIT changed();
}

void RunQueue::cancelAll() {
  discardWaiting();
  if (const QueuedRun* const run = running()) cancel(run->id);
}

void RunQueue::discardWaiting() {
  std::vector<int> ids;
  for (const QueuedRun& run : model_.runs()) {
    if (run.state == State::Waiting) ids.push_back(run.id);
  }
  for (const int id : ids) cancel(id);
}

void RunQueue::clearEnded() {
  std::vector<int> ids;
  for (const QueuedRun& run : model_.runs()) {
    if (run.state != State::Waiting && run.state != State::Running) ids.push_back(run.id);
  }
  for (const int id : ids) model_.remove(id);
  Q_EMIT changed();
}

void RunQueue::setPaused(bool paused) {
  if (paused == paused_) return;
  paused_ = paused;
  Q_EMIT changed();
  goOnSoon();
}

void RunQueue::followWorkspace() {
  const QString file = study_.workspace()->file;
  if (file == workspace_) return;
  workspace_ = file;
  model_.clear();
  paused_ = false;
  Q_EMIT changed();
  // What waits belongs to the program that may train it.
  if (!study_.readOnly()) store_.load(workspace_);
}

void RunQueue::restore(const QString& workspace, std::vector<QueuedRun> waiting) {
  if (workspace != workspace_ || waiting.empty()) return;
  for (QueuedRun& run : waiting) {
    run.id = nextId_++;
    model_.append(run);
  }
  if (model_.waiting() > 0) paused_ = true;
  save();
  Q_EMIT changed();
  Q_EMIT restored(model_.waiting());
}

const QueuedRun* RunQueue::running() const {
  const auto found = std::find_if(model_.runs().begin(), model_.runs().end(),
                                  [](const QueuedRun& run) { return run.state == State::Running; });
  return found == model_.runs().end() ? nullptr : &*found;
}

void RunQueue::markRunning(const QString& name) {
  if (running() != nullptr) return;
  // Begun by hand: listed like the others.
  QueuedRun run;
  run.id = nextId_++;
  run.name = name;
  run.dataset = QString::fromStdString(study_.dataset()->summary.name);
  run.experiment = study_.experiment();
  run.state = State::Running;
  model_.append(run);
  Q_EMIT changed();
}

void RunQueue::markProgress(const TrainingSnapshot& snapshot) {
  const QueuedRun* const run = running();
  if (run == nullptr || snapshot.steps == 0) return;
  QueuedRun now = *run;
  now.fraction = static_cast<double>(snapshot.step) / static_cast<double>(snapshot.steps);
  now.secondsLeft = snapshot.secondsLeft;
  model_.replace(now);
}

void RunQueue::markEnded(const EndedRun& ended) {
  const QueuedRun* const run = running();
  if (run == nullptr || run->name != ended.name) return;
  QueuedRun now = *run;
  now.state = stateOf(ended.phase);
  now.message = ended.message;
  now.heldOut = ended.heldOut;
  model_.replace(now);
  Q_EMIT changed();
}

void RunQueue::goOnSoon() {
  // Not from inside a signal of the study, which may still be changing.
  post(this, [this] { goOn(); });
}

void RunQueue::goOn() {
  if (paused_ || !mayAdd() || study_.busy() || study_.training() || running() != nullptr) return;
  const QString dataset = QString::fromStdString(study_.dataset()->summary.name);
  const auto& runs = model_.runs();
  const auto next = std::find_if(runs.begin(), runs.end(), [&](const QueuedRun& run) {
    return run.state == State::Waiting && run.dataset == dataset;
  });
  if (next == runs.end()) return;
  QueuedRun run = *next;
  model_.moveBefore(run.id, static_cast<int>(runs.size()) - model_.waiting());
  run.state = State::Running;
  model_.replace(run);
  save();
  Q_EMIT changed();
  if (study_.trainQueued(run.name, run.experiment)) return;
  run.state = State::Waiting;
  model_.replace(run);
  save();
}

void RunQueue::save() {
  if (workspace_.isEmpty()) return;
  std::vector<QueuedRun> waiting;
  for (const QueuedRun& run : model_.runs()) {
    if (run.state == State::Waiting) waiting.push_back(run);
  }
  store_.save(workspace_, waiting);
}

}  // namespace luce::desktop
