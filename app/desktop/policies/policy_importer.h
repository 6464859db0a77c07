// Reads a policy from a file of somebody else's and keeps it in the workspace, beside the window. A
// file that the workspace keeps already is not kept twice. A failed import leaves the workspace as
// it was.
#pragma once

#include <QObject>
#include <functional>
#include <mutex>
#include <stop_token>

#include "app/desktop/study/newest_job.h"
#include "app/desktop/study/values.h"

namespace luce::desktop {

struct PolicyOrder {
  int number = 0;  ///< handed back with every answer
  QString file;
  QString workspace;
  FilePlace place;  ///< of the workspace, see WorkspaceView
  std::string dataset;
  std::shared_ptr<const SlateTable> table;
  /// Slates that it must score, ascending; asked in the importer's thread.
  std::function<std::vector<std::uint32_t>()> needed;
};

class PolicyImporter : public QObject {
  Q_OBJECT

 public:
  PolicyImporter() = default;
  /// Breaks off what is in progress and waits for its end.
  ~PolicyImporter() override;

  /// Ends with kept(), refused() or cancelled(). A newer order breaks off an older one, which ends
  /// so too if it had begun.
  void keep(const PolicyOrder& order);
  void cancel();

 Q_SIGNALS:
  void progressed(int number, double fraction, QString stage);
  /// before: the workspace had it already.
  void kept(int number, QString name, bool before);
  void refused(int number, QString reason);
  void cancelled(int number);

 private:
  void carryOut(const PolicyOrder& order, const std::stop_token& stop);

  std::mutex mutex_;
  std::stop_source stop_;
  NewestJob job_;  // the last member, so that its thread ends before the others go
};

}  // namespace luce::desktop
