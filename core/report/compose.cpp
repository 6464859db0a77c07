#include "core/report/compose.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>

#include "core/report/training_charts.h"
#include "core/training/experiment_fields.h"

namespace luce {

namespace {

using nlohmann::json;

/// Four significant digits; "–" for NaN.
std::string number(double value) {
  return std::isnan(value) ? "–" : fmt::format("{:.4g}", value);
}

std::string percent(double share) {
  return std::isnan(share) ? "–" : fmt::format("{:.4g} %", 100 * share);
}

std::string bounds(const Interval& interval) {
  return std::isnan(interval.low) || std::isnan(interval.high)
             ? "–"
             : fmt::format("{:.4g} … {:.4g}", interval.low, interval.high);
}

std::string date(const std::string& time) {
  std::string text = time.substr(0, 16);
  std::replace(text.begin(), text.end(), 'T', ' ');
  return text + " UTC";
}

std::string duration(double seconds) {
  if (seconds < 120) return fmt::format("{:.1f} s", seconds);
  constexpr int kMinute = 60, kHour = 3600;
  const auto whole = static_cast<std::int64_t>(std::llround(seconds));
  if (whole < kHour) return fmt::format("{} min {} s", whole / kMinute, whole % kMinute);
  return fmt::format("{} h {} min", whole / kHour, whole % kHour / kMinute);
}

std::string epochs(int count) {
  return count == 1 ? "1 epoch" : fmt::format("{} epochs", count);
}

const char* name(SplitRule rule) {
  return rule == SplitRule::Time ? "by time, the newest slates test"
                                 : "by a hash of the slate's key";
}

std::string propensitySource(const ReportedDataset& dataset) {
  const DatasetSummary& summary = dataset.summary;
  if (summary.rowsWithPropensity == 0) return "none stated in the log";
  if (summary.rowsWithPropensity == summary.rows) return "stated in the log for every row";
  return fmt::format("stated in the log for {} of {} rows", summary.rowsWithPropensity,
                     summary.rows);
}

/// "Run "a": " where several runs speak.
std::string speaker(const RunReport& report, const ReportedRun& run) {
  return report.runs.size() == 1 ? "" : fmt::format("{}: ", run.record.name);
}

std::string titleOf(const RunReport& report) {
  if (report.runs.size() == 1) return fmt::format("Run “{}”", report.runs.front().record.name);
  return fmt::format("{} runs compared", report.runs.size());
}

std::string subtitleOf(const RunReport& report) {
  std::vector<std::string> datasets;
  for (const ReportedDataset& dataset : report.datasets) datasets.push_back(dataset.summary.name);
  return fmt::format("Reward-aligned ranking on {} · workspace {} · written {}",
                     fmt::join(datasets, ", "), report.workspace, date(report.written));
}

std::string whatWasDone(const ReportedRun& run) {
  const Experiment& experiment = run.experiment;
  const ObjectiveSettings& objective = experiment.objective;
  std::string text = experiment.start ? fmt::format("It starts from the weights of the run “{}”. ",
                                                    experiment.start->run)
                                      : "";
  text += fmt::format("The estimator first learned the user actions for {}",
                      epochs(experiment.schedule.supervisedEpochs));
  if (experiment.schedule.alignmentEpochs == 0) return text + "; it was not aligned.";
  const SchemeDescription& scheme = findScheme(objective.scheme).description();
  text += fmt::format(", then it was aligned with the reward for {} by {} ({}): {}",
                      epochs(experiment.schedule.alignmentEpochs), scheme.title, scheme.source,
                      scheme.meaning);
  if (!text.ends_with('.')) text += '.';
  if (objective.klWeight > 0) {
    text += fmt::format(" {} with weight {} holds the policy near the reference.",
                        findRegulariser(objective.regulariser).description().title,
                        number(objective.klWeight));
  }
  return text;
}

// ---- Sections ----

ReportSection summarySection(const RunReport& report) {
  ReportSection section{"Result", {}};
  ReportTable table{
      .caption = "",
      .heading = {"run", "dataset", "scheme", "status", "kept step", "test reward (SNIPS)", "95 %",
                  "supervised", "logging policy", "effective rows", "duration"},
      .rows = {}};
  for (const ReportedRun& run : report.runs) {
    std::vector<std::string> row{run.record.name, run.record.dataset,
                                 run.experiment.objective.scheme, toString(run.record.status),
                                 run.keptStep < 0 ? "–" : std::to_string(run.keptStep)};
    if (run.judgement) {
      const OffPolicyEstimate& estimate = run.judgement->result.estimate;
      row.insert(row.end(), {number(estimate.snips().value), bounds(estimate.snips()),
                             run.judgement->supervised
                                 ? number(run.judgement->supervised->estimate.snips().value)
                                 : "–",
                             number(estimate.logging.value), number(estimate.effectiveSampleSize)});
    } else {
      row.insert(row.end(), {"–", "–", "–", "–", "–"});
    }
    row.push_back(duration(run.record.seconds));
    table.rows.push_back(std::move(row));
  }
  section.blocks.emplace_back(std::move(table));
  for (const ReportedRun& run : report.runs) {
    const std::string who = speaker(report, run);
    if (!run.record.message.empty()) {
      section.blocks.emplace_back(ReportParagraph{who + run.record.message});
    }
    if (!run.record.note.empty()) {
      section.blocks.emplace_back(ReportParagraph{who + "Note: " + run.record.note});
    }
    if (!run.whyNotJudged.empty()) {
      section.blocks.emplace_back(ReportParagraph{who + run.whyNotJudged});
    }
  }
  return section;
}

/// What makes the numbers untrustworthy, in the words that Luce uses everywhere.
ReportSection warningSection(const RunReport& report) {
  ReportSection section{"Warnings", {}};
  for (const ReportedRun& run : report.runs) {
    const std::string who = speaker(report, run);
    if (run.judgement) {
      section.blocks.emplace_back(ReportWarnings{who + "the estimates on test slates",
                                                 run.judgement->result.estimate.warnings});
      const SupportViolations& support = run.judgement->result.support;
      if (support.candidates > 0 || support.items > 0) {
        section.blocks.emplace_back(ReportParagraph{
            fmt::format("{}The policy puts {} of its probability on what the log cannot tell of "
                        "({} candidates without a propensity, {} items that no row took).",
                        who, percent(support.probability), support.candidates, support.items)});
      }
    }
    section.blocks.emplace_back(ReportWarnings{who + "the experiment", run.advice});
  }
  for (const ReportedDataset& dataset : report.datasets) {
    section.blocks.emplace_back(
        ReportWarnings{"The log " + dataset.summary.name, dataset.profile.warnings});
  }
  std::erase_if(section.blocks, [](const ReportBlock& block) {
    const auto* warnings = std::get_if<ReportWarnings>(&block);
    return warnings != nullptr && warnings->sentences.empty();
  });
  if (section.blocks.empty()) {
    section.blocks.emplace_back(ReportParagraph{"Luce found nothing to warn of."});
  }
  return section;
}

ReportSection experimentSection(const RunReport& report) {
  ReportSection section{"What was trained", {}};
  std::map<std::string, std::vector<std::string>> fields;
  for (std::size_t i = 0; i < report.runs.size(); ++i) {
    const ReportedRun& run = report.runs[i];
    section.blocks.emplace_back(ReportParagraph{speaker(report, run) + whatWasDone(run)});
    for (const auto& [key, value] : experimentFields(run.experiment)) {
      auto& values = fields[key];
      values.resize(report.runs.size(), "–");
      values[i] = value;
    }
  }
  ReportTable table{.caption = report.runs.size() == 1
                                   ? "The experiment"
                                   : "The experiments; fields in which they differ are set off",
                    .heading = {"field"},
                    .rows = {}};
  for (const ReportedRun& run : report.runs) {
    table.heading.push_back(report.runs.size() == 1 ? "value" : run.record.name);
  }
  for (const auto& [key, values] : fields) {
    const bool same = std::all_of(values.begin(), values.end(), [&](const std::string& value) {
      return value == values.front();
    });
    if (!same) table.marked.push_back(table.rows.size());
    table.rows.push_back({key});
    table.rows.back().insert(table.rows.back().end(), values.begin(), values.end());
  }
  section.blocks.emplace_back(std::move(table));
  for (const ReportedRun& run : report.runs) {
    section.blocks.emplace_back(
        ReportCode{fmt::format("The experiment of “{}” as JSON, for luce-cli train --experiment",
                               run.record.name),
                   nlohmann::ordered_json::parse(run.record.experiment).dump(2)});
  }
  return section;
}

ReportSection dataSection(const RunReport& report) {
  ReportSection section{"Data", {}};
  for (const ReportedDataset& dataset : report.datasets) {
    const DatasetSummary& summary = dataset.summary;
    ReportTable facts{.caption = summary.name, .heading = {"fact", "value"}, .rows = {}};
    facts.rows = {
        {"kind of log", summary.schema.shape == LogShape::Slate
                            ? "slates: all candidates shown, each with its actions"
                            : "bandit: one action of a known catalogue, reward for it only"},
        {"source", summary.source},
        {"slates", std::to_string(summary.slates)},
        {"candidates", std::to_string(summary.candidates)},
        {"items", std::to_string(summary.items)},
        {"logged rows", std::to_string(summary.rows)},
        {"propensities", propensitySource(dataset)}};
    if (dataset.profile.propensities.stated > 0) {
      facts.rows.push_back({"smallest and largest propensity",
                            fmt::format("{}, {}", number(dataset.profile.propensities.smallest),
                                        number(dataset.profile.propensities.largest))});
    }
    section.blocks.emplace_back(std::move(facts));
    ReportTable tasks{.caption = summary.name + ": tasks",
                      .heading = {"task", "rate", "positive rows"},
                      .rows = {}};
    for (const TaskProfile& task : dataset.profile.tasks) {
      tasks.rows.push_back({task.name, percent(task.mean), std::to_string(task.positives)});
    }
    section.blocks.emplace_back(std::move(tasks));
  }
  ReportTable splits{.caption = "Split, rows and propensities of each run",
                     .heading = {"run", "train", "validation", "test", "split", "rows in training",
                                 "rows in judging", "rule for missing propensities"},
                     .rows = {}};
  for (const ReportedRun& run : report.runs) {
    const auto& rows = run.experiment.objective.rows;
    splits.rows.push_back({run.record.name, std::to_string(run.train),
                           std::to_string(run.validation), std::to_string(run.test),
                           name(run.splitRule), rows ? toString(*rows) : "as the log supports",
                           run.judgement ? toString(run.judgement->settings.rows) : "–",
                           toString(run.experiment.objective.propensityRule)});
  }
  section.blocks.emplace_back(std::move(splits));
  const ReportedRun& first = report.runs.front();
  if (first.judgement) {
    const RowKind rows = first.judgement->settings.rows;
    section.blocks.emplace_back(
        ReportParagraph{fmt::format("{} rows: {}", toString(rows), describe(rows))});
    const PropensityRule rule = first.judgement->settings.rule;
    section.blocks.emplace_back(
        ReportParagraph{fmt::format("Propensity rule “{}”: {}", toString(rule), describe(rule))});
  }
  return section;
}

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

std::string parameterText(const ValueEstimatorDescription& description, const EstimatedValue& value,
                          const PolicyReport& report) {
  if (description.estimator == ValueEstimator::Mips) return report.category;
  if (std::isnan(value.parameter)) return "";
  return fmt::format("{} = {} ({})", description.parameter,
                     std::isinf(value.parameter) ? "∞" : number(value.parameter),
                     value.parameterChoice);
}

ReportTable estimatorTable(const RunReport& report, const ReportedRun& run) {
  const PolicyReport& judged = run.judgement->result;
  ReportTable table{.caption = speaker(report, run) + "all estimators, with 95 % intervals",
                    .heading = {"estimator", "value", "bootstrap", "normal", "Bernstein",
                                "hyper-parameter", "available"},
                    .rows = {}};
  const auto row = [&](const std::string& title, const EstimatedValue& value,
                       const std::string& parameter) {
    std::vector<std::string> cells{title, number(value.value)};
    for (const Interval& interval : value.intervals) cells.push_back(bounds(interval));
    cells.push_back(parameter);
    cells.push_back(value.available() ? "yes" : value.unavailable);
    table.rows.push_back(std::move(cells));
  };
  for (const ValueEstimatorDescription& description : valueEstimators()) {
    const EstimatedValue& value = judged.estimate.of(description.estimator);
    row(std::string(description.title) + (description.claimsCoverage ? "" : " *"), value,
        value.available() ? parameterText(description, value, judged) : "");
  }
  row("logging policy", judged.estimate.logging, "");
  return table;
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
        "{} rows of {} slates; effective sample size {}, mean ratio {}, largest {}; the largest 1 "
        "% "
        "of the ratios carry {} of all weight. * trades bias for variance: its intervals do not "
        "tell of the bias.",
        estimate.rows, estimate.slates, number(estimate.effectiveSampleSize),
        number(estimate.meanWeight), number(estimate.maxWeight), percent(estimate.topShare))});
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

ReportTable taskTable(const RunReport& report) {
  ReportTable table{.caption = "How well user actions are predicted, on the logged test rows",
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

ReportSection provenanceSection(const RunReport& report) {
  ReportSection section{"Provenance", {}};
  std::map<std::string, std::vector<std::string>> facts;
  const auto set = [&](std::size_t run, const std::string& fact, const std::string& value) {
    auto& values = facts[fact];
    values.resize(report.runs.size(), "–");
    values[run] = value;
  };
  for (std::size_t i = 0; i < report.runs.size(); ++i) {
    const ReportedRun& run = report.runs[i];
    set(i, "started", date(run.record.started));
    set(i, "duration", duration(run.record.seconds));
    set(i, "status", toString(run.record.status));
    set(i, "seed", std::to_string(run.experiment.seed));
    const json environment = json::parse(run.record.environment, nullptr, false);
    if (!environment.is_object()) continue;
    for (const auto& [key, value] : environment.items()) {
      set(i, key, value.is_string() ? value.get<std::string>() : value.dump());
    }
  }
  ReportTable table{.caption = "", .heading = {"fact"}, .rows = {}};
  for (const ReportedRun& run : report.runs) table.heading.push_back(run.record.name);
  for (const auto& [fact, values] : facts) {
    table.rows.push_back({fact});
    table.rows.back().insert(table.rows.back().end(), values.begin(), values.end());
  }
  section.blocks.emplace_back(std::move(table));
  section.blocks.emplace_back(ReportParagraph{
      fmt::format("Estimates: {} bootstrap resamples of the test slates with seed {}. The same "
                  "experiment gives "
                  "the same numbers on the same device with the same number of threads.",
                  report.offPolicy.resamples, report.offPolicy.seed)});
  return section;
}

}  // namespace

ReportDocument composeReport(const RunReport& report, const std::string& title) {
  ReportDocument document;
  document.title = title.empty() ? titleOf(report) : title;
  document.subtitle = subtitleOf(report);
  document.sections.push_back(summarySection(report));
  document.sections.push_back(warningSection(report));
  document.sections.push_back(experimentSection(report));
  document.sections.push_back(dataSection(report));
  document.sections.push_back({"Training", {ReportCharts{trainingCharts(report.runs)}}});
  const bool judged = std::any_of(report.runs.begin(), report.runs.end(),
                                  [](const ReportedRun& run) { return run.judgement.has_value(); });
  if (judged) {
    document.sections.push_back(evaluationSection(report));
    document.sections.push_back(qualitySection(report));
  }
  document.sections.push_back(provenanceSection(report));
  document.footer =
      "Written by Luce, a laboratory for reward-aligned ranking; free software under the GNU "
      "General "
      "Public License, version 3. The license does not cover what a report says.";
  return document;
}

}  // namespace luce
