#include "core/dataset/importers/csv_columns.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>

#include "core/dataset/importers/checked_record.h"
#include "core/dataset/importers/field_values.h"

namespace luce {

namespace {

constexpr int kSampledRecords = 1000;

/// The usual names of a role's column, the most telling first.
using Names = std::vector<std::string_view>;

const Names kSlateNames{"slate_id", "slate", "request_id",    "request",
                        "query_id", "qid",   "impression_id", "session_id"};
const Names kItemNames{"item_id", "item",        "video_id",     "product_id", "movie_id",
                       "doc_id",  "document_id", "candidate_id", "article_id"};
const Names kPositionNames{"position", "rank", "place", "pos"};
const Names kPropensityNames{"propensity", "propensity_score", "pscore", "logging_probability"};
const Names kExaminationNames{"examination", "examination_propensity", "examination_probability"};
const Names kTimeNames{"timestamp", "time", "datetime"};
const Names kLabelPrefixes{"label_", "label:"};
const Names kContextPrefixes{"user_", "context_"};
const std::set<std::string_view> kActions{
    "click",   "is_click",    "clicked",    "long_view",       "is_long_view",
    "view",    "like",        "is_like",    "follow",          "is_follow",
    "share",   "forward",     "is_forward", "comment",         "is_comment",
    "save",    "favorite",    "favourite",  "purchase",        "buy",
    "order",   "add_to_cart", "cart",       "conversion",      "download",
    "install", "subscribe",   "return",     "return_next_day", "dislike",
    "hate",    "is_hate",     "skip"};

std::string lowered(std::string_view text) {
  std::string result(text);
  for (char& letter : result) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return result;
}

std::optional<std::size_t> indexOf(const std::vector<std::string>& names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<std::size_t>(found - names.begin());
}

std::optional<std::size_t> firstNamed(const std::vector<std::string>& lowerHeader,
                                      const Names& names) {
  for (const std::string_view name : names) {
    if (const auto index = indexOf(lowerHeader, name)) return index;
  }
  return std::nullopt;
}

/// The prefix of the name among these, or nothing.
std::string_view prefixOf(std::string_view name, const Names& prefixes) {
  for (const std::string_view prefix : prefixes) {
    if (name.starts_with(prefix) && name.size() > prefix.size()) return prefix;
  }
  return {};
}

/// What the first records show of a column; empty fields show nothing.
struct Sample {
  int values = 0;
  int texts = 0;
  int zerosAndOnes = 0;

  /// A few texts among numbers are mistakes to report.
  bool isText() const { return texts * 5 > values; }
  bool isBinary() const { return values > 0 && zerosAndOnes == values; }
};

/// What looks like a number out of range, or like NaN, is a mistake to report and not a text.
bool looksLikeNumber(std::string_view text) {
  return text.find_first_not_of("+-.0123456789eEinfINFaA") == std::string_view::npos;
}

std::vector<Sample> sampleColumns(CsvReader& reader, std::size_t columns) {
  std::vector<Sample> samples(columns);
  for (int record = 0; record < kSampledRecords && reader.next(); ++record) {
    if (reader.fields().size() != columns) continue;
    for (std::size_t i = 0; i < columns; ++i) {
      const std::string_view text = reader.fields()[i];
      if (text.empty()) continue;
      const auto number = parseNumber(text);
      ++samples[i].values;
      if (!number && !looksLikeNumber(text)) ++samples[i].texts;
      if (number && (*number == 0 || *number == 1)) ++samples[i].zerosAndOnes;
    }
  }
  return samples;
}

class ColumnFinder {
 public:
  ColumnFinder(CsvReader& reader, const ColumnRoles& told) : reader_(reader), told_(told) {}

  CsvColumns find() {
    found_.header = readHeader(reader_, problems_);
    const std::int64_t headerLine = reader_.line();
    for (const std::string& name : found_.header) lowerHeader_.push_back(lowered(name));
    samples_ = sampleColumns(reader_, found_.header.size());
    headerLine_ = headerLine;
    roles_.resize(found_.header.size());
    for (const std::string& name : told_.ignore) give(name, CsvRole::Ignored);
    if (found_.header.front().empty()) roles_.front() = CsvRole::Ignored;
    place(CsvRole::Slate, told_.slate, kSlateNames, "slate");
    place(CsvRole::Item, told_.item, kItemNames, "item");
    place(CsvRole::Position, told_.position, kPositionNames);
    place(CsvRole::Propensity, told_.propensity, kPropensityNames);
    place(CsvRole::Examination, told_.examination, kExaminationNames);
    place(CsvRole::Time, told_.time, kTimeNames);
    placeTasks();
    placeFeatures();
    problems_.throwIfAny();
    describe();
    return std::move(found_);
  }

 private:
  /// Gives a column that was told by name its role.
  void give(const std::string& name, CsvRole role) {
    auto index = indexOf(found_.header, name);
    if (!index) index = indexOf(lowerHeader_, lowered(name));
    if (!index) {
      missing(fmt::format("a column named \"{}\"", name),
              "Correct the name in the schema; upper and lower case do not matter.");
    } else if (roles_[*index]) {
      missing(fmt::format("one role for the column \"{}\"", name),
              "Name it once only in the schema.");
    } else {
      roles_[*index] = role;
    }
  }

  void place(CsvRole role, const std::optional<std::string>& told, const Names& usual,
             const char* required = nullptr) {
    if (told) return give(*told, role);
    const auto index = firstNamed(lowerHeader_, usual);
    if (index && !roles_[*index]) {
      roles_[*index] = role;
    } else if (required != nullptr) {
      missing(fmt::format("a column that names the {} (such as \"{}\")", required, usual.front()),
              fmt::format("Rename the column, or say in a schema which one is the {}.", required));
    }
  }

  void placeTasks() {
    if (told_.tasks) {
      for (const std::string& name : *told_.tasks) give(name, CsvRole::Task);
    } else if (!placeTasksNamed([](const std::string& name) {
                 return !prefixOf(name, kLabelPrefixes).empty();
               }) &&
               !placeActions()) {
      placeTrailingZerosAndOnes();
    }
    if (std::find(roles_.begin(), roles_.end(), CsvRole::Task) == roles_.end() &&
        problems_.empty()) {
      missing("at least one column of labels (such as \"click\" or \"label_click\")",
              "Rename the columns of user actions, or name them as tasks in a schema.");
    }
  }

  template <class Predicate>
  bool placeTasksNamed(Predicate&& isTask) {
    bool any = false;
    for (std::size_t i = 0; i < roles_.size(); ++i) {
      if (roles_[i] || !isTask(lowerHeader_[i])) continue;
      roles_[i] = CsvRole::Task;
      any = true;
    }
    return any;
  }

  bool placeActions() {
    if (!placeTasksNamed([](const std::string& name) { return kActions.contains(name); })) {
      return false;
    }
    // An action that Luce has no name for would otherwise become a feature that gives labels away.
    const auto first = std::find(roles_.begin(), roles_.end(), CsvRole::Task) - roles_.begin();
    for (auto i = static_cast<std::size_t>(first); i < roles_.size(); ++i) {
      if (!roles_[i] && samples_[i].isBinary() &&
          prefixOf(lowerHeader_[i], kContextPrefixes).empty()) {
        roles_[i] = CsvRole::Task;
      }
    }
    return true;
  }

  void placeTrailingZerosAndOnes() {
    for (std::size_t i = roles_.size(); i-- > 0 && !roles_[i] && samples_[i].isBinary();) {
      if (!prefixOf(lowerHeader_[i], kContextPrefixes).empty()) return;
      roles_[i] = CsvRole::Task;
    }
  }

  void placeFeatures() {
    const auto told = [&](const std::optional<std::vector<std::string>>& names) {
      std::vector<bool> chosen(roles_.size(), false);
      for (const std::string& name : names.value_or(std::vector<std::string>())) {
        auto index = indexOf(lowerHeader_, lowered(name));
        if (const auto exact = indexOf(found_.header, name)) index = exact;
        if (!index) {
          missing(fmt::format("a column named \"{}\"", name), "Correct the name in the schema.");
        } else {
          chosen[*index] = true;
        }
      }
      return chosen;
    };
    const std::vector<bool> context = told(told_.context);
    const std::vector<bool> category = told(told_.category);
    for (std::size_t i = 0; i < roles_.size(); ++i) {
      if (roles_[i]) continue;
      const std::string& name = lowerHeader_[i];
      const bool isContext = told_.context ? context[i] : !prefixOf(name, kContextPrefixes).empty();
      const bool isCategory =
          told_.category ? category[i] : samples_[i].isText() || name.ends_with("_id");
      if (isContext) {
        roles_[i] = isCategory ? CsvRole::ContextCategory : CsvRole::ContextNumber;
      } else {
        roles_[i] = isCategory ? CsvRole::CandidateCategory : CsvRole::CandidateNumber;
      }
    }
  }

  void describe() {
    Schema& schema = found_.schema;
    schema.shape = LogShape::Slate;
    for (std::size_t i = 0; i < roles_.size(); ++i) {
      const std::string& name = found_.header[i];
      const CsvRole role = *roles_[i];
      found_.roles.push_back(role);
      switch (role) {
        case CsvRole::Position:
          schema.hasPosition = true;
          break;
        case CsvRole::Propensity:
          schema.hasPropensity = true;
          break;
        case CsvRole::Examination:
          schema.hasExamination = true;
          break;
        case CsvRole::Time:
          schema.hasTime = true;
          break;
        case CsvRole::Task:
          schema.tasks.push_back(name.substr(prefixOf(lowerHeader_[i], kLabelPrefixes).size()));
          break;
        case CsvRole::ContextNumber:
          schema.features.push_back({name, FeatureKind::Numeric, FeatureScope::Context});
          break;
        case CsvRole::ContextCategory:
          schema.features.push_back({name, FeatureKind::Category, FeatureScope::Context});
          break;
        case CsvRole::CandidateNumber:
          schema.features.push_back({name, FeatureKind::Numeric, FeatureScope::Candidate});
          break;
        case CsvRole::CandidateCategory:
          schema.features.push_back({name, FeatureKind::Category, FeatureScope::Candidate});
          break;
        case CsvRole::Ignored:
        case CsvRole::Slate:
        case CsvRole::Item:
          break;
      }
    }
  }

  void missing(std::string expected, std::string remedy) {
    problems_.add({.file = reader_.file(),
                   .line = headerLine_,
                   .column = 0,
                   .columnName = {},
                   .found = fmt::format("the columns {}", fmt::join(found_.header, ", ")),
                   .expected = std::move(expected),
                   .remedy = std::move(remedy)});
  }

  CsvReader& reader_;
  const ColumnRoles& told_;
  ProblemList problems_;
  CsvColumns found_;
  std::int64_t headerLine_ = 1;
  std::vector<std::string> lowerHeader_;
  std::vector<Sample> samples_;
  std::vector<std::optional<CsvRole>> roles_;
};

}  // namespace

CsvColumns findColumns(const std::filesystem::path& file, const ColumnRoles& told) {
  CsvReader reader(file);
  return ColumnFinder(reader, told).find();
}

}  // namespace luce
