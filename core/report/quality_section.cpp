#include "core/report/quality_section.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "core/report/report_words.h"
#include "core/report/training_charts.h"

namespace luce {

namespace {

using report_words::bounds;
using report_words::number;

ReportTable taskTable(const RunReport& report) {
  const auto judged =
      std::find_if(report.runs.begin(), report.runs.end(),
                   [](const ReportedRun& run) { return run.judgement.has_value(); });
  const std::string remark =
      judged == report.runs.end() ? std::string() : remarkOnTasks(judged->judgement->result);
  ReportTable table{.caption = "How well user actions are predicted, on the logged test rows" +
                               (remark.empty() ? remark : ". " + remark),
                    .heading = {"run", "task", "AUC", "log loss", "calibration error", "Brier"},
                    .rows = {}};
  for (const ReportedRun& run : report.runs) {
    if (!run.judgement) continue;
    for (const TaskCalibration& task : run.judgement->calibration) {
      table.rows.push_back({run.record.name, task.fit.task, number(task.fit.auc),
                            number(task.fit.logLoss), number(task.fit.expectedCalibrationError),
                            number(task.fit.brier)});
    }
  }
  return table;
}

ReportTable rankingTable(const RunReport& report) {
  ReportTable table{.caption = "Ranking on test slates, mean over slates with 95 % intervals",
                    .heading = {"run", "measure", "value", "95 %"},
                    .rows = {}};
  for (const ReportedRun& run : report.runs) {
    if (!run.judgement) continue;
    const RunJudgement& judgement = *run.judgement;
    const auto row = [&](const std::string& measure, const Interval& value) {
      table.rows.push_back({run.record.name, measure, number(value.value), bounds(value)});
    };
    for (std::size_t i = 0; i < judgement.ranking.measures.size(); ++i) {
      if (judgement.ranking.measures[i].unknown.empty()) {
        row(judgement.ranking.measures[i].name, judgement.rankingMeans[i]);
      }
    }
    if (judgement.slateValue) {
      const std::string what =
          fmt::format("reward of the first {} places, weighted by 1/place", kReportedPlaces);
      row(what + ", drawn", judgement.slateValue->drawnMean.mean);
      row(what + ", by best score", judgement.slateValue->greedyMean.mean);
      if (!std::isnan(judgement.slateValue->loggedMean.mean.value)) {
        row(what + ", as logged", judgement.slateValue->loggedMean.mean);
      }
    }
    table.rows.push_back(
        {run.record.name, "entropy of the policy, nats", number(judgement.result.entropy), "–"});
    table.rows.push_back(
        {run.record.name, "KL from the supervised policy, nats", number(judgement.result.kl), "–"});
  }
  return table;
}

Chart calibrationChart(const ReportedRun& run) {
  LineChart chart{
      .title = fmt::format("{}: calibration", run.record.name),
      .meaning =
          "How often actions happened against how often they were predicted, in bins of "
          "equally many rows, with 95 % intervals (Wilson). On the diagonal both agree.",
      .horizontal = "predicted",
      .vertical = "happened",
      .lines = {},
      .square = true};
  for (const TaskCalibration& task : run.judgement->calibration) {
    ChartLine line{.name = task.fit.task,
                   .points = {},
                   .colour = runColour(chart.lines.size()),
                   .dashed = isDashed(chart.lines.size()),
                   .dots = true};
    for (const ReliabilityBin& bin : task.equalCount) {
      line.points.emplace_back(bin.meanPrediction, bin.rate.value);
      line.band.emplace_back(bin.rate.low, bin.rate.high);
    }
    chart.lines.push_back(std::move(line));
  }
  return chart;
}

}  // namespace

ReportSection qualitySection(const RunReport& report) {
  ReportSection section{"Predictions and ranking", {}};
  ReportCharts charts;
  for (const ReportedRun& run : report.runs) {
    if (run.judgement) charts.charts.push_back(calibrationChart(run));
  }
  section.blocks.emplace_back(std::move(charts));
  section.blocks.emplace_back(taskTable(report));
  section.blocks.emplace_back(rankingTable(report));
  for (const ReportedRun& run : report.runs) {
    if (!run.judgement) continue;
    section.blocks.emplace_back(ReportParagraph{run.judgement->ranking.meaning});
    break;
  }
  return section;
}

}  // namespace luce
