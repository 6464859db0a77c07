// Text without a line of column names, whose fields lie between separators of one or more
// characters and are never quoted: the older MovieLens files. A line that is no UTF-8 is taken for
// Latin-1, as those files are.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/dataset/importers/formats/text_lines.h"
#include "core/dataset/importers/record_reader.h"

namespace luce {

class SeparatedRecords final : public LogRecords {
 public:
  /// Throws Error if the file cannot be read.
  SeparatedRecords(const std::filesystem::path& file, std::string separator,
                   std::vector<std::string> columns);

  bool next() override;
  std::span<const std::string_view> fields() const override { return fields_; }
  std::int64_t line() const override { return lines_.line(); }
  const std::optional<ImportProblem>& problem() const override { return lines_.problem(); }
  const std::filesystem::path& file() const override { return lines_.file(); }
  std::int64_t bytesRead() const override { return lines_.bytesRead(); }
  const std::vector<std::string>& columns() const override { return columns_; }

 private:
  void split(std::string_view line);

  TextLines lines_;
  std::string separator_;
  std::vector<std::string> columns_;
  std::string converted_;
  std::vector<std::string_view> fields_;
};

}  // namespace luce
