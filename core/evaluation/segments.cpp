#include "core/evaluation/segments.h"

#include <fmt/format.h>

#include <array>
#include <cmath>

#include "core/common/error.h"
#include "core/evaluation/ranking_quality.h"
#include "core/evaluation/segment_groups.h"

namespace luce {

namespace {

constexpr std::int64_t kJudgedPlaces = 10;

FeatureScope scopeOf(SegmentBy by) {
  switch (by) {
    case SegmentBy::Candidate:
      return FeatureScope::Candidate;
    case SegmentBy::Item:
      return FeatureScope::Item;
    default:
      return FeatureScope::Context;
  }
}

bool isFeature(SegmentBy by) {
  return by == SegmentBy::Context || by == SegmentBy::Candidate || by == SegmentBy::Item;
}

/// One thing that is put into a segment: a slate, or a row of one.
struct Unit {
  std::size_t slate = 0;       ///< of the table
  std::int64_t candidate = 0;  ///< within the slate
  std::size_t row = 0;         ///< of SlateTable::logged(), if cut by rows
};

std::vector<Unit> unitsOf(const SegmentCut& cut, const Predictions& predictions,
                          const PredictedRows& rows) {
  std::vector<Unit> units;
  if (!cut.ofRows()) {
    for (const std::uint32_t slate : predictions.slates) units.push_back({slate, 0, 0});
    return units;
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::size_t local = rows.slate[i];
    units.push_back({predictions.slates[local], rows.candidate[i] - predictions.offsets[local],
                     static_cast<std::size_t>(rows.loggedRow[i])});
  }
  return units;
}

/// Row of the matrix that holds the unit's features of that scope.
std::size_t featureRow(const SlateTable& table, SegmentBy by, const Unit& unit) {
  if (by == SegmentBy::Context) return unit.slate;
  return by == SegmentBy::Item ? table.item(unit.slate, unit.candidate) : unit.row;
}

const Matrix<float>& numbersOf(const SlateTable& table, SegmentBy by) {
  if (by == SegmentBy::Context) return table.contextNumeric();
  return by == SegmentBy::Item ? table.catalogue().numeric : table.candidateNumeric();
}

const Matrix<std::uint32_t>& categoriesOf(const SlateTable& table, SegmentBy by) {
  if (by == SegmentBy::Context) return table.contextCategory();
  return by == SegmentBy::Item ? table.catalogue().category : table.candidateCategory();
}

double dayOf(double time) {
  return std::floor(time / 86400);
}

double numberOf(const SlateTable& table, const SegmentCut& cut, const Unit& unit) {
  switch (cut.by) {
    case SegmentBy::SlateSize:
      return static_cast<double>(table.candidates(unit.slate).count);
    case SegmentBy::HourOfDay:
      return std::floor((table.times()[unit.slate] - 86400 * dayOf(table.times()[unit.slate])) /
                        3600);
    case SegmentBy::DayOfWeek: {
      // The first of January 1970 was a Thursday; weeks begin on Monday.
      const double days = dayOf(table.times()[unit.slate]) + 3;
      return days - 7 * std::floor(days / 7);
    }
    case SegmentBy::Place: {
      const std::uint16_t place = table.logged().position[unit.row];
      return place == 0 ? kMissing : place;
    }
    default:
      return numbersOf(table, cut.by)(featureRow(table, cut.by, unit), cut.column);
  }
}

std::string wholeNumber(double value) {
  return fmt::format("{:.0f}", value);
}

std::string hourLabel(double hour) {
  return fmt::format("{0:02.0f}:00 – {0:02.0f}:59 UTC", hour);
}

std::string dayLabel(double day) {
  constexpr std::array<const char*, 7> kDays{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                             "Friday", "Saturday", "Sunday"};
  return kDays[static_cast<std::size_t>(day)];
}

Grouping groupUnits(const SlateTable& table, const SegmentCut& cut, std::span<const Unit> units,
                    std::size_t buckets) {
  if (isFeature(cut.by) && cut.kind == FeatureKind::Category) {
    std::vector<std::uint32_t> hashes;
    for (const Unit& unit : units) {
      hashes.push_back(categoriesOf(table, cut.by)(featureRow(table, cut.by, unit), cut.column));
    }
    return groupCategories(hashes, [&](std::size_t i) -> CategoryPlace {
      return {cut.name, scopeOf(cut.by), hashes[i], static_cast<std::int64_t>(units[i].slate),
              units[i].candidate};
    });
  }
  std::vector<double> values;
  for (const Unit& unit : units) values.push_back(numberOf(table, cut, unit));
  switch (cut.by) {
    case SegmentBy::HourOfDay:
      return groupWholeNumbers(values, hourLabel);
    case SegmentBy::DayOfWeek:
      return groupWholeNumbers(values, dayLabel);
    case SegmentBy::Place:
      return groupWholeNumbers(values, wholeNumber);
    default:
      return groupNumbers(values, buckets);
  }
}

/// What every segment is computed from.
struct Judged {
  const SlateTable& table;
  const PredictedRows& rows;
  std::vector<double> rewards;  ///< one a row
  std::vector<double> ndcg;     ///< one a predicted slate
};

std::vector<double> loggedRewards(const SlateTable& table, const PredictedRows& rows,
                                  const TaskWeights& weights) {
  std::vector<double> rewards;
  for (const std::int64_t row : rows.loggedRow) {
    rewards.push_back(reward(table.logged().labels.row(static_cast<std::size_t>(row)), weights));
  }
  return rewards;
}

std::vector<double> chosen(std::span<const double> values, std::span<const std::size_t> indices) {
  std::vector<double> result;
  result.reserve(indices.size());
  for (const std::size_t index : indices) result.push_back(values[index]);
  return result;
}

void fillRows(const Judged& judged, std::span<const std::size_t> rows, Segment& segment) {
  segment.rows = static_cast<std::int64_t>(rows.size());
  double sum = 0;
  for (const std::size_t row : rows) sum += judged.rewards[row];
  segment.meanReward = rows.empty() ? kMissing : sum / static_cast<double>(rows.size());
  for (std::size_t task = 0; task < judged.rows.predictions.rows(); ++task) {
    segment.tasks.push_back(fitOf(judged.table.schema().tasks[task],
                                  chosen(judged.rows.predictions.row(task), rows),
                                  chosen(judged.rows.labels.row(task), rows)));
  }
}

void fillSlates(const Judged& judged, Segment& segment) {
  double sum = 0;
  for (const std::uint32_t local : segment.localSlates) {
    if (std::isnan(judged.ndcg[local])) continue;
    sum += judged.ndcg[local];
    ++segment.judgedSlates;
  }
  segment.slates = static_cast<std::int64_t>(segment.localSlates.size());
  segment.ndcg =
      segment.judgedSlates > 0 ? sum / static_cast<double>(segment.judgedSlates) : kMissing;
}

std::int64_t countSlates(const PredictedRows& rows, std::span<const std::size_t> indices) {
  std::int64_t slates = 0;
  for (std::size_t i = 0; i < indices.size(); ++i) {
    slates += i == 0 || rows.slate[indices[i]] != rows.slate[indices[i - 1]];
  }
  return slates;
}

std::vector<double> slateGains(const SlateTable& table, const Predictions& predictions,
                               const PolicySettings& settings) {
  RankingQuestion question;
  question.places = {kJudgedPlaces};
  return rankingQuality(table, predictions, settings, question).measures.front().values;
}

void requireColumn(const SlateTable& table, const SegmentCut& cut) {
  for (const SegmentCut& possible : possibleCuts(table)) {
    if (possible == cut) return;
  }
  throw Error(fmt::format("The log cannot be cut by \"{}\".", cut.name));
}

}  // namespace

std::vector<SegmentCut> possibleCuts(const SlateTable& table) {
  std::vector<SegmentCut> cuts;
  const Schema& schema = table.schema();
  const auto addFeatures = [&](SegmentBy by) {
    std::array<std::size_t, 2> next{};
    for (const Feature& feature : schema.features) {
      if (feature.scope != scopeOf(by)) continue;
      std::size_t& column = next[feature.kind == FeatureKind::Category ? 1 : 0];
      cuts.push_back({by, feature.kind, column++, feature.name});
    }
  };
  addFeatures(SegmentBy::Context);
  if (table.shape() == LogShape::Slate) {
    cuts.push_back({SegmentBy::SlateSize, FeatureKind::Numeric, 0, "slate size"});
  }
  if (schema.hasTime) {
    cuts.push_back({SegmentBy::HourOfDay, FeatureKind::Numeric, 0, "hour of day"});
    cuts.push_back({SegmentBy::DayOfWeek, FeatureKind::Numeric, 0, "day of week"});
  }
  if (table.shape() == LogShape::Slate) addFeatures(SegmentBy::Candidate);
  addFeatures(SegmentBy::Item);
  if (schema.hasPosition) cuts.push_back({SegmentBy::Place, FeatureKind::Numeric, 0, "place"});
  return cuts;
}

Segmentation segment(const SlateTable& table, const Predictions& predictions,
                     const PolicySettings& settings, const SegmentCut& cut,
                     const SegmentSettings& segments) {
  requireColumn(table, cut);
  const PredictedRows rows = predictedRows(table, predictions);
  Judged judged{table, rows, loggedRewards(table, rows, settings.rewardWeights),
                slateGains(table, predictions, settings)};
  const std::vector<Unit> units = unitsOf(cut, predictions, rows);
  Grouping grouping = groupUnits(table, cut, units, segments.buckets);
  foldSmallGroups(grouping, segments.most);

  Segmentation result;
  result.cut = cut;
  std::vector<std::vector<std::size_t>> rowsOf(grouping.groups.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    rowsOf[grouping.of[cut.ofRows() ? i : rows.slate[i]]].push_back(i);
  }
  std::vector<std::size_t> allRows;
  for (std::size_t i = 0; i < rows.size(); ++i) allRows.push_back(i);
  for (const Group& group : grouping.groups) {
    Segment entry;
    entry.kind = group.kind;
    entry.label = group.label;
    entry.category = group.category;
    result.segments.push_back(std::move(entry));
  }
  result.all.label = "all";
  for (std::size_t local = 0; local < predictions.slates.size(); ++local) {
    const auto number = static_cast<std::uint32_t>(local);
    result.all.localSlates.push_back(number);
    if (!cut.ofRows()) result.segments[grouping.of[local]].localSlates.push_back(number);
  }
  fillRows(judged, allRows, result.all);
  fillSlates(judged, result.all);
  for (std::size_t i = 0; i < result.segments.size(); ++i) {
    fillRows(judged, rowsOf[i], result.segments[i]);
    fillSlates(judged, result.segments[i]);
    if (cut.ofRows()) result.segments[i].slates = countSlates(rows, rowsOf[i]);
  }
  return result;
}

Predictions choosePredictions(const Predictions& predictions,
                              std::span<const std::uint32_t> localSlates) {
  Predictions chosen;
  chosen.tasks = predictions.tasks;
  chosen.offsets.push_back(0);
  for (const std::uint32_t local : localSlates) {
    chosen.slates.push_back(predictions.slates[local]);
    chosen.offsets.push_back(chosen.offsets.back() + predictions.offsets[local + 1] -
                             predictions.offsets[local]);
  }
  for (std::size_t task = 0; task < predictions.tasks; ++task) {
    const auto column = predictions.task(task);
    for (const std::uint32_t local : localSlates) {
      const auto begin = column.begin() + predictions.offsets[local];
      chosen.probabilities.insert(chosen.probabilities.end(), begin,
                                  column.begin() + predictions.offsets[local + 1]);
    }
  }
  return chosen;
}

}  // namespace luce
