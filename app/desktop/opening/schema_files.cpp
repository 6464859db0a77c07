#include "app/desktop/opening/schema_files.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QMessageBox>
#include <ostream>

#include "app/desktop/core_words.h"
#include "app/desktop/file_question.h"
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
  const QString file = askForFile(
      window, {.what = FileQuestion::For::Saving,
               .title = tr("Save the schema"),
               .place = QFileInfo(log).absoluteDir().filePath(stemOf(log) + "_schema.json"),
               .filters = {tr("Schemas (*.json)")}});
  if (file.isEmpty()) return;
  try {
    writeSchema(file, mapping);
  } catch (const Error& error) {
    QMessageBox::warning(window, tr("The schema could not be saved"), wordsOfCore(error.what()));
  }
}

std::optional<LogMapping> askForSchema(QWidget* window, const QString& log) {
  const QString file = askForFile(window, {.title = tr("Load a schema"),
                                           .place = QFileInfo(log).absolutePath(),
                                           .filters = {tr("Schemas (*.json)")}});
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
