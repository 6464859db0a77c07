#include "app/desktop/data/data_page.h"

namespace luce::desktop {

DataPage::DataPage(QWidget* parent)
    : QTabWidget(parent), overview_(new OverviewPage), slates_(new BrowsePage) {
  setDocumentMode(true);
  overview_->setObjectName("data_overview");
  slates_->setObjectName("data_slates");
  addTab(overview_, tr("Overview"));
  addTab(slates_, tr("Slates"));
}

void DataPage::setDataset(const QString& workspace, const DatasetView& dataset) {
  overview_->setTable(dataset.table);
  slates_->setSource(
      std::make_shared<const BrowseSource>(BrowseSource{workspace.toStdString(), dataset.summary}));
}

}  // namespace luce::desktop
