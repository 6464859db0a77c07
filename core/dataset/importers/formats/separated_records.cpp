#include "core/dataset/importers/formats/separated_records.h"

#include "core/dataset/importers/field_values.h"

namespace luce {

namespace {

constexpr std::size_t kBlock = 1u << 16;
constexpr std::size_t kLongestLine = 1u << 20;

std::string fromLatin1(std::string_view text) {
  std::string result;
  for (const char character : text) {
    const auto byte = static_cast<unsigned char>(character);
    if (byte < 0x80) {
      result += character;
    } else {
      result += static_cast<char>(0xc0 | (byte >> 6));
      result += static_cast<char>(0x80 | (byte & 0x3f));
    }
  }
  return result;
}

}  // namespace

SeparatedRecords::SeparatedRecords(const std::filesystem::path& file, std::string separator,
                                   std::vector<std::string> columns)
    : file_(file),
      separator_(std::move(separator)),
      columns_(std::move(columns)),
      stream_(ByteStream::open(file)) {}

bool SeparatedRecords::next() {
  std::string_view line;
  do {
    if (problem_ || !nextLine(line)) return false;
    ++line_;
    if (line.ends_with('\r')) line.remove_suffix(1);
  } while (line.empty());
  if (!isUtf8(line)) {
    converted_ = fromLatin1(line);
    line = converted_;
  }
  split(line);
  return true;
}

bool SeparatedRecords::nextLine(std::string_view& line) {
  std::size_t searched = begin_;
  while (true) {
    const std::size_t end = buffer_.find('\n', searched);
    if (end != std::string::npos) {
      line = std::string_view(buffer_).substr(begin_, end - begin_);
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
      line = std::string_view(buffer_).substr(begin_);
      begin_ = buffer_.size();
      return !line.empty();
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

void SeparatedRecords::split(std::string_view line) {
  fields_.clear();
  while (true) {
    const std::size_t end = line.find(separator_);
    fields_.push_back(line.substr(0, end));
    if (end == std::string_view::npos) return;
    line.remove_prefix(end + separator_.size());
  }
}

}  // namespace luce
