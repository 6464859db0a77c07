// Remembers how wide a person made the columns of a table, by the columns' names.
#pragma once

#include <QObject>
#include <QTableView>
#include <QVariantMap>
#include <vector>

#include "core/workspace/browser_columns.h"

namespace luce::desktop {

class ColumnWidths : public QObject {
  Q_OBJECT

 public:
  /// key: in the settings.
  ColumnWidths(QTableView* view, const QString& key);
  /// After the view's model got its columns: remembered widths, or such as their values need.
  void apply(const std::vector<BrowserColumn>& columns);

 private:
  void remember(int column, int width);

  QTableView* view_;
  QString key_;
  QVariantMap widths_;
  bool applying_ = false;
};

}  // namespace luce::desktop
