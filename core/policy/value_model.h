// The value model: from task probabilities to one score an item, from actions to one reward.
//
//   s_i = Σ_t vm_t · p_i(t)        r_i = Σ_t w_t · action_i(t)
//
// Probabilities are held task by task ("task columns": value of task t for candidate i at
// [t * candidates + i]), so that a moved slider is a few vectorised passes over contiguous memory.
#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

namespace luce {

/// One weight a task. Any finite numbers: a negative weight punishes the action.
using TaskWeights = std::vector<double>;

/// scores[i] = Σ_t weights[t] · probabilities[t * scores.size() + i].
void scoreCandidates(std::span<const float> probabilities, std::span<const double> weights,
                     std::span<float> scores);

/// Σ_t weights[t] · labels[t] of one logged row.
double reward(std::span<const float> labels, std::span<const double> weights);

/// Reads "click=1,like=2" against the task names; tasks not named get weight 0. Throws Error naming
/// the entry at fault and the tasks there are; also for weights beyond ±1e9.
TaskWeights parseTaskWeights(const std::string& text, std::span<const std::string> tasks);

/// The way back, with the fewest digits that are read as the same numbers again. weights: one a
/// task.
std::string taskWeightsText(std::span<const double> weights, std::span<const std::string> tasks);

}  // namespace luce
