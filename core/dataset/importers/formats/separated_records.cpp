#include "core/dataset/importers/formats/separated_records.h"

#include "core/dataset/importers/field_values.h"

namespace luce {

namespace {

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
    : lines_(file), separator_(std::move(separator)), columns_(std::move(columns)) {}

bool SeparatedRecords::next() {
  if (!lines_.next()) return false;
  std::string_view line = lines_.text();
  if (!isUtf8(line)) {
    converted_ = fromLatin1(line);
    line = converted_;
  }
  split(line);
  return true;
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
