// Measures how long a moved slider takes until the charts show what it does. Set
// LUCE_TRACE_SLIDERS=1 to have the program print, when it ends, the median, the 95th percentile and
// the longest time from the input event that changed a setting to the new statistics (π, ρ, ESS,
// IPS, SNIPS of all predicted slates) in the window, and to the end of the repaint that shows them.
//
// Moves that follow each other before the charts have caught up count as one, from the first of
// them.
#pragma once

#include <QObject>
#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace luce::desktop {

class MainWindow;

class SliderTrace : public QObject {
 public:
  /// Null unless the environment asks for it. The window must outlive it.
  static std::unique_ptr<SliderTrace> fromEnvironment(MainWindow& window);

  explicit SliderTrace(MainWindow& window);
  ~SliderTrace() override;

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  using Clock = std::chrono::steady_clock;

  void take(std::vector<double>& times, Clock::time_point since);

  QObject* chart_;                                 ///< whose repaint is waited for
  std::optional<Clock::time_point> input_;         ///< the one being handled
  std::optional<Clock::time_point> moved_, told_;  ///< inputs that wait: for statistics, a repaint
  std::vector<double> untilTold_, untilShown_;     ///< ms
};

}  // namespace luce::desktop
