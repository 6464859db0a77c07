// While a run is trained, what the workers say of it waits for the window's next picture, so that
// charts, tables and texts are laid out and drawn once for all of it.
#pragma once

#include <QElapsedTimer>
#include <array>
#include <functional>

namespace luce::desktop {

class FrameGate {
 public:
  enum class Answer { Slate, Pinned, Summary, Estimate };

  /// From now on answers wait.
  void close() { closed_ = true; }
  /// Shows what waits; from now on nothing does.
  void open();
  /// A person has asked: for a while, answers are shown as soon as they come.
  void hurry() { asked_.start(); }
  /// Calls show() now, or with the next picture in place of what waits as the same answer.
  void pass(Answer answer, std::function<void()> show);
  /// Shows what waits, in the order of Answer.
  void showWaiting();

 private:
  static constexpr qint64 kHurry = 500;  // ms

  bool closed_ = false;
  QElapsedTimer asked_;
  std::array<std::function<void()>, 4> waiting_;
};

}  // namespace luce::desktop
