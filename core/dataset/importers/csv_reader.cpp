#include "core/dataset/importers/csv_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

#include "core/dataset/importers/checked_record.h"

namespace luce {

namespace {

constexpr std::size_t kBlockSize = 1u << 18;
constexpr std::size_t kLargestField = 1u << 20;
constexpr std::size_t kMostFields = 100'000;
constexpr const char* kUtf8Remedy = "Save the file as UTF-8 text.";

std::int64_t lineFeeds(std::string_view text) {
  return std::count(text.begin(), text.end(), '\n');
}

}  // namespace

CsvReader::CsvReader(const std::filesystem::path& file, const std::string& delimiter)
    : file_(file), delimiter_(delimiter), stream_(ByteStream::open(file)), block_(kBlockSize) {
  if (delimiter_.size() > 1) {
    throw Error(
        fmt::format("The delimiter \"{}\" has several characters; Luce takes one.", delimiter_));
  }
  if (csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL) != 0) {
    throw Error("The CSV parser could not be started.");
  }
  open_.line = 1;
}

CsvReader::~CsvReader() {
  csv_free(&parser_);
}

bool CsvReader::next() {
  if (started_ && record_ < records_.size()) ++record_;
  started_ = true;
  while (record_ >= records_.size()) {
    if (!fill()) return false;
  }
  const Record& record = records_[record_];
  fields_.clear();
  for (std::size_t i = 0; i < record.fieldCount; ++i)
    fields_.push_back(text(record.firstField + i));
  return true;
}

std::int64_t CsvReader::lineOf(std::size_t field) const {
  std::int64_t result = line();
  for (std::size_t i = 0; i < field; ++i) result += lineFeeds(fields_[i]);
  return result;
}

std::string_view CsvReader::text(std::size_t field) const {
  const std::size_t begin = field == 0 ? 0 : fieldEnds_[field - 1];
  return std::string_view(characters_).substr(begin, fieldEnds_[field] - begin);
}

void CsvReader::onField(void* characters, std::size_t size, void* self) {
  static_cast<CsvReader*>(self)->addField({static_cast<const char*>(characters), size});
}

void CsvReader::onLineEnd(int character, void* self) {
  auto& reader = *static_cast<CsvReader*>(self);
  reader.endRecord();
  // CRLF is reported as two line ends.
  if (!(character == '\n' && reader.afterCarriageReturn_)) ++reader.line_;
  reader.afterCarriageReturn_ = character == '\r';
  reader.open_.line = reader.line_;
}

void CsvReader::addField(std::string_view text) {
  characters_ += text;
  fieldEnds_.push_back(characters_.size());
  ++open_.fieldCount;
  // Few fields hold a line break, so looking for one is enough nearly always.
  if (std::memchr(text.data(), '\n', text.size()) != nullptr) line_ += lineFeeds(text);
  afterCarriageReturn_ = false;
}

void CsvReader::endRecord() {
  if (open_.fieldCount == 0) return;
  records_.push_back(open_);
  open_ = {.firstField = fieldEnds_.size(), .fieldCount = 0, .line = line_};
}

/// Reads one block further; false when there is nothing more to read.
bool CsvReader::fill() {
  if (atEnd_ || problem_) return false;
  dropReadRecords();
  std::string_view block(block_.data(), stream_->read(block_));
  atEnd_ = block.empty();
  if (atStart_) {
    block = skipMark(block);
    chooseDelimiter(block);
    atStart_ = false;
  }
  if (!problem_) parse(block);
  if (atEnd_ && !problem_) finishParsing();
  requireBounds();
  return true;
}

/// Keeps only what the last block's end cut off.
void CsvReader::dropReadRecords() {
  const std::size_t first = open_.firstField;
  const std::size_t begin = first == 0 ? 0 : fieldEnds_[first - 1];
  characters_.erase(0, begin);
  fieldEnds_.erase(fieldEnds_.begin(), fieldEnds_.begin() + static_cast<std::ptrdiff_t>(first));
  for (std::size_t& end : fieldEnds_) end -= begin;
  open_.firstField = 0;
  records_.clear();
  record_ = 0;
}

std::string_view CsvReader::skipMark(std::string_view block) {
  if (block.starts_with("\xef\xbb\xbf")) return block.substr(3);
  if (block.starts_with("\xff\xfe") || block.starts_with("\xfe\xff")) {
    stopAt(1, 0, "text in UTF-16", "text in UTF-8", kUtf8Remedy);
  }
  return block;
}

void CsvReader::chooseDelimiter(std::string_view block) {
  if (!delimiter_.empty()) {
    csv_set_delim(&parser_, static_cast<unsigned char>(delimiter_.front()));
    return;
  }
  char chosen = ',';
  std::ptrdiff_t most = 0;
  const std::string_view head = block.substr(0, block.find_first_of("\r\n"));
  for (const char delimiter : {',', ';', '\t', '|'}) {
    const std::ptrdiff_t count = std::count(head.begin(), head.end(), delimiter);
    if (count <= most) continue;
    most = count;
    chosen = delimiter;
  }
  csv_set_delim(&parser_, static_cast<unsigned char>(chosen));
}

void CsvReader::parse(std::string_view block) {
  const std::size_t nul = block.find('\0');
  const std::string_view readable = block.substr(0, nul);
  const std::size_t parsed =
      csv_parse(&parser_, readable.data(), readable.size(), onField, onLineEnd, this);
  if (parsed != readable.size()) {
    if (csv_error(&parser_) == CSV_ENOMEM) throw std::bad_alloc();
    stopAt(rawLine_ + lineFeeds(readable.substr(0, parsed)),
           static_cast<std::int64_t>(open_.fieldCount) + 1, "a stray quote",
           "quotes around a whole field only, and doubled inside of it",
           "Quote the field and double the quotes in it.");
    return;
  }
  rawLine_ += lineFeeds(readable);
  if (nul != std::string_view::npos) {
    stopAt(rawLine_, 0, "bytes that are no text", "text in UTF-8", kUtf8Remedy);
  }
}

void CsvReader::finishParsing() {
  if (csv_fini(&parser_, onField, onLineEnd, this) == 0) return;
  stopAt(line_, static_cast<std::int64_t>(open_.fieldCount) + 1, "a quoted field that does not end",
         "a closing quote", "Close the quote, or see whether the file was cut off.");
}

void CsvReader::requireBounds() {
  if (problem_) return;
  if (parser_.entry_pos > kLargestField) {
    stopAt(line_, static_cast<std::int64_t>(open_.fieldCount) + 1, "a field of more than 1 MiB",
           "shorter fields", "See whether a quote is left open before or a line break missing.");
  } else if (open_.fieldCount > kMostFields) {
    stopAt(open_.line, 0, fmt::format("more than {} fields", kMostFields), "fewer fields",
           "See whether line breaks are missing.");
  }
}

void CsvReader::stopAt(std::int64_t line, std::int64_t column, std::string found,
                       std::string expected, std::string remedy) {
  problem_ = ImportProblem{.file = file_,
                           .line = line,
                           .column = column,
                           .columnName = {},
                           .found = std::move(found),
                           .expected = std::move(expected),
                           .remedy = std::move(remedy)};
}

CsvRecords::CsvRecords(const std::filesystem::path& file, const std::string& delimiter)
    : reader_(file, delimiter) {
  ProblemList problems;
  columns_ = readHeader(reader_, problems);
}

}  // namespace luce
