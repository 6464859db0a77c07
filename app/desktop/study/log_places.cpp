#include "app/desktop/study/log_places.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace luce::desktop {

QString workspaceFor(const QString& log) {
  const QDir folder(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
  folder.mkpath(".");
  return folder.filePath(QFileInfo(log).completeBaseName() + ".luce");
}

QString sourceOf(const QStringList& files) {
  const QFileInfo first(files.front());
  QString source = first.canonicalFilePath();
  if (first.isFile()) {
    source +=
        QString(", %1 bytes, %2").arg(first.size()).arg(first.lastModified().toString(Qt::ISODate));
  }
  if (files.size() > 1) source += QString(" and %1 more").arg(files.size() - 1);
  return source;
}

}  // namespace luce::desktop
