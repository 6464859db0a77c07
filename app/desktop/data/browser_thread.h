// A thread with a slate browser of its own, for one kind of question. A newer question breaks off
// the one in progress and replaces one that waits.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>

#include "app/desktop/study/newest_job.h"
#include "core/workspace/slate_browser.h"

namespace luce::desktop {

/// Where to look.
struct BrowseSource {
  std::filesystem::path workspace;
  DatasetSummary dataset;
};

class BrowserThread {
 public:
  using Job = std::function<void(SlateBrowser& browser, std::stop_token stop)>;
  /// Called in the thread with what went wrong; never for a question that was broken off.
  using Refusal = std::function<void(const std::string& reason)>;

  BrowserThread() = default;
  /// Breaks off the question in progress and waits for its end.
  ~BrowserThread();
  BrowserThread(const BrowserThread&) = delete;
  BrowserThread& operator=(const BrowserThread&) = delete;

  /// Safe from any thread.
  void ask(std::shared_ptr<const BrowseSource> source, Job job, Refusal refused);
  void cancel();

 private:
  std::mutex mutex_;
  std::stop_source stop_;
  // Used in the thread alone.
  std::shared_ptr<const BrowseSource> opened_;
  std::unique_ptr<SlateBrowser> browser_;
  NewestJob job_;  // the last member, so that its thread ends before the others go
};

}  // namespace luce::desktop
