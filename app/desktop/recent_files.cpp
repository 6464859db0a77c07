#include "app/desktop/recent_files.h"

#include <QFileInfo>
#include <QSettings>

namespace luce::desktop {

namespace {

constexpr const char* kKey = "recent_files";
constexpr int kMost = 8;

}  // namespace

QStringList recentFiles() {
  QStringList files = QSettings().value(kKey).toStringList();
  files.removeIf([](const QString& file) { return !QFileInfo::exists(file); });
  return files;
}

void rememberFile(const QString& file) {
  const QString path = QFileInfo(file).absoluteFilePath();
  QStringList files = recentFiles();
  files.removeAll(path);
  files.prepend(path);
  QSettings().setValue(kKey, files.mid(0, kMost));
}

void forgetRecentFiles() {
  QSettings().remove(kKey);
}

}  // namespace luce::desktop
