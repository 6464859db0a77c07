// What the columns of a flat log mean and how slates are built from its lines: the "schema file" of
// the command line, what the mapping dialog edits, and what a workspace remembers of an import.
// Members that are not set are guessed from the columns' names and first values (log_columns.h).
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace luce {

/// How a field becomes a label in [0, 1].
struct LabelRule {
  enum class Kind {
    AsGiven,  ///< a number in [0, 1] already, else an error
    AtLeast,  ///< 1 where the number is at least `low`, else 0 (watch time, rating)
    Scaled,   ///< (number − low)/(high − low), held in [0, 1]
  };
  Kind kind = Kind::AsGiven;
  double low = 0;
  double high = 1;
  bool operator==(const LabelRule&) const = default;
  double apply(double number) const;
};

struct TaskMapping {
  std::string column;
  std::string name;  ///< empty = the column's, without "label_"
  LabelRule label;
  bool operator==(const TaskMapping&) const = default;
};

/// Which lines make a slate.
struct SlateRule {
  enum class Kind {
    Key,         ///< lines that name the same slate
    UserAndGap,  ///< a user's lines in the order of time, until one comes later than the gap
    Catalogue,   ///< each line is a slate of its own, whose candidates are all items: a bandit log
  };
  Kind kind = Kind::Key;
  /// Key: lines of a slate may lie apart and are gathered first (they are sorted on disk).
  bool gather = false;
  double gapSeconds = 1800;  ///< UserAndGap, > 0
  int largest = 100;         ///< UserAndGap: a slate that has so many candidates ends, >= 2
  /// Catalogue: the logging policy drew uniformly, π_β = 1/N, where no propensity is stated.
  bool uniform = false;
  bool operator==(const SlateRule&) const = default;
};

/// A logging model's predictions, from which π_β = softmax(Σ_t weight_t·p_t / temperature) over a
/// slate's candidates.
struct LoggingModel {
  struct Task {
    std::string column;  ///< the logging model's probability of the action, in [0, 1]
    double weight = 1;   ///< its value weight
    bool operator==(const Task&) const = default;
  };
  std::vector<Task> tasks;
  double temperature = 1;  ///< > 0
  bool operator==(const LoggingModel&) const = default;
};

/// A table beside the log whose columns describe items or users.
struct SideFile {
  std::filesystem::path file;  ///< empty = none, also where the format knows one; false in JSON
  std::string key;             ///< its column that names the item or user
  bool operator==(const SideFile&) const = default;
};

/// Clicks for logs of graded relevance, which have none: a logging policy ranks, people look at a
/// place with probability 1/place^bias and click what they see with
/// noise + (1 − noise)·(2^grade − 1)/(2^largest grade − 1)  (Joachims, Swaminathan, Schnabel 2017).
struct ClickSimulation {
  double bias = 1;         ///< of position, >= 0
  double noise = 0.1;      ///< clicks on what is not relevant, in [0, 1]
  double temperature = 1;  ///< of the logging policy (click_simulation.h); > 0
  int places = 10;         ///< shown a slate, >= 2
  std::uint64_t seed = 1;
  bool operator==(const ClickSimulation&) const = default;
};

struct LogMapping {
  /// An empty name = no column has this role, though one may be called like it.
  std::optional<std::string> slate, user, item, position, propensity, examination, time;
  std::optional<std::vector<TaskMapping>> tasks;
  std::optional<std::vector<std::string>> context;   ///< features that are constant in a slate
  std::optional<std::vector<std::string>> category;  ///< features that are texts or ids
  std::vector<std::string> ignore;
  std::optional<SlateRule> slates;
  std::optional<LoggingModel> loggingModel;
  std::optional<SideFile> items;  ///< its other columns become features of items
  std::optional<SideFile> users;  ///< its other columns become context features
  std::optional<ClickSimulation> clicks;
  std::string delimiter;  ///< of text files; empty = found out
  std::string table;      ///< of a database: the table or view; empty = its only one
  std::string query;      ///< of a database: a SELECT in place of a table
  bool operator==(const LogMapping&) const = default;
};

/// Throws Error naming the member at fault. The inverse of mappingToJson; members that are not set
/// may be left out, and a task may be just its column's name.
LogMapping mappingFromJson(const std::string& json);
std::string mappingToJson(const LogMapping& mapping);

/// What is told, and where nothing is told what is known otherwise.
LogMapping completed(const LogMapping& told, const LogMapping& known);

}  // namespace luce
