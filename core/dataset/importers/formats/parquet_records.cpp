#include "core/dataset/importers/formats/parquet_records.h"

#include <arrow/api.h>
#include <arrow/io/file.h>
#include <fmt/format.h>
#include <parquet/arrow/reader.h>

#include <algorithm>
#include <functional>

#include "core/common/error.h"
#include "core/dataset/importers/byte_stream.h"
#include "core/dataset/importers/field_values.h"

namespace luce {

namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kBatch = 4096;
constexpr double kSecondsOfDay = 86400;

[[noreturn]] void fail(const fs::path& file, const arrow::Status& status) {
  throw Error(fmt::format("\"{}\" cannot be read: {}. See whether it was copied to its end.",
                          file.string(), status.ToString()));
}

template <class T>
T taken(const fs::path& file, arrow::Result<T> result) {
  if (!result.ok()) fail(file, result.status());
  return std::move(result).ValueUnsafe();
}

double unitsOfSecond(arrow::TimeUnit::type unit) {
  switch (unit) {
    case arrow::TimeUnit::SECOND:
      return 1;
    case arrow::TimeUnit::MILLI:
      return 1e3;
    case arrow::TimeUnit::MICRO:
      return 1e6;
    default:
      return 1e9;
  }
}

/// Gives the text of a row that is not NULL; the view lives until the next call.
using Writer = std::function<std::string_view(std::int64_t row, std::string& text)>;

template <class Array>
Writer numbersOf(const arrow::Array& array) {
  const auto& numbers = static_cast<const Array&>(array);
  return [&numbers](std::int64_t row, std::string& text) -> std::string_view {
    text = fmt::format("{}", numbers.Value(row));
    return text;
  };
}

template <class Array>
Writer textsOf(const arrow::Array& array) {
  const auto& texts = static_cast<const Array&>(array);
  return [&texts](std::int64_t row, std::string&) { return std::string_view(texts.GetView(row)); };
}

template <class Array>
Writer timesOf(const arrow::Array& array, double unitsInSecond) {
  const auto& times = static_cast<const Array&>(array);
  return [&times, unitsInSecond](std::int64_t row, std::string& text) -> std::string_view {
    text = fmt::format("{:.6f}", static_cast<double>(times.Value(row)) / unitsInSecond);
    return text;
  };
}

/// Empty for a type that is no value.
Writer writerOf(const arrow::Array& array) {
  switch (array.type_id()) {
    case arrow::Type::BOOL: {
      const auto& flags = static_cast<const arrow::BooleanArray&>(array);
      return [&flags](std::int64_t row, std::string&) -> std::string_view {
        return flags.Value(row) ? "1" : "0";
      };
    }
    case arrow::Type::INT8:
      return numbersOf<arrow::Int8Array>(array);
    case arrow::Type::INT16:
      return numbersOf<arrow::Int16Array>(array);
    case arrow::Type::INT32:
      return numbersOf<arrow::Int32Array>(array);
    case arrow::Type::INT64:
      return numbersOf<arrow::Int64Array>(array);
    case arrow::Type::UINT8:
      return numbersOf<arrow::UInt8Array>(array);
    case arrow::Type::UINT16:
      return numbersOf<arrow::UInt16Array>(array);
    case arrow::Type::UINT32:
      return numbersOf<arrow::UInt32Array>(array);
    case arrow::Type::UINT64:
      return numbersOf<arrow::UInt64Array>(array);
    case arrow::Type::FLOAT:
      return numbersOf<arrow::FloatArray>(array);
    case arrow::Type::DOUBLE:
      return numbersOf<arrow::DoubleArray>(array);
    case arrow::Type::DECIMAL128: {
      const auto& decimals = static_cast<const arrow::Decimal128Array&>(array);
      return [&decimals](std::int64_t row, std::string& text) -> std::string_view {
        text = decimals.FormatValue(row);
        return text;
      };
    }
    case arrow::Type::STRING:
      return textsOf<arrow::StringArray>(array);
    case arrow::Type::LARGE_STRING:
      return textsOf<arrow::LargeStringArray>(array);
    case arrow::Type::DATE32:
      return timesOf<arrow::Date32Array>(array, 1 / kSecondsOfDay);
    case arrow::Type::DATE64:
      return timesOf<arrow::Date64Array>(array, 1e3);
    case arrow::Type::TIMESTAMP:
      return timesOf<arrow::TimestampArray>(
          array, unitsOfSecond(static_cast<const arrow::TimestampType&>(*array.type()).unit()));
    case arrow::Type::DICTIONARY: {
      const auto& codes = static_cast<const arrow::DictionaryArray&>(array);
      const Writer words = writerOf(*codes.dictionary());
      if (!words) return {};
      return [&codes, words](std::int64_t row, std::string& text) {
        return words(codes.GetValueIndex(row), text);
      };
    }
    default:
      return {};
  }
}

/// A type without values, with which it is found out early what can be written.
bool isWritable(const std::shared_ptr<arrow::DataType>& type) {
  const auto empty = arrow::MakeArrayOfNull(type, 0);
  return empty.ok() && writerOf(**empty) != nullptr;
}

}  // namespace

struct ParquetRecords::Source {
  std::unique_ptr<parquet::arrow::FileReader> file;
  std::unique_ptr<arrow::RecordBatchReader> batches;
  std::vector<bool> ignored;
  std::vector<std::shared_ptr<arrow::Array>> arrays;  ///< of the present batch, by column
  std::vector<Writer> writers;
  std::int64_t row = 0, rowsOfBatch = 0;
};

ParquetRecords::ParquetRecords(const fs::path& file, const LogMapping& mapping)
    : file_(file), unpacked_(file), source_(std::make_unique<Source>()) {
  auto input = taken(file_, arrow::io::ReadableFile::Open(unpacked_.path().string()));
  source_->file =
      taken(file_, parquet::arrow::OpenFile(std::move(input), arrow::default_memory_pool()));
  source_->file->set_batch_size(kBatch);
  rows_ = source_->file->parquet_reader()->metadata()->num_rows();
  findColumns(mapping.ignore);
  source_->batches = taken(file_, source_->file->GetRecordBatchReader());
}

ParquetRecords::~ParquetRecords() = default;

void ParquetRecords::findColumns(const std::vector<std::string>& ignored) {
  std::shared_ptr<arrow::Schema> schema;
  const arrow::Status status = source_->file->GetSchema(&schema);
  if (!status.ok()) fail(file_, status);
  const auto refuse = [&](const std::string& column, std::string found, std::string expected,
                          std::string remedy) {
    throw ImportError({{.file = file_,
                        .line = 0,
                        .column = 0,
                        .columnName = column,
                        .found = std::move(found),
                        .expected = std::move(expected),
                        .remedy = std::move(remedy)}},
                      1);
  };
  // An empty table of the same columns, since its Flatten() takes structs apart as that of the
  // batches does.
  const auto flat = taken(file_, taken(file_, arrow::Table::MakeEmpty(schema))->Flatten());
  for (const auto& field : flat->schema()->fields()) {
    const std::string& name = field->name();
    const bool isIgnored = std::find(ignored.begin(), ignored.end(), name) != ignored.end();
    if (name.empty() || !isUtf8(name)) {
      refuse("", "a column without a name", "a name in UTF-8 for each column",
             "Name the column where the file is written.");
    }
    if (std::find(columns_.begin(), columns_.end(), name) != columns_.end()) {
      refuse(name, "a second column of this name", "each name once", "Rename one of the two.");
    }
    if (!isIgnored && !isWritable(field->type())) {
      refuse(name, "values of the type " + field->type()->ToString(),
             "numbers, texts, truth values or times",
             "Name the column under \"ignore\" in a schema, or write its elements as columns.");
    }
    columns_.push_back(name);
    source_->ignored.push_back(isIgnored);
  }
  texts_.resize(columns_.size());
}

bool ParquetRecords::nextBatch() {
  std::shared_ptr<arrow::RecordBatch> batch;
  const arrow::Status status = source_->batches->ReadNext(&batch);
  if (!status.ok()) {
    problem_ = ImportProblem{.file = file_,
                             .line = row_ + 1,
                             .column = 0,
                             .columnName = {},
                             .found = fmt::format("the error \"{}\"", status.ToString()),
                             .expected = "that all rows can be read",
                             .remedy = "See whether the file was copied to its end."};
    return false;
  }
  if (batch == nullptr) return false;
  const auto flat = taken(file_, taken(file_, arrow::Table::FromRecordBatches({batch}))->Flatten());
  source_->arrays.clear();
  source_->writers.clear();
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const auto& chunks = *flat->column(static_cast<int>(i));
    source_->arrays.push_back(chunks.num_chunks() > 0 ? chunks.chunk(0) : nullptr);
    const bool used = !source_->ignored[i] && source_->arrays.back() != nullptr;
    source_->writers.push_back(used ? writerOf(*source_->arrays.back()) : Writer());
  }
  source_->row = 0;
  source_->rowsOfBatch = batch->num_rows();
  return true;
}

bool ParquetRecords::next() {
  if (problem_) return false;
  ++source_->row;
  while (source_->row >= source_->rowsOfBatch) {
    if (!nextBatch()) return false;
  }
  ++row_;
  fields_.clear();
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const Writer& writer = source_->writers[i];
    const bool missing = !writer || source_->arrays[i]->IsNull(source_->row);
    fields_.push_back(missing ? std::string_view() : writer(source_->row, texts_[i]));
  }
  return true;
}

std::int64_t ParquetRecords::bytesRead() const {
  if (rows_ == 0) return 0;
  return static_cast<std::int64_t>(static_cast<double>(storedSize(file_)) *
                                   static_cast<double>(row_) / static_cast<double>(rows_));
}

}  // namespace luce
