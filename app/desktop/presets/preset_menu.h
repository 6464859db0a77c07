// A button with the presets: built-in ones, saved weightings and experiments, and what keeps them.
// Applying one is a step that can be undone.
#pragma once

#include <QMenu>
#include <QToolButton>
#include <vector>

#include "app/desktop/presets/preset_store.h"
#include "app/desktop/study/study.h"

namespace luce::desktop {

class PresetMenu : public QToolButton {
  Q_OBJECT

 public:
  explicit PresetMenu(Study& study, QWidget* parent = nullptr);

  void applyEqual();
  void applyRarity();
  /// Tells when it does not fit the log, or cannot be read.
  void apply(PresetKind kind, const QString& name);
  /// The sliders, or the whole experiment, as they are now.
  void save(PresetKind kind, const QString& name);
  QMenu& presets() { return menu_; }
  PresetStore& store() { return store_; }

 private:
  void rebuild();
  void addSaved(PresetKind kind, const QString& heading);
  void askAndSave(PresetKind kind);
  void manage();
  void change(const Experiment& experiment, const QString& name);
  const std::vector<std::string>& tasks() const;

  Study& study_;
  PresetStore store_;
  std::vector<RemovedPreset> removed_;  ///< since the program began
  QMenu menu_;
};

}  // namespace luce::desktop
