#include "core/dataset/importers/checked_record.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "core/dataset/dataset_sink.h"
#include "core/dataset/importers/field_values.h"

namespace luce {

std::vector<std::string> readHeader(RecordReader& reader, ProblemList& problems) {
  const auto wrong = [&](std::int64_t line, std::size_t column, std::string name, std::string found,
                         std::string expected, std::string remedy) {
    problems.add({.file = reader.file(),
                  .line = line,
                  .column = static_cast<std::int64_t>(column),
                  .columnName = std::move(name),
                  .found = std::move(found),
                  .expected = std::move(expected),
                  .remedy = std::move(remedy)});
  };
  std::vector<std::string> header;
  if (reader.next()) {
    for (std::size_t i = 0; i < reader.fields().size(); ++i) {
      const std::string name(reader.fields()[i]);
      if (name.empty() && i > 0) {
        wrong(reader.line(), i + 1, "", "a column without a name", "a name for each column",
              "Name the column in the first line.");
      } else if (!isUtf8(name)) {
        wrong(reader.line(), i + 1, "", shown(name), "a name in UTF-8",
              "Save the file as UTF-8 text.");
      } else if (std::find(header.begin(), header.end(), name) != header.end()) {
        wrong(reader.line(), i + 1, name, "a second column of this name", "each name once",
              "Rename one of the two columns.");
      }
      header.push_back(name);
    }
  } else if (reader.problem()) {
    problems.add(*reader.problem());
  } else {
    wrong(0, 0, "", "an empty file", "a line of column names, then one line a record",
          "See whether the file was written to its end.");
  }
  problems.throwIfAny();
  return header;
}

bool CheckedRecord::isComplete() {
  if (reader_.fault()) {
    problems_.add(*reader_.fault());
    return false;
  }
  const std::size_t fields = reader_.fields().size();
  if (fields == header_.size()) return true;
  wrongRecord(fmt::format("{} field{}", fields, fields == 1 ? "" : "s"),
              fmt::format("{}, as in the first line", header_.size()),
              "Put quotes around fields that hold a comma, and see whether the line was cut off.");
  return false;
}

std::string_view CheckedRecord::key(std::size_t column) {
  if (text(column).empty()) wrong(column, "a key", "Fill it in.");
  return category(column);
}

std::string_view CheckedRecord::category(std::size_t column) {
  if (!isUtf8(text(column))) wrong(column, "text in UTF-8", "Save the file as UTF-8 text.");
  return text(column);
}

double CheckedRecord::number(std::size_t column) {
  if (text(column).empty()) return kMissing;
  if (const auto value = parseNumber(text(column))) return *value;
  wrong(column,
        isTooLarge(text(column)) ? "a number from -3.4e38 to 3.4e38, the range of single precision"
                                 : "a finite number, or nothing where it is missing",
        "Mend it, or declare the column a category.");
  return 0;
}

double CheckedRecord::time(std::size_t column) {
  if (text(column).empty()) return kMissing;
  if (const auto value = parseTime(text(column))) return *value;
  wrong(column, "a time: seconds since 1970, or as in 2019-11-24 00:01:03+00:00",
        "Write the times in one of these two ways.");
  return 0;
}

double CheckedRecord::probability(std::size_t column) {
  if (text(column).empty()) return kMissing;
  const auto value = parseNumber(text(column));
  if (value && *value > 0 && *value <= 1) return *value;
  wrong(column, "a number in (0, 1]", "Correct it, or leave it empty where it is unknown.");
  return 1;
}

float CheckedRecord::label(std::size_t column, const LabelRule& rule) {
  const auto value = parseNumber(text(column));
  if (rule.kind != LabelRule::Kind::AsGiven) {
    if (value) return static_cast<float>(rule.apply(*value));
    wrong(column, "a number, from which the label is made",
          "Correct it, or take another column for the task.");
    return 0;
  }
  if (value && *value >= 0 && *value <= 1) return static_cast<float>(*value);
  wrong(
      column, "a number in [0, 1]",
      "Write 1 where the action happened and 0 where it did not; a schema can make labels of other "
      "numbers by a threshold or a scale.");
  return 0;
}

std::uint16_t CheckedRecord::position(std::size_t column) {
  if (text(column).empty()) return 0;
  const auto value = parseCount(text(column));
  if (value && *value <= std::numeric_limits<std::uint16_t>::max()) {
    return static_cast<std::uint16_t>(*value);
  }
  wrong(column, "a whole number from 0 to 65535 (1 = first place, 0 = unknown)",
        "Number the places from 1.");
  return 0;
}

void CheckedRecord::wrong(std::size_t column, std::string expected, std::string remedy) {
  problems_.add({.file = reader_.file(),
                 .line = reader_.lineOf(column),
                 .column = static_cast<std::int64_t>(column) + 1,
                 .columnName = header_[column],
                 .found = shown(text(column)),
                 .expected = std::move(expected),
                 .remedy = std::move(remedy)});
}

void CheckedRecord::wrongRecord(std::string found, std::string expected, std::string remedy) {
  problems_.add({.file = reader_.file(),
                 .line = reader_.line(),
                 .column = 0,
                 .columnName = {},
                 .found = std::move(found),
                 .expected = std::move(expected),
                 .remedy = std::move(remedy)});
}

}  // namespace luce
