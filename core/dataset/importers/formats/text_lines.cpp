#include "core/dataset/importers/formats/text_lines.h"

namespace luce {

namespace {

constexpr std::size_t kBlock = 1u << 18;
constexpr std::size_t kLongestLine = 1u << 20;

}  // namespace

TextLines::TextLines(const std::filesystem::path& file)
    : file_(file), stream_(ByteStream::open(file)) {}

bool TextLines::next() {
  do {
    if (problem_ || !find()) return false;
    ++line_;
    if (text_.ends_with('\r')) text_.remove_suffix(1);
  } while (text_.empty());
  return true;
}

bool TextLines::find() {
  std::size_t searched = begin_;
  while (true) {
    const std::size_t end = buffer_.find('\n', searched);
    if (end != std::string::npos) {
      text_ = std::string_view(buffer_).substr(begin_, end - begin_);
      begin_ = end + 1;
      return true;
    }
    if (buffer_.size() - begin_ > kLongestLine) {
      problem_ = ImportProblem{.file = file_,
                               .line = line_ + 1,
                               .column = 0,
                               .columnName = {},
                               .found = "a line of more than 1 MiB",
                               .expected = "one record a line",
                               .remedy = "See whether line breaks are missing."};
      return false;
    }
    if (atEnd_) {
      text_ = std::string_view(buffer_).substr(begin_);
      begin_ = buffer_.size();
      return !text_.empty();
    }
    buffer_.erase(0, begin_);
    begin_ = 0;
    searched = buffer_.size();
    buffer_.resize(searched + kBlock);
    const std::size_t count = stream_->read({buffer_.data() + searched, kBlock});
    buffer_.resize(searched + count);
    atEnd_ = count == 0;
  }
}

}  // namespace luce
