// Reads a CSV file record by record, in memory that does not grow with the file.
//
//   CsvReader reader("log.csv");
//   while (reader.next()) use(reader.fields(), reader.line());
//   if (reader.problem()) …                      // what reading stopped at
//
// Fields may be quoted and then hold delimiters, doubled quotes and line breaks (RFC 4180); lines
// end in LF, CRLF or CR; a UTF-8 byte order mark is skipped; empty lines are skipped but counted.
// The delimiter is as told, else comma, semicolon, tab or bar, whichever the first line has most
// of. Spaces around an unquoted field do not belong to it.
#pragma once

#include <csv.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/dataset/importers/byte_stream.h"
#include "core/dataset/importers/problem_list.h"
#include "core/dataset/importers/record_reader.h"

namespace luce {

class CsvReader final : public RecordReader {
 public:
  /// delimiter: one character; empty = found out. Throws Error if the file cannot be read.
  explicit CsvReader(const std::filesystem::path& file, const std::string& delimiter = {});
  ~CsvReader() override;
  CsvReader(const CsvReader&) = delete;
  CsvReader& operator=(const CsvReader&) = delete;

  /// Goes to the next record; false at the end of the file and where reading is impossible.
  bool next() override;
  /// Of the present record; they live until next().
  std::span<const std::string_view> fields() const override { return fields_; }
  /// Line on which the present record begins, from 1.
  std::int64_t line() const override { return records_[record_].line; }
  /// Line on which a field begins; differs from line() after quoted line breaks.
  std::int64_t lineOf(std::size_t field) const override;

  /// Why reading stopped before the end: a stray or unclosed quote, a field without end, bytes that
  /// are no text.
  const std::optional<ImportProblem>& problem() const override { return problem_; }
  const std::filesystem::path& file() const override { return file_; }
  std::int64_t bytesRead() const override { return stream_->bytesRead(); }

 private:
  struct Record {
    std::size_t firstField = 0;
    std::size_t fieldCount = 0;
    std::int64_t line = 0;
  };

  static void onField(void* characters, std::size_t size, void* self);
  static void onLineEnd(int character, void* self);
  void addField(std::string_view text);
  void endRecord();
  bool fill();
  void dropReadRecords();
  std::string_view skipMark(std::string_view block);
  void chooseDelimiter(std::string_view block);
  void parse(std::string_view block);
  void finishParsing();
  void requireBounds();
  void stopAt(std::int64_t line, std::int64_t column, std::string found, std::string expected,
              std::string remedy);
  std::string_view text(std::size_t field) const;

  std::filesystem::path file_;
  std::string delimiter_;
  std::unique_ptr<ByteStream> stream_;
  std::vector<char> block_;
  csv_parser parser_{};
  bool atStart_ = true;
  std::int64_t rawLine_ = 1;  // of the beginning of the next block, counted by its line feeds
  bool atEnd_ = false;

  // Fields of the records read ahead and of the record that the block's end cut.
  std::string characters_;
  std::vector<std::size_t> fieldEnds_;
  std::vector<Record> records_;
  std::size_t record_ = 0;
  bool started_ = false;
  Record open_;
  std::int64_t line_ = 1;
  bool afterCarriageReturn_ = false;

  std::vector<std::string_view> fields_;
  std::optional<ImportProblem> problem_;
};

/// A CSV file whose first record names the columns.
class CsvRecords final : public LogRecords {
 public:
  /// Throws ImportError when the first record does not: no name, a name twice, not in UTF-8.
  explicit CsvRecords(const std::filesystem::path& file, const std::string& delimiter = {});

  bool next() override { return reader_.next(); }
  std::span<const std::string_view> fields() const override { return reader_.fields(); }
  std::int64_t line() const override { return reader_.line(); }
  std::int64_t lineOf(std::size_t field) const override { return reader_.lineOf(field); }
  const std::optional<ImportProblem>& problem() const override { return reader_.problem(); }
  const std::filesystem::path& file() const override { return reader_.file(); }
  std::int64_t bytesRead() const override { return reader_.bytesRead(); }
  const std::vector<std::string>& columns() const override { return columns_; }

 private:
  CsvReader reader_;
  std::vector<std::string> columns_;
};

}  // namespace luce
