#include "app/cli/evaluation_text.h"

#include <fmt/format.h>

#include <cmath>
#include <iostream>

#include "app/cli/console.h"
#include "core/common/csv_field.h"
#include "core/common/safe_file.h"
#include "core/evaluation/report_json.h"
#include "core/evaluation/unavailable.h"
#include "core/report/report_words.h"

namespace luce::cli {

namespace {

using nlohmann::ordered_json;

std::string bracket(const Interval& interval) {
  if (std::isnan(interval.low)) return shortNumber(interval.low);
  return fmt::format("[{}, {}]", shortNumber(interval.low), shortNumber(interval.high));
}

void printEstimators(const PolicyReport& report) {
  const OffPolicyEstimate& estimate = report.estimate;
  std::vector<std::vector<std::string>> table{
      {"reward", "value", "bootstrap", "normal", "Bernstein", "parameter"}};
  const auto row = [&](const std::string& name, const EstimatedValue& value,
                       const std::string& parameter) {
    std::vector<std::string> cells{name, shortNumber(value.value)};
    for (const Interval& interval : value.intervals) cells.push_back(bracket(interval));
    cells.push_back(parameter);
    table.push_back(cells);
  };
  for (const ValueEstimatorDescription& description : valueEstimators()) {
    const EstimatedValue& value = estimate.of(description.estimator);
    if (!value.available()) continue;
    const char* mark = description.claimsCoverage ? "" : " *";
    row(std::string(description.title) + mark, value,
        report_words::parameterText(description, value, report));
  }
  row("logging policy", estimate.logging, "");
  printTable(table);
  fmt::print("* trades bias for variance: its intervals do not tell of the bias\n");
  for (const auto& [reason, titles] : unavailableByReason(estimate)) {
    fmt::print("not available: {}. {}\n", titles, reason);
  }
}

void printReport(const PolicyReport& report) {
  const OffPolicyEstimate& estimate = report.estimate;
  fmt::print("{}: {} rows of {} slates\n", report.policy, estimate.rows, estimate.slates);
  fmt::print("{} rows: {}\n", toString(report.rows), describe(report.rows));
  fmt::print("propensity rule {}: {}\n", toString(report.rule), describe(report.rule));
  printEstimators(report);
  fmt::print(
      "effective sample size {:.1f}, mean ratio {}, largest {}, top 1 % of rows carry {:.1f} % of "
      "all weight\n",
      estimate.effectiveSampleSize, shortNumber(estimate.meanWeight),
      shortNumber(estimate.maxWeight), 100 * estimate.topShare);
  fmt::print("entropy {}, KL from supervised {}, NDCG {}\n", shortNumber(report.entropy),
             shortNumber(report.kl), shortNumber(report.ndcg));
  if (!report.tasks.empty()) {
    std::vector<std::vector<std::string>> table{{"task", "AUC", "log loss", "calibration error"}};
    for (const TaskQuality& task : report.tasks) {
      table.push_back({task.task, shortNumber(task.auc), shortNumber(task.logLoss),
                       shortNumber(task.expectedCalibrationError)});
    }
    printTable(table);
    const std::string remark = remarkOnTasks(report);
    if (!remark.empty()) fmt::print("{}\n", remark);
  }
  for (const std::string& warning : estimate.warnings) fmt::print("! {}\n", warning);
}

std::string withBounds(const Interval& interval) {
  if (std::isnan(interval.low)) return shortNumber(interval.value);
  return fmt::format("{} {}", shortNumber(interval.value), bracket(interval));
}

void printRanking(const QualityResult& quality) {
  fmt::print("\n{}\n", quality.ranking.meaning);
  std::vector<std::vector<std::string>> table{{"measure", "mean over slates"}};
  std::string unknown;
  for (std::size_t i = 0; i < quality.ranking.measures.size(); ++i) {
    const RankingMeasure& measure = quality.ranking.measures[i];
    if (measure.unknown.empty()) {
      table.push_back({measure.name, withBounds(quality.rankingMeans[i])});
    } else {
      unknown = measure.unknown;
    }
  }
  if (table.size() > 1) printTable(table);
  if (!unknown.empty()) fmt::print("{}\n", unknown);
  const auto spread = [&](const char* name, const ExposureSpread& exposure) {
    fmt::print("first places {}: coverage {:.1f} % of {} items, Gini {}, as even as {} items\n",
               name, 100 * exposure.coverage, quality.exposure.candidateItems,
               shortNumber(exposure.gini), shortNumber(exposure.effectiveItems));
  };
  spread("drawn from the policy", quality.exposure.drawn);
  spread("by best score", quality.exposure.greedy);
  if (!quality.slateValue) return;
  fmt::print(
      "reward of the first {} places, weighted by 1/place: drawn {}, by best score {}, as "
      "logged {}\n",
      quality.places, withBounds(quality.slateValue->drawnMean.mean),
      withBounds(quality.slateValue->greedyMean.mean),
      withBounds(quality.slateValue->loggedMean.mean));
}

void printSegments(const QualityResult& quality) {
  const Segmentation& segmentation = *quality.segmentation;
  std::vector<std::vector<std::string>> table{
      {segmentation.cut.name, "slates", "rows", "mean reward", "NDCG@10"}};
  const bool rewards = !quality.segmentRewards.empty();
  if (rewards) table[0].push_back("policy's reward, SNIPS");
  for (const TaskFit& task : segmentation.all.tasks) table[0].push_back(task.task + " AUC");
  const auto row = [&](const Segment& segment, const EstimatedValue* reward) {
    std::vector<std::string> cells{segment.label, fmt::format("{}", segment.slates),
                                   fmt::format("{}", segment.rows), shortNumber(segment.meanReward),
                                   shortNumber(segment.ndcg)};
    if (rewards) cells.push_back(reward ? withBounds(*reward) : "");
    for (const TaskFit& task : segment.tasks) cells.push_back(shortNumber(task.auc));
    table.push_back(cells);
  };
  for (std::size_t i = 0; i < segmentation.segments.size(); ++i) {
    row(segmentation.segments[i], rewards ? &quality.segmentRewards[i] : nullptr);
  }
  row(segmentation.all, nullptr);
  fmt::print("\n");
  printTable(table);
}

ordered_json intervalJson(const Interval& interval) {
  return {{"value", jsonNumber(interval.value)},
          {"low", jsonNumber(interval.low)},
          {"high", jsonNumber(interval.high)}};
}

ordered_json spreadJson(const ExposureSpread& exposure) {
  return {{"coverage", jsonNumber(exposure.coverage)},
          {"gini", jsonNumber(exposure.gini)},
          {"effective_items", jsonNumber(exposure.effectiveItems)}};
}

ordered_json binsJson(const std::vector<ReliabilityBin>& bins) {
  ordered_json list = ordered_json::array();
  for (const ReliabilityBin& bin : bins) {
    list.push_back({{"rows", bin.rows},
                    {"predicted", jsonNumber(bin.meanPrediction)},
                    {"seen", intervalJson(bin.rate)}});
  }
  return list;
}

ordered_json segmentJson(const Segment& segment, const EstimatedValue* reward) {
  ordered_json tasks = ordered_json::object();
  for (const TaskFit& task : segment.tasks) {
    tasks[task.task] = {{"rate", jsonNumber(task.rate)},
                        {"auc", jsonNumber(task.auc)},
                        {"logloss", jsonNumber(task.logLoss)},
                        {"ece", jsonNumber(task.expectedCalibrationError)}};
  }
  ordered_json object{{"segment", segment.label},
                      {"slates", segment.slates},
                      {"rows", segment.rows},
                      {"mean_reward", jsonNumber(segment.meanReward)},
                      {"ndcg_at_10", jsonNumber(segment.ndcg)},
                      {"tasks", tasks}};
  if (reward != nullptr) object["snips"] = intervalJson(*reward);
  return object;
}

void addQuality(const QualityResult& quality, ordered_json& object) {
  ordered_json ranking = ordered_json::object();
  for (std::size_t i = 0; i < quality.ranking.measures.size(); ++i) {
    ranking[quality.ranking.measures[i].key] = intervalJson(quality.rankingMeans[i]);
  }
  object["ranking"] = ranking;
  object["ranking_meaning"] = quality.ranking.meaning;
  object["exposure"] = {{"items", quality.exposure.candidateItems},
                        {"drawn", spreadJson(quality.exposure.drawn)},
                        {"greedy", spreadJson(quality.exposure.greedy)}};
  for (const TaskCalibration& task : quality.calibration) {
    ordered_json& entry = object["tasks"][task.fit.task];
    entry["brier"] = jsonNumber(task.fit.brier);
    entry["rate"] = jsonNumber(task.fit.rate);
    entry["reliability"] = binsJson(task.equalWidth);
  }
  if (quality.slateValue) {
    object["slate_value"] = {{"places", quality.places},
                             {"drawn", intervalJson(quality.slateValue->drawnMean.mean)},
                             {"greedy", intervalJson(quality.slateValue->greedyMean.mean)},
                             {"logged", intervalJson(quality.slateValue->loggedMean.mean)}};
  }
  if (!quality.segmentation) return;
  ordered_json segments = ordered_json::array();
  for (std::size_t i = 0; i < quality.segmentation->segments.size(); ++i) {
    segments.push_back(
        segmentJson(quality.segmentation->segments[i],
                    quality.segmentRewards.empty() ? nullptr : &quality.segmentRewards[i]));
  }
  object["segments"] = {{"by", quality.segmentation->cut.name}, {"segments", segments}};
}

void printDifferences(const EvaluationResult& result) {
  fmt::print("\nReward of {} less that of {} (paired on the same slates)\n", result.report.policy,
             result.compared->policy);
  std::vector<std::vector<std::string>> table{{"reward", "difference", "95 %", "better in"}};
  for (const PairedDifference& paired : result.differences) {
    table.push_back({describe(paired.estimator).title, shortNumber(paired.difference.value),
                     bracket(paired.difference),
                     std::isnan(paired.shareBetter)
                         ? shortNumber(paired.shareBetter)
                         : fmt::format("{:.1f} % of resamples", 100 * paired.shareBetter)});
  }
  printTable(table);
}

std::string csvNumber(double value) {
  return std::isnan(value) ? "" : fmt::format("{}", value);
}

void writeReportLines(const PolicyReport& report, std::ostream& out) {
  const auto line = [&](const std::string& key, const EstimatedValue& value) {
    out << csvField(report.policy) << ',' << key << ',' << csvNumber(value.value) << ','
        << csvNumber(value.low) << ',' << csvNumber(value.high);
    for (const Interval& interval : value.intervals) {
      out << ',' << csvNumber(interval.low) << ',' << csvNumber(interval.high);
    }
    out << ',' << csvNumber(value.parameter) << ',' << value.parameterChoice << ','
        << csvField(value.unavailable) << '\n';
  };
  for (const ValueEstimatorDescription& description : valueEstimators()) {
    line(description.key, report.estimate.of(description.estimator));
  }
  line("logging_value", report.estimate.logging);
}

void writeCsv(const EvaluationResult& result, std::ostream& out) {
  out << "policy,estimator,value,low,high,bootstrap_low,bootstrap_high,normal_low,normal_high,"
         "bernstein_low,bernstein_high,parameter,parameter_choice,unavailable\n";
  writeReportLines(result.report, out);
  if (!result.compared) return;
  writeReportLines(*result.compared, out);
  for (const PairedDifference& paired : result.differences) {
    out << csvField(result.report.policy + " - " + result.compared->policy) << ','
        << describe(paired.estimator).key << ',' << csvNumber(paired.difference.value) << ','
        << csvNumber(paired.difference.low) << ',' << csvNumber(paired.difference.high)
        << ",,,,,,,,,\n";
  }
}

}  // namespace

void printEvaluation(const EvaluationResult& result) {
  printReport(result.report);
  if (result.quality) {
    printRanking(*result.quality);
    if (result.quality->segmentation) printSegments(*result.quality);
  }
  if (!result.compared) return;
  fmt::print("\n");
  printReport(*result.compared);
  printDifferences(result);
}

ordered_json evaluationJson(const EvaluationResult& result) {
  ordered_json object = ordered_json::parse(reportToJson(result.report));
  object["split"] = result.split;
  object["interval"] = toString(result.settings.interval);
  object["resamples"] = result.settings.resamples;
  if (result.quality) addQuality(*result.quality, object);
  if (result.compared) {
    object["compared"] = ordered_json::parse(reportToJson(*result.compared));
    object["differences"] = ordered_json::parse(differencesToJson(result.differences));
  }
  return object;
}

void writeEvaluationCsv(const EvaluationResult& result, const std::string& file) {
  if (file == "-") {
    writeCsv(result, std::cout);
  } else {
    writeFileSafely(file, [&](std::ostream& out) { writeCsv(result, out); });
  }
}

void writeRewardModelCsv(const SlateTable& table, const Predictions& model,
                         const std::string& file) {
  writeFileSafely(file, [&](std::ostream& out) {
    out << "slate_id,item_id";
    for (const std::string& task : table.schema().tasks) out << ",p_" << csvField(task);
    out << '\n';
    for (std::size_t local = 0; local < model.slates.size(); ++local) {
      const std::size_t slate = model.slates[local];
      for (std::int64_t i = model.offsets[local]; i < model.offsets[local + 1]; ++i) {
        const std::uint32_t item = table.item(slate, i - model.offsets[local]);
        out << csvField(table.slateKey(slate)) << ',' << csvField(table.catalogue().keys[item]);
        for (std::size_t task = 0; task < model.tasks; ++task) {
          out << fmt::format(",{:.9g}", model.task(task)[static_cast<std::size_t>(i)]);
        }
        out << '\n';
      }
    }
  });
}

}  // namespace luce::cli
