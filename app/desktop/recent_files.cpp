#include "app/desktop/recent_files.h"

#include <QFileInfo>

#include "app/desktop/kept_settings.h"

namespace luce::desktop {

namespace {

constexpr const char* kKey = "recent_files";
constexpr int kMost = 8;

}  // namespace

QStringList recentFiles() {
  QStringList files = KeptSettings().value(kKey).toStringList();
  files.removeIf([](const QString& file) { return !QFileInfo::exists(file); });
  return files;
}

void rememberFile(const QString& file) {
  const QString path = QFileInfo(file).absoluteFilePath();
  QStringList files = recentFiles();
  files.removeAll(path);
  files.prepend(path);
  KeptSettings().setValue(kKey, files.mid(0, kMost));
}

void forgetRecentFiles() {
  KeptSettings().remove(kKey);
}

}  // namespace luce::desktop
