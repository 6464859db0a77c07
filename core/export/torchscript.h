// A ranker as a TorchScript module that Python's torch.jit.load opens. LibTorch stays inside.
//
//   module(numeric, categories) -> (scores float[R], p float[R, T])      see export/ranking_model.h
//   module.policy(numeric, categories, temperature=τ) -> float[R]        softmax(s/τ), one slate
//   module.rank(numeric, categories, temperature=τ, noise=None) -> int64[R]
//
// rank gives the candidates of one slate from the first place to the last. With noise (R uniform
// numbers in (0, 1)) that is a draw from the Plackett–Luce policy: s/τ + Gumbel noise, −log(−log
// u), in descending order (Yellott 1977). The same noise gives the same ranking; without noise it
// is the order of the scores. Equal values stand in the order of the rows.
//
// Module attributes: tasks, numeric_features, category_features, value_weights, temperature.
#pragma once

#include <string>

#include "core/export/ranking_model.h"

namespace luce {

/// The content of the file.
std::string torchScriptModule(const RankingModel& ranker);

}  // namespace luce
