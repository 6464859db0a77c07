#include "app/desktop/opening/remembered_mappings.h"

#include <QCryptographicHash>
#include <QStringList>
#include <algorithm>
#include <filesystem>

#include "app/desktop/kept_settings.h"
#include "core/common/error.h"

namespace luce::desktop {

namespace {

constexpr const char* kKey = "opening/mappings";
constexpr int kMost = 30;

QString keyOf(std::vector<std::string> header) {
  std::sort(header.begin(), header.end());
  QCryptographicHash hash(QCryptographicHash::Sha1);
  for (const std::string& name : header) {
    hash.addData(QByteArray::fromStdString(name));
    hash.addData(QByteArray(1, '\0'));
  }
  return QString::fromLatin1(hash.result().toHex());
}

/// Whether the file, or the archive it would be in, is there; does not look into the archive.
bool mayBeThere(const std::filesystem::path& file) {
  std::error_code error;
  for (auto place = file; place.has_relative_path(); place = place.parent_path()) {
    if (std::filesystem::is_regular_file(place, error)) return true;
    if (place == place.parent_path()) return false;
  }
  return false;
}

/// An entry is the key, a blank and the mapping's JSON.
bool isOf(const QString& entry, const QString& key) {
  return entry.startsWith(key + ' ');
}

}  // namespace

std::optional<LogMapping> rememberedMapping(const std::vector<std::string>& header) {
  const QString key = keyOf(header);
  for (const QString& entry : KeptSettings().value(kKey).toStringList()) {
    if (!isOf(entry, key)) continue;
    try {
      LogMapping mapping = mappingFromJson(entry.mid(key.size() + 1).toStdString());
      if (mapping.items && !mayBeThere(mapping.items->file)) mapping.items.reset();
      if (mapping.users && !mayBeThere(mapping.users->file)) mapping.users.reset();
      return mapping;
    } catch (const Error&) {
      return std::nullopt;  // of another version of Luce
    }
  }
  return std::nullopt;
}

void rememberMapping(const std::vector<std::string>& header, const LogMapping& mapping) {
  const QString key = keyOf(header);
  QStringList entries = KeptSettings().value(kKey).toStringList();
  entries.removeIf([&](const QString& entry) { return isOf(entry, key); });
  entries.prepend(key + ' ' + QString::fromStdString(mappingToJson(mapping)));
  KeptSettings().setValue(kKey, entries.mid(0, kMost));
}

}  // namespace luce::desktop
