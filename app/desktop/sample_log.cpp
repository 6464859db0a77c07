#include "app/desktop/sample_log.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include "core/common/error.h"

namespace luce::desktop {

QString sampleLog() {
  const QDir program(QCoreApplication::applicationDirPath());
  for (const char* place : {"../share/luce/sample_data/slate_log.csv",  // installed
                            "../../../sample_data/slate_log.csv"}) {    // build/<preset>/bin
    const QString file = QDir::cleanPath(program.filePath(place));
    if (QFileInfo::exists(file)) return file;
  }
  throw Error("The sample log sample_data/slate_log.csv was not found beside the program.");
}

}  // namespace luce::desktop
