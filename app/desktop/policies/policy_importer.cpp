#include "app/desktop/policies/policy_importer.h"

#include "core/common/error.h"
#include "core/foreign/kept_policy.h"

namespace luce::desktop {

PolicyImporter::~PolicyImporter() {
  cancel();
}

void PolicyImporter::cancel() {
  const std::lock_guard lock(mutex_);
  stop_.request_stop();
}

void PolicyImporter::keep(const PolicyOrder& order) {
  std::stop_token stop;
  {
    const std::lock_guard lock(mutex_);
    stop_.request_stop();
    stop_ = std::stop_source();
    stop = stop_.get_token();
  }
  job_.run([this, order, stop] {
    try {
      carryOut(order, stop);
    } catch (const Cancelled&) {
      Q_EMIT cancelled(order.number);
    } catch (const std::exception& error) {
      Q_EMIT refused(order.number, QString::fromStdString(error.what()));
    }
  });
}

void PolicyImporter::carryOut(const PolicyOrder& order, const std::stop_token& stop) {
  const Progress progress = [&](double fraction, std::string_view) {
    Q_EMIT progressed(order.number, fraction, tr("Reading the other policy"));
  };
  const PolicyFile file = lookAtPolicyFile(order.file.toStdString(), stop);
  {
    const Workspace workspace = Workspace::open(order.workspace.toStdString(), Access::Read);
    if (const auto name = keptFrom(file, workspace, order.dataset)) {
      Q_EMIT kept(order.number, QString::fromStdString(*name), true);
      return;
    }
  }
  ImportedPolicy imported = importPolicy(file, *order.table, order.needed(), progress, stop);
  if (stop.stop_requested()) throw Cancelled();
  // Opening would make a new file where the workspace was.
  if (const std::string why = whyOutOfPlace(order.place); !why.empty()) throw Error(why);
  Workspace workspace = Workspace::open(order.workspace.toStdString());
  imported.record.name = workspace.freePolicyName(imported.record.name);
  keepPolicy(workspace, imported, order.dataset);
  Q_EMIT kept(order.number, QString::fromStdString(imported.record.name), false);
}

}  // namespace luce::desktop
