#include "core/export/model_card.h"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "core/policy/value_model.h"

namespace luce {

namespace {

std::string number(double value) {
  return std::isnan(value) ? "–" : fmt::format("{:.4g}", value);
}

/// A text that stands in a table's cell or a sentence, whatever characters a log has in its names.
std::string plain(const std::string& text) {
  std::string escaped;
  for (const char character : text) {
    if (character == '\n' || character == '\r') {
      escaped += ' ';
      continue;
    }
    if (std::string_view("\\`*_[]<>|#").find(character) != std::string_view::npos) escaped += '\\';
    escaped += character;
  }
  return escaped;
}

std::string row(const std::vector<std::string>& cells) {
  std::string line = "|";
  for (const std::string& cell : cells) line += " " + cell + " |";
  return line + "\n";
}

std::string heading(const std::vector<std::string>& cells) {
  return row(cells) + row(std::vector<std::string>(cells.size(), "---"));
}

std::string propensitySource(const ModelCard& card) {
  const DatasetSummary& dataset = card.dataset;
  const std::string stated =
      fmt::format("{} of {} logged rows state the logging policy's probability (propensity).",
                  dataset.rowsWithPropensity, dataset.rows);
  if (dataset.rowsWithPropensity == dataset.rows) return stated;
  return stated + fmt::format(" The others: rule *{}*. {}", toString(card.settings.rule),
                              describe(card.settings.rule));
}

std::string dataSection(const ModelCard& card) {
  const DatasetSummary& dataset = card.dataset;
  const Split& split = card.split;
  std::string text = fmt::format(
      "## Data\n"
      "Dataset *{}* ({}): {} slates, {} candidates, {} items; {} log.\n"
      "{}\n\n",
      plain(dataset.name), plain(dataset.source), dataset.slates, dataset.candidates, dataset.items,
      dataset.schema.shape == LogShape::Slate ? "slate" : "bandit", propensitySource(card));
  text += heading({"task", "mean label in the log", "value weight", "reward weight"});
  for (std::size_t task = 0; task < dataset.schema.tasks.size(); ++task) {
    text +=
        row({plain(dataset.schema.tasks[task]), number(dataset.taskMeans[task]),
             number(card.settings.valueWeights[task]), number(card.settings.rewardWeights[task])});
  }
  return text +
         fmt::format(
             "\nSplit by {}: {} slates to learn from, {} to choose settings and steps by, {} to "
             "judge by.\n\n",
             split.rule == SplitRule::Time ? "time, the newest slates to judge by"
                                           : "a hash of the slates' keys",
             split.train.size(), split.validation.size(), split.test.size());
}

std::string intervalText(const EstimatedValue& value, IntervalKind kind) {
  const Interval& interval = value.intervals[static_cast<std::size_t>(kind)];
  return fmt::format("{} to {}", number(interval.low), number(interval.high));
}

std::string estimatesTable(const OffPolicyEstimate& estimate) {
  std::string text =
      heading({"estimate of the reward a slate", "value", "95 %, bootstrap", "95 %, normal"});
  const auto add = [&](const std::string& name, const EstimatedValue& value) {
    text += row({name, number(value.value), intervalText(value, IntervalKind::Bootstrap),
                 intervalText(value, IntervalKind::Normal)});
  };
  for (const ValueEstimatorDescription& description : valueEstimators()) {
    const EstimatedValue& value = estimate.of(description.estimator);
    if (!value.available()) continue;
    add(description.title + std::string(description.claimsCoverage ? "" : " †"), value);
  }
  add("logging policy, as logged", estimate.logging);
  return text + "\n† trades bias for variance: its interval does not tell of the bias.\n\n";
}

std::string resultsSection(const ModelCard& card) {
  std::string text = "## Results\n";
  if (!card.report) return text + "This export was not judged on test slates.\n\n";
  const PolicyReport& report = *card.report;
  const OffPolicyEstimate& estimate = report.estimate;
  text += fmt::format(
      "On {} test slates, which it did not learn from, at temperature {}; {} *{}* rows, effective "
      "sample size {:.1f}. {}\n\n",
      estimate.slates, number(card.settings.temperature), estimate.rows, toString(report.rows),
      estimate.effectiveSampleSize, describe(report.rows));
  text += estimatesTable(estimate);
  text += heading({"task", "AUC", "log loss", "calibration error"});
  for (const TaskQuality& task : report.tasks) {
    text += row({plain(task.task), number(task.auc), number(task.logLoss),
                 number(task.expectedCalibrationError)});
  }
  const std::string remark = remarkOnTasks(report);
  if (!remark.empty()) text += "\n" + remark + "\n";
  text +=
      fmt::format("\nNDCG {}, entropy of the policy {} nats, KL from the supervised model {}.\n",
                  number(report.ndcg), number(report.entropy), number(report.kl));
  for (const std::string& warning : estimate.warnings) text += "\n> Warning: " + warning + "\n";
  return text + "\n";
}

std::string featureList(const std::vector<std::string>& names) {
  if (names.empty()) return "none\n";
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    text += fmt::format("{}. {}\n", i, plain(names[i]));
  }
  return text;
}

std::string inputsSection(const RankingModel& ranker) {
  const EstimatorShape& shape = ranker.estimator.shape;
  return "## Inputs\n"
         "`numeric` float32 [rows, " +
         fmt::format("{}", shape.features.numeric.size()) +
         "]: raw values, NaN where missing; normalisation is part of the model. Columns:\n\n" +
         featureList(shape.features.numeric) + "\n`categories` int64 [rows, " +
         fmt::format("{}", shape.features.category.size()) +
         "]: each text's category hash; `item` is the item's key" +
         (embeddedColumns(shape) < shape.features.category.size()
              ? fmt::format("; only the first {} columns are used", embeddedColumns(shape))
              : std::string()) +
         ". Columns:\n\n" + featureList(shape.features.category) +
         fmt::format(
             "\n**Category hash** of a text in a column: h = FNV-1a (64 bit) over the UTF-8 bytes "
             "of the column's name, `=` and the text; then h ^= h >> 33, h *= 0xff51afd7ed558ccd "
             "(mod 2^64), h ^= h >> 33; the hash is the upper 32 bits of h. A missing text is the "
             "empty text; a number in a category column is the text that the log has for it. The "
             "model itself reduces a hash to one of {} rows of its column: row = hash mod {}.\n\n",
             shape.settings.hashBuckets, shape.settings.hashBuckets);
}

std::string outputsSection(const ModelCard& card, const RankingModel& ranker) {
  const EstimatorShape& shape = ranker.estimator.shape;
  std::string formula;
  for (std::size_t task = 0; task < shape.tasks.size(); ++task) {
    formula +=
        (formula.empty() ? "" : " + ") +
        fmt::format("{} · p({})", number(ranker.valueWeights[task]), plain(shape.tasks[task]));
  }
  return fmt::format(
      "`scores` float32 [rows] = {}\n`p` float32 [rows, {}]: the tasks' probabilities{}, in the "
      "order "
      "of the table above.\n"
      "The policy over the candidates of one slate is softmax(scores / {}); sorted by score, the "
      "list is ranked as Luce ranks it.\n\n",
      formula, shape.tasks.size(),
      card.dataset.schema.hasExamination ? " for an item that is looked at" : "",
      number(ranker.temperature));
}

std::string usageSection(const ModelCard& card, const RankingModel& ranker) {
  const std::size_t rows = card.example.texts.size();
  std::vector<float> scores(rows);
  scoreCandidates(card.exampleProbabilities, ranker.valueWeights, scores);
  return "## Use from Python\n"
         "Two made-up candidates: all numbers at the mean of the training slates and texts "
         "missing; "
         "numbers one deviation above it and texts that no log has.\n\n```python\n" +
         pythonSnippet(card.format, card.file, card.example) +
         "```\n\nLuce's own scores of these candidates, for a check:\n\n```text\n" +
         nlohmann::json(scores).dump() + "\n```\n\n";
}

std::string limitsSection(const ModelCard& card) {
  const RowKind rows = card.report ? card.report->rows : card.settings.rows;
  return fmt::format(
      "## Intended use and limits\n"
      "- Meant to rank candidates like those of the log, with the same features measured in the "
      "same way. On other users, items or times nothing here was tested.\n"
      "- Judged on *{}* rows. {}\n"
      "- Where propensities are assumed or wrong, estimates are too: {}\n"
      "- The estimates speak of one slate at a time. What a ranking does to people over time, and "
      "back to the log, they do not see.\n"
      "- The policy is told by its first place: top lists and whole slates were not the aim of "
      "training.\n"
      "- Nobody checked it for fairness between groups of users or items. Do so before people "
      "depend on it.\n\n",
      toString(rows), describe(rows), propensitySource(card));
}

/// Indented as in the workspace's own documents; as it stands if it is none that can be read.
std::string indented(const std::string& json) {
  const auto document = nlohmann::ordered_json::parse(json, nullptr, false);
  return document.is_discarded() ? json : document.dump(2);
}

}  // namespace

std::string modelCardMarkdown(const ModelCard& card, const RankingModel& ranker) {
  return fmt::format("# {}\n", plain(card.file)) +
         fmt::format(
             "A ranking model of Luce {}, run *{}*, checkpoint *{}*. It predicts the probabilities "
             "of {} user actions for each candidate of a slate and ranks by their weighted "
             "sum.\n\n",
             LUCE_VERSION, plain(card.run.name), plain(card.checkpoint),
             ranker.valueWeights.size()) +
         usageSection(card, ranker) + inputsSection(ranker) + "## Outputs\n" +
         outputsSection(card, ranker) + dataSection(card) + resultsSection(card) +
         limitsSection(card) +
         "## Training\n"
         "The experiment, which `luce-cli train --experiment` repeats:\n\n```json\n" +
         indented(card.run.experiment) + "\n```\n\nMade with " + plain(card.run.environment) +
         ".\n\n" +
         "## Licence\n"
         "The weights are yours, or whoever's data they were trained on: this file is not covered "
         "by Luce's licence. Luce itself is GPL-3.0-or-later.\n";
}

}  // namespace luce
