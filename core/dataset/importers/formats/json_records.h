// The objects of a JSON log as records: an object a record, or, where objects have a list of
// candidates, a candidate a record, with the members around the list repeated.
//
// The columns are those of the first objects (kLearntObjects, or kLearntBytes of them); a member
// that only comes later is a problem at its line. Numbers stay as they are written, true and false
// are 1 and 0, null is missing.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/dataset/importers/formats/json_shape.h"
#include "core/dataset/importers/formats/json_texts.h"
#include "core/dataset/importers/log_mapping.h"
#include "core/dataset/importers/record_reader.h"

namespace luce {

class JsonObjectReader;

class JsonRecords final : public LogRecords {
 public:
  static constexpr int kLearntObjects = 1000;
  static constexpr std::size_t kLearntBytes = 16u << 20;

  /// Of the mapping: `ignore` may hold paths (with points) of lists of objects that are not the
  /// candidates; `slate` the name of the column that names a nested slate, else found by its name.
  /// Throws ImportError when no object can be read, and Error.
  JsonRecords(const std::filesystem::path& file, const LogMapping& mapping);
  ~JsonRecords() override;

  bool next() override;
  std::span<const std::string_view> fields() const override { return fields_; }
  std::int64_t line() const override { return texts_.line(); }
  const std::optional<ImportProblem>& fault() const override { return fault_; }
  const std::optional<ImportProblem>& problem() const override { return texts_.problem(); }
  const std::filesystem::path& file() const override { return file_; }
  std::int64_t bytesRead() const override { return texts_.bytesRead(); }
  const std::vector<std::string>& columns() const override { return names_; }

  /// Whether an object is a slate.
  bool isNested() const { return shape_.nested; }
  /// Columns of the object around the candidates; empty unless nested.
  std::vector<std::string> slateColumns() const;
  /// Columns in an object of labels.
  std::vector<std::string> labelColumns() const;
  /// Name of the column that names the slate; empty unless nested.
  std::string slateColumn() const;

 private:
  void learn();
  void nameSlates(const std::string& slate);
  void readObject();
  void requireSlate();
  void giveFaulty();
  ImportProblem problemOf(const JsonTexts& texts, const char* place, std::string found,
                          std::string expected, std::string remedy) const;

  std::filesystem::path file_;
  std::vector<std::string> ignored_;
  JsonMembers root_;
  JsonColumns shape_;
  std::vector<std::string> names_;
  bool countsSlates_ = false;    ///< slates have no name: their line becomes the first column
  bool comparesSlates_ = false;  ///< successive objects must not be the same slate
  std::size_t slate_ = 0;        ///< index of the column that names them, if nested
  std::string lineName_, present_, before_;
  JsonTexts texts_;
  std::unique_ptr<JsonObjectReader> reader_;
  std::size_t candidate_ = 0;
  std::vector<std::string_view> fields_;
  std::optional<ImportProblem> fault_;
};

}  // namespace luce
