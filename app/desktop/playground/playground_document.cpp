#include "app/desktop/playground/playground_document.h"

#include <QFile>
#include <chrono>
#include <filesystem>
#include <ostream>

#include "app/desktop/playground/playground_presets.h"
#include "core/common/error.h"
#include "core/common/safe_file.h"
#include "core/playground/blackboard_document.h"

namespace luce::desktop {

namespace {

using State = PlaygroundDocument::State;
using Clock = std::chrono::steady_clock;
constexpr std::chrono::seconds kSameStep{1};
constexpr int kDragId = 1 << 20;

class BoardCommand : public QUndoCommand {
 public:
  BoardCommand(State before, State after, State former, const Deed& deed,
               std::function<void(const State&)> show)
      : before_(std::move(before)),
        after_(std::move(after)),
        former_(std::move(former)),
        deed_(deed),
        show_(std::move(show)) {
    setText(deed.title);
  }

  void undo() override { show_(before_); }
  void redo() override { show_(after_); }
  int id() const override { return deed_.drag != 0 ? kDragId : deed_.control; }
  bool mergeWith(const QUndoCommand* next) override {
    const auto& later = *static_cast<const BoardCommand*>(next);
    if (later.deed_.drag != deed_.drag) return false;
    if (deed_.drag == 0 && later.time_ - time_ > kSameStep) return false;
    after_ = later.after_;
    time_ = later.time_;
    setText(later.text());
    setObsolete(*after_ == *before_);
    return true;
  }
  const State& former() const { return former_; }
  std::int64_t run() const { return deed_.run; }

 private:
  State before_, after_, former_;
  Deed deed_;
  std::function<void(const State&)> show_;
  Clock::time_point time_ = Clock::now();
};

const BoardCommand* newest(const QUndoStack& stack) {
  return stack.index() == 0 ? nullptr
                            : static_cast<const BoardCommand*>(stack.command(stack.index() - 1));
}

}  // namespace

PlaygroundDocument::PlaygroundDocument(QObject* parent) : QObject(parent) {
  connect(&undo_, &QUndoStack::indexChanged, this, [this] {
    showFormer();
    Q_EMIT changed();
  });
  start(playgroundPreset(0).slate);
}

void PlaygroundDocument::change(const BlackboardSlate& slate, const Deed& deed) {
  if (slate == *state_) return;
  State former = state_;
  const BoardCommand* last = newest(undo_);
  if (deed.run != 0 && last != nullptr && last->run() == deed.run) former = last->former();
  undo_.push(new BoardCommand(state_, std::make_shared<const BlackboardSlate>(slate),
                              std::move(former), deed, [this](const State& to) { show(to); }));
}

bool PlaygroundDocument::step(std::int64_t run) {
  const BlackboardSlate next = stepped(*state_);
  if (next == *state_) return false;
  change(next, {.title = tr("Step"), .run = run});
  return true;
}

void PlaygroundDocument::start(const BlackboardSlate& slate) {
  show(std::make_shared<const BlackboardSlate>(slate));
  undo_.clear();
  showFormer();
  Q_EMIT changed();
}

void PlaygroundDocument::open(const QString& file) {
  QFile source(file);
  if (!source.open(QIODevice::ReadOnly)) {
    throw Error(tr("%1 could not be read: %2.").arg(file, source.errorString()).toStdString());
  }
  change(boardFromJson(source.readAll().toStdString()), {.title = tr("Open a board")});
}

void PlaygroundDocument::save(const QString& file) const {
  const std::string text = boardToJson(*state_);
  writeFileSafely(std::filesystem::path(file.toStdString()),
                  [&](std::ostream& stream) { stream << text; });
}

void PlaygroundDocument::show(const State& state) {
  state_ = state;
  view_ = viewOf(*state);
}

void PlaygroundDocument::showFormer() {
  former_.clear();
  const BoardCommand* last = newest(undo_);
  if (last == nullptr || last->former()->candidates.size() != state_->candidates.size()) return;
  for (const BoardCandidateView& candidate : viewOf(*last->former()).candidates) {
    former_.push_back(candidate.policy);
  }
}

}  // namespace luce::desktop
