// What a log holds: an overview in numbers, and its slates one by one.
#pragma once

#include <QTabWidget>

#include "app/desktop/data/browse_page.h"
#include "app/desktop/data/overview_page.h"
#include "app/desktop/study/values.h"

namespace luce::desktop {

class DataPage : public QTabWidget {
  Q_OBJECT

 public:
  explicit DataPage(QWidget* parent = nullptr);

  /// workspace: the file that holds the dataset.
  void setDataset(const QString& workspace, const DatasetView& dataset);
  OverviewPage& overview() { return *overview_; }
  BrowsePage& slates() { return *slates_; }

 private:
  OverviewPage* overview_;
  BrowsePage* slates_;
};

}  // namespace luce::desktop
