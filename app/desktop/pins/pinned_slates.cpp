#include "app/desktop/pins/pinned_slates.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QStringList>
#include <algorithm>

#include "app/desktop/kept_settings.h"

namespace luce::desktop {

PinnedSlates::PinnedSlates(Study& study, QObject* parent) : QObject(parent), study_(study) {
  connect(&study_, &Study::datasetChanged, this, &PinnedSlates::load);
  connect(&study_, &Study::workspaceMoved, this, [this] {
    if (study_.dataset() != nullptr) store();
  });
}

bool PinnedSlates::contains(std::uint32_t slate) const {
  return std::find(slates_.begin(), slates_.end(), slate) != slates_.end();
}

void PinnedSlates::pin(std::uint32_t slate) {
  if (study_.dataset() == nullptr || contains(slate) || full()) return;
  slates_.push_back(slate);
  store();
  tell();
}

void PinnedSlates::unpin(std::uint32_t slate) {
  if (!contains(slate)) return;
  slates_.erase(std::find(slates_.begin(), slates_.end(), slate));
  store();
  tell();
}

/// Names of files and datasets may hold anything, also what means groups to settings.
QString PinnedSlates::key() const {
  const QString where = QFileInfo(study_.workspace()->file).absoluteFilePath() + '\n' +
                        QString::fromStdString(study_.dataset()->summary.name);
  return "pins/" +
         QCryptographicHash::hash(where.toUtf8(), QCryptographicHash::Sha1).toHex().left(16);
}

void PinnedSlates::store() const {
  const SlateTable& table = *study_.dataset()->table;
  QStringList keys;
  for (const std::uint32_t slate : slates_) {
    keys.append(QString("%1 %2").arg(slate).arg(
        QString::fromStdString(std::string(table.slateKey(slate)))));
  }
  if (keys.isEmpty()) {
    KeptSettings().remove(key());
  } else {
    KeptSettings().setValue(key(), keys);
  }
}

void PinnedSlates::load() {
  slates_.clear();
  const SlateTable& table = *study_.dataset()->table;
  for (const QString& entry : KeptSettings().value(key()).toStringList()) {
    const auto slate = entry.section(' ', 0, 0).toULongLong();
    const std::string slateKey = entry.section(' ', 1).toStdString();
    // A log that was imported anew under the same name may have other slates.
    if (slate < table.slateCount() && table.slateKey(slate) == slateKey && !full()) {
      slates_.push_back(static_cast<std::uint32_t>(slate));
    }
  }
  tell();
}

void PinnedSlates::tell() {
  study_.setPinned(slates_);
  Q_EMIT changed();
}

}  // namespace luce::desktop
