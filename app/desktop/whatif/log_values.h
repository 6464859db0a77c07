// Which values the features of a log take, read beside the window: ends of sliders, lists of
// categories with their texts, and where each item stands.
#pragma once

#include <QObject>
#include <QString>
#include <memory>
#include <vector>

#include "app/desktop/data/browser_thread.h"
#include "core/dataset/slate_table.h"
#include "core/dataset/value_ranges.h"

namespace luce::desktop {

struct NamedCategory {
  std::uint32_t hash = 0;
  QString name;  ///< empty = missing
};

struct LogValues {
  ValueRanges ranges;
  /// The most frequent values, most frequent first, by category feature of the context and by
  /// candidateFeatures(schema, Category).
  std::vector<std::vector<NamedCategory>> contextCategories, candidateCategories;
  std::vector<std::int64_t> firstAppearances;  ///< see value_ranges.h
};

class LogValuesReader : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;
  void read(std::shared_ptr<const BrowseSource> source, std::shared_ptr<const SlateTable> table);
  void cancel() { thread_.cancel(); }

 Q_SIGNALS:
  /// From another thread; late answers of an earlier table come with that table.
  void ready(std::shared_ptr<const luce::SlateTable> table,
             std::shared_ptr<const luce::desktop::LogValues> values);
  void refused(QString reason);

 private:
  BrowserThread thread_;
};

}  // namespace luce::desktop
