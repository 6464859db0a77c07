// How long a chart over training steps takes to take in a step and to be drawn, by the length of
// the run: a million steps should be drawn about as fast as a thousand.
#include <benchmark/benchmark.h>

#include <QApplication>
#include <QChartView>
#include <cmath>
#include <cstdio>
#include <map>
#include <memory>

#include "app/desktop/charts/loss_chart.h"

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
