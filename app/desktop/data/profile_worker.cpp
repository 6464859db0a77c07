#include "app/desktop/data/profile_worker.h"

#include <utility>

#include "core/common/error.h"

namespace luce::desktop {

ProfileWorker::~ProfileWorker() {
  cancel();
}

void ProfileWorker::cancel() {
  const std::lock_guard lock(mutex_);
  stop_.request_stop();
}

void ProfileWorker::request(int question, std::shared_ptr<const SlateTable> table) {
  std::stop_token stop;
  {
    const std::lock_guard lock(mutex_);
    stop_.request_stop();
    stop_ = std::stop_source();
    stop = stop_.get_token();
  }
  job_.run([this, question, table = std::move(table), stop = std::move(stop)] {
    try {
      const Progress progress = [&](double fraction, std::string_view stage) {
        Q_EMIT progressed(question, fraction,
                          QString::fromUtf8(stage.data(), static_cast<int>(stage.size())));
      };
      Q_EMIT profiled(question,
                      std::make_shared<const DatasetProfile>(profileOf(*table, progress, stop)));
    } catch (const Cancelled&) {
      return;
    } catch (const std::exception& error) {
      Q_EMIT refused(question, error.what());
    }
  });
}

}  // namespace luce::desktop
