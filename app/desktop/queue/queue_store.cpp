#include "app/desktop/queue/queue_store.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <nlohmann/json.hpp>
#include <ostream>

#include "app/desktop/study/post.h"
#include "core/common/json_reader.h"
#include "core/common/safe_file.h"

namespace luce::desktop {

namespace {

using nlohmann::json;

std::string toJson(const QString& workspace, const std::vector<QueuedRun>& waiting) {
  json runs = json::array();
  for (const QueuedRun& run : waiting) {
    runs.push_back({{"name", run.name.toStdString()},
                    {"dataset", run.dataset.toStdString()},
                    {"experiment", json::parse(experimentToJson(run.experiment))}});
  }
  return json{{"workspace", workspace.toStdString()}, {"runs", runs}}.dump(2);
}

QueuedRun fromJson(const json& entry) {
  JsonReader reader(entry, "run");
  QueuedRun run;
  std::string name, dataset;
  reader.text("name", name);
  reader.text("dataset", dataset);
  run.name = QString::fromStdString(name);
  run.dataset = QString::fromStdString(dataset);
  const json* experiment = reader.member("experiment");
  try {
    if (experiment != nullptr) run.experiment = experimentFromJson(experiment->dump());
  } catch (const Error& error) {
    run.state = QueuedRun::State::Failed;
    run.message = QString::fromStdString(error.what());
  }
  return run;
}

std::vector<QueuedRun> read(const QString& path) {
  QFile file(path);
  if (!file.exists()) return {};
  if (!file.open(QIODevice::ReadOnly)) {
    throw Error("What waited in the queue cannot be read: " + file.errorString().toStdString());
  }
  const json document = JsonReader::parse(file.readAll().toStdString(), path.toStdString());
  JsonReader reader(document, "queue");
  std::vector<QueuedRun> runs;
  const json* entries = reader.member("runs");
  if (entries == nullptr || !entries->is_array()) return {};
  for (const json& entry : *entries) runs.push_back(fromJson(entry));
  return runs;
}

}  // namespace

QueueStore::QueueStore() {
  thread_.setMaxThreadCount(1);
}

QueueStore::~QueueStore() {
  thread_.waitForDone();
}

QString QueueStore::fileOf(const QString& workspace) {
  const QByteArray path = QDir::cleanPath(QFileInfo(workspace).absoluteFilePath()).toUtf8();
  const QString name = QString::fromLatin1(
      QCryptographicHash::hash(path, QCryptographicHash::Sha256).toHex().left(32));
  return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + "/queues/" + name +
         ".json";
}

void QueueStore::attempt(const std::function<void()>& work) {
  thread_.start([this, work] {
    try {
      work();
    } catch (const std::exception& error) {
      post(this, [this, reason = QString::fromStdString(error.what())] { Q_EMIT refused(reason); });
    }
  });
}

void QueueStore::save(const QString& workspace, const std::vector<QueuedRun>& waiting) {
  attempt([path = fileOf(workspace), workspace, waiting] {
    if (waiting.empty()) {
      QFile::remove(path);
      return;
    }
    QDir().mkpath(QFileInfo(path).path());
    writeFileSafely(path.toStdString(),
                    [&](std::ostream& stream) { stream << toJson(workspace, waiting) << '\n'; });
  });
}

void QueueStore::load(const QString& workspace) {
  attempt([this, path = fileOf(workspace), workspace] {
    const std::vector<QueuedRun> runs = read(path);
    post(this, [this, workspace, runs] { Q_EMIT loaded(workspace, runs); });
  });
}

}  // namespace luce::desktop
