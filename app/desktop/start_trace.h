// Measures how long the program takes to be of use. Set LUCE_TRACE_START=1 to have it print, as
// they come, the milliseconds from the start of the process (by the system's account, which counts
// in hundredths of a second) to
//   main      its own first line: the libraries that it is linked with are loaded
//   window    the first complete frame of the window
//   study     the first frame with a slate of the study that is opened
//   LibTorch  when something can be computed with tensors
#pragma once

#include <QObject>
#include <memory>

namespace luce::desktop {

class MainWindow;

class StartTrace : public QObject {
 public:
  /// Prints "main". Null unless the environment asks for it.
  static std::unique_ptr<StartTrace> fromEnvironment();

  /// Prints the rest. The window must outlive this object.
  void watch(MainWindow& window);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  MainWindow* window_ = nullptr;
  const char* painting_ = nullptr;  ///< what the next frame is the first of
};

}  // namespace luce::desktop
