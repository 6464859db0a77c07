#include "core/report/compose.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "core/report/evaluation_section.h"
#include "core/report/quality_section.h"
#include "core/report/report_words.h"
#include "core/report/training_charts.h"
#include "core/training/experiment_fields.h"

namespace luce {

namespace {

using nlohmann::json;
using report_words::bounds;
using report_words::date;
using report_words::duration;
using report_words::epochs;
using report_words::number;
using report_words::percent;
using report_words::speaker;

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
    const std::string& first = values.front();
    if (std::any_of(values.begin(), values.end(),
                    [&first](const std::string& value) { return value != first; })) {
      table.marked.push_back(table.rows.size());
    }
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
