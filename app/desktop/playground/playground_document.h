// The board that a person works on, with every change undoable without end. Knows no widgets.
#pragma once

#include <QObject>
#include <QString>
#include <QUndoStack>
#include <memory>
#include <optional>
#include <vector>

#include "app/desktop/study/merging_command.h"
#include "core/playground/blackboard_slate.h"
#include "core/playground/blackboard_view.h"

namespace luce::desktop {

/// How a change becomes a step of undo.
struct Deed {
  QString title = {};      ///< for people: "p(click) of B = 0.52"
  int control = kOwnStep;  ///< changes of the same control soon after each other are one step
  std::int64_t drag = 0;   ///< those of one drag are one step, however long it takes; 0 = none
  std::int64_t run = 0;    ///< steps of one run show where the run began as "before"; 0 = none
};

class PlaygroundDocument : public QObject {
  Q_OBJECT

 public:
  using State = std::shared_ptr<const BlackboardSlate>;

  explicit PlaygroundDocument(QObject* parent = nullptr);

  const BlackboardSlate& slate() const { return *state_; }
  const BlackboardView& view() const { return view_; }
  /// π before the latest change that stands; empty when there is none, or the candidates were
  /// others.
  const std::vector<double>& formerPolicy() const { return former_; }
  QUndoStack& undoStack() { return undo_; }

  /// Nothing happens where the slate is as it was.
  void change(const BlackboardSlate& slate, const Deed& deed);
  /// One step down the gradient; false where nothing moves.
  bool step(std::int64_t run = 0);
  /// Another board, without a way back to the one before.
  void start(const BlackboardSlate& slate);
  /// Throw Error that names the file or what is wrong in it.
  void open(const QString& file);  ///< can be undone
  void save(const QString& file) const;
  /// Of a drag or run that begins.
  std::int64_t nextNumber() { return ++numbers_; }

 Q_SIGNALS:
  void changed();

 private:
  void show(const State& state);
  void showFormer();

  State state_;
  BlackboardView view_;
  std::vector<double> former_;
  std::int64_t numbers_ = 0;
  QUndoStack undo_;  // last: its commands go before what they change
};

}  // namespace luce::desktop
