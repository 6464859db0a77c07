// A TorchScript model from elsewhere, asked for the scores of a log's candidates.
//
//   module(numeric float[R, F]) or module(numeric, categories int64[R, C])
//     -> scores float[R], or (scores, p float[R, T])
//
// with the inputs of export/ranking_model.h. Such a file is a program of somebody else's, so it is
// never opened in Luce's own process. luce-model-runner, a program beside this one, does that:
//
//  - the file's size is limited before it is read, its memory and time afterwards;
//  - before the first byte of the model is understood, the runner gives up every system call but
//    those for memory, time and the socket it was given (seccomp): it can open no file, no socket,
//    start no program and no thread, whatever the file makes it do;
//  - what it computes with is checked operator by operator against a list of plain mathematics
//    (foreign/allowed_operators.h): a model that wants more is refused with the operator's name;
//  - what comes back is taken for numbers of a known count, which must be finite.
//
// Where the system cannot lock the runner in, models are refused; a column of scores (see
// foreign/scores_csv.h) is the way then.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <stop_token>

#include "core/common/progress.h"
#include "core/dataset/slate_table.h"
#include "core/foreign/foreign_policy.h"

namespace luce {

struct ForeignModelLimits {
  std::uintmax_t fileBytes = std::uintmax_t{1} << 30;
  std::uintmax_t memoryBytes = std::uintmax_t{4} << 30;
  double secondsToLoad = 120;
  double secondsABlock = 60;  ///< of about 16,000 candidates
};

/// Throws Error naming the file, what was found and what is allowed; Cancelled.
ForeignPolicy runForeignModel(const std::filesystem::path& file, const SlateTable& table,
                              std::span<const std::uint32_t> slates,
                              const ForeignModelLimits& limits = {}, const Progress& progress = {},
                              std::stop_token stop = {});

}  // namespace luce
