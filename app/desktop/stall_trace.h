// Measures how late the interface handles events. Set LUCE_TRACE_STALLS=1 to have the program
// print, when it ends, the median, the 99th percentile and the longest delay seen.
#pragma once

#include <QObject>
#include <memory>
#include <thread>
#include <vector>

namespace luce::desktop {

class StallTrace : public QObject {
 public:
  /// Null unless the environment asks for it.
  static std::unique_ptr<StallTrace> fromEnvironment();

  StallTrace();
  ~StallTrace() override;

 private:
  void probe(const std::stop_token& stop);

  std::vector<float> delays_;  // ms; written in the interface's thread only
  std::jthread thread_;
};

}  // namespace luce::desktop
