// Runs that are trained one after another. An experiment that is added waits behind those that are
// there and begins by itself once nothing else trains, is compared, opened or imported. What waits
// is kept through a close or a crash and comes back, paused, when its workspace is opened again.
//
//   RunQueue queue(study);
//   queue.add("ppo, small steps", study.experiment());   // as the sliders are now
//   queue.model()                                         // the list, for a view
#pragma once

#include <QObject>
#include <QStringList>

#include "app/desktop/queue/queue_model.h"
#include "app/desktop/queue/queue_store.h"
#include "app/desktop/study/study.h"

namespace luce::desktop {

class RunQueue : public QObject {
  Q_OBJECT

 public:
  explicit RunQueue(Study& study);

  /// For the dataset that is open. A name that is taken gets a number behind it. Does nothing
  /// without a dataset or when the workspace may only be read.
  void add(const QString& name, const Experiment& experiment);
  /// First of "name", "name 2", … that neither the workspace nor the queue has.
  QString freeName(const QString& name) const;
  /// Only waiting runs move. step: −1 = up, 1 = down.
  void move(int id, int step);
  /// A waiting run goes; one that trains is stopped, and keeps its best weights.
  void cancel(int id);
  void cancelAll();
  void discardWaiting();
  /// Removes those that are over from the list; they stay in the workspace.
  void clearEnded();
  /// A paused queue begins nothing; the run that trains goes on.
  void setPaused(bool paused);
  bool paused() const { return paused_; }
  int waiting() const { return model_.waiting(); }
  bool mayAdd() const { return study_.dataset() != nullptr && !study_.readOnly(); }

  QueueModel& model() { return model_; }
  const QueueModel& model() const { return model_; }

 Q_SIGNALS:
  /// A run came, went, moved, began or ended, or the queue was paused or not.
  void changed();
  /// So many wait since the workspace was last open; the queue is paused.
  void restored(int count);
  void told(QString message);

 private:
  void followWorkspace();
  void restore(const QString& workspace, std::vector<QueuedRun> waiting);
  void markRunning(const QString& name);
  void markProgress(const TrainingSnapshot& snapshot);
  void markEnded(const EndedRun& ended);
  void goOn();
  void goOnSoon();
  void save();
  const QueuedRun* running() const;

  Study& study_;
  QueueStore store_;
  QueueModel model_;
  QString workspace_;
  bool paused_ = false;
  int nextId_ = 1;
};

}  // namespace luce::desktop
