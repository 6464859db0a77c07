#include "app/desktop/opening/inspection_worker.h"

#include <chrono>

#include "core/common/error.h"

namespace luce::desktop {

namespace {

using namespace std::chrono_literals;

/// So long nothing newer must come: a threshold that is dragged asks many times a second.
constexpr auto kPause = 150ms;

std::vector<std::filesystem::path> pathsOf(const QStringList& files) {
  std::vector<std::filesystem::path> paths;
  for (const QString& file : files) paths.emplace_back(file.toStdString());
  return paths;
}

}  // namespace

InspectionWorker::InspectionWorker() : looks_(kPause) {}

InspectionWorker::~InspectionWorker() {
  cancel();
}

void InspectionWorker::renew() {
  const std::lock_guard lock(mutex_);
  stop_.request_stop();
  stop_ = std::stop_source();
  ++number_;
}

void InspectionWorker::cancel() {
  renew();
}

int InspectionWorker::request(const QStringList& files, const std::string& format,
                              const LogMapping& told) {
  renew();
  looks_.run([=, this, number = number_, stop = stop_.get_token()] {
    look(number, files, format, told, stop);
  });
  return number_;
}

void InspectionWorker::look(int number, const QStringList& files, const std::string& format,
                            const LogMapping& told, const std::stop_token& stop) {
  if (stop.stop_requested()) return;
  InspectionRefusal refusal;
  try {
    const auto log =
        std::make_shared<const LogInspection>(inspectLog(pathsOf(files), format, told, stop));
    if (!stop.stop_requested()) Q_EMIT inspected(number, log);
    return;
  } catch (const Cancelled&) {
    return;
  } catch (const ImportError& error) {
    refusal = {QString::fromStdString(error.what()), error.problems(), error.total()};
  } catch (const std::exception& error) {
    refusal.text = QString::fromStdString(error.what());
  }
  if (!stop.stop_requested()) Q_EMIT refused(number, refusal);
}

void InspectionWorker::requestColumns(const QString& file) {
  sideLooks_.run([this, file] {
    QStringList columns;
    try {
      const auto log = inspectLog(pathsOf({file}), "csv", {}, {});
      for (const std::string& name : log.columns.header) {
        columns.append(QString::fromStdString(name));
      }
    } catch (const std::exception&) {
      // No table: the look at the log itself tells what is wrong with it.
    }
    Q_EMIT columnsFound(file, columns);
  });
}

}  // namespace luce::desktop
