#include "core/training/batch.h"

#include <algorithm>
#include <numeric>

namespace luce {

namespace {

void startLabels(const SlateTable& table, LabelledRows& labelled) {
  labelled.candidate.clear();
  labelled.labels.clear();
  labelled.examination.clear();
  labelled.labels.reserve(table.taskCount());
}

void addLabels(const LoggedColumns& logged, std::size_t row, std::int64_t candidate,
               LabelledRows& labelled) {
  const auto labels = logged.labels.row(row);
  labelled.candidate.push_back(candidate);
  labelled.labels.insert(labelled.labels.end(), labels.begin(), labels.end());
  if (!logged.examination.empty()) labelled.examination.push_back(logged.examination[row]);
}

/// Candidates of a slate log are its logged rows, those of a slate one after another.
void labelCandidates(const SlateTable& table, std::span<const std::uint32_t> slates,
                     std::size_t candidates, LabelledRows& labelled) {
  const LoggedColumns& logged = table.logged();
  const std::size_t tasks = table.taskCount();
  labelled.candidate.resize(candidates);
  std::iota(labelled.candidate.begin(), labelled.candidate.end(), std::int64_t{0});
  labelled.labels.resize(candidates * tasks);
  labelled.examination.resize(logged.examination.empty() ? 0 : candidates);
  std::size_t place = 0;
  for (const std::uint32_t slate : slates) {
    const CandidateRange range = table.candidates(slate);
    const auto count = static_cast<std::size_t>(range.count);
    if (count == 0) continue;
    const auto first = static_cast<std::size_t>(range.first);
    std::copy_n(logged.labels.row(first).data(), count * tasks,
                labelled.labels.data() + place * tasks);
    if (!logged.examination.empty()) {
      std::copy_n(logged.examination.data() + first, count, labelled.examination.data() + place);
    }
    place += count;
  }
}

void labelSlates(const SlateTable& table, std::span<const std::uint32_t> slates,
                 std::size_t candidates, LabelledRows& labelled) {
  if (table.shape() == LogShape::Slate) {
    labelCandidates(table, slates, candidates, labelled);
    return;
  }
  startLabels(table, labelled);
  std::int64_t candidate = 0;
  for (const std::uint32_t slate : slates) {
    addLabels(table.logged(), slate, candidate + table.action(slate), labelled);
    candidate += table.candidates(slate).count;
  }
}

void gatherStated(const SlateTable& table, std::span<const std::uint32_t> slates,
                  std::vector<double>& stated) {
  stated.clear();
  if (table.shape() == LogShape::Bandit || !table.schema().hasPropensity) return;
  const std::span<const double> propensity = table.logged().propensity;
  for (const std::uint32_t slate : slates) {
    const CandidateRange range = table.candidates(slate);
    const auto part = propensity.subspan(static_cast<std::size_t>(range.first),
                                         static_cast<std::size_t>(range.count));
    stated.insert(stated.end(), part.begin(), part.end());
  }
}

}  // namespace

void gatherSupervisedBatch(const SlateTable& table, std::span<const std::uint32_t> slates,
                           TrainingBatch& batch, Crew* crew) {
  batch.slates.clear();
  batch.rows = {};
  batch.rewards.clear();
  batch.stated.clear();
  if (table.shape() == LogShape::Slate) {
    gatherSlates(table, slates, batch.inputs, crew);
    labelSlates(table, slates, static_cast<std::size_t>(batch.inputs.rows()), batch.labelled);
    return;
  }
  gatherActions(table, slates, batch.inputs);
  startLabels(table, batch.labelled);
  for (std::size_t i = 0; i < slates.size(); ++i) {
    addLabels(table.logged(), slates[i], static_cast<std::int64_t>(i), batch.labelled);
  }
}

void gatherAlignmentBatch(const SlateTable& table, std::span<const std::uint32_t> slates,
                          RowKind kind, PropensityRule rule, std::span<const double> rewardWeights,
                          TrainingBatch& batch, Crew* crew) {
  batch.slates.assign(slates.begin(), slates.end());
  gatherSlates(table, slates, batch.inputs, crew);
  labelSlates(table, slates, static_cast<std::size_t>(batch.inputs.rows()), batch.labelled);
  selectRows(table, slates, kind, rule, batch.rows);
  rowRewards(table, batch.rows, rewardWeights, batch.rewards);
  gatherStated(table, slates, batch.stated);
}

void orderBatch(const SlateTable& table, std::span<const std::uint32_t> slates, ListOrder list,
                TrainingBatch& batch) {
  if (list == ListOrder::Reward) {
    orderByReward(batch.inputs.offsets, batch.rows, batch.rewards, batch.listOrder);
    return;
  }
  batch.listOrder.resize(static_cast<std::size_t>(batch.inputs.rows()));
  std::iota(batch.listOrder.begin(), batch.listOrder.end(), std::int64_t{0});
  for (std::size_t local = 0; local < slates.size(); ++local) {
    const std::int64_t begin = batch.inputs.offsets[local];
    const std::int64_t firstRow = table.candidates(slates[local]).first;
    const auto place = [&](std::int64_t candidate) {
      // 0, unknown, becomes the largest.
      return static_cast<std::uint16_t>(
          table.logged().position[static_cast<std::size_t>(firstRow + candidate - begin)] - 1);
    };
    std::stable_sort(batch.listOrder.begin() + begin,
                     batch.listOrder.begin() + batch.inputs.offsets[local + 1],
                     [&](std::int64_t a, std::int64_t b) { return place(a) < place(b); });
  }
}

}  // namespace luce
