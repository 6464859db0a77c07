#include "app/desktop/sample_log.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include "core/common/error.h"

namespace luce::desktop {

namespace {

QString sampleFile(const QString& name) {
  const QDir program(QCoreApplication::applicationDirPath());
  for (const char* place : {"../share/luce/sample_data",  // installed
                            "../../../sample_data"}) {    // build/<preset>/bin
    const QString file = QDir::cleanPath(program.filePath(place) + '/' + name);
    if (QFileInfo::exists(file)) return file;
  }
  throw Error("The sample file " + name.toStdString() + " was not found beside the program.");
}

}  // namespace

QString sampleLog() {
  return sampleFile("slate_log.csv");
}
QString sampleExperiment() {
  return sampleFile("experiments/ips_observed.json");
}

}  // namespace luce::desktop
