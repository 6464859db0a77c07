#include "core/dataset/importers/formats/json_records.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/dataset/importers/field_values.h"
#include "core/dataset/importers/formats/json_object_reader.h"

namespace luce {

namespace {

constexpr const char* kSlateNames[] = {"slate_id",      "slate",      "request_id",
                                       "request",       "query_id",   "qid",
                                       "impression_id", "session_id", "id"};

}  // namespace

JsonRecords::JsonRecords(const std::filesystem::path& file, const LogMapping& mapping)
    : file_(file),
      ignored_(mapping.ignore),
      texts_(file),
      reader_(std::make_unique<JsonObjectReader>(root_, ignored_)) {
  const SlateRule rule = mapping.slates.value_or(SlateRule{});
  comparesSlates_ = rule.kind == SlateRule::Kind::Key && !rule.gather;
  learn();
  nameSlates(mapping.slate.value_or(std::string()));
}

JsonRecords::~JsonRecords() = default;

void JsonRecords::learn() {
  JsonTexts head(file_);
  std::size_t bytes = 0;
  bool any = false;
  for (int i = 0; i < kLearntObjects && bytes < kLearntBytes && head.next(); ++i) {
    bytes += head.text().size();
    try {
      reader_->read(head.text());
      any = true;
    } catch (const JsonFault& fault) {
      if (!fault_) fault_ = problemOf(head, fault.place, fault.found, fault.expected, fault.remedy);
    }
  }
  if (!any && !fault_) fault_ = head.problem();
  if (!any && !fault_) {
    fault_ = ImportProblem{.file = file_,
                           .line = 0,
                           .column = 0,
                           .columnName = {},
                           .found = "no object",
                           .expected = "one object a line, or a list of objects",
                           .remedy = "See whether the file was written to its end."};
  }
  // Faulty objects are reported when they are read again.
  if (!any) throw ImportError({*fault_}, 1);
  fault_.reset();
  shape_ = numberColumns(root_);
  names_ = shape_.names;
  if (names_.empty()) {
    throw ImportError({{.file = file_,
                        .line = 1,
                        .column = 0,
                        .columnName = {},
                        .found = "objects without members",
                        .expected = "members that name the slate, the item and the actions",
                        .remedy = "Write them into each object."}},
                      1);
  }
  reader_->finishLearning(shape_.ofObject, names_.size() - shape_.ofObject);
}

/// A slate that is an object of its own needs no name; its line does.
void JsonRecords::nameSlates(const std::string& slate) {
  if (!shape_.nested) return;
  const auto end = names_.begin() + static_cast<std::ptrdiff_t>(shape_.ofObject);
  auto found = std::find(names_.begin(), end, slate);
  for (const char* usual : kSlateNames) {
    if (found == end) found = std::find(names_.begin(), end, usual);
  }
  slate_ = static_cast<std::size_t>(found - names_.begin());
  countsSlates_ = found == end;
  if (!countsSlates_) return;
  std::string name = "line";
  while (std::find(names_.begin(), names_.end(), name) != names_.end()) name += "_";
  names_.insert(names_.begin(), name);
  slate_ = 0;
}

bool JsonRecords::next() {
  fault_.reset();
  ++candidate_;
  if (!shape_.nested || candidate_ >= reader_->candidates()) {
    candidate_ = 0;
    if (!texts_.next()) return false;
    readObject();
    if (fault_) return true;
  }
  fields_.clear();
  if (countsSlates_) fields_.push_back(lineName_);
  reader_->append(candidate_, fields_);
  return true;
}

void JsonRecords::readObject() {
  if (countsSlates_) lineName_ = fmt::format("{}:{}", file_.stem().string(), texts_.line());
  try {
    reader_->read(texts_.text());
    requireSlate();
  } catch (const JsonFault& fault) {
    fault_ = problemOf(texts_, fault.place, fault.found, fault.expected, fault.remedy);
    reader_->forgetCandidates();
    giveFaulty();
  }
}

void JsonRecords::requireSlate() {
  if (!shape_.nested) return;
  if (!reader_->hasCandidates()) {
    throw JsonFault{nullptr, "no candidates", "at least one candidate in each slate",
                    "Leave slates without candidates out."};
  }
  if (countsSlates_) return;
  present_ = reader_->ofObject()[slate_];
  if (comparesSlates_ && !present_.empty() && present_ == before_) {
    throw JsonFault{
        nullptr, fmt::format("the slate {} again", shown(present_)),
        fmt::format("objects that are slates of their own, each with its \"{}\"", names_[slate_]),
        "Give each object a name of its own, or let lines be gathered (in a schema: "
        "\"slates\": {\"by\": \"key\", \"gather\": true})."};
  }
  before_ = present_;
}

/// A faulty object is a slate of its own, so that no other one is left out with it.
void JsonRecords::giveFaulty() {
  fields_.clear();
  if (!shape_.nested) return;
  lineName_ = fmt::format("{}:{}", file_.stem().string(), texts_.line());
  fields_.resize(slate_);
  fields_.push_back(lineName_);
}

ImportProblem JsonRecords::problemOf(const JsonTexts& texts, const char* place, std::string found,
                                     std::string expected, std::string remedy) const {
  const std::string_view text = texts.text();
  ImportProblem problem{.file = file_,
                        .line = texts.line(),
                        .column = 0,
                        .columnName = {},
                        .found = std::move(found),
                        .expected = std::move(expected),
                        .remedy = std::move(remedy)};
  if (place == nullptr || place < text.data() || place > text.data() + text.size()) return problem;
  const std::string_view before(text.data(), static_cast<std::size_t>(place - text.data()));
  const std::size_t lineFeed = before.rfind('\n');
  problem.line += std::count(before.begin(), before.end(), '\n');
  problem.column = static_cast<std::int64_t>(before.size()) + 1;
  if (lineFeed == std::string_view::npos) {
    problem.column += texts.bytesBefore();
  } else {
    problem.column -= static_cast<std::int64_t>(lineFeed) + 1;
  }
  return problem;
}

std::vector<std::string> JsonRecords::slateColumns() const {
  if (!shape_.nested) return {};
  const std::size_t count = shape_.ofObject + (countsSlates_ ? 1 : 0);
  return {names_.begin(), names_.begin() + static_cast<std::ptrdiff_t>(count)};
}

std::vector<std::string> JsonRecords::labelColumns() const {
  std::vector<std::string> labels;
  for (const std::size_t column : shape_.labels) labels.push_back(shape_.names[column]);
  return labels;
}

std::string JsonRecords::slateColumn() const {
  return shape_.nested ? names_[slate_] : std::string();
}

}  // namespace luce
