// One change of a value, for undo. A dragged control makes many; those that follow each other
// quickly become one step from the first value to the last.
#pragma once

#include <QString>
#include <QUndoCommand>
#include <chrono>
#include <functional>
#include <utility>

namespace luce::desktop {

/// Of changes that never become one step with others.
inline constexpr int kOwnStep = -1;

/// Commands of the same control on one stack must hold the same type of value.
template <class Value>
class MergingCommand : public QUndoCommand {
 public:
  using Apply = std::function<void(const Value&)>;
  /// What leads from one value to another, for people.
  using Describe = std::function<QString(const Value& before, const Value& after)>;
  /// Whether a later change belongs to the same step, beside coming from the same control soon.
  using Continues = std::function<bool(const Value& earlier, const Value& later)>;

  MergingCommand(
      Value before, Value after, int control, Apply apply, Describe describe,
      Continues continues = [](const Value&, const Value&) { return true; })
      : before_(std::move(before)),
        after_(std::move(after)),
        control_(control),
        apply_(std::move(apply)),
        describe_(std::move(describe)),
        continues_(std::move(continues)) {
    setText(describe_(before_, after_));
  }

  void undo() override { apply_(before_); }
  void redo() override { apply_(after_); }
  int id() const override { return control_; }
  bool mergeWith(const QUndoCommand* next) override {
    const auto& later = *static_cast<const MergingCommand*>(next);
    if (later.time_ - time_ > kSameStep || !continues_(after_, later.after_)) return false;
    after_ = later.after_;
    time_ = later.time_;
    setText(describe_(before_, after_));
    setObsolete(after_ == before_);
    return true;
  }

 private:
  using Clock = std::chrono::steady_clock;
  static constexpr std::chrono::seconds kSameStep{1};

  Value before_, after_;
  int control_;
  Apply apply_;
  Describe describe_;
  Continues continues_;
  Clock::time_point time_ = Clock::now();
};

}  // namespace luce::desktop
