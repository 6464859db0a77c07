#include "app/desktop/study/asked_steps.h"

#include <utility>

namespace luce::desktop {

class AskedSteps::Step : public QUndoCommand {
 public:
  Step(const std::shared_ptr<Steps>& steps, int number, const QString& title, Ask undo, Ask redo)
      : QUndoCommand(title),
        steps_(steps),
        number_(number),
        undo_(std::move(undo)),
        redo_(std::move(redo)) {
    (*steps)[number] = this;
  }
  ~Step() override {
    if (const auto steps = steps_.lock()) steps->erase(number_);
  }
  Step(const Step&) = delete;
  Step& operator=(const Step&) = delete;

  void undo() override { ask(undo_); }
  void redo() override { ask(redo_); }

  /// The stack then forgets this step; further ones are as they were.
  void withdraw(QUndoStack& stack) {
    setObsolete(true);
    const int index = stack.index();
    if (index > 0 && stack.command(index - 1) == this) {
      stack.undo();
    } else if (index < stack.count() && stack.command(index) == this) {
      stack.redo();
    }
  }

 private:
  void ask(const Ask& what) {
    if (!steps_.expired() && !isObsolete()) what(number_);
  }

  std::weak_ptr<Steps> steps_;
  int number_;
  Ask undo_, redo_;
};

AskedSteps::AskedSteps(QUndoStack& stack) : stack_(stack), steps_(std::make_shared<Steps>()) {}

AskedSteps::~AskedSteps() = default;

void AskedSteps::push(const QString& title, Ask undo, Ask redo) {
  stack_.push(new Step(steps_, ++number_, title, std::move(undo), std::move(redo)));
}

void AskedSteps::withdraw(int number) {
  const auto step = steps_->find(number);
  if (step != steps_->end()) step->second->withdraw(stack_);
}

}  // namespace luce::desktop
