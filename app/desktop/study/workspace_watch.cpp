#include "app/desktop/study/workspace_watch.h"

#include "app/desktop/study/post.h"

namespace luce::desktop {

namespace {

constexpr int kInterval = 1000;  // ms

}  // namespace

WorkspaceWatch::WorkspaceWatch() {
  thread_.setMaxThreadCount(1);
  timer_.setInterval(kInterval);
  connect(&timer_, &QTimer::timeout, this, &WorkspaceWatch::look);
}

void WorkspaceWatch::follow(const FilePlace& place) {
  place_ = place;
  whyLost_.clear();
  timer_.start();
}

void WorkspaceWatch::look() {
  if (looking_) return;
  looking_ = true;
  thread_.start([this, place = place_] {
    const QString why = QString::fromStdString(whyOutOfPlace(place));
    post(this, [this, place, why] { take(place, why); });
  });
}

void WorkspaceWatch::take(const FilePlace& place, const QString& why) {
  looking_ = false;
  if (place != place_ || why == whyLost_) return;
  whyLost_ = why;
  Q_EMIT changed();
}

}  // namespace luce::desktop
