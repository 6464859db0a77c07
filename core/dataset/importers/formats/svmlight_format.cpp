#include "core/dataset/importers/formats/svmlight_format.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/dataset/importers/field_values.h"
#include "core/dataset/importers/formats/text_lines.h"

namespace luce {

namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kMostFeatures = 10'000;
constexpr std::size_t kFirstFeature = 3;  // after relevance, qid and item
constexpr std::string_view kSpace = " \t";

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) + 1 - begin);
}

/// Takes the next word off the front; empty at the end.
std::string_view takeWord(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(kSpace), text.size()));
  const std::string_view word = text.substr(0, text.find_first_of(kSpace));
  text.remove_prefix(word.size());
  return word;
}

/// The document's name in a comment; empty if it has none.
std::string_view documentIn(std::string_view comment) {
  constexpr std::string_view kName = "docid";
  comment = trimmed(comment);
  if (!comment.starts_with(kName)) {
    return comment.find_first_of(kSpace) == std::string_view::npos ? comment : std::string_view();
  }
  comment = trimmed(comment.substr(kName.size()));
  if (!comment.starts_with('=')) return {};
  comment.remove_prefix(1);
  return takeWord(comment);
}

/// The number before the colon, from 1; nothing if it is none.
std::optional<std::int64_t> featureNumber(std::string_view word) {
  const std::size_t colon = word.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const auto number = parseCount(word.substr(0, colon));
  if (!number || *number < 1) return std::nullopt;
  return number;
}

/// Whether it is worth to be read as a number, where what is wrong with it is told.
bool looksLikeNumber(std::string_view text) {
  return !text.empty() && text.find_first_not_of("+-.0123456789eE") == std::string_view::npos;
}

/// What must be known before the first line can be read.
struct Extent {
  std::int64_t features = 0;  ///< the largest number of one
  std::int64_t line = 0;      ///< where it was
  double grade = 0;           ///< the largest
};

/// Looks at the start and the end of each line only, as numbers rise in a line.
Extent extentOf(const fs::path& file) {
  Extent extent;
  TextLines lines(file);
  while (lines.next()) {
    std::string_view text = lines.text();
    text = trimmed(text.substr(0, text.find('#')));
    if (text.empty()) continue;
    const std::string_view last = text.substr(text.find_last_of(kSpace) + 1);
    if (const auto number = featureNumber(last); number && *number > extent.features) {
      extent.features = *number;
      extent.line = lines.line();
    }
    extent.grade = std::max(extent.grade, parseNumber(takeWord(text)).value_or(0));
  }
  return extent;
}

class SvmlightRecords final : public LogRecords {
 public:
  explicit SvmlightRecords(const fs::path& file) : extent_(extentOf(file)), lines_(file) {
    if (extent_.features > kMostFeatures) {
      throw ImportError(
          {problem(extent_.line, fmt::format("a feature with the number {}", extent_.features),
                   fmt::format("numbers from 1 to {}", kMostFeatures),
                   "Number the features from 1 on without large gaps.")},
          1);
    }
    columns_ = {"relevance", "qid", "item"};
    for (std::int64_t i = 1; i <= extent_.features; ++i) columns_.push_back(fmt::format("f{}", i));
  }

  bool next() override {
    fault_.reset();
    std::string_view text;
    std::string_view comment;
    do {
      if (!lines_.next()) return false;
      const std::size_t mark = std::min(lines_.text().find('#'), lines_.text().size());
      text = lines_.text().substr(0, mark);
      comment = lines_.text().substr(std::min(mark + 1, lines_.text().size()));
    } while (trimmed(text).empty());
    fields_.assign(columns_.size(), "0");
    fields_[0] = takeWord(text);
    readQuery(text);
    if (!fault_) readFeatures(text);
    if (fault_) fields_.clear();
    if (fault_) return true;
    fields_[2] = documentIn(comment);
    if (fields_[2].empty()) {
      item_ = std::to_string(lines_.line());
      fields_[2] = item_;
    }
    return true;
  }
  std::span<const std::string_view> fields() const override { return fields_; }
  std::int64_t line() const override { return lines_.line(); }
  const std::optional<ImportProblem>& fault() const override { return fault_; }
  const std::optional<ImportProblem>& problem() const override { return lines_.problem(); }
  const fs::path& file() const override { return lines_.file(); }
  std::int64_t bytesRead() const override { return lines_.bytesRead(); }
  const std::vector<std::string>& columns() const override { return columns_; }

  double largestGrade() const { return extent_.grade; }

 private:
  void readQuery(std::string_view& text) {
    constexpr std::string_view kQuery = "qid:";
    const std::string_view word = takeWord(text);
    if (word.starts_with(kQuery) && word.size() > kQuery.size()) {
      fields_[1] = word.substr(kQuery.size());
      return;
    }
    fail(word, shown(word), "the query after the grade, as in \"2 qid:10 1:0.031\"",
         "Name each line's query: without it nobody knows which documents are ranked together.");
  }

  void readFeatures(std::string_view text) {
    std::int64_t before = 0;
    for (std::string_view word = takeWord(text); !word.empty() && !fault_; word = takeWord(text)) {
      const auto number = featureNumber(word);
      const std::string_view value = word.substr(std::min(word.find(':'), word.size() - 1) + 1);
      if (!number || !looksLikeNumber(value)) {
        fail(word, shown(word), "a feature's number from 1, a colon and its value",
             "Write features as in \"1:0.031\", and comments after #.");
      } else if (*number <= before || *number > extent_.features) {
        fail(word, shown(word), fmt::format("a feature with a larger number than {}", before),
             "Sort each line's features by number, each number once.");
      } else {
        before = *number;
        fields_[kFirstFeature + static_cast<std::size_t>(before) - 1] = value;
      }
    }
  }

  ImportProblem problem(std::int64_t line, std::string found, std::string expected,
                        std::string remedy) const {
    return {.file = lines_.file(),
            .line = line,
            .column = 0,
            .columnName = {},
            .found = std::move(found),
            .expected = std::move(expected),
            .remedy = std::move(remedy)};
  }
  void fail(std::string_view word, std::string found, std::string expected, std::string remedy) {
    fault_ = problem(lines_.line(), std::move(found), std::move(expected), std::move(remedy));
    if (!word.empty()) fault_->column = word.data() - lines_.text().data() + 1;
  }

  Extent extent_;
  TextLines lines_;
  std::vector<std::string> columns_;
  std::string item_;
  std::vector<std::string_view> fields_;
  std::optional<ImportProblem> fault_;
};

}  // namespace

bool SvmlightFormat::recognises(const fs::path& file) const {
  try {
    TextLines lines(file);
    while (lines.next()) {
      std::string_view text = lines.text();
      text = trimmed(text.substr(0, text.find('#')));
      if (text.empty()) continue;
      if (!parseNumber(takeWord(text))) return false;
      std::string_view word = takeWord(text);
      if (word.starts_with("qid:")) return true;
      return featureNumber(word).has_value();
    }
    return false;
  } catch (const Error&) {
    return false;
  }
}

std::unique_ptr<LogRecords> SvmlightFormat::open(const fs::path& file, const LogMapping&) const {
  return std::make_unique<SvmlightRecords>(file);
}

LogMapping SvmlightFormat::known(const fs::path&, const LogRecords& records,
                                 const LogMapping&) const {
  const double grade = dynamic_cast<const SvmlightRecords&>(records).largestGrade();
  LogMapping known;
  known.slate = "qid";
  known.item = "item";
  known.tasks = {
      {.column = "relevance",
       .name = {},
       .label = {.kind = LabelRule::Kind::Scaled, .low = 0, .high = grade > 0 ? grade : 1}}};
  known.context.emplace();
  known.slates.emplace();
  return known;
}

}  // namespace luce
