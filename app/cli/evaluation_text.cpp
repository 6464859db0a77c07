#include "app/cli/evaluation_text.h"

#include <fmt/format.h>

#include <cmath>
#include <iostream>
#include <map>

#include "app/cli/console.h"
#include "core/common/csv_field.h"
#include "core/common/safe_file.h"
#include "core/evaluation/report_json.h"

namespace luce::cli {

namespace {

using nlohmann::ordered_json;

std::string parameterText(const ValueEstimatorDescription& description, const EstimatedValue& value,
                          const PolicyReport& report) {
  if (description.estimator == ValueEstimator::Mips) return report.category;
  if (std::isnan(value.parameter)) return "";
  return fmt::format("{} = {} ({})", description.parameter,
                     std::isinf(value.parameter) ? "∞" : shortNumber(value.parameter),
                     value.parameterChoice);
}

std::string bracket(const Interval& interval) {
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
  std::map<std::string, std::string> missing;
  for (const ValueEstimatorDescription& description : valueEstimators()) {
    const EstimatedValue& value = estimate.of(description.estimator);
    if (value.available()) {
      const char* mark = description.claimsCoverage ? "" : " *";
      row(std::string(description.title) + mark, value, parameterText(description, value, report));
    } else {
      std::string& names = missing[value.unavailable];
      names += (names.empty() ? "" : ", ") + std::string(description.title);
    }
  }
  row("logging policy", estimate.logging, "");
  printTable(table);
  fmt::print("* trades bias for variance: its intervals do not tell of the bias\n");
  for (const auto& [reason, names] : missing) fmt::print("not available: {}. {}\n", names, reason);
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
  }
  for (const std::string& warning : estimate.warnings) fmt::print("! {}\n", warning);
}

void printDifferences(const EvaluationResult& result) {
  fmt::print("\n{} earns more than {} by (paired on the same slates)\n", result.report.policy,
             result.compared->policy);
  std::vector<std::vector<std::string>> table{{"reward", "difference", "95 %", "better in"}};
  for (const PairedDifference& paired : result.differences) {
    table.push_back({describe(paired.estimator).title, shortNumber(paired.difference.value),
                     bracket(paired.difference),
                     fmt::format("{:.1f} % of resamples", 100 * paired.shareBetter)});
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
