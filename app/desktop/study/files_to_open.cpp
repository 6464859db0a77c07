#include "app/desktop/study/files_to_open.h"

#include <QDir>

#include "core/workspace/open_files.h"

namespace luce::desktop {

namespace {

/// Other files are logs, but for one that is called a workspace: what is wrong with that is to be
/// told.
bool isWorkspace(const QString& file) {
  const FileHead head = headOf(file.toStdString());
  return head == FileHead::Workspace || ((head == FileHead::Database || head == FileHead::Other) &&
                                         file.endsWith(".luce", Qt::CaseInsensitive));
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
