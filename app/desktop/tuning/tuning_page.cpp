#include "app/desktop/tuning/tuning_page.h"

namespace luce::desktop {

TuningPage::TuningPage(Study& study, QWidget* parent)
    : QTabWidget(parent),
      sweep_(new SweepPage(study, worker_)),
      importance_(new ImportancePage(study, worker_)) {
  setDocumentMode(true);
  sweep_->setObjectName("sweep");
  addTab(sweep_, tr("Sweep"));
  addTab(importance_, tr("Importance"));
}

}  // namespace luce::desktop
