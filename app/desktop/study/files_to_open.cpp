#include "app/desktop/study/files_to_open.h"

#include <QDir>
#include <QFile>

namespace luce::desktop {

namespace {

/// SQLite's header, and where it says whose database it is: see core/workspace/layout.md.
constexpr const char* kDatabaseMark = "SQLite format 3";
constexpr int kApplicationPlace = 68;
constexpr const char* kApplication = "Luce";

/// Other databases are logs.
bool isWorkspace(const QString& file) {
  QFile head(file);
  if (!head.open(QIODevice::ReadOnly)) return false;
  const QByteArray bytes = head.read(kApplicationPlace + 4);
  if (!bytes.startsWith(kDatabaseMark)) return false;
  return bytes.mid(kApplicationPlace) == kApplication ||
         file.endsWith(".luce", Qt::CaseInsensitive);
}

}  // namespace

FilesToOpen sortFiles(const QStringList& files) {
  FilesToOpen sorted;
  for (const QString& file : files) {
    const QString path = QDir::cleanPath(file);
    if (path.endsWith(".json", Qt::CaseInsensitive)) {
      sorted.experiment = path;
    } else {
      (isWorkspace(path) ? sorted.workspaces : sorted.logs).append(path);
    }
  }
  return sorted;
}

}  // namespace luce::desktop
