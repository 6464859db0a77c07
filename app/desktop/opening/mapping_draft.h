// The meaning of a log's columns while a person edits it: roles, labels, rules. Starts from what
// was found out about a log, and becomes the complete mapping that an import takes.
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/dataset/importers/inspection.h"

namespace luce::desktop {

/// Roles that one column only can have.
bool isSingleRole(ColumnRole role);
/// The label that the numbers of a column suggest: as they are within [0, 1], else 1 from the
/// middle of their range on.
LabelRule suggestedLabel(const ColumnSample& sample);
/// Mean label of the sampled numbers; NaN without any.
double positiveRate(const ColumnSample& sample, const LabelRule& label);

class MappingDraft {
 public:
  MappingDraft() = default;
  /// Takes over what was found. earlier: a draft of the same columns, whose reasons stay where the
  /// role is still the same.
  explicit MappingDraft(std::shared_ptr<const LogInspection> log,
                        const MappingDraft* earlier = nullptr);

  std::size_t columnCount() const { return header_.size(); }
  const std::vector<std::string>& header() const { return header_; }
  ColumnRole role(std::size_t column) const { return roles_[column]; }
  const std::string& why(std::size_t column) const { return why_[column]; }
  void setReasons(const std::string& why);
  /// Lets go of an older look at the same columns, so that a long history of drafts stays small.
  void shareLook(const MappingDraft& newer) {
    if (newer.header_ == header_) log_ = newer.log_;
  }
  /// Whether the column may have another role: a nameless one is a row number.
  bool canChange(std::size_t column) const { return !header_[column].empty(); }

  /// A single role goes from the column that had it to the last of these; that one becomes a
  /// feature.
  void setRole(const std::vector<std::size_t>& columns, ColumnRole role,
               const std::string& why = "chosen by you");
  /// Makes columns that are named like a rating or a watch time tasks, where there is no task yet.
  /// Returns whether there were any.
  bool suggestTasks();

  struct Task {
    std::size_t column = 0;
    std::string name;
    LabelRule label;
    bool operator==(const Task&) const = default;
  };
  const std::vector<Task>& tasks() const { return tasks_; }
  void setTask(std::size_t task, const std::string& name, const LabelRule& label);
  /// A further label of the same column, under a name that is free.
  void addTask(std::size_t column);
  /// The last task of a column takes its role with it.
  void removeTask(std::size_t task);

  const SlateRule& slates() const { return slates_; }
  /// Another kind lets the columns that it needs be guessed again.
  void setSlates(const SlateRule& rule);

  struct Weight {
    std::size_t column = 0;
    double weight = 1;
    bool operator==(const Weight&) const = default;
  };
  const std::vector<Weight>& weights() const { return weights_; }
  double temperature() const { return temperature_; }
  void setLoggingModel(const std::vector<Weight>& weights, double temperature);

  /// What does not hang on columns.
  std::optional<SideFile> items, users;
  std::optional<ClickSimulation> clicks;
  std::string delimiter, table, query;

  /// Features that are named like something measured after the slate was shown.
  std::vector<std::string> tellTales() const;
  /// Forgets the columns behind the first `count`: those of a side file that is taken away.
  void keepFirst(std::size_t count);

  LogMapping mapping() const;
  /// Whether both say the same of the same columns, for whatever reasons.
  bool operator==(const MappingDraft& other) const {
    return header_ == other.header_ && mapping() == other.mapping();
  }

 private:
  std::size_t find(ColumnRole role) const;
  ColumnRole featureRole(std::size_t column) const;
  Task newTask(std::size_t column) const;
  std::string freeTaskName(const std::string& wanted) const;

  std::shared_ptr<const LogInspection> log_;
  std::vector<std::string> header_, why_;
  std::vector<ColumnRole> roles_;
  std::set<ColumnRole> withdrawn_;  ///< single roles that no column shall have
  std::vector<Task> tasks_;
  SlateRule slates_;
  std::vector<Weight> weights_;
  double temperature_ = 1;
};

}  // namespace luce::desktop
