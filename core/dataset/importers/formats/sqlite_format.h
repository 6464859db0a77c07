// A SQLite database: one row a candidate, of a table or a view (in a schema: "table"), or of a
// query
// ("query"). A database's only table needs no name. What the columns are called decides like in a
// CSV file. Rows come in the order of the table; a query may sort them.
#pragma once

#include "core/dataset/importers/flat_format.h"

namespace luce {

class SqliteFormat final : public FlatFormat {
 public:
  std::string id() const override { return "sqlite"; }
  std::string title() const override { return "table, view or query of a SQLite database"; }
  bool recognises(const std::filesystem::path& file) const override;
  std::unique_ptr<LogRecords> open(const std::filesystem::path& file,
                                   const LogMapping& mapping) const override;
  std::vector<std::string> tables(const std::filesystem::path& file) const override;
};

}  // namespace luce
