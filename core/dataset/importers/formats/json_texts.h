// The objects of a JSON file one after another, as text: one a line (JSON Lines), or the elements
// of one list that may stretch over lines. Memory does not grow with the file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/dataset/importers/byte_stream.h"
#include "core/dataset/importers/import_problem.h"

namespace luce {

class JsonTexts {
 public:
  /// Behind each text so many bytes may be read, as simdjson wants it.
  static constexpr std::size_t kPadding = 64;
  static constexpr std::size_t kLargest = 16u << 20;

  /// Throws Error if the file cannot be read.
  explicit JsonTexts(const std::filesystem::path& file);

  /// Goes to the next object; false at the end, and where no further object can be found (see
  /// problem()). Throws Error.
  bool next();
  /// Of the present object; lives until next(). It is what lies between two line ends, or two
  /// braces, and need not be JSON.
  std::string_view text() const { return text_; }
  /// Line on which the text begins, and the number of bytes of that line before it.
  std::int64_t line() const { return line_; }
  std::int64_t bytesBefore() const { return bytesBefore_; }

  const std::optional<ImportProblem>& problem() const { return problem_; }
  std::int64_t bytesRead() const { return stream_->bytesRead(); }

 private:
  bool nextLine();
  bool nextElement();
  /// The unread byte at this distance, reading on if need be; nothing at the end.
  std::optional<char> byteAt(std::size_t distance);
  bool fill();
  void skip(std::size_t bytes);
  void skipSpace();
  void give(std::size_t bytes);
  void stopAt(std::string found, std::string expected, std::string remedy);

  std::filesystem::path file_;
  std::unique_ptr<ByteStream> stream_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0, end_ = 0;  ///< of what is in the buffer and not yet given
  bool atEnd_ = false, started_ = false, isList_ = false;
  std::int64_t nextLine_ = 1, nextBytesBefore_ = 0;
  std::string_view text_;
  std::int64_t line_ = 0, bytesBefore_ = 0;
  std::int64_t elements_ = 0;
  std::optional<ImportProblem> problem_;
};

}  // namespace luce
