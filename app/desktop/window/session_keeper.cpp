#include "app/desktop/window/session_keeper.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>
#include <QUuid>
#include <limits>
#include <utility>

namespace luce::desktop {

namespace {

constexpr int kDelay = 1000;           // ms
constexpr qint64 kLargest = 16 << 20;  // bytes that a kept session may have
constexpr const char* kLast = "last.json";
constexpr const char* kPattern = "open-*.json";

QByteArray toJson(const KeptSession& session) {
  QJsonObject object{{"workspace", session.workspace},
                     {"dataset", session.dataset},
                     {"run", session.run},
                     {"experiment", session.experiment},
                     {"page", session.page},
                     {"saved", session.saved.toString(Qt::ISODate)}};
  if (session.slate) object.insert("slate", static_cast<qint64>(*session.slate));
  return QJsonDocument(object).toJson();
}

/// None for a file that cannot be read, is no session, or whose workspace is gone.
std::optional<KeptSession> readSession(const QString& name) {
  QFile file(name);
  if (!file.open(QIODevice::ReadOnly) || file.size() > kLargest) return std::nullopt;
  const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
  KeptSession session;
  session.workspace = object["workspace"].toString();
  session.dataset = object["dataset"].toString();
  session.run = object["run"].toString();
  session.experiment = object["experiment"].toString();
  session.page = object["page"].toInt();
  session.saved = QDateTime::fromString(object["saved"].toString(), Qt::ISODate);
  const double slate = object["slate"].toDouble(-1);
  if (slate >= 0 && slate <= std::numeric_limits<std::uint32_t>::max()) {
    session.slate = static_cast<std::uint32_t>(slate);
  }
  if (session.workspace.isEmpty() || !QFileInfo(session.workspace).isFile()) return std::nullopt;
  return session;
}

QString lockOf(const QString& file) {
  return file + ".lock";
}

}  // namespace

SessionKeeper::SessionKeeper(const QString& folder)
    : folder_(folder.isEmpty()
                  ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + "/sessions"
                  : folder) {
  QDir().mkpath(folder_);
  takeLost();
  file_ =
      QString("%1/open-%2.json").arg(folder_, QUuid::createUuid().toString(QUuid::WithoutBraces));
  lock_ = std::make_unique<QLockFile>(lockOf(file_));
  // A lock is stale when its program died, however long ago it was taken.
  lock_->setStaleLockTime(0);
  lock_->tryLock();
  // One file after the other; waiting for the disk is not the window's business.
  writer_.setMaxThreadCount(1);
  delay_.setSingleShot(true);
  delay_.setInterval(kDelay);
  connect(&delay_, &QTimer::timeout, this, &SessionKeeper::flush);
}

SessionKeeper::~SessionKeeper() {
  flush();
  writer_.waitForDone();
}

void SessionKeeper::takeLost() {
  const QDir folder(folder_);
  for (const QFileInfo& file : folder.entryInfoList({kPattern}, QDir::Files, QDir::Time)) {
    const QString name = file.absoluteFilePath();
    QLockFile lock(lockOf(name));
    lock.setStaleLockTime(0);
    if (!lock.tryLock()) continue;  // its program runs
    if (!lost_) lost_ = readSession(name);
    QFile::remove(name);
  }
}

std::optional<KeptSession> SessionKeeper::last() const {
  return readSession(QDir(folder_).filePath(kLast));
}

void SessionKeeper::keep(const KeptSession& session) {
  if (ended_ || session.workspace.isEmpty()) return;
  const std::optional<KeptSession>& newest = waiting_ ? waiting_ : kept_;
  if (newest) {
    KeptSession same = session;
    same.saved = newest->saved;
    if (same == *newest) return;
  }
  waiting_ = session;
  if (!delay_.isActive()) delay_.start();
}

void SessionKeeper::flush() {
  delay_.stop();
  if (!waiting_) return;
  waiting_->saved = QDateTime::currentDateTime();
  writer_.start([name = file_, content = toJson(*waiting_)] {
    QSaveFile file(name);
    // A folder that cannot be written must not disturb the work: then nothing is kept.
    if (!file.open(QIODevice::WriteOnly)) return;
    file.write(content);
    file.commit();
  });
  kept_ = std::exchange(waiting_, std::nullopt);
}

void SessionKeeper::end() {
  flush();
  ended_ = true;
  writer_.waitForDone();
  if (kept_) {
    const QString last = QDir(folder_).filePath(kLast);
    QFile::remove(last);
    QFile::rename(file_, last);
    kept_.reset();
  }
  lock_->unlock();
}

}  // namespace luce::desktop
