// One training step to be measured: a made-up log and the step's sizes. The same cases go to the
// peers as files.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/dataset/slate_table.h"
#include "core/training/batch.h"
#include "core/training/learner.h"

namespace luce {

struct TrainingCase {
  std::int64_t batch = 1024;     ///< candidates
  std::vector<int> hidden = {};  ///< empty = linear
  std::int64_t slateSize = 10;
  std::size_t tasks = 3;
  bool aligned = true;  ///< else BCE alone

  /// "align/net:64-32/batch:1024/slate:10/tasks:3"
  std::string name() const;
  std::int64_t slatesPerBatch() const { return std::max<std::int64_t>(1, batch / slateSize); }
};

/// What the benchmark's table is made of.
std::vector<TrainingCase> trainingCases();

/// Steps of one case, batch after batch over shuffled slates.
class TrainingCaseRun {
 public:
  explicit TrainingCaseRun(const TrainingCase& task);

  /// All that a step of a training run costs, its diagnostics included.
  StepResult step();
  /// Of the latest step: the loss and its gradient on the logits alone, once more.
  void lossAgain();
  /// Multiplications of one step, as (rows, inner, columns).
  struct Product {
    std::int64_t rows = 0, inner = 0, columns = 0;
  };
  std::vector<Product> products() const;
  /// Writes the log, the batches, the first weights and the losses of the first steps for a peer.
  static void write(const TrainingCase& task, const std::filesystem::path& folder);

 private:
  void gatherNext();

  TrainingCase task_;
  SlateTable table_;
  Estimator estimator_, reference_;
  PolicyLoss loss_;
  std::vector<double> weights_;
  Crew crew_;
  Learner learner_;
  std::vector<std::uint32_t> order_;
  std::size_t next_ = 0;
  TrainingBatch batch_;
  std::vector<double> scratch_;
  LogitLoss again_;
  std::vector<float> logits_, gradient_;
};

}  // namespace luce
