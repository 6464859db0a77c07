// The thread that trains a comparison's runs one after another. All signals come in the thread of
// this object, with plain values.
#pragma once

#include <QObject>
#include <memory>
#include <thread>
#include <vector>

#include "core/training/comparison_summary.h"

namespace luce::desktop {

class ComparisonQueue : public QObject {
  Q_OBJECT

 public:
  /// Stops and waits: within a step of the run in progress.
  ~ComparisonQueue() override = default;

  /// Not while another one is running. Runs are recorded in the workspace under that dataset.
  void start(const ComparisonPlan& plan, std::shared_ptr<const SlateTable> table,
             const QString& workspace, const QString& dataset);
  /// Answered by ended().
  void stop() { thread_.request_stop(); }
  bool running() const { return running_; }

 Q_SIGNALS:
  void progressed(luce::ComparisonProgress progress);
  /// After the start and after every run.
  void changed(std::shared_ptr<const std::vector<luce::ComparedScheme>> schemes);
  void refused(QString reason);
  /// The last of a queue's signals. stopped: before it was through.
  void ended(bool stopped);

 private:
  void work(const ComparisonPlan& plan, const SlateTable& table, const QString& workspace,
            const QString& dataset, const std::stop_token& stop);

  bool running_ = false;
  std::jthread thread_;
};

}  // namespace luce::desktop
