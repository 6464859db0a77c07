#include "core/policy/select_slates.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "core/common/error.h"

namespace luce {

namespace {

/// Of each slate in the predictions.
std::vector<std::size_t> placesOf(const Predictions& predictions,
                                  std::span<const std::uint32_t> slates) {
  std::vector<std::size_t> places;
  places.reserve(slates.size());
  auto from = predictions.slates.begin();
  for (const std::uint32_t slate : slates) {
    from = std::lower_bound(from, predictions.slates.end(), slate);
    if (from == predictions.slates.end() || *from != slate) {
      throw Error("Slate " + std::to_string(slate) + " was not predicted.");
    }
    places.push_back(static_cast<std::size_t>(from - predictions.slates.begin()));
  }
  return places;
}

}  // namespace

Predictions selectSlates(const Predictions& predictions, std::span<const std::uint32_t> slates) {
  const std::vector<std::size_t> places = placesOf(predictions, slates);
  Predictions selected;
  selected.slates.assign(slates.begin(), slates.end());
  selected.tasks = predictions.tasks;
  selected.offsets.reserve(places.size() + 1);
  selected.offsets.push_back(0);
  for (const std::size_t place : places) {
    selected.offsets.push_back(selected.offsets.back() + predictions.offsets[place + 1] -
                               predictions.offsets[place]);
  }
  selected.probabilities.reserve(static_cast<std::size_t>(selected.candidates()) *
                                 predictions.tasks);
  for (std::size_t task = 0; task < predictions.tasks; ++task) {
    const float* const column = predictions.task(task).data();
    for (const std::size_t place : places) {
      selected.probabilities.insert(selected.probabilities.end(),
                                    column + predictions.offsets[place],
                                    column + predictions.offsets[place + 1]);
    }
  }
  return selected;
}

}  // namespace luce
