#include "app/desktop/policies/policy_desk.h"

#include <utility>

namespace luce::desktop {

PolicyDesk::PolicyDesk(Study& study, QWidget& window)
    : study_(study), window_(window), book_(study) {
  connect(&book_, &PolicyBook::failed, &study_, &Study::failed);
  connect(&book_, &PolicyBook::told, &study_, &Study::told);
  connect(&importer_, &PolicyImporter::progressed, this, &PolicyDesk::progressed);
  connect(&importer_, &PolicyImporter::kept, this, [this](const QString& name, bool before) {
    Q_EMIT study_.told(
        before ? tr("The workspace keeps this file already, as the policy %1.").arg(name)
               : tr("Kept in the workspace as the policy %1.").arg(name));
    study_.refreshWorkspace();
    Q_EMIT kept(name);
  });
  connect(&importer_, &PolicyImporter::refused, this, &PolicyDesk::refused);
  connect(&importer_, &PolicyImporter::cancelled, this,
          [this] { Q_EMIT refused(tr("Cancelled; no policy was kept.")); });
}

void PolicyDesk::keep(const QString& file, std::function<std::vector<std::uint32_t>()> needed) {
  importer_.keep({file, study_.workspace()->file, study_.workspace()->place,
                  study_.dataset()->summary.name, study_.dataset()->table, std::move(needed)});
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
