#include "core/training/slate_advantages.h"

#include <algorithm>
#include <numeric>

#include "core/objective/advantage.h"
#include "core/policy/logged_rows.h"

namespace luce {

namespace {

constexpr std::size_t kMostSlates = 4096;

std::vector<std::uint32_t> everySlate(const SlateTable& table) {
  std::vector<std::uint32_t> slates(table.slateCount());
  std::iota(slates.begin(), slates.end(), 0u);
  return slates;
}

}  // namespace

SlateAdvantages::SlateAdvantages(std::shared_ptr<const SlateTable> table,
                                 const ObjectiveSettings& settings)
    : table_(std::move(table)),
      kind_(settings.advantage.value_or(findScheme(settings.scheme).description().advantage)),
      rows_(settings.rows.value_or(naturalRowKind(*table_))),
      rule_(settings.propensityRule),
      groups_(*table_, everySlate(*table_), settings, rows_) {
  requireRows(*table_, rows_);
  if (kind_ == AdvantageKind::Raw || groups_.kind() == AdvantageGroup::Slate) return;
  const std::size_t slates = table_->slateCount();
  const std::size_t step = (slates + kMostSlates - 1) / kMostSlates;
  for (std::size_t slate = 0; slate < slates; slate += step) {
    batch_.push_back(static_cast<std::uint32_t>(slate));
  }
}

std::vector<double> SlateAdvantages::of(std::uint32_t slate,
                                        std::span<const double> rewardWeights) const {
  std::vector<std::uint32_t> slates = batch_;
  const auto place = std::lower_bound(slates.begin(), slates.end(), slate);
  const auto local = static_cast<std::size_t>(place - slates.begin());
  if (place == slates.end() || *place != slate) slates.insert(place, slate);
  LoggedRows rows;
  selectRows(*table_, slates, rows_, rule_, rows);
  std::vector<double> rewards, advantages(rows.size());
  rowRewards(*table_, rows, rewardWeights, rewards);
  std::vector<std::uint32_t> group;
  groups_.assign(slates, rows, group);
  computeAdvantages(kind_, rewards, group.empty() ? rows.slate : group, advantages);

  std::int64_t first = 0;
  for (std::size_t i = 0; i < local; ++i) first += table_->candidates(slates[i]).count;
  std::vector<double> result(static_cast<std::size_t>(table_->candidates(slate).count), kMissing);
  for (std::size_t row = 0; row < rows.size(); ++row) {
    if (rows.slate[row] == local) {
      result[static_cast<std::size_t>(rows.candidate[row] - first)] = advantages[row];
    }
  }
  return result;
}

}  // namespace luce
