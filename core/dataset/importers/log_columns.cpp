#include "core/dataset/importers/log_columns.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>
#include <string_view>

#include "core/dataset/importers/usual_columns.h"

namespace luce {

namespace {

constexpr std::string_view kTold = kNamedInSchema;
class ColumnFinder {
 public:
  ColumnFinder(LogRecords& records, const LogMapping& told, ProblemList& problems,
               const std::vector<std::string>& categories)
      : records_(records), told_(told), problems_(problems), categories_(categories) {}

  LogColumns find() {
    found_.header = records_.columns();
    for (const std::string& name : found_.header) lowerHeader_.push_back(lowered(name));
    found_.samples = sampleColumns(records_);
    roles_.resize(found_.header.size());
    found_.why.resize(found_.header.size());
    for (const std::string& name : told_.ignore) give(name, ColumnRole::Ignored);
    if (found_.header.front().empty()) take(0, ColumnRole::Ignored, "a nameless row number");
    placeTold();
    placeGrouping();
    placeGuessed(ColumnRole::Item, told_.item, kItemNames, "item");
    placeGuessed(ColumnRole::Position, told_.position, kPositionNames);
    placeGuessed(ColumnRole::Propensity, told_.propensity, kPropensityNames);
    placeGuessed(ColumnRole::Examination, told_.examination, kExaminationNames);
    placeGuessed(ColumnRole::Time, told_.time, kTimeNames);
    placeTasks();
    placeFeatures();
    requireTime();
    describe();
    complete();
    return std::move(found_);
  }

 private:
  void take(std::size_t column, ColumnRole role, std::string why) {
    roles_[column] = role;
    found_.why[column] = std::move(why);
  }

  std::optional<std::size_t> columnNamed(const std::string& name) {
    auto index = indexOf(found_.header, name);
    if (!index) index = indexOf(lowerHeader_, lowered(name));
    if (!index) {
      missing(fmt::format("a column named \"{}\"", name),
              "Correct the name in the schema; upper and lower case do not matter.");
    }
    return index;
  }

  /// Gives a column that was told by name its role.
  void give(const std::string& name, ColumnRole role) {
    const auto index = columnNamed(name);
    if (!index) return;
    if (roles_[*index]) {
      missing(fmt::format("one role for the column \"{}\"", name),
              "Name it once only in the schema.");
    } else {
      take(*index, role, std::string(kTold));
    }
  }

  void placeTold() {
    const auto place = [&](ColumnRole role, const std::optional<std::string>& name) {
      if (name && !name->empty()) give(*name, role);
    };
    place(ColumnRole::Slate, told_.slate);
    place(ColumnRole::User, told_.user);
    place(ColumnRole::Item, told_.item);
    place(ColumnRole::Position, told_.position);
    place(ColumnRole::Propensity, told_.propensity);
    place(ColumnRole::Examination, told_.examination);
    place(ColumnRole::Time, told_.time);
    if (told_.loggingModel) {
      for (const auto& task : told_.loggingModel->tasks)
        give(task.column, ColumnRole::LoggingModel);
    }
  }

  void placeGuessed(ColumnRole role, const std::optional<std::string>& told, const Names& usual,
                    const char* required = nullptr) {
    if (told && !told->empty()) return;
    const auto index = told ? std::nullopt : firstNamed(lowerHeader_, usual);
    if (index && !roles_[*index]) {
      take(*index, role, "its name");
    } else if (required != nullptr) {
      missing(fmt::format("a column that names the {} (such as \"{}\")", required, usual.front()),
              fmt::format("Rename the column, or say in a schema which one is the {}.", required));
    }
  }

  /// How lines become slates: as told, else by the slate's key, else by user and time where a log
  /// has these and no key.
  void placeGrouping() {
    SlateRule rule = told_.slates.value_or(SlateRule{});
    const auto has = [&](const std::optional<std::string>& told, const Names& usual) {
      return told ? !told->empty() : firstNamed(lowerHeader_, usual).has_value();
    };
    const bool hasKey = has(told_.slate, kSlateNames);
    const bool hasUserAndTime = has(told_.user, kUserNames) && has(told_.time, kTimeNames);
    if (!told_.slates && !hasKey && hasUserAndTime) rule.kind = SlateRule::Kind::UserAndGap;
    found_.mapping.slates = rule;
    if (rule.kind == SlateRule::Kind::Key) {
      placeGuessed(ColumnRole::Slate, told_.slate, kSlateNames, "slate");
    } else if (rule.kind == SlateRule::Kind::UserAndGap) {
      placeGuessed(ColumnRole::User, told_.user, kUserNames, "user");
    }
  }

  void requireTime() {
    if (found_.mapping.slates->kind == SlateRule::Kind::UserAndGap && !holds(ColumnRole::Time)) {
      missing("a column of times (such as \"timestamp\"), by which a user's lines become slates",
              "Say in a schema which column is the time, or build slates by another rule.");
    }
  }

  bool holds(ColumnRole role) const {
    return std::find(roles_.begin(), roles_.end(), role) != roles_.end();
  }

  void placeTasks() {
    if (told_.tasks) {
      placeToldTasks();
    } else if (!placeTasksNamed("its name begins with \"label\"",
                                [](const std::string& name) {
                                  return !prefixOf(name, kLabelPrefixes).empty();
                                }) &&
               !placeActions()) {
      placeTrailingZerosAndOnes();
    }
    if (!holds(ColumnRole::Task) && problems_.empty()) {
      missing("at least one column of labels (such as \"click\" or \"label_click\")",
              "Rename the columns of user actions, or name them as tasks in a schema.");
    }
  }

  /// Several tasks may be cut from one column, such as a short and a long view.
  void placeToldTasks() {
    std::set<std::string> placed;
    for (const TaskMapping& task : *told_.tasks) {
      if (placed.insert(lowered(task.column)).second) give(task.column, ColumnRole::Task);
    }
  }

  bool isToldContext(std::size_t column) const {
    return told_.context && indexOf(*told_.context, found_.header[column]);
  }
  bool isContext(std::size_t column) const {
    return isToldContext(column) || !prefixOf(lowerHeader_[column], kContextPrefixes).empty();
  }

  template <class Predicate>
  bool placeTasksNamed(const char* why, Predicate&& isTask) {
    bool any = false;
    for (std::size_t i = 0; i < roles_.size(); ++i) {
      if (roles_[i] || isToldContext(i) || !isTask(lowerHeader_[i])) continue;
      take(i, ColumnRole::Task, why);
      any = true;
    }
    return any;
  }

  bool placeActions() {
    if (!placeTasksNamed("named like an action",
                         [](const std::string& name) { return kActions.contains(name); })) {
      return false;
    }
    // An action that Luce has no name for would otherwise become a feature that gives labels away.
    const auto first = std::find(roles_.begin(), roles_.end(), ColumnRole::Task) - roles_.begin();
    for (auto i = static_cast<std::size_t>(first); i < roles_.size(); ++i) {
      if (!roles_[i] && found_.samples[i].isBinary() && !isContext(i)) {
        take(i, ColumnRole::Task, "zeros and ones after an action");
      }
    }
    return true;
  }

  void placeTrailingZerosAndOnes() {
    for (std::size_t i = roles_.size(); i-- > 0 && !roles_[i] && found_.samples[i].isBinary();) {
      if (isContext(i)) return;
      take(i, ColumnRole::Task, "zeros and ones at the end of the line");
    }
  }

  std::vector<bool> chosen(const std::optional<std::vector<std::string>>& names) {
    std::vector<bool> columns(roles_.size(), false);
    for (const std::string& name : names.value_or(std::vector<std::string>())) {
      if (const auto index = columnNamed(name)) columns[*index] = true;
    }
    return columns;
  }

  void placeFeatures() {
    const std::vector<bool> context = chosen(told_.context);
    const std::vector<bool> category = chosen(told_.category);
    for (std::size_t i = 0; i < roles_.size(); ++i) {
      if (roles_[i]) continue;
      const std::string& name = lowerHeader_[i];
      const bool isContext =
          records_.isContext(i) ||
          (told_.context ? context[i] : !prefixOf(name, kContextPrefixes).empty());
      const bool isText = found_.samples[i].isText();
      // A mapping made without the side file does not know its columns.
      const bool isNew = records_.isContext(i) && told_.context && !context[i];
      const bool isCategory =
          told_.category && !isNew ? category[i] : isText || isCode(i) || name.ends_with("_id");
      const std::string why = whyFeature(i, isContext, isCategory);
      if (isContext) {
        take(i, isCategory ? ColumnRole::ContextCategory : ColumnRole::ContextNumber, why);
      } else {
        take(i, isCategory ? ColumnRole::CandidateCategory : ColumnRole::CandidateNumber, why);
      }
    }
  }

  std::string whyFeature(std::size_t column, bool isContext, bool isCategory) const {
    const ColumnSample& sample = found_.samples[column];
    std::string why(records_.isContext(column) ? "describes the slate as a whole"
                    : told_.context            ? kTold
                    : isContext                ? "its name begins like a context's"
                                               : "no other role");
    if (told_.category && !records_.isContext(column)) return why + ", kind told";
    return why + (sample.hasDecimalCommas() ? ", texts: for numbers write 0.5 instead of 0,5"
                  : sample.isText()         ? ", texts"
                  : isCode(column)          ? ", codes"
                  : isCategory              ? ", an id"
                                            : ", numbers");
  }

  /// Whether the format knows the column's numbers for names of something.
  bool isCode(std::size_t column) const {
    return indexOf(categories_, found_.header[column]).has_value();
  }

  void describe() {
    Schema& schema = found_.schema;
    const bool bandit = found_.mapping.slates->kind == SlateRule::Kind::Catalogue;
    schema.shape = bandit ? LogShape::Bandit : LogShape::Slate;
    schema.hasPropensity = bandit && found_.mapping.slates->uniform;
    const FeatureScope candidate = bandit ? FeatureScope::Item : FeatureScope::Candidate;
    for (std::size_t i = 0; i < roles_.size(); ++i) {
      const std::string& name = found_.header[i];
      const ColumnRole role = *roles_[i];
      found_.roles.push_back(role);
      switch (role) {
        case ColumnRole::Position:
          schema.hasPosition = true;
          break;
        case ColumnRole::Propensity:
        case ColumnRole::LoggingModel:
          schema.hasPropensity = true;
          break;
        case ColumnRole::Examination:
          schema.hasExamination = true;
          break;
        case ColumnRole::Time:
          schema.hasTime = true;
          break;
        case ColumnRole::Task:
          addTasksOf(i);
          break;
        case ColumnRole::ContextNumber:
          schema.features.push_back({name, FeatureKind::Numeric, FeatureScope::Context});
          break;
        case ColumnRole::User:
        case ColumnRole::ContextCategory:
          schema.features.push_back({name, FeatureKind::Category, FeatureScope::Context});
          break;
        case ColumnRole::CandidateNumber:
          schema.features.push_back({name, FeatureKind::Numeric, candidate});
          break;
        case ColumnRole::CandidateCategory:
          schema.features.push_back({name, FeatureKind::Category, candidate});
          break;
        case ColumnRole::Ignored:
        case ColumnRole::Slate:
        case ColumnRole::Item:
          break;
      }
    }
  }

  void addTasksOf(std::size_t column) {
    const std::string& name = found_.header[column];
    std::vector<TaskMapping> tasks;
    for (const TaskMapping& told : told_.tasks.value_or(std::vector<TaskMapping>())) {
      if (lowered(told.column) == lowerHeader_[column]) tasks.push_back(told);
    }
    if (tasks.empty()) tasks.emplace_back();
    for (TaskMapping& task : tasks) {
      task.column = name;
      if (task.name.empty()) {
        task.name = name.substr(prefixOf(lowerHeader_[column], kLabelPrefixes).size());
      }
      found_.schema.tasks.push_back(task.name);
      found_.tasks.push_back(task);
      found_.taskColumns.push_back(column);
    }
  }

  /// The mapping that says all that was found.
  void complete() {
    LogMapping& mapping = found_.mapping;
    const SlateRule rule = *mapping.slates;
    mapping = told_;
    mapping.slates = rule;
    // Where a column is called like a role that it does not have, the mapping says so.
    const auto nameOf = [&](ColumnRole role, const Names& usual) -> std::optional<std::string> {
      const auto place = std::find(found_.roles.begin(), found_.roles.end(), role);
      if (place != found_.roles.end()) {
        return found_.header[static_cast<std::size_t>(place - found_.roles.begin())];
      }
      if (firstNamed(lowerHeader_, usual)) return std::string();
      return std::nullopt;
    };
    const auto needed = [&](SlateRule::Kind kind, ColumnRole role, const Names& usual) {
      auto name = nameOf(role, usual);
      return name && name->empty() && rule.kind != kind ? std::nullopt : name;
    };
    mapping.slate = needed(SlateRule::Kind::Key, ColumnRole::Slate, kSlateNames);
    mapping.user = needed(SlateRule::Kind::UserAndGap, ColumnRole::User, kUserNames);
    mapping.item = nameOf(ColumnRole::Item, kItemNames);
    mapping.position = nameOf(ColumnRole::Position, kPositionNames);
    mapping.propensity = nameOf(ColumnRole::Propensity, kPropensityNames);
    mapping.examination = nameOf(ColumnRole::Examination, kExaminationNames);
    mapping.time = nameOf(ColumnRole::Time, kTimeNames);
    mapping.tasks = found_.tasks;
    mapping.context.emplace();
    mapping.category.emplace();
    mapping.ignore.clear();
    for (std::size_t i = 0; i < found_.roles.size(); ++i) {
      const std::string& name = found_.header[i];
      const ColumnRole role = found_.roles[i];
      if (role == ColumnRole::Ignored && !name.empty()) mapping.ignore.push_back(name);
      if (role == ColumnRole::ContextNumber || role == ColumnRole::ContextCategory) {
        mapping.context->push_back(name);
      }
      if (role == ColumnRole::ContextCategory || role == ColumnRole::CandidateCategory) {
        mapping.category->push_back(name);
      }
    }
  }

  void missing(std::string expected, std::string remedy) {
    problems_.add({.file = records_.file(),
                   .line = 1,
                   .column = 0,
                   .columnName = {},
                   .found = fmt::format("the columns {}", fmt::join(found_.header, ", ")),
                   .expected = std::move(expected),
                   .remedy = std::move(remedy)});
  }

  LogRecords& records_;
  const LogMapping& told_;
  ProblemList& problems_;
  const std::vector<std::string>& categories_;
  LogColumns found_;
  std::vector<std::string> lowerHeader_;
  std::vector<std::optional<ColumnRole>> roles_;
};

}  // namespace

LogColumns findColumns(LogRecords& records, const LogMapping& told, ProblemList& problems,
                       const std::vector<std::string>& categories) {
  return ColumnFinder(records, told, problems, categories).find();
}

}  // namespace luce
