// Luce's own log: text with one line a candidate, whose first line names the columns.
//
//   slate_id,item_id,position,propensity,examination,timestamp,user_age,price,genre,click,like
//   s1,i7,1,0.31,1,2019-11-24T00:01:03Z,34,9.5,comedy,1,0
//
// Which column is what: see log_columns.h. Several files of the same columns make one dataset.
#pragma once

#include "core/dataset/importers/flat_format.h"

namespace luce {

class CsvFormat final : public FlatFormat {
 public:
  std::string id() const override { return "csv"; }
  std::string title() const override { return "log in CSV or TSV, UTF-8, one line a candidate"; }
  /// Any text whose first line has several fields, so that a log with a wrong header is met with
  /// what is wrong about it.
  bool recognises(const std::filesystem::path& file) const override;
  std::unique_ptr<LogRecords> open(const std::filesystem::path& file,
                                   const LogMapping& mapping) const override;
};

}  // namespace luce
