// A .luce file: one SQLite database that holds datasets, runs, their metrics and checkpoints, and
// policies from elsewhere.
//
//   Workspace workspace = Workspace::open("study.luce");
//   auto writer = workspace.createDataset("men", "men.csv, Open Bandit");
//   importer.import(request, *writer, progress, stop);
//   writer->commit();                       // without this, nothing was written
//   SlateTable table = workspace.loadDataset("men");
//
// The tables are documented in workspace/layout.md and can be read with the plain sqlite3 shell.
// A Workspace may be used from one thread at a time; open a second one on the same file for a
// second thread (the file is in WAL mode: readers do not wait for the writer). Every method throws
// Error with the file's name on failure, also if the file turns out to be damaged or made to do
// harm; each writing method is one transaction.
//
// One program at a time writes: a second one is refused, or reads (see Access). Workspaces of the
// same program on the same file, by whatever name, share the permission to write. While one of them
// writes, no other file is made or opened in its place: what opens the file, or begins something
// new in it, throws Error with whyOutOfPlace().
#pragma once

#include <cstdint>
#include <filesystem>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "core/common/progress.h"
#include "core/dataset/dataset_sink.h"
#include "core/dataset/slate_table.h"
#include "core/workspace/access.h"
#include "core/workspace/file_place.h"
#include "core/workspace/policy_record.h"

namespace luce {

struct DatasetSummary {
  std::int64_t id = 0;
  std::string name;
  std::string source;   ///< where it came from, for people
  std::string import;   ///< how the log was imported, JSON; empty = unknown
  std::string created;  ///< ISO 8601 UTC
  Schema schema;
  std::int64_t slates = 0;
  std::int64_t candidates = 0;  ///< bandit logs: slates × catalogue items
  std::int64_t items = 0;
  std::int64_t rows = 0;  ///< logged rows
  std::int64_t rowsWithPropensity = 0;
  std::vector<double> taskMeans;  ///< by task, over the logged rows
};

/// Unfinished dataset inside an open transaction; destroyed without commit() it leaves no trace.
class DatasetWriter : public DatasetSink {
 public:
  /// How the log was imported: see DatasetSummary. Throws Error if it is no JSON.
  virtual void describeImport(const std::string& json) = 0;
  virtual void commit() = 0;
};

enum class RunStatus { Running, Finished, Stopped, Failed };
std::string toString(RunStatus status);

struct RunRecord {
  std::int64_t id = 0;
  std::string name;
  std::string dataset;
  std::string experiment;  ///< the experiment document, JSON
  RunStatus status = RunStatus::Running;
  std::string message;  ///< why it failed or stopped
  std::string started;  ///< ISO 8601 UTC
  double seconds = 0;
  std::string environment;  ///< version, device, library versions, thread count; JSON
  std::string colour;       ///< "#rrggbb"; empty = by its number
  std::string note;         ///< of people, any text
  std::string removed;      ///< when it was put away, ISO 8601 UTC; empty = it was not
};

/// What is to be another; the rest stays.
struct RunChange {
  std::int64_t run = 0;  ///< RunRecord::id
  std::optional<std::string> name = {};
  std::optional<std::string> colour = {};
  std::optional<std::string> note = {};
  /// true: as if it was removed, until it is brought back (false) or purged.
  std::optional<bool> putAway = {};
};

struct MetricPoint {
  std::int64_t step = 0;
  std::string name;  ///< "loss/bce", "held_out/ips", …
  double value = 0;
  /// Since the run began; NaN = not recorded.
  double seconds = std::numeric_limits<double>::quiet_NaN();
};

struct CheckpointRecord {
  std::int64_t step = 0;
  std::string role;  ///< see TrainingRecorder::checkpoint
};

class Workspace {
 public:
  /// Opens the file; for writing, makes a new workspace if there is none, brings an old one to the
  /// newest layout, and marks runs whose program died as stopped. Throws InUseError
  /// (writer_lock.h) if another program writes to it, Error if it is not a Luce workspace, damaged,
  /// made by a newer Luce, or may only be read.
  static Workspace open(const std::filesystem::path& file, Access access = Access::Write);
  /// Closes it, and removes the file if it holds neither datasets nor runs: for one that was made
  /// for an import that failed. No other program can fill it meanwhile. Throws nothing.
  static void discardIfEmpty(Workspace workspace) noexcept;
  Workspace(Workspace&&) noexcept;
  Workspace& operator=(Workspace&&) noexcept;
  ~Workspace();

  const std::filesystem::path& file() const;
  /// Every writing method then throws Error with whyReadOnly(), a whole sentence for people, which
  /// is empty otherwise. Stays as it was when the workspace was opened.
  bool readOnly() const { return !whyReadOnly().empty(); }
  const std::string& whyReadOnly() const;
  /// Where the file stood when it was opened, for whyOutOfPlace().
  const FilePlace& place() const;
  /// Saves all that it holds in another file, in the place of one that is there; also when its own
  /// file was deleted or moved meanwhile. Throws Error if it cannot, if another program writes to
  /// that file, or if it is its own.
  void copyTo(const std::filesystem::path& copy) const;

  std::vector<DatasetSummary> datasets() const;
  /// Throws Error that lists the names there are.
  DatasetSummary dataset(const std::string& name) const;
  /// Throws Error if the name is taken, blank, longer than 200 bytes or not one line of UTF-8, or
  /// another thread is writing. The writer may be used from another thread than the workspace.
  std::unique_ptr<DatasetWriter> createDataset(const std::string& name, const std::string& source);
  SlateTable loadDataset(const std::string& name, const Progress& progress = {},
                         std::stop_token stop = {}) const;
  /// Some of the slates, in their order. keep: one value a slate.
  SlateTable loadSlates(const std::string& name, const std::vector<bool>& keep,
                        const Progress& progress = {}, std::stop_token stop = {}) const;
  /// Keys and times of all slates, without features and candidates: what it takes to split them.
  SlateTable loadSlateIndex(const std::string& name, std::stop_token stop = {}) const;
  /// Throws Error that lists the runs and policies made on it, if any; remove those first. Those
  /// that were put away go with it.
  void removeDataset(const std::string& name);

  /// A run that is said to be running although no program writes to the workspace comes as stopped,
  /// with a message that says so.
  std::vector<RunRecord> runs() const;
  /// Those that can be brought back.
  std::vector<RunRecord> runsPutAway() const;
  /// Throws Error that lists the names there are, or says that it was put away.
  RunRecord run(const std::string& name) const;
  /// Returns the run's id. started: empty = now. Throws Error if the name is taken or empty, or the
  /// dataset unknown. A run of that name that was put away takes another one, see freeRunName().
  std::int64_t createRun(const RunRecord& run);
  void finishRun(std::int64_t run, RunStatus status, const std::string& message, double seconds);
  /// All changes or none. Throws Error if a run is not there, a name is empty or that of another
  /// run (of one that was put away: that one takes another name), or a colour is none.
  void changeRuns(std::span<const RunChange> changes);
  /// For good, with its metrics and weights.
  void removeRun(const std::string& name);
  /// Removes for good what was put away; returns how many runs.
  int purgeRuns();
  /// Of those, the ones of these names, or none: throws Error where none was put away under a name.
  int purgeRuns(std::span<const std::string> names);
  /// First of "name", "name 2", "name 3" … that no run has, put away or not.
  std::string freeRunName(const std::string& name) const;

  void appendMetrics(std::int64_t run, std::span<const MetricPoint> points);
  /// By step; those of a step in the order in which they were recorded.
  std::vector<MetricPoint> metrics(std::int64_t run) const;
  /// Those of one step; quick, however many others there are.
  std::vector<MetricPoint> metrics(std::int64_t run, std::int64_t step) const;

  /// Replaces an earlier checkpoint of the same role. content: see estimator/estimator.h.
  void saveCheckpoint(std::int64_t run, const CheckpointRecord& checkpoint,
                      std::span<const std::byte> content);
  std::vector<CheckpointRecord> checkpoints(std::int64_t run) const;
  /// Null if there is none of that role.
  std::optional<std::vector<std::byte>> loadCheckpoint(std::int64_t run,
                                                       const std::string& role) const;

  /// Checkpoints along the way, one a step; replaces an earlier one of the same step.
  void saveTrail(std::int64_t run, std::int64_t step, std::span<const std::byte> content);
  /// Their steps, ascending.
  std::vector<std::int64_t> trail(std::int64_t run) const;
  /// Null if there is none of that step.
  std::optional<std::vector<std::byte>> loadTrail(std::int64_t run, std::int64_t step) const;
  /// Steps that are not there are left out.
  void dropTrail(std::int64_t run, std::span<const std::int64_t> steps);

  std::vector<PolicyRecord> policies() const;
  /// Those that can be brought back.
  std::vector<PolicyRecord> policiesPutAway() const;
  /// Throws Error that lists the names there are, or says that it was put away.
  PolicyRecord policy(const std::string& name) const;
  /// Returns the policy's id. imported: empty = now; id, slates and candidates are not read. Throws
  /// Error if the name is taken or empty, the dataset unknown, or scores are not as PolicyScores
  /// and the dataset say. A policy of that name that was put away takes another one.
  std::int64_t createPolicy(const PolicyRecord& policy, const PolicyScores& scores);
  /// choose: without, all of it. Throws Error if what is stored is not as PolicyScores and the
  /// dataset say; how many candidates each slate has is for the caller to compare. Takes memory for
  /// what was chosen and, at a time, one of the stored columns.
  PolicyScores loadPolicy(const PolicyRecord& policy, const PolicyPartChoice& choose = {},
                          std::stop_token stop = {}) const;
  /// All changes or none. Throws Error if a policy is not there, or a name empty or taken.
  void changePolicies(std::span<const PolicyChange> changes);
  /// Removes for good what was put away, with its scores; returns how many policies.
  int purgePolicies();
  /// As purgeRuns() of names.
  int purgePolicies(std::span<const std::string> names);
  /// Both purgeRuns() and purgePolicies(), or neither.
  void purge();
  /// Throws Error if no policy may be made, or renamed, under the name: it is blank, longer than
  /// 200 bytes, not one line of UTF-8, or another one's that was not put away.
  void requireFreePolicyName(const std::string& name) const;
  /// First of "name", "name 2", "name 3" … that no policy has, put away or not.
  std::string freePolicyName(const std::string& name) const;

 private:
  struct Database;
  explicit Workspace(std::unique_ptr<Database> database);
  std::unique_ptr<Database> database_;
};

}  // namespace luce
