// Named settings as files in the application's data folder: weightings (value weights, reward
// weights, temperature) and whole experiments. Each is an experiment document, a weighting one with
// these three members only.
#pragma once

#include <QString>
#include <QStringList>

#include "core/training/experiment.h"

namespace luce::desktop {

enum class PresetKind { Weighting, Experiment };

class PresetStore {
 public:
  /// folder: made when something is saved. Empty = "presets" in the application's data folder.
  explicit PresetStore(const QString& folder = {});

  /// By name.
  QStringList names(PresetKind kind) const;
  /// Replaces one of the same name. Throws Error when the file cannot be written.
  void save(PresetKind kind, const QString& name, const Experiment& experiment) const;
  /// A weighting comes with standard values of everything else. Throws Error naming the file.
  Experiment load(PresetKind kind, const QString& name) const;
  /// Throws Error when there is such a name already, or the file cannot be renamed.
  void rename(PresetKind kind, const QString& name, const QString& newName) const;
  void remove(PresetKind kind, const QString& name) const;

 private:
  QString folderOf(PresetKind kind) const;
  QString fileOf(PresetKind kind, const QString& name) const;

  QString folder_;
};

}  // namespace luce::desktop
