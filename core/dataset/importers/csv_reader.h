// Reads a CSV file record by record, in memory that does not grow with the file.
//
//   CsvReader reader("log.csv");
//   while (reader.next()) use(reader.fields(), reader.line());
//   if (reader.problem()) …                      // what reading stopped at
//
// Fields may be quoted and then hold delimiters, doubled quotes and line breaks (RFC 4180); lines
// end in LF, CRLF or CR; a UTF-8 byte order mark is skipped; empty lines are skipped but counted.
// The delimiter is comma, semicolon or tab, whichever the first line has most of. Spaces around an
// unquoted field do not belong to it.
#pragma once

#include <csv.h>

#include <filesystem>
#include <fstream>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/dataset/importers/importer.h"

namespace luce {

class CsvReader {
 public:
  /// Throws Error if the file cannot be read.
  explicit CsvReader(const std::filesystem::path& file);
  ~CsvReader();
  CsvReader(const CsvReader&) = delete;
  CsvReader& operator=(const CsvReader&) = delete;

  /// Goes to the next record; false at the end of the file and where reading is impossible.
  bool next();
  /// Of the present record; they live until next().
  std::span<const std::string_view> fields() const { return fields_; }
  /// Line on which the present record begins, from 1.
  std::int64_t line() const { return records_[record_].line; }
  /// Line on which a field begins; differs from line() after quoted line breaks.
  std::int64_t lineOf(std::size_t field) const;

  /// Why reading stopped before the end: a stray or unclosed quote, a field without end, bytes that
  /// are no text.
  const std::optional<ImportProblem>& problem() const { return problem_; }
  const std::filesystem::path& file() const { return file_; }
  /// Bytes taken from the file so far.
  std::int64_t bytesRead() const { return bytesRead_; }

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
  std::ifstream stream_;
  std::vector<char> block_;
  csv_parser parser_{};
  std::int64_t bytesRead_ = 0;
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

}  // namespace luce
