// How long a chart over training steps takes to take in a step and to be drawn, by the length of
// the run: a million steps should be drawn about as fast as a thousand; and how long the selected
// slate takes to follow its policy, with and without another order of its bars.
#include <benchmark/benchmark.h>

#include <QApplication>
#include <QChartView>
#include <cmath>
#include <cstdio>
#include <map>
#include <memory>

#include "app/desktop/charts/loss_chart.h"
#include "app/desktop/charts/slate_chart.h"

namespace luce::desktop {
namespace {

StepAverages noisyAverages(std::int64_t step) {
  const double noise = std::sin(12.9898 * static_cast<double>(step));
  StepAverages averages;
  averages.bce = 0.3 + 0.1 * noise;
  averages.rewardLoss = -0.2 + 0.05 * noise;
  averages.kl = 0.1 + 0.02 * noise;
  averages.entropy = 1 + 0.1 * noise;
  return averages;
}

/// As wide as half a screen.
struct ShownChart {
  LossChart chart;
  std::int64_t step = 0;

  explicit ShownChart(std::int64_t steps) {
    while (step < steps) append();
    chart.resize(800, 500);
    chart.setVisible(true);
    QApplication::processEvents();
  }
  void append() {
    ++step;
    chart.append(step, noisyAverages(step), true);
  }
  void draw() {
    chart.bringUpToDate();
    chart.findChild<QChartView*>()->viewport()->repaint();
  }
};

std::map<std::int64_t, std::unique_ptr<ShownChart>> charts;

/// Made once, which takes seconds for a million steps: a benchmark is called several times.
ShownChart& chartOf(std::int64_t steps) {
  std::unique_ptr<ShownChart>& shown = charts[steps];
  if (shown == nullptr) shown = std::make_unique<ShownChart>(steps);
  shown->chart.setSmoothing(0);
  shown->chart.zoom().reset();
  shown->draw();
  return *shown;
}

void drawLive(benchmark::State& state) {
  ShownChart& shown = chartOf(state.range(0));
  for (auto _ : state) {
    shown.append();
    shown.draw();
  }
  state.counters["points"] = static_cast<double>(shown.chart.lines()[0]->count());
}
BENCHMARK(drawLive)->RangeMultiplier(10)->Range(1'000, 1'000'000)->Unit(benchmark::kMillisecond);

void drawZoomed(benchmark::State& state) {
  ShownChart& shown = chartOf(state.range(0));
  shown.chart.zoom().zoomBy(0.3, Qt::Horizontal);
  double direction = 3;
  for (auto _ : state) {
    shown.chart.zoom().panBy({direction = -direction, 0});
    shown.append();
    shown.draw();
  }
}
BENCHMARK(drawZoomed)->RangeMultiplier(10)->Range(1'000, 1'000'000)->Unit(benchmark::kMillisecond);

void decimate(benchmark::State& state) {
  StepTable table(1);
  for (std::int64_t step = 0; step < state.range(0); ++step) {
    const double value = noisyAverages(step).bce;
    table.append(static_cast<double>(step), {&value, 1});
  }
  for (auto _ : state) {
    benchmark::DoNotOptimize(drawnLine(table.steps(), table.column(0), 0,
                                       static_cast<double>(state.range(0)), 700,
                                       MinMaxColumn::Among::Finite));
  }
}
BENCHMARK(decimate)->Arg(1'000)->Arg(1'000'000)->Unit(benchmark::kMicrosecond);

void appendHidden(benchmark::State& state) {
  LossChart chart;
  std::int64_t step = 0;
  for (auto _ : state) {
    ++step;
    chart.append(step, noisyAverages(step), true);
  }
}
BENCHMARK(appendHidden)->Iterations(1'000'000);

void smoothAll(benchmark::State& state) {
  ShownChart& shown = chartOf(state.range(0));
  double weight = 0.5;
  for (auto _ : state) {
    weight = weight == 0.5 ? 0.9 : 0.5;
    shown.chart.setSmoothing(weight);
    shown.draw();
  }
}
BENCHMARK(smoothAll)->Arg(1'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

/// Twenty candidates, the likeliest of which is the one that is given.
std::vector<CandidateView> slateOf(int likeliest) {
  std::vector<CandidateView> candidates(20);
  for (int i = 0; i < 20; ++i) {
    CandidateView& candidate = candidates[static_cast<std::size_t>(i)];
    candidate.item = "item-" + std::to_string(100 + i);
    candidate.rank = static_cast<std::uint32_t>(1 + (i - likeliest + 20) % 20);
    candidate.policy = 0.2 / candidate.rank;
    candidate.behaviour = 0.05;
    candidate.probabilities = {0.1};
  }
  return candidates;
}

void showSlate(benchmark::State& state) {
  SlateChart chart;
  chart.resize(365, 260);
  chart.setVisible(true);
  QApplication::processEvents();
  std::vector<std::vector<CandidateView>> slates{slateOf(3), slateOf(3)};
  if (state.range(0) == 1) slates[1] = slateOf(7);
  for (CandidateView& candidate : slates[1]) candidate.policy *= 0.9;
  std::size_t shown = 0;
  for (auto _ : state) {
    chart.show(slates[shown = 1 - shown], {"click"}, true);
    QApplication::processEvents();
    chart.findChild<QChartView*>()->viewport()->repaint();
  }
}
BENCHMARK(showSlate)->ArgName("reordered")->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace luce::desktop

int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  // Each line when it is known, also into a file.
  std::setvbuf(stdout, nullptr, _IOLBF, BUFSIZ);
  const QApplication application(argc, argv);
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
  luce::desktop::charts.clear();
}
