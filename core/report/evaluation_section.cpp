#include "core/report/evaluation_section.h"

#include <fmt/format.h>

#include <cmath>

#include "core/evaluation/unavailable.h"
#include "core/report/report_words.h"
#include "core/report/training_charts.h"

namespace luce {

namespace {

using report_words::bounds;
using report_words::number;
using report_words::parameterText;
using report_words::percent;
using report_words::speaker;

IntervalChart::Row chartRow(const std::string& name, const Interval& value, int colour,
                            bool hollow = false) {
  return {name, value.value, value.low, value.high, colour, hollow};
}

/// The policies that can be compared, by SNIPS.
Chart policyChart(const RunReport& report) {
  IntervalChart chart{
      .title = "Reward on test slates by policy",
      .meaning =
          "SNIPS estimates with 95 % intervals; hollow: the same run before alignment. "
          "Intervals that overlap may still differ surely, see the paired differences.",
      .horizontal = "reward",
      .rows = {}};
  for (std::size_t i = 0; i < report.runs.size(); ++i) {
    const ReportedRun& run = report.runs[i];
    if (!run.judgement) continue;
    chart.rows.push_back(
        chartRow(run.record.name, run.judgement->result.estimate.snips(), runColour(i)));
    if (!run.judgement->supervised) continue;
    chart.rows.push_back(
        chartRow(report.runs.size() == 1 ? "supervised" : run.record.name + ", supervised",
                 run.judgement->supervised->estimate.snips(), runColour(i), true));
  }
  for (const ReportedRun& run : report.runs) {
    if (!run.judgement || run.record.dataset != report.runs.front().record.dataset) continue;
    chart.rows.push_back(
        chartRow("uniform", run.judgement->uniform.estimate.snips(), kLoggingColour, true));
    chart.rows.push_back(
        chartRow("logging policy", run.judgement->result.estimate.logging, kLoggingColour));
    break;
  }
  return chart;
}

Chart estimatorChart(const ReportedRun& run, int colour) {
  IntervalChart chart{
      .title = fmt::format("{}: reward by estimator", run.record.name),
      .meaning =
          "All off-policy estimators that the log allows, with 95 % intervals; hollow: those "
          "that trade bias for variance, so that their intervals do not tell of the bias.",
      .horizontal = "reward",
      .rows = {}};
  const OffPolicyEstimate& estimate = run.judgement->result.estimate;
  for (const ValueEstimatorDescription& description : valueEstimators()) {
    const EstimatedValue& value = estimate.of(description.estimator);
    if (value.available()) {
      chart.rows.push_back(chartRow(description.title, value, colour, !description.claimsCoverage));
    }
  }
  if (!std::isnan(estimate.logging.value)) {
    chart.reference = {{estimate.logging.value, "logging policy"}};
  }
  return chart;
}

ReportTable estimatorTable(const RunReport& report, const ReportedRun& run) {
  const PolicyReport& judged = run.judgement->result;
  ReportTable table{
      .caption = speaker(report, run) + "all estimators, with 95 % intervals",
      .heading = {"estimator", "value", "bootstrap", "normal", "Bernstein", "hyper-parameter"},
      .rows = {}};
  const auto row = [&](const std::string& title, const EstimatedValue& value,
                       const std::string& parameter) {
    std::vector<std::string> cells{title, number(value.value)};
    for (const Interval& interval : value.intervals) cells.push_back(bounds(interval));
    cells.push_back(parameter);
    table.rows.push_back(std::move(cells));
  };
  for (const ValueEstimatorDescription& description : valueEstimators()) {
    const EstimatedValue& value = judged.estimate.of(description.estimator);
    if (!value.available()) continue;
    row(std::string(description.title) + (description.claimsCoverage ? "" : " *"), value,
        parameterText(description, value, judged));
  }
  row("logging policy", judged.estimate.logging, "");
  return table;
}

/// One paragraph a reason.
std::vector<ReportParagraph> unavailableEstimators(const OffPolicyEstimate& estimate) {
  std::vector<ReportParagraph> paragraphs;
  for (const auto& [reason, titles] : unavailableByReason(estimate)) {
    paragraphs.push_back({fmt::format("Not available: {}. {}", titles, reason)});
  }
  return paragraphs;
}

ReportTable differenceTable(const std::string& caption,
                            const std::vector<PairedDifference>& differences) {
  ReportTable table{
      .caption = caption, .heading = {"estimator", "difference", "95 %", "better in"}, .rows = {}};
  for (const PairedDifference& paired : differences) {
    table.rows.push_back({describe(paired.estimator).title, number(paired.difference.value),
                          bounds(paired.difference),
                          fmt::format("{:.1f} % of resamples", 100 * paired.shareBetter)});
  }
  return table;
}

}  // namespace

ReportSection evaluationSection(const RunReport& report) {
  ReportSection section{"What the policy would earn", {}};
  ReportCharts charts;
  charts.charts.push_back(policyChart(report));
  for (std::size_t i = 0; i < report.runs.size(); ++i) {
    if (report.runs[i].judgement) {
      charts.charts.push_back(estimatorChart(report.runs[i], runColour(i)));
    }
  }
  section.blocks.emplace_back(std::move(charts));
  if (report.runs.size() > 1) {
    section.blocks.emplace_back(ReportParagraph{fmt::format(
        "Runs of one dataset are paid by the reward weights of “{}”; each keeps its own value "
        "weights and temperature.",
        report.runs.front().record.name)});
  }
  for (const ReportedRun& run : report.runs) {
    if (!run.judgement) continue;
    section.blocks.emplace_back(estimatorTable(report, run));
    const OffPolicyEstimate& estimate = run.judgement->result.estimate;
    section.blocks.emplace_back(ReportParagraph{fmt::format(
        "{} rows of {} slates; effective sample size {}, mean ratio {}, largest {}; the largest "
        "1 % of the ratios carry {} of all weight. * trades bias for variance: its intervals do "
        "not tell of the bias.",
        estimate.rows, estimate.slates, number(estimate.effectiveSampleSize),
        number(estimate.meanWeight), number(estimate.maxWeight), percent(estimate.topShare))});
    for (ReportParagraph& paragraph : unavailableEstimators(estimate)) {
      section.blocks.emplace_back(std::move(paragraph));
    }
    if (!run.judgement->overSupervised.empty()) {
      section.blocks.emplace_back(differenceTable(
          speaker(report, run) + "aligned less supervised, paired on the same slates",
          run.judgement->overSupervised));
    }
  }
  for (const ReportedDifference& difference : report.differences) {
    section.blocks.emplace_back(
        differenceTable(fmt::format("{} less {}, paired on the same slates", difference.run,
                                    report.runs.front().record.name),
                        difference.differences));
  }
  return section;
}

}  // namespace luce
