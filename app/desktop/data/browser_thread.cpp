#include "app/desktop/data/browser_thread.h"

#include <utility>

#include "core/common/error.h"

namespace luce::desktop {

BrowserThread::~BrowserThread() {
  cancel();
}

void BrowserThread::cancel() {
  const std::lock_guard lock(mutex_);
  stop_.request_stop();
}

void BrowserThread::ask(std::shared_ptr<const BrowseSource> source, Job job, Refusal refused) {
  std::stop_token stop;
  {
    const std::lock_guard lock(mutex_);
    stop_.request_stop();
    stop_ = std::stop_source();
    stop = stop_.get_token();
  }
  job_.run([this, source = std::move(source), job = std::move(job), refused = std::move(refused),
            stop = std::move(stop)] {
    if (stop.stop_requested()) return;
    try {
      if (opened_ != source) {
        browser_.reset();
        opened_.reset();
        browser_ = std::make_unique<SlateBrowser>(source->workspace, source->dataset);
        opened_ = source;
      }
      job(*browser_, stop);
    } catch (const Cancelled&) {
      return;
    } catch (const std::exception& error) {
      refused(error.what());
    }
  });
}

}  // namespace luce::desktop
