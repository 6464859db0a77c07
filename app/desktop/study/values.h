// What the workers tell the window: plain values, never changed once sent.
#pragma once

#include <QString>
#include <QStringList>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "core/dataset/importers/importer.h"
#include "core/dataset/split.h"
#include "core/evaluation/evaluate.h"
#include "core/policy/policy_summary.h"
#include "core/training/experiment.h"
#include "core/training/snapshot.h"
#include "core/workspace/workspace.h"

namespace luce::desktop {

/// One line of the runs panel.
struct RunEntry {
  RunRecord record;
  QString scheme;                   ///< empty when the experiment is none that this Luce knows
  std::optional<Interval> heldOut;  ///< SNIPS at the step that the run keeps
  std::int64_t keptStep = -1;       ///< −1 = it has no weights
  std::vector<int> parameters;      ///< by RunParameter: which of its values; −1 = it has none
};

/// A field of experiments, and the values that runs have in it.
struct RunParameter {
  struct Value {
    QString text;
    double number = 0;  ///< NaN when the text is none
  };
  QString key;  ///< "objective.kl_weight"
  std::vector<Value> values;
};

struct WorkspaceView {
  QString file;
  QString whyReadOnly;  ///< empty when it may be written
  FilePlace place;      ///< where the file stood when it was opened
  std::vector<DatasetSummary> datasets;
  std::vector<RunEntry> runs;         ///< by id
  std::vector<RunEntry> runsPutAway;  ///< by id; they can be brought back
  std::vector<RunParameter> parameters;
  std::vector<PolicyRecord> policies;         ///< from elsewhere, by id
  std::vector<PolicyRecord> policiesPutAway;  ///< by id; they can be brought back
};

struct DatasetView {
  DatasetSummary summary;
  std::shared_ptr<const SlateTable> table;
};

/// A trained run, as it can be looked at.
struct RunView {
  RunRecord record;
  Experiment experiment;
  std::int64_t keptStep = -1;
  std::vector<HeldOutPoint> heldOut;
  std::vector<std::pair<std::int64_t, StepAverages>> losses;
  std::shared_ptr<const Predictions> predictions;  ///< of held-out slates
  /// Of evenly chosen ones of them: enough where many settings or weights are judged in a row. The
  /// same object where there are few.
  std::shared_ptr<const Predictions> sample;
};

/// A run whose training is over, or never began.
struct EndedRun {
  QString name;
  TrainingPhase phase = TrainingPhase::Failed;  ///< Finished, Stopped or Failed
  QString message;                              ///< why it stopped or failed
  std::optional<Interval> heldOut;              ///< SNIPS at the step that the run keeps
};

/// Logs to be imported into one dataset.
struct LogImport {
  QStringList files;
  std::string format = "auto";  ///< an importer's id
  LogMapping mapping = {};
  QString name = {};  ///< of the dataset; empty = the first file's; made unique
  bool leaveOutFaulty = false;
  /// Whether a dataset that was made of the same files before is opened instead.
  bool takesEarlier = true;
};

/// One slate under the sliders. predicted: false when no estimator has seen it, so that only logged
/// facts are given.
struct SlateView {
  std::uint32_t slate = 0;
  bool predicted = false;
  std::shared_ptr<const std::vector<CandidateView>> candidates;
};

/// Something that went wrong, for people.
struct Failure {
  QString title;
  QString text;
  std::vector<QString> details;              ///< one line each, such as the problems of a file
  std::vector<ImportProblem> problems = {};  ///< of a refused log; at most 20
  std::int64_t problemCount = 0;
};

}  // namespace luce::desktop
