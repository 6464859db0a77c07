#include "core/export/export_run.h"

#include <numeric>
#include <optional>
#include <string_view>

#include "core/common/error.h"
#include "core/common/safe_file.h"
#include "core/estimator/estimator.h"
#include "core/export/judged_run.h"
#include "core/export/model_card.h"
#include "core/export/predictions_csv.h"
#include "core/export/torchscript.h"
#include "core/export/weights_file.h"
#include "core/training/experiment.h"
#include "core/workspace/run_start.h"
#ifdef LUCE_HAS_ONNX
#include "core/export/onnx.h"
#endif

namespace luce {

namespace {

std::string text(const std::vector<std::byte>& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// The contents of exportedFiles(), but for the card.
std::vector<std::string> modelFiles(const ExportFormat& format, const RankingModel& ranker) {
  const std::string_view id = format.id;
  if (id == "torchscript") return {torchScriptModule(ranker)};
#ifdef LUCE_HAS_ONNX
  if (id == "onnx") return {onnxModel(ranker)};
#endif
  return {text(weightsFile(ranker)), architectureJson(ranker)};
}

std::string cardOf(const SlateTable& table, const ExportSource& source,
                   const ExportRequest& request, const RankingModel& ranker,
                   const Progress& progress, const std::stop_token& stop) {
  const Estimator estimator = Estimator::fromCheckpoint(source.weights);
  const EstimatorShape& shape = estimator.shape();
  ModelCard card;
  card.file = request.file.filename().string();
  card.format = exportFormat(request.format);
  card.dataset = source.dataset;
  card.run = source.run;
  card.checkpoint = request.checkpoint;
  card.split = splitSlates(table, experimentFromJson(source.run.experiment).split);
  card.settings = request.settings;
  if (request.judge && !card.split.test.empty()) {
    std::optional<Estimator> supervised;
    if (!source.supervised.empty()) supervised = Estimator::fromCheckpoint(source.supervised);
    card.report = judgeRun(table, card.split.test, request.settings, estimator,
                           supervised ? &*supervised : nullptr, progress, stop);
  }
  card.example = exampleRows(shape);
  card.exampleProbabilities = estimator.probabilities(gather(card.example, shape));
  return modelCardMarkdown(card, ranker);
}

void exportModel(const SlateTable& table, const ExportSource& source, const ExportRequest& request,
                 const std::vector<std::filesystem::path>& files, const Progress& progress,
                 const std::stop_token& stop) {
  const RankingModel ranker =
      rankingModelOf(source.weights, request.settings.valueWeights, request.settings.temperature);
  std::vector<std::string> contents = modelFiles(exportFormat(request.format), ranker);
  contents.push_back(cardOf(table, source, request, ranker, progress, stop));
  if (stop.stop_requested()) throw Cancelled();
  std::vector<FileContent> all;
  for (std::size_t i = 0; i < files.size(); ++i) all.push_back({files[i], std::move(contents[i])});
  writeFilesSafely(all);
}

void exportPredictions(const SlateTable& table, const ExportSource& source,
                       const ExportRequest& request, const Progress& progress,
                       const std::stop_token& stop) {
  std::vector<std::uint32_t> slates(table.slateCount());
  std::iota(slates.begin(), slates.end(), 0u);
  if (progress) progress(0, "Estimating");
  const Predictions predictions =
      Estimator::fromCheckpoint(source.weights).predict(table, slates, stop);
  exportPredictionsCsv(table, predictions, request.settings, request.file, progress, stop);
}

}  // namespace

ExportSource exportSource(const Workspace& workspace, const RunRecord& run,
                          const std::string& checkpoint) {
  ExportSource source;
  source.run = run;
  source.dataset = workspace.dataset(run.dataset);
  source.weights = loadWeights(workspace, run, checkpoint);
  source.supervised =
      workspace.loadCheckpoint(run.id, "supervised").value_or(std::vector<std::byte>());
  return source;
}

std::vector<std::filesystem::path> exportRun(const SlateTable& table, const ExportSource& source,
                                             const ExportRequest& request, const Progress& progress,
                                             std::stop_token stop) {
  const ExportFormat& format = exportFormat(request.format);
  std::vector<std::filesystem::path> files = exportedFiles(format, request.file);
  // Said before minutes of work rather than after them.
  for (const std::filesystem::path& file : files) requireWritable(file);
  if (format.isModel) {
    exportModel(table, source, request, files, progress, stop);
  } else {
    exportPredictions(table, source, request, progress, stop);
  }
  return files;
}

}  // namespace luce
