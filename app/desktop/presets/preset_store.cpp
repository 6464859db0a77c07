#include "app/desktop/presets/preset_store.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <nlohmann/json.hpp>
#include <ostream>

#include "core/common/error.h"
#include "core/common/safe_file.h"

namespace luce::desktop {

namespace {

constexpr const char* kEnding = ".json";

/// A name may hold what a file name may not.
QString fileName(const QString& name) {
  return QString::fromLatin1(name.toUtf8().toPercentEncoding(" ")) + kEnding;
}

QString nameOf(const QString& fileName) {
  return QString::fromUtf8(QByteArray::fromPercentEncoding(fileName.chopped(5).toLatin1()));
}

}  // namespace

PresetStore::PresetStore(const QString& folder)
    : folder_(folder.isEmpty()
                  ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + "/presets"
                  : folder) {}

QString PresetStore::folderOf(PresetKind kind) const {
  return folder_ + (kind == PresetKind::Weighting ? "/weightings" : "/experiments");
}

QString PresetStore::fileOf(PresetKind kind, const QString& name) const {
  return QDir(folderOf(kind)).filePath(fileName(name));
}

void PresetStore::makeFolder(PresetKind kind) const {
  if (!QDir().mkpath(folderOf(kind))) {
    throw Error("The folder " + folderOf(kind).toStdString() + " cannot be made.");
  }
}

QStringList PresetStore::names(PresetKind kind) const {
  QStringList names;
  for (const QString& file :
       QDir(folderOf(kind)).entryList({"*.json"}, QDir::Files | QDir::Hidden)) {
    names.append(nameOf(file));
  }
  names.sort(Qt::CaseInsensitive);
  return names;
}

void PresetStore::save(PresetKind kind, const QString& name, const Experiment& experiment) const {
  const auto whole = nlohmann::ordered_json::parse(experimentToJson(experiment));
  nlohmann::ordered_json document = whole;
  if (kind == PresetKind::Weighting) {
    document = nlohmann::ordered_json::object();
    for (const char* member : {"value_weights", "reward_weights", "temperature"}) {
      if (whole.contains(member)) document[member] = whole[member];
    }
  }
  makeFolder(kind);
  writeFileSafely(fileOf(kind, name).toStdString(),
                  [&](std::ostream& stream) { stream << document.dump(2) << '\n'; });
}

Experiment PresetStore::load(PresetKind kind, const QString& name) const {
  const QString path = fileOf(kind, name);
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) {
    throw Error("The file " + path.toStdString() + " cannot be read.");
  }
  try {
    return experimentFromJson(file.readAll().toStdString());
  } catch (const Error& error) {
    throw Error(path.toStdString() + ": " + error.what());
  }
}

void PresetStore::rename(PresetKind kind, const QString& name, const QString& newName) const {
  if (name == newName) return;
  const QString target = fileOf(kind, newName);
  if (QFile::exists(target)) {
    throw Error("There is a preset \"" + newName.toStdString() + "\" already.");
  }
  if (!QFile::rename(fileOf(kind, name), target)) {
    throw Error("The file " + fileOf(kind, name).toStdString() + " cannot be renamed.");
  }
}

RemovedPreset PresetStore::remove(PresetKind kind, const QString& name) const {
  QFile file(fileOf(kind, name));
  RemovedPreset removed{kind, name, {}};
  if (file.open(QIODevice::ReadOnly)) {
    removed.content = file.readAll();
    file.close();
  }
  if (file.exists() && !file.remove()) {
    throw Error("The file " + file.fileName().toStdString() +
                " cannot be removed: " + file.errorString().toStdString() + ".");
  }
  return removed;
}

void PresetStore::putBack(const RemovedPreset& preset) const {
  const QString file = fileOf(preset.kind, preset.name);
  if (QFile::exists(file)) {
    throw Error("There is a preset \"" + preset.name.toStdString() + "\" already.");
  }
  makeFolder(preset.kind);
  writeFileSafely(file.toStdString(), [&](std::ostream& stream) {
    stream.write(preset.content.data(), preset.content.size());
  });
}

}  // namespace luce::desktop
