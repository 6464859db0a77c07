#include "core/dataset/importers/formats/json_texts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

#include "core/dataset/importers/field_values.h"

namespace luce {

namespace {

constexpr std::size_t kBlock = 1u << 18;
constexpr std::string_view kMark = "\xef\xbb\xbf";
constexpr std::string_view kSpace = " \t\r\n";

bool isSpace(char character) {
  return kSpace.find(character) != std::string_view::npos;
}

}  // namespace

JsonTexts::JsonTexts(const std::filesystem::path& file)
    : file_(file), stream_(ByteStream::open(file)), buffer_(kBlock + kPadding) {}

bool JsonTexts::next() {
  if (problem_) return false;
  if (!started_) {
    started_ = true;
    byteAt(kMark.size());
    const std::string_view head(buffer_.data(), end_);
    if (head.starts_with("\xff\xfe") || head.starts_with("\xfe\xff")) {
      stopAt("text in UTF-16", "text in UTF-8", "Save the file as UTF-8 text.");
      return false;
    }
    if (head.starts_with(kMark)) begin_ = kMark.size();
    skipSpace();
    isList_ = byteAt(0) == '[';
    if (isList_) skip(1);
  }
  return isList_ ? nextElement() : nextLine();
}

bool JsonTexts::nextLine() {
  skipSpace();
  if (!byteAt(0)) return false;
  std::size_t searched = 0;
  while (true) {
    const char* const from = buffer_.data() + begin_ + searched;
    const void* const lineEnd = std::memchr(from, '\n', end_ - begin_ - searched);
    if (lineEnd != nullptr) {
      give(static_cast<std::size_t>(static_cast<const char*>(lineEnd) - buffer_.data()) - begin_);
      return true;
    }
    searched = end_ - begin_;
    if (searched > kLargest) {
      stopAt("a line of more than 16 MiB", "one object a line",
             "Write each object on a line of its own, as `jq -c` does.");
      return false;
    }
    if (!fill()) break;
  }
  give(end_ - begin_);
  return true;
}

bool JsonTexts::nextElement() {
  skipSpace();
  std::optional<char> first = byteAt(0);
  if (first && *first == ',' && elements_ > 0) {
    skip(1);
    skipSpace();
    first = byteAt(0);
  } else if (first && *first == ']') {
    skip(1);
    skipSpace();
    if (byteAt(0)) {
      stopAt("text after the list's end", "one list of objects",
             "Write one list, or each object on a line of its own.");
    }
    return false;
  } else if (first && elements_ > 0) {
    stopAt(shown(std::string(1, *first)), "a comma or the list's end after an object",
           "Mend the file, or write each object on a line of its own.");
    return false;
  }
  if (!first) {
    stopAt("a list without an end", "a closing bracket",
           "See whether the file was written to its end.");
    return false;
  }
  if (*first != '{') {
    stopAt(shown(std::string(1, *first)), "an object",
           "Write the log as a list of objects, or as one object a line.");
    return false;
  }
  ++elements_;
  std::size_t depth = 0;
  bool inText = false;
  for (std::size_t i = 0;; ++i) {
    const std::optional<char> byte = byteAt(i);
    if (!byte) {
      stopAt("an object without an end", "a closing brace",
             "See whether a quote is left open, and whether the file was written to its end.");
      return false;
    }
    if (i > kLargest) {
      stopAt("an object of more than 16 MiB", "one object a candidate, or one a slate",
             "See whether a quote or a brace is left open.");
      return false;
    }
    if (inText) {
      if (*byte == '\\') ++i;
      if (*byte == '"') inText = false;
    } else if (*byte == '"') {
      inText = true;
    } else if (*byte == '{' || *byte == '[') {
      ++depth;
    } else if ((*byte == '}' || *byte == ']') && --depth == 0) {
      give(i + 1);
      return true;
    }
  }
}

std::optional<char> JsonTexts::byteAt(std::size_t distance) {
  while (begin_ + distance >= end_) {
    if (!fill()) return std::nullopt;
  }
  return buffer_[begin_ + distance];
}

bool JsonTexts::fill() {
  if (atEnd_) return false;
  if (begin_ > 0) {
    std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
  }
  if (buffer_.size() - kPadding - end_ < kBlock / 2) buffer_.resize(buffer_.size() * 2);
  const std::size_t room = buffer_.size() - kPadding - end_;
  const std::size_t count = stream_->read({buffer_.data() + end_, room});
  end_ += count;
  atEnd_ = count == 0;
  return count > 0;
}

void JsonTexts::skip(std::size_t bytes) {
  const std::string_view skipped(buffer_.data() + begin_, bytes);
  const std::size_t lastLineFeed = skipped.rfind('\n');
  if (lastLineFeed == std::string_view::npos) {
    nextBytesBefore_ += static_cast<std::int64_t>(bytes);
  } else {
    nextLine_ += std::count(skipped.begin(), skipped.end(), '\n');
    nextBytesBefore_ = static_cast<std::int64_t>(bytes - lastLineFeed - 1);
  }
  begin_ += bytes;
}

void JsonTexts::skipSpace() {
  while (true) {
    std::size_t count = 0;
    while (begin_ + count < end_ && isSpace(buffer_[begin_ + count])) ++count;
    skip(count);
    if (begin_ < end_ || !fill()) return;
  }
}

void JsonTexts::give(std::size_t bytes) {
  line_ = nextLine_;
  bytesBefore_ = nextBytesBefore_;
  text_ = {buffer_.data() + begin_, bytes};
  skip(bytes);
}

void JsonTexts::stopAt(std::string found, std::string expected, std::string remedy) {
  problem_ = ImportProblem{.file = file_,
                           .line = nextLine_,
                           .column = nextBytesBefore_ + 1,
                           .columnName = {},
                           .found = std::move(found),
                           .expected = std::move(expected),
                           .remedy = std::move(remedy)};
}

}  // namespace luce
