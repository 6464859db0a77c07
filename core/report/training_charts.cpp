#include "core/report/training_charts.h"

#include <algorithm>
#include <map>

namespace luce {

namespace {

struct Measure {
  const char* metric;
  const char* name;
  bool dashed = false;
};

/// Of several runs only the first measure is drawn.
struct ChartPlan {
  const char* title;
  const char* meaning;
  const char* vertical;
  std::vector<Measure> measures;
  bool logarithmic = false;
};

const std::vector<ChartPlan>& chartPlans() {
  static const std::vector<ChartPlan> plans{
      {"Task loss",
       "Binary cross-entropy of the task probabilities: how well user actions are predicted.",
       "nats",
       {{"loss/bce", "training"}, {"held_out/bce", "held out", true}}},
      {"Total loss",
       "What the optimiser minimises: task loss, reward term and regularisers.",
       "loss",
       {{"loss/total", "total"}}},
      {"Reward term",
       "The clipping scheme's loss during alignment, before its weight.",
       "loss",
       {{"loss/reward", "reward term"}}},
      {"KL",
       "How far the policy has gone from the reference policy, and from the logging policy.",
       "nats",
       {{"loss/kl", "from the reference"}, {"policy/kl_logging", "from the logging policy", true}}},
      {"Entropy",
       "How undecided the policy is, mean over slates.",
       "nats",
       {{"loss/entropy", "entropy"}}},
      {"Importance ratios",
       "Quantiles of ρ over the rows of a batch: far from 1, few rows decide the step.",
       "ρ",
       {{"ratio/quantile_50", "median"},
        {"ratio/quantile_10", "10 %", true},
        {"ratio/quantile_90", "90 %", true},
        {"ratio/quantile_99", "99 %", true},
        {"ratio/maximum", "largest"}},
       true},
      {"Effective sample size in training",
       "As a share of a batch's rows: 1 = all count alike.",
       "share",
       {{"ratio/effective_sample_size", "effective sample size"}}},
      {"Effective sample size, held out",
       "As many rows with equal ratios would tell as much.",
       "rows",
       {{"held_out/effective_sample_size", "effective sample size"}}},
      {"Clipped rows",
       "Share of a batch's rows whose ratio is beyond the scheme's bounds.",
       "share",
       {{"ratio/clipped_high", "above"}, {"ratio/clipped_low", "below", true}}},
      {"Gradient norm",
       "Length of the gradient before it is clipped.",
       "norm",
       {{"gradient_norm", "gradient norm"}}},
  };
  return plans;
}

using Points = std::vector<std::pair<double, double>>;

Points pointsOf(const ReportedRun& run, const std::string& metric) {
  Points points;
  for (const MetricPoint& point : run.metrics) {
    if (point.name == metric) points.emplace_back(static_cast<double>(point.step), point.value);
  }
  return points;
}

/// Where alignment begins: of several runs only if it is the same in all.
std::vector<std::pair<double, std::string>> alignmentMark(std::span<const ReportedRun> runs) {
  const std::int64_t step = lastSupervisedStep(runs.front());
  const bool same = std::all_of(runs.begin(), runs.end(), [&](const ReportedRun& run) {
    return lastSupervisedStep(run) == step;
  });
  if (step == 0 || !same) return {};
  const bool aligned = std::any_of(runs.begin(), runs.end(), [](const ReportedRun& run) {
    return run.experiment.schedule.alignmentEpochs > 0;
  });
  if (!aligned) return {};
  return {{static_cast<double>(step), "alignment"}};
}

Chart heldOutChart(std::span<const ReportedRun> runs) {
  LineChart chart{
      .title = "Held-out reward",
      .meaning =
          "SNIPS estimate of the policy's reward on validation slates with its 95 % interval "
          "(band), and what the logging policy earned there (dashed).",
      .horizontal = "step",
      .vertical = "reward",
      .lines = {},
      .marks = alignmentMark(runs)};
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const Points low = pointsOf(runs[i], "held_out/snips_low");
    const Points high = pointsOf(runs[i], "held_out/snips_high");
    ChartLine line{.name = runs.size() == 1 ? "policy" : runs[i].record.name,
                   .points = pointsOf(runs[i], "held_out/snips"),
                   .colour = runColour(i),
                   .dashed = isDashed(i),
                   .dots = true};
    for (std::size_t k = 0; k < std::min(low.size(), high.size()); ++k) {
      line.band.emplace_back(low[k].second, high[k].second);
    }
    chart.lines.push_back(std::move(line));
  }
  chart.lines.push_back({.name = "logging policy",
                         .points = pointsOf(runs.front(), "held_out/logging"),
                         .colour = kLoggingColour,
                         .dashed = true});
  return chart;
}

Chart chartOf(const ChartPlan& plan, std::span<const ReportedRun> runs) {
  LineChart chart{.title = plan.title,
                  .meaning = plan.meaning,
                  .horizontal = "step",
                  .vertical = plan.vertical,
                  .lines = {},
                  .logarithmic = plan.logarithmic,
                  .marks = alignmentMark(runs)};
  if (runs.size() == 1) {
    for (const Measure& measure : plan.measures) {
      ChartLine line{.name = measure.name,
                     .points = pointsOf(runs.front(), measure.metric),
                     .colour = static_cast<int>(chart.lines.size()),
                     .dashed = measure.dashed};
      if (!line.points.empty()) chart.lines.push_back(std::move(line));
    }
    return chart;
  }
  const Measure& measure = plan.measures.front();
  if (plan.measures.size() > 1) chart.title += std::string(": ") + measure.name;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    chart.lines.push_back({.name = runs[i].record.name,
                           .points = pointsOf(runs[i], measure.metric),
                           .colour = runColour(i),
                           .dashed = isDashed(i)});
  }
  return chart;
}

}  // namespace

int runColour(std::size_t run) {
  return static_cast<int>(run % kLoggingColour);
}

bool isDashed(std::size_t run) {
  return run >= kLoggingColour;
}

std::int64_t lastSupervisedStep(const ReportedRun& run) {
  std::int64_t latest = 0, before = 0;
  for (const MetricPoint& point : run.metrics) {
    // Alignment is what records a reward term.
    if (point.name == "loss/reward") return before;
    if (point.name == "loss/total") {
      before = latest;
      latest = point.step;
    }
  }
  return latest;
}

std::vector<Chart> trainingCharts(std::span<const ReportedRun> runs) {
  std::vector<Chart> charts{heldOutChart(runs)};
  for (const ChartPlan& plan : chartPlans()) charts.push_back(chartOf(plan, runs));
  std::erase_if(charts, [](const Chart& chart) { return isEmpty(chart); });
  return charts;
}

}  // namespace luce
