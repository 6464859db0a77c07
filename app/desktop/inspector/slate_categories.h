// Reads the texts of one slate's categories, which are only hashes in memory, beside the window.
#pragma once

#include <QObject>
#include <QString>
#include <memory>
#include <vector>

#include "app/desktop/data/browser_thread.h"
#include "core/dataset/slate_table.h"

namespace luce::desktop {

class SlateCategoriesReader : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;
  /// A newer question replaces an older one.
  void read(std::shared_ptr<const BrowseSource> source, std::shared_ptr<const SlateTable> table,
            std::uint32_t slate);

 Q_SIGNALS:
  /// From another thread. texts: by candidateFeatures(schema, Category), then by candidate.
  void ready(std::shared_ptr<const luce::SlateTable> table, quint32 slate,
             std::shared_ptr<const std::vector<std::vector<QString>>> texts);

 private:
  BrowserThread thread_;
};

}  // namespace luce::desktop
