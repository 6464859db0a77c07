// What Luce remembers of a person's choices: QSettings, whose file a thread of its own writes. To
// write it waits for the disk twice, which may take seconds while something else is written.
//
//   KeptSettings().setValue("runs/hidden", names);
//   names = KeptSettings().value("runs/hidden").toStringList();
//
// All objects show the same settings, which are read when first asked for; what another running
// program changes is seen at the next start. Keys that were not changed here are left as they are
// in the file. For the interface thread.
#pragma once

#include <QString>
#include <QVariant>

namespace luce::desktop {

class KeptSettings {
 public:
  QVariant value(const QString& key, const QVariant& fallback = {}) const;
  void setValue(const QString& key, const QVariant& value);
  /// Also all keys of the group of that name, key/…
  void remove(const QString& key);
  void clear();

  /// Waits until everything is in the file. Done by itself when the QApplication ends.
  static void flush();
};

}  // namespace luce::desktop
