// Named settings as files in the application's data folder: weightings (value weights, reward
// weights, temperature) and whole experiments. Each is an experiment document, a weighting one with
// these three members only.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include "core/training/experiment.h"

namespace luce::desktop {

enum class PresetKind { Weighting, Experiment };

struct RemovedPreset {
  PresetKind kind = PresetKind::Weighting;
  QString name;
  QByteArray content;  ///< of its file
};

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
  /// Returns what putBack needs to have it again.
  RemovedPreset remove(PresetKind kind, const QString& name) const;
  /// Throws Error when there is one of its name by now, or the file cannot be written.
  void putBack(const RemovedPreset& preset) const;

 private:
  void makeFolder(PresetKind kind) const;
  QString folderOf(PresetKind kind) const;
  QString fileOf(PresetKind kind, const QString& name) const;

  QString folder_;
};

}  // namespace luce::desktop
