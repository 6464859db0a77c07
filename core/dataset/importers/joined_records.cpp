#include "core/dataset/importers/joined_records.h"

#include <algorithm>

namespace luce {

JoinedRecords::JoinedRecords(std::unique_ptr<LogRecords> records, std::size_t keyColumn,
                             std::shared_ptr<const SideTable> side)
    : records_(std::move(records)),
      keyColumn_(keyColumn),
      side_(std::move(side)),
      columns_(records_->columns()) {
  for (std::string name : side_->columns()) {
    while (std::find(columns_.begin(), columns_.end(), name) != columns_.end()) {
      name = side_->file().stem().string() + "_" + name;
    }
    columns_.push_back(std::move(name));
  }
}

bool JoinedRecords::next() {
  if (!records_->next()) return false;
  const auto own = records_->fields();
  fields_.assign(own.begin(), own.end());
  // A record with too few or too many fields is left as it is, to be reported as such.
  if (own.size() + side_->columns().size() != columns_.size()) return true;
  const auto row = side_->find(own[keyColumn_]);
  for (std::size_t i = 0; i < side_->columns().size(); ++i) {
    fields_.push_back(row ? side_->field(*row, i) : std::string_view());
  }
  return true;
}

std::int64_t JoinedRecords::lineOf(std::size_t field) const {
  return field < records_->fields().size() ? records_->lineOf(field) : records_->line();
}

}  // namespace luce
