#include "app/desktop/opening/remembered_mappings.h"

#include <QCryptographicHash>
#include <QSettings>
#include <QStringList>
#include <algorithm>

#include "core/common/error.h"
#include "core/dataset/importers/byte_stream.h"

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

/// An entry is the key, a blank and the mapping's JSON.
bool isOf(const QString& entry, const QString& key) {
  return entry.startsWith(key + ' ');
}

}  // namespace

std::optional<LogMapping> rememberedMapping(const std::vector<std::string>& header) {
  const QString key = keyOf(header);
  for (const QString& entry : QSettings().value(kKey).toStringList()) {
    if (!isOf(entry, key)) continue;
    try {
      LogMapping mapping = mappingFromJson(entry.mid(key.size() + 1).toStdString());
      if (mapping.items && !logFileExists(mapping.items->file)) mapping.items.reset();
      if (mapping.users && !logFileExists(mapping.users->file)) mapping.users.reset();
      return mapping;
    } catch (const Error&) {
      return std::nullopt;  // of another version of Luce
    }
  }
  return std::nullopt;
}

void rememberMapping(const std::vector<std::string>& header, const LogMapping& mapping) {
  const QString key = keyOf(header);
  QStringList entries = QSettings().value(kKey).toStringList();
  entries.removeIf([&](const QString& entry) { return isOf(entry, key); });
  entries.prepend(key + ' ' + QString::fromStdString(mappingToJson(mapping)));
  QSettings().setValue(kKey, entries.mid(0, kMost));
}

}  // namespace luce::desktop
