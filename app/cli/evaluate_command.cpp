#include "app/cli/evaluate_command.h"

#include <fmt/format.h>

#include <string_view>

namespace luce::cli {

namespace {

std::string weightsText(const TaskWeights& weights, const std::vector<std::string>& tasks) {
  std::string text;
  for (std::size_t task = 0; task < tasks.size(); ++task) {
    text += fmt::format("{}{}={}", text.empty() ? "" : ",", tasks[task], weights[task]);
  }
  return shellWord(text);
}

}  // namespace

std::string shellWord(const std::string& text) {
  constexpr std::string_view kPlain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-+=,./:@%";
  if (!text.empty() && text.find_first_not_of(kPlain) == std::string::npos) return text;
  std::string quoted = "'";
  for (const char character : text) {
    if (character == '\'') {
      quoted += "'\\''";
    } else {
      quoted += character;
    }
  }
  return quoted + '\'';
}

std::string weightOptions(const TaskWeights& weights, const TaskWeights& rewardWeights,
                          const std::vector<std::string>& tasks) {
  return "--weights " + weightsText(weights, tasks) + " --reward-weights " +
         weightsText(rewardWeights, tasks);
}

}  // namespace luce::cli
