#include "app/desktop/opening/schema_files.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <ostream>

#include "app/desktop/core_words.h"
#include "core/common/error.h"
#include "core/common/safe_file.h"

namespace luce::desktop {

namespace {

QString tr(const char* text) {
  return QCoreApplication::translate("luce::desktop", text);
}

}  // namespace

void writeSchema(const QString& file, const LogMapping& mapping) {
  writeFileSafely(file.toStdString(),
                  [&](std::ostream& stream) { stream << mappingToJson(mapping) << '\n'; });
}

LogMapping readSchema(const QString& file) {
  QFile source(file);
  if (!source.open(QIODevice::ReadOnly)) {
    throw Error("The file " + file.toStdString() + " cannot be read.");
  }
  return mappingFromJson(source.readAll().toStdString());
}

void askToWriteSchema(QWidget* window, const QString& log, const LogMapping& mapping) {
  QString file = QFileDialog::getSaveFileName(
      window, tr("Save the schema"),
      QFileInfo(log).absoluteDir().filePath(stemOf(log) + "_schema.json"), tr("Schemas (*.json)"));
  if (file.isEmpty()) return;
  if (QFileInfo(file).suffix().isEmpty()) file += ".json";
  try {
    writeSchema(file, mapping);
  } catch (const Error& error) {
    QMessageBox::warning(window, tr("The schema could not be saved"), wordsOfCore(error.what()));
  }
}

std::optional<LogMapping> askForSchema(QWidget* window, const QString& log) {
  const QString file = QFileDialog::getOpenFileName(
      window, tr("Load a schema"), QFileInfo(log).absolutePath(), tr("Schemas (*.json)"));
  if (file.isEmpty()) return std::nullopt;
  try {
    return readSchema(file);
  } catch (const Error& error) {
    QMessageBox::warning(window, tr("The schema could not be read"), wordsOfCore(error.what()));
    return std::nullopt;
  }
}

QString stemOf(const QString& file) {
  const QFileInfo info(file);
  return info.isDir() ? info.fileName() : info.baseName();
}

}  // namespace luce::desktop
