#include "app/desktop/policies/policy_desk.h"

#include <utility>

namespace luce::desktop {

PolicyDesk::PolicyDesk(Study& study, QWidget& window)
    : study_(study), window_(window), book_(study) {
  connect(&book_, &PolicyBook::failed, &study_, &Study::failed);
  connect(&book_, &PolicyBook::told, &study_, &Study::told);
  connectImporter();
  connect(&study_, &Study::datasetChanged, this, &PolicyDesk::forget);
  connect(&study_, &Study::workspaceChanged, this, [this] {
    const QString before = std::exchange(workspace_, study_.workspace()->file);
    if (before != workspace_) forget();
  });
}

void PolicyDesk::connectImporter() {
  connect(&importer_, &PolicyImporter::progressed, this,
          [this](int number, double fraction, const QString& stage) {
            if (keeping_ && number == number_) Q_EMIT progressed(fraction, stage);
          });
  // Whoever waits for another order hears of an older one all the same: it may have been kept.
  connect(&importer_, &PolicyImporter::kept, this,
          [this](int number, const QString& name, bool before) {
            Q_EMIT study_.told(
                before ? tr("The workspace keeps this file already, as the policy %1.").arg(name)
                       : tr("Kept in the workspace as the policy %1.").arg(name));
            study_.refreshWorkspace();
            if (end(number)) Q_EMIT kept(name);
          });
  const auto refuse = [this](int number, const QString& reason) {
    if (end(number)) {
      Q_EMIT refused(reason);
    } else {
      Q_EMIT study_.told(reason);
    }
  };
  connect(&importer_, &PolicyImporter::refused, this, refuse);
  connect(&importer_, &PolicyImporter::cancelled, this,
          [refuse](int number) { refuse(number, tr("Cancelled; no policy was kept.")); });
}

void PolicyDesk::keep(const QString& file, std::function<std::vector<std::uint32_t>()> needed) {
  keeping_ = true;
  importer_.keep({++number_, file, study_.workspace()->file, study_.workspace()->place,
                  study_.dataset()->summary.name, study_.dataset()->table, std::move(needed)});
  Q_EMIT keepingChanged();
}

bool PolicyDesk::end(int number) {
  if (!keeping_ || number != number_) return false;
  keeping_ = false;
  Q_EMIT keepingChanged();
  return true;
}

void PolicyDesk::forget() {
  importer_.cancel();
  if (std::exchange(keeping_, false)) Q_EMIT keepingChanged();
  Q_EMIT forgotten();
}

void PolicyDesk::show() {
  if (!dialog_) {
    dialog_ = new PolicyDialog(study_, book_, window_.window());
    dialog_->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog_, &PolicyDialog::fileAsked, this, &PolicyDesk::fileAsked);
  }
  dialog_->show();
  dialog_->raise();
  dialog_->activateWindow();
}

}  // namespace luce::desktop
