// Steps for undo that a worker carries out and may refuse: a refused one is taken off the stack,
// as if it had never been done.
#pragma once

#include <QString>
#include <QUndoStack>
#include <functional>
#include <map>
#include <memory>

namespace luce::desktop {

class AskedSteps {
 public:
  /// Asks the worker; its answer brings the number back.
  using Ask = std::function<void(int number)>;

  explicit AskedSteps(QUndoStack& stack);
  /// Steps that are still on the stack ask for nothing any more.
  ~AskedSteps();
  AskedSteps(const AskedSteps&) = delete;
  AskedSteps& operator=(const AskedSteps&) = delete;

  /// Does it, and lets it be undone.
  void push(const QString& title, Ask undo, Ask redo);
  /// The worker refused what that number asked for.
  void withdraw(int number);

 private:
  class Step;
  /// Those on the stack, by number; outlives whichever goes first.
  using Steps = std::map<int, Step*>;

  QUndoStack& stack_;
  std::shared_ptr<Steps> steps_;
  int number_ = 0;
};

}  // namespace luce::desktop
