// Text without a line of column names, whose fields lie between separators of one or more
// characters and are never quoted: the older MovieLens files. A line that is no UTF-8 is taken for
// Latin-1, as those files are.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/dataset/importers/byte_stream.h"
#include "core/dataset/importers/record_reader.h"

namespace luce {

class SeparatedRecords final : public LogRecords {
 public:
  /// Throws Error if the file cannot be read.
  SeparatedRecords(const std::filesystem::path& file, std::string separator,
                   std::vector<std::string> columns);

  bool next() override;
  std::span<const std::string_view> fields() const override { return fields_; }
  std::int64_t line() const override { return line_; }
  const std::optional<ImportProblem>& problem() const override { return problem_; }
  const std::filesystem::path& file() const override { return file_; }
  std::int64_t bytesRead() const override { return stream_->bytesRead(); }
  const std::vector<std::string>& columns() const override { return columns_; }

 private:
  bool nextLine(std::string_view& line);
  void split(std::string_view line);

  std::filesystem::path file_;
  std::string separator_;
  std::vector<std::string> columns_;
  std::unique_ptr<ByteStream> stream_;
  std::string buffer_;
  std::size_t begin_ = 0;
  bool atEnd_ = false;
  std::int64_t line_ = 0;
  std::string converted_;
  std::vector<std::string_view> fields_;
  std::optional<ImportProblem> problem_;
};

}  // namespace luce
