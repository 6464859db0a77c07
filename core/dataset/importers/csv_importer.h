// Luce's own slate log: CSV with one line a candidate, the lines of a slate one after another.
//
//   slate_id,item_id,position,propensity,examination,timestamp,user_age,price,genre,click,like
//   s1,i7,1,0.31,1,2019-11-24T00:01:03Z,34,9.5,comedy,1,0
//
// Which column is what: see csv_columns.h and ColumnRoles. A slate's time is that of its first
// line. Several files of the same header make one dataset.
#pragma once

#include "core/dataset/importers/importer.h"

namespace luce {

class CsvImporter final : public Importer {
 public:
  std::string id() const override { return "csv"; }
  std::string title() const override { return "slate log, CSV in UTF-8, one line a candidate"; }
  /// Any text whose first line has several fields, so that a log with a wrong header is met with
  /// what is wrong about it.
  bool recognises(const std::filesystem::path& file) const override;
  void import(const ImportRequest& request, DatasetSink& sink, const Progress& progress,
              std::stop_token stop) const override;
};

}  // namespace luce
