// Profiles a dataset beside the window; a newer dataset replaces an older one.
#pragma once

#include <QObject>
#include <QString>
#include <memory>
#include <mutex>
#include <stop_token>

#include "app/desktop/study/newest_job.h"
#include "core/dataset/profile.h"

namespace luce::desktop {

class ProfileWorker : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;
  /// Breaks off the profile in progress and waits for its end.
  ~ProfileWorker() override;

  void request(int question, std::shared_ptr<const SlateTable> table);
  void cancel();

 Q_SIGNALS:
  void progressed(int question, double fraction, QString stage);
  void profiled(int question, std::shared_ptr<const luce::DatasetProfile> profile);
  void refused(int question, QString reason);

 private:
  std::mutex mutex_;
  std::stop_source stop_;
  NewestJob job_;  // the last member, so that its thread ends before the others go
};

}  // namespace luce::desktop
