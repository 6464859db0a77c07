// The settings of a feedback loop that a person works on, with every change undoable. Knows no
// widgets.
#pragma once

#include <QObject>
#include <QString>
#include <QUndoStack>

#include "app/desktop/study/merging_command.h"
#include "core/simulation/feedback/loop_settings.h"

namespace luce::desktop {

class LoopDocument : public QObject {
  Q_OBJECT

 public:
  explicit LoopDocument(QObject* parent = nullptr);

  const LoopSettings& settings() const { return settings_; }
  QUndoStack& undoStack() { return undo_; }

  /// One step for undo; steps of the same control that follow each other soon become one. title:
  /// what was changed, for people.
  void change(const LoopSettings& settings, const QString& title, int control = kOwnStep);
  /// Throw Error that names the file or what is wrong in it.
  void open(const QString& file);  ///< can be undone
  void save(const QString& file) const;

 Q_SIGNALS:
  void changed();

 private:
  LoopSettings settings_;
  QUndoStack undo_;  // last: its commands go before what they change
};

// What controls change: of all rankers that it applies to.

/// Rankers whose kind of rows is the standard one get that of the new audience.
LoopSettings withAudience(LoopSettings settings, const AudienceSettings& audience);
/// The audience's preset (null: the standard one) in its present size; rankers weigh actions as the
/// new audience does.
LoopSettings withPreset(LoopSettings settings, const AudiencePreset* preset);
/// Also of rankers that are added later.
LoopSettings withWeights(LoopSettings settings, const TaskWeights& weights);
LoopSettings withExploration(LoopSettings settings, const Exploration& exploration);
/// hidden: of the estimators; empty = linear.
LoopSettings withHidden(LoopSettings settings, const std::vector<int>& hidden);
/// A ranker of this kind as the others are, where kinds stand in their order.
LoopSettings withRanker(LoopSettings settings, const std::string& kind);
LoopSettings withoutRanker(LoopSettings settings, std::size_t ranker);

/// What the first ranker that it applies to has, else the standard.
TaskWeights weightsOf(const LoopSettings& settings);
Exploration explorationOf(const LoopSettings& settings);
std::vector<int> hiddenOf(const LoopSettings& settings);
/// Whether all rankers that it applies to have the same.
bool agreeOnWeights(const LoopSettings& settings);
bool agreeOnExploration(const LoopSettings& settings);

}  // namespace luce::desktop
