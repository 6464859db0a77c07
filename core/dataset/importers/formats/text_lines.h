// The lines of a text file, in memory that does not grow with it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/dataset/importers/byte_stream.h"
#include "core/dataset/importers/import_problem.h"

namespace luce {

class TextLines {
 public:
  /// Throws Error if the file cannot be read.
  explicit TextLines(const std::filesystem::path& file);

  /// Goes to the next line that is not empty; false at the end and before a line of more than 1 MiB
  /// (see problem()).
  bool next();
  /// Without its end; lives until next().
  std::string_view text() const { return text_; }
  std::int64_t line() const { return line_; }
  const std::optional<ImportProblem>& problem() const { return problem_; }
  const std::filesystem::path& file() const { return file_; }
  std::int64_t bytesRead() const { return stream_->bytesRead(); }

 private:
  bool find();

  std::filesystem::path file_;
  std::unique_ptr<ByteStream> stream_;
  std::string buffer_;
  std::size_t begin_ = 0;
  bool atEnd_ = false;
  std::int64_t line_ = 0;
  std::string_view text_;
  std::optional<ImportProblem> problem_;
};

}  // namespace luce
