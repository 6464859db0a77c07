#include "core/training/frozen_policy.h"

namespace luce {

const FrozenPolicy::Place* FrozenPolicy::find(std::uint32_t slate) const {
  return slate < places_.size() && places_[slate].count >= 0 ? &places_[slate] : nullptr;
}

bool FrozenPolicy::recall(std::span<const std::uint32_t> slates, std::vector<float>& logPolicy,
                          std::vector<float>& modelReward) const {
  if (slates.empty()) return false;
  for (const std::uint32_t slate : slates) {
    if (find(slate) == nullptr) return false;
  }
  logPolicy.clear();
  modelReward.clear();
  const auto append = [](const std::vector<float>& from, const Place& place,
                         std::vector<float>& to) {
    const float* const first = from.data() + place.first;
    to.insert(to.end(), first, first + place.count);
  };
  for (const std::uint32_t slate : slates) {
    append(logPolicy_, *find(slate), logPolicy);
    if (!modelReward_.empty()) append(modelReward_, *find(slate), modelReward);
  }
  return true;
}

void FrozenPolicy::remember(std::span<const std::uint32_t> slates,
                            std::span<const std::int64_t> offsets, std::span<const float> logPolicy,
                            std::span<const float> modelReward) {
  for (std::size_t i = 0; i < slates.size(); ++i) {
    const std::uint32_t slate = slates[i];
    const auto first = static_cast<std::size_t>(offsets[i]);
    const auto count = static_cast<std::size_t>(offsets[i + 1] - offsets[i]);
    if (find(slate) != nullptr || logPolicy_.size() + count > most_) continue;
    if (slate >= places_.size()) places_.resize(slate + 1);
    places_[slate] = {logPolicy_.size(), static_cast<std::int64_t>(count)};
    const auto append = [&](std::span<const float> from, std::vector<float>& to) {
      if (!from.empty()) to.insert(to.end(), from.begin() + first, from.begin() + first + count);
    };
    append(logPolicy, logPolicy_);
    append(modelReward, modelReward_);
  }
}

}  // namespace luce
