// Looks at logs on a thread of its own. The newest request counts: an older one is stopped and
// never answered.
#pragma once

#include <QObject>
#include <QStringList>
#include <memory>
#include <mutex>
#include <stop_token>
#include <vector>

#include "app/desktop/study/newest_job.h"
#include "core/dataset/importers/inspection.h"

namespace luce::desktop {

/// Why a log cannot be looked at.
struct InspectionRefusal {
  QString text;
  std::vector<ImportProblem> problems;
  std::int64_t problemCount = 0;
};

class InspectionWorker : public QObject {
  Q_OBJECT

 public:
  InspectionWorker();
  /// Waits for the look in progress, which ends soon.
  ~InspectionWorker() override;

  /// Returns the number by which the answer is known.
  int request(const QStringList& files, const std::string& format, const LogMapping& told);
  /// Nothing is answered any more until the next request.
  void cancel();
  /// Asks for the column names of a table beside a log.
  void requestColumns(const QString& file);

 Q_SIGNALS:
  void inspected(int number, std::shared_ptr<const luce::LogInspection> log);
  void refused(int number, luce::desktop::InspectionRefusal refusal);
  /// Empty if it is no table.
  void columnsFound(QString file, QStringList columns);

 private:
  void look(int number, const QStringList& files, const std::string& format, const LogMapping& told,
            const std::stop_token& stop);
  void renew();

  std::mutex mutex_;
  std::stop_source stop_;
  int number_ = 0;
  NewestJob looks_;
  NewestJob sideLooks_;
};

}  // namespace luce::desktop
