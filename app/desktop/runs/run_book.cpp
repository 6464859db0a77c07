#include "app/desktop/runs/run_book.h"

#include <algorithm>
#include <utility>

#include "core/common/error.h"

namespace luce::desktop {

namespace {

/// Of changes of the experiment that never become one step with others.
constexpr int kOwnStep = -1;

}  // namespace

RunBook::RunBook(Study& study, QObject* parent)
    : QObject(parent), study_(study), steps_(study.undoStack()) {
  connect(&study_, &Study::runsChangeAnswered, this, &RunBook::takeAnswer);
}

const RunEntry* RunBook::find(std::int64_t run) const {
  if (study_.workspace() == nullptr) return nullptr;
  for (const auto* entries : {&study_.workspace()->runs, &study_.workspace()->runsPutAway}) {
    for (const RunEntry& entry : *entries) {
      if (entry.record.id == run) return &entry;
    }
  }
  return nullptr;
}

QString RunBook::nameOf(const std::vector<std::int64_t>& runs) const {
  if (runs.size() != 1) return tr("%1 runs").arg(runs.size());
  return tr("the run %1").arg(QString::fromStdString(find(runs.front())->record.name));
}

void RunBook::push(const QString& title, std::vector<RunChange> before,
                   std::vector<RunChange> after) {
  const auto asking = [this](std::vector<RunChange> changes) {
    return [this, changes = std::move(changes)](int number) { study_.changeRuns(changes, number); };
  };
  steps_.push(title, asking(std::move(before)), asking(std::move(after)));
}

void RunBook::takeAnswer(int number, const QString& error) {
  if (error.isEmpty()) return;
  steps_.withdraw(number);
  Q_EMIT failed({tr("The runs could not be changed"), error, {}});
}

void RunBook::rename(std::int64_t run, const QString& name) {
  const RunEntry* const entry = find(run);
  if (entry == nullptr || study_.refusesToWrite()) return;
  const QString before = QString::fromStdString(entry->record.name);
  if (name == before) return;
  const auto& runs = study_.workspace()->runs;
  const bool taken = std::any_of(runs.begin(), runs.end(), [&](const RunEntry& other) {
    return other.record.name == name.toStdString();
  });
  if (name.isEmpty() || taken) {
    Q_EMIT told(name.isEmpty() ? tr("A run needs a name.")
                               : tr("There is already a run named %1.").arg(name));
    return;
  }
  if (entry->record.status == RunStatus::Running) {
    Q_EMIT told(tr("%1 is still being trained; rename it when it has ended.").arg(before));
    return;
  }
  push(tr("rename the run %1 to %2").arg(before, name),
       {{.run = run, .name = before.toStdString()}}, {{.run = run, .name = name.toStdString()}});
}

void RunBook::setNote(std::int64_t run, const QString& note) {
  const RunEntry* const entry = find(run);
  if (entry == nullptr || study_.refusesToWrite()) return;
  if (entry->record.note == note.toStdString()) return;
  push(tr("note on %1").arg(nameOf({run})), {{.run = run, .note = entry->record.note}},
       {{.run = run, .note = note.toStdString()}});
}

void RunBook::setColour(const std::vector<std::int64_t>& runs, const QString& colour) {
  if (study_.refusesToWrite()) return;
  std::vector<RunChange> before, after;
  std::vector<std::int64_t> changed;
  for (const std::int64_t run : runs) {
    const RunEntry* const entry = find(run);
    if (entry == nullptr || entry->record.colour == colour.toStdString()) continue;
    changed.push_back(run);
    before.push_back({.run = run, .colour = entry->record.colour});
    after.push_back({.run = run, .colour = colour.toStdString()});
  }
  if (changed.empty()) return;
  push(tr("colour %1").arg(nameOf(changed)), std::move(before), std::move(after));
}

void RunBook::putAway(const std::vector<std::int64_t>& runs) {
  if (study_.refusesToWrite()) return;
  std::vector<RunChange> before, after;
  std::vector<std::int64_t> removed;
  QStringList running;
  for (const std::int64_t run : runs) {
    const RunEntry* const entry = find(run);
    if (entry == nullptr || !entry->record.removed.empty()) continue;
    if (entry->record.status == RunStatus::Running) {
      running.append(QString::fromStdString(entry->record.name));
      continue;
    }
    removed.push_back(run);
    before.push_back({.run = run, .putAway = false});
    after.push_back({.run = run, .putAway = true});
  }
  if (!running.isEmpty()) {
    Q_EMIT told(tr("Still being trained, and so not removed: %1").arg(running.join(", ")));
  }
  if (removed.empty()) return;
  const QString what = nameOf(removed);
  push(tr("remove %1").arg(what), std::move(before), std::move(after));
  if (!running.isEmpty()) return;
  Q_EMIT told((removed.size() == 1 ? tr("Removed %1; Ctrl+Z brings it back.")
                                   : tr("Removed %1; Ctrl+Z brings them back."))
                  .arg(what));
}

void RunBook::bringBack(const std::vector<std::int64_t>& runs) {
  if (study_.refusesToWrite()) return;
  std::vector<RunChange> before, after;
  std::vector<std::int64_t> brought;
  for (const std::int64_t run : runs) {
    const RunEntry* const entry = find(run);
    if (entry == nullptr || entry->record.removed.empty()) continue;
    brought.push_back(run);
    before.push_back({.run = run, .putAway = true});
    after.push_back({.run = run, .putAway = false});
  }
  if (brought.empty()) return;
  push(tr("bring back %1").arg(nameOf(brought)), std::move(before), std::move(after));
}

void RunBook::takeExperiment(std::int64_t run) {
  const RunEntry* const entry = find(run);
  if (entry == nullptr || study_.dataset() == nullptr) return;
  try {
    const Experiment experiment = experimentFromJson(entry->record.experiment);
    const auto& tasks = study_.dataset()->table->schema().tasks;
    valueWeights(experiment, tasks);
    rewardWeights(experiment, tasks);
    const QString name = QString::fromStdString(entry->record.name);
    study_.changeExperiment(experiment, tr("take the experiment of %1").arg(name), kOwnStep);
    Q_EMIT told(tr("The sliders have the experiment of %1.").arg(name));
  } catch (const Error& error) {
    Q_EMIT failed({tr("This experiment does not fit the open dataset"), error.what(), {}});
  }
}

}  // namespace luce::desktop
