// Collects what is wrong with files, so that people can mend more than one thing at a time.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "core/dataset/importers/import_problem.h"

namespace luce {

class ProblemList {
 public:
  void add(ImportProblem problem) {
    ++total_;
    if (problems_.size() < kMostProblems) problems_.push_back(std::move(problem));
  }
  bool empty() const { return total_ == 0; }
  std::int64_t total() const { return total_; }
  /// The first 20.
  const std::vector<ImportProblem>& problems() const { return problems_; }
  /// Throws ImportError if there is any problem. ofLines: all of them are of single lines.
  void throwIfAny(bool ofLines = false) const {
    if (total_ > 0) throw ImportError(problems_, total_, ofLines);
  }

 private:
  static constexpr std::size_t kMostProblems = 20;
  std::vector<ImportProblem> problems_;
  std::int64_t total_ = 0;
};

}  // namespace luce
