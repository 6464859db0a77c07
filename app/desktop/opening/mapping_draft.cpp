#include "app/desktop/opening/mapping_draft.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace luce::desktop {

namespace {

constexpr std::array kSingleRoles{
    ColumnRole::Slate,      ColumnRole::User,        ColumnRole::Item, ColumnRole::Position,
    ColumnRole::Propensity, ColumnRole::Examination, ColumnRole::Time};
/// What people say of an item; of products it may as well be known before.
constexpr std::array kGrades{"rating", "ratings", "stars", "grade", "relevance"};
/// What is known only after an item was shown.
constexpr std::array kOutcomes{"watch_time", "watchtime",    "watch_ratio", "play_time",
                               "playtime",   "play_time_ms", "dwell_time",  "view_time"};

/// The member of a mapping that names the column of a single role.
std::optional<std::string>& nameIn(LogMapping& mapping, ColumnRole role) {
  switch (role) {
    case ColumnRole::Slate:
      return mapping.slate;
    case ColumnRole::User:
      return mapping.user;
    case ColumnRole::Position:
      return mapping.position;
    case ColumnRole::Propensity:
      return mapping.propensity;
    case ColumnRole::Examination:
      return mapping.examination;
    case ColumnRole::Time:
      return mapping.time;
    default:
      return mapping.item;
  }
}

std::string lowered(std::string name) {
  for (char& letter : name) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return name;
}

template <class Names>
bool isOneOf(const Names& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// "label_click" names the task "click".
std::string taskNameOf(const std::string& column) {
  for (const char* prefix : {"label_", "label:"}) {
    const std::string start(prefix);
    if (column.size() > start.size() && column.starts_with(start)) {
      return column.substr(start.size());
    }
  }
  return column;
}

}  // namespace

bool isSingleRole(ColumnRole role) {
  return std::find(kSingleRoles.begin(), kSingleRoles.end(), role) != kSingleRoles.end();
}

LabelRule suggestedLabel(const ColumnSample& sample) {
  if (sample.numbers == 0 || (sample.smallest >= 0 && sample.largest <= 1)) return {};
  std::vector<double> sorted = sample.drawn;
  std::sort(sorted.begin(), sorted.end());
  const double middle = sorted[sorted.size() / 2];
  // The smallest number would make every label 1.
  const auto next = std::upper_bound(sorted.begin(), sorted.end(), sorted.front());
  const double low = middle > sorted.front() || next == sorted.end() ? middle : *next;
  return {.kind = LabelRule::Kind::AtLeast, .low = low};
}

double positiveRate(const ColumnSample& sample, const LabelRule& label) {
  if (sample.drawn.empty()) return std::numeric_limits<double>::quiet_NaN();
  double sum = 0;
  for (const double number : sample.drawn) sum += label.apply(number);
  return sum / static_cast<double>(sample.drawn.size());
}

MappingDraft::MappingDraft(std::shared_ptr<const LogInspection> log, const MappingDraft* earlier)
    : log_(std::move(log)) {
  const LogColumns& columns = log_->columns;
  items = columns.mapping.items;
  users = columns.mapping.users;
  clicks = columns.mapping.clicks;
  delimiter = columns.mapping.delimiter;
  table = columns.mapping.table;
  query = columns.mapping.query;
  header_ = columns.header;
  why_ = columns.why;
  roles_ = columns.roles;
  slates_ = columns.mapping.slates.value_or(SlateRule());
  for (std::size_t task = 0; task < columns.tasks.size(); ++task) {
    tasks_.push_back(
        {columns.taskColumns[task], columns.tasks[task].name, columns.tasks[task].label});
  }
  LogMapping mapping = columns.mapping;
  for (const ColumnRole role : kSingleRoles) {
    const std::optional<std::string>& name = nameIn(mapping, role);
    if (name && name->empty()) withdrawn_.insert(role);
  }
  if (mapping.loggingModel) {
    temperature_ = mapping.loggingModel->temperature;
    for (std::size_t column = 0; column < roles_.size(); ++column) {
      if (roles_[column] != ColumnRole::LoggingModel) continue;
      for (const auto& task : mapping.loggingModel->tasks) {
        if (task.column == header_[column]) weights_.push_back({column, task.weight});
      }
    }
  }
  if (earlier == nullptr) return;
  const std::size_t shared = std::min(header_.size(), earlier->header_.size());
  for (std::size_t column = 0; column < shared; ++column) {
    if (header_[column] == earlier->header_[column] && roles_[column] == earlier->roles_[column]) {
      why_[column] = earlier->why_[column];
    }
  }
}

void MappingDraft::setReasons(const std::string& why) {
  for (std::size_t column = 0; column < why_.size(); ++column) {
    if (canChange(column)) why_[column] = why;
  }
}

std::size_t MappingDraft::find(ColumnRole role) const {
  const auto found = std::find(roles_.begin(), roles_.end(), role);
  return static_cast<std::size_t>(found - roles_.begin());
}

ColumnRole MappingDraft::featureRole(std::size_t column) const {
  return log_->columns.samples[column].isText() ? ColumnRole::CandidateCategory
                                                : ColumnRole::CandidateNumber;
}

MappingDraft::Task MappingDraft::newTask(std::size_t column) const {
  return {column, freeTaskName(taskNameOf(header_[column])),
          suggestedLabel(log_->columns.samples[column])};
}

std::string MappingDraft::freeTaskName(const std::string& wanted) const {
  const auto taken = [&](const std::string& name) {
    return std::any_of(tasks_.begin(), tasks_.end(),
                       [&](const Task& task) { return task.name == name; });
  };
  std::string name = wanted;
  for (int number = 2; taken(name); ++number) name = wanted + " " + std::to_string(number);
  return name;
}

bool MappingDraft::suggestTasks() {
  if (!tasks_.empty()) return false;
  for (std::size_t column = 0; column < header_.size(); ++column) {
    if (roles_[column] != ColumnRole::CandidateNumber) continue;
    const std::string name = lowered(header_[column]);
    if (isOneOf(kGrades, name) || isOneOf(kOutcomes, name)) {
      setRole({column}, ColumnRole::Task, "its name; mind the threshold");
    }
  }
  return !tasks_.empty();
}

std::vector<std::string> MappingDraft::tellTales() const {
  std::vector<std::string> names;
  for (std::size_t column = 0; column < header_.size(); ++column) {
    const bool feature = roles_[column] == ColumnRole::CandidateNumber;
    if (feature && isOneOf(kOutcomes, lowered(header_[column]))) names.push_back(header_[column]);
  }
  return names;
}

void MappingDraft::setRole(const std::vector<std::size_t>& columns, ColumnRole role,
                           const std::string& why) {
  for (const std::size_t column : columns) {
    const ColumnRole before = roles_[column];
    if (!canChange(column) || before == role) continue;
    if (isSingleRole(role)) {
      const std::size_t holder = find(role);
      if (holder < roles_.size()) {
        roles_[holder] = featureRole(holder);
        why_[holder] = "another column has its role now";
      }
      withdrawn_.erase(role);
    }
    if (isSingleRole(before)) withdrawn_.insert(before);
    std::erase_if(tasks_, [&](const Task& task) { return task.column == column; });
    std::erase_if(weights_, [&](const Weight& weight) { return weight.column == column; });
    roles_[column] = role;
    why_[column] = why;
    if (role == ColumnRole::Task) {
      const auto place = std::find_if(tasks_.begin(), tasks_.end(),
                                      [&](const Task& task) { return task.column > column; });
      tasks_.insert(place, newTask(column));
    } else if (role == ColumnRole::LoggingModel) {
      weights_.push_back({column, 1});
    }
  }
}

void MappingDraft::setTask(std::size_t task, const std::string& name, const LabelRule& label) {
  tasks_[task].name = name;
  tasks_[task].label = label;
}

void MappingDraft::addTask(std::size_t column) {
  const auto after = std::find_if(tasks_.begin(), tasks_.end(),
                                  [&](const Task& task) { return task.column > column; });
  tasks_.insert(after, newTask(column));
}

void MappingDraft::removeTask(std::size_t task) {
  const std::size_t column = tasks_[task].column;
  const auto same = std::count_if(tasks_.begin(), tasks_.end(),
                                  [&](const Task& other) { return other.column == column; });
  if (same > 1) {
    tasks_.erase(tasks_.begin() + static_cast<std::ptrdiff_t>(task));
  } else {
    // As a feature it would give its own label away.
    setRole({column}, ColumnRole::Ignored);
  }
}

void MappingDraft::setSlates(const SlateRule& rule) {
  if (rule.kind != slates_.kind) {
    for (const ColumnRole role : {ColumnRole::Slate, ColumnRole::User, ColumnRole::Time}) {
      withdrawn_.erase(role);
    }
  }
  slates_ = rule;
}

void MappingDraft::setLoggingModel(const std::vector<Weight>& weights, double temperature) {
  weights_ = weights;
  temperature_ = temperature;
}

void MappingDraft::keepFirst(std::size_t count) {
  if (count >= header_.size()) return;
  header_.resize(count);
  why_.resize(count);
  roles_.resize(count);
  std::erase_if(tasks_, [&](const Task& task) { return task.column >= count; });
  std::erase_if(weights_, [&](const Weight& weight) { return weight.column >= count; });
}

LogMapping MappingDraft::mapping() const {
  LogMapping mapping;
  for (const ColumnRole role : withdrawn_) nameIn(mapping, role) = std::string();
  mapping.context.emplace();
  mapping.category.emplace();
  for (std::size_t column = 0; column < roles_.size(); ++column) {
    const std::string& name = header_[column];
    const ColumnRole role = roles_[column];
    if (isSingleRole(role)) nameIn(mapping, role) = name;
    if (role == ColumnRole::Ignored && !name.empty()) mapping.ignore.push_back(name);
    if (role == ColumnRole::ContextNumber || role == ColumnRole::ContextCategory) {
      mapping.context->push_back(name);
    }
    if (role == ColumnRole::ContextCategory || role == ColumnRole::CandidateCategory) {
      mapping.category->push_back(name);
    }
  }
  mapping.tasks.emplace();
  for (const Task& task : tasks_) {
    mapping.tasks->push_back({header_[task.column], task.name, task.label});
  }
  mapping.slates = slates_;
  if (!weights_.empty()) {
    mapping.loggingModel.emplace();
    mapping.loggingModel->temperature = temperature_;
    for (const Weight& weight : weights_) {
      mapping.loggingModel->tasks.push_back({header_[weight.column], weight.weight});
    }
  }
  mapping.items = items;
  mapping.users = users;
  mapping.clicks = clicks;
  mapping.delimiter = delimiter;
  mapping.table = table;
  mapping.query = query;
  return mapping;
}

}  // namespace luce::desktop
