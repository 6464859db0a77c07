#include "app/desktop/kept_settings.h"

#include <QCoreApplication>
#include <QSettings>
#include <QThreadPool>
#include <algorithm>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace luce::desktop {

namespace {

/// No value: the key, and what is below it, is removed; no key: all.
struct Change {
  QString key;
  std::optional<QVariant> value;
};

bool isOf(const QString& key, const QString& group) {
  return group.isEmpty() || key == group || key.startsWith(group + '/');
}

class Shelf {
 public:
  Shelf() {
    writer_.setMaxThreadCount(1);
    const QSettings file;
    for (const QString& key : file.allKeys()) values_.insert(key, file.value(key));
    qAddPostRoutine(&KeptSettings::flush);
  }

  QVariant value(const QString& key, const QVariant& fallback) const {
    return values_.value(key, fallback);
  }

  void set(const QString& key, const QVariant& value) {
    if (values_.contains(key) && values_.value(key) == value) return;
    values_.insert(key, value);
    add({key, value});
  }

  void remove(const QString& group) {
    bool any = false;
    for (auto entry = values_.begin(); entry != values_.end();) {
      const bool goes = isOf(entry.key(), group);
      any = any || goes;
      entry = goes ? values_.erase(entry) : std::next(entry);
    }
    if (any) add({group, std::nullopt});
  }

  void flush() { writer_.waitForDone(); }

 private:
  void add(Change change) {
    const std::lock_guard lock(guard_);
    // What is changed faster than the disk writes is written once.
    const auto replaced = [&](const Change& older) {
      return change.value ? older.value && older.key == change.key : isOf(older.key, change.key);
    };
    const bool called = !waiting_.empty();
    waiting_.erase(std::remove_if(waiting_.begin(), waiting_.end(), replaced), waiting_.end());
    waiting_.push_back(std::move(change));
    if (!called) writer_.start([this] { write(); });
  }

  void write() {
    std::vector<Change> changes;
    {
      const std::lock_guard lock(guard_);
      changes = std::exchange(waiting_, {});
    }
    QSettings file;
    for (const Change& change : changes) {
      if (change.value) {
        file.setValue(change.key, *change.value);
      } else {
        file.remove(change.key);
      }
    }
  }

  QVariantMap values_;
  std::mutex guard_;
  std::vector<Change> waiting_;  // under guard_
  QThreadPool writer_;           // the last member: its thread ends first
};

Shelf& shelf() {
  static Shelf instance;
  return instance;
}

}  // namespace

QVariant KeptSettings::value(const QString& key, const QVariant& fallback) const {
  return shelf().value(key, fallback);
}

void KeptSettings::setValue(const QString& key, const QVariant& value) {
  shelf().set(key, value);
}

void KeptSettings::remove(const QString& key) {
  shelf().remove(key);
}

void KeptSettings::clear() {
  shelf().remove(QString());
}

void KeptSettings::flush() {
  shelf().flush();
}

}  // namespace luce::desktop
