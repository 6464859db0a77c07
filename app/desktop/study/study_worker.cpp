#include "app/desktop/study/study_worker.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <algorithm>
#include <numeric>

#include "app/desktop/study/run_history.h"
#include "core/dataset/importers/importer.h"
#include "core/estimator/device.h"
#include "core/export/predictions_csv.h"
#include "core/export/torchscript.h"

namespace luce::desktop {

namespace {

/// So many candidates of a run are estimated when it is opened: enough for every chart, and quick.
constexpr std::int64_t kCandidateLimit = 200'000;

std::vector<std::filesystem::path> pathsOf(const QStringList& files) {
  std::vector<std::filesystem::path> paths;
  for (const QString& file : files) paths.emplace_back(file.toStdString());
  return paths;
}

QString workspaceFor(const QString& log) {
  const QDir folder(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
  folder.mkpath(".");
  return folder.filePath(QFileInfo(log).completeBaseName() + ".luce");
}

/// Names the file as it is now, so that opening the same file again finds what was imported.
QString sourceOf(const QStringList& files) {
  const QFileInfo first(files.front());
  QString source = first.canonicalFilePath();
  if (first.isFile()) {
    source +=
        QString(", %1 bytes, %2").arg(first.size()).arg(first.lastModified().toString(Qt::ISODate));
  }
  if (files.size() > 1) source += QString(" and %1 more").arg(files.size() - 1);
  return source;
}

std::string freeDatasetName(const Workspace& workspace, const QString& stem) {
  const std::vector<DatasetSummary> datasets = workspace.datasets();
  const auto taken = [&](const std::string& name) {
    return std::any_of(datasets.begin(), datasets.end(),
                       [&](const DatasetSummary& dataset) { return dataset.name == name; });
  };
  const std::string base = stem.isEmpty() ? "log" : stem.toStdString();
  std::string name = base;
  for (int number = 2; taken(name); ++number) name = fmt::format("{} {}", base, number);
  return name;
}

std::vector<std::uint32_t> thin(const SlateTable& table, const std::vector<std::uint32_t>& slates) {
  std::int64_t candidates = 0;
  for (const std::uint32_t slate : slates) candidates += table.candidates(slate).count;
  const auto stride =
      static_cast<std::size_t>(std::max<std::int64_t>(1, candidates / kCandidateLimit));
  std::vector<std::uint32_t> chosen;
  for (std::size_t i = 0; i < slates.size(); i += stride) chosen.push_back(slates[i]);
  return chosen;
}

std::vector<QString> detailsOf(const ImportError& error) {
  std::vector<QString> details;
  for (const ImportProblem& problem : error.problems()) {
    details.push_back(QString::fromStdString(problem.text()));
  }
  const auto more = error.total() - static_cast<std::int64_t>(error.problems().size());
  if (more > 0) details.push_back(QString("… and %1 more").arg(more));
  return details;
}

}  // namespace

StudyWorker::StudyWorker() = default;
StudyWorker::~StudyWorker() = default;

void StudyWorker::cancel() {
  const std::lock_guard lock(mutex_);
  stop_.request_stop();
}

void StudyWorker::perform(const QString& title, const std::function<void(std::stop_token)>& task) {
  std::stop_token stop;
  {
    const std::lock_guard lock(mutex_);
    stop_ = std::stop_source();
    stop = stop_.get_token();
  }
  try {
    task(stop);
    Q_EMIT finished();
  } catch (const Cancelled&) {
    Q_EMIT cancelled();
  } catch (const ImportError& error) {
    Q_EMIT failed({title, QString::fromStdString(error.what()), detailsOf(error)});
  } catch (const std::exception& error) {
    Q_EMIT failed({title, QString::fromStdString(error.what()), {}});
  }
}

Progress StudyWorker::progress() {
  return [this](double fraction, std::string_view stage) {
    Q_EMIT progressed(fraction, QString::fromUtf8(stage.data(), static_cast<int>(stage.size())));
  };
}

Workspace& StudyWorker::workspace() {
  if (!workspace_) throw Error("No workspace is open.");
  return *workspace_;
}

std::shared_ptr<const WorkspaceView> StudyWorker::view() {
  auto view = std::make_shared<WorkspaceView>();
  view->file = QString::fromStdString(workspace().file().string());
  view->datasets = workspace().datasets();
  for (RunRecord& record : workspace().runs()) {
    RunEntry entry;
    entry.scheme = QString::fromStdString(experimentFromJson(record.experiment).objective.scheme);
    const auto points = heldOutHistory(workspace().metrics(record.id));
    entry.heldOut = keptEstimate(points, keptStep(workspace().checkpoints(record.id)));
    entry.record = std::move(record);
    view->runs.push_back(std::move(entry));
  }
  return view;
}

void StudyWorker::openWorkspace(const QString& file) {
  perform("The workspace could not be opened", [&](std::stop_token stop) {
    Workspace opened = Workspace::open(file.toStdString());
    workspace_.emplace(std::move(opened));
    estimator_.reset();
    const auto now = view();
    Q_EMIT workspaceOpened(now);
    if (!now->datasets.empty()) {
      load(QString::fromStdString(now->datasets.back().name), std::move(stop));
    }
  });
}

void StudyWorker::importFiles(const QStringList& files) {
  perform("The log could not be imported", [&](std::stop_token stop) {
    const bool fresh = !workspace_;
    const QString file = fresh ? workspaceFor(files.front()) : QString();
    const bool existed = fresh && QFileInfo::exists(file);
    if (fresh) workspace_.emplace(Workspace::open(file.toStdString()));
    try {
      const QString dataset = importInto(files, stop);
      Q_EMIT workspaceOpened(view());
      load(dataset, stop);
    } catch (const Error&) {
      if (fresh) {
        workspace_.reset();
        if (!existed) QFile::remove(file);
      }
      throw;
    }
  });
}

QString StudyWorker::importInto(const QStringList& files, std::stop_token stop) {
  const QString source = sourceOf(files);
  for (const DatasetSummary& dataset : workspace().datasets()) {
    if (dataset.source == source.toStdString()) return QString::fromStdString(dataset.name);
  }
  ImportRequest request;
  request.files = pathsOf(files);
  const Importer& importer = chooseImporter("auto", request.files);
  const std::string name =
      freeDatasetName(workspace(), QFileInfo(files.front()).completeBaseName());
  const auto writer = workspace().createDataset(name, source.toStdString());
  importer.import(request, *writer, progress(), std::move(stop));
  writer->commit();
  return QString::fromStdString(name);
}

void StudyWorker::load(const QString& name, std::stop_token stop) {
  auto view = std::make_shared<DatasetView>();
  view->summary = workspace().dataset(name.toStdString());
  view->table = std::make_shared<const SlateTable>(
      workspace().loadDataset(name.toStdString(), progress(), std::move(stop)));
  estimator_.reset();
  Q_EMIT datasetLoaded(view);
}

void StudyWorker::loadDataset(const QString& name) {
  perform("The dataset could not be read",
          [&](std::stop_token stop) { load(name, std::move(stop)); });
}

Estimator StudyWorker::loadEstimator(const QString& run) {
  const RunRecord record = workspace().run(run.toStdString());
  for (const char* role : {"result", "best", "supervised"}) {
    if (const auto checkpoint = workspace().loadCheckpoint(record.id, role)) {
      return Estimator::fromCheckpoint(*checkpoint);
    }
  }
  throw Error("The run \"" + record.name + "\" has no weights: it ended before its first step.");
}

void StudyWorker::openRun(const QString& name, std::shared_ptr<const SlateTable> table) {
  perform("The run could not be opened", [&](std::stop_token stop) {
    auto run = std::make_shared<RunView>();
    run->record = workspace().run(name.toStdString());
    run->experiment = experimentFromJson(run->record.experiment);
    const std::vector<MetricPoint> metrics = workspace().metrics(run->record.id);
    run->heldOut = heldOutHistory(metrics);
    run->losses = lossHistory(metrics);
    run->keptStep = keptStep(workspace().checkpoints(run->record.id));
    estimator_.emplace(loadEstimator(name));
    const Split split = splitSlates(*table, run->experiment.split);
    run->slates = thin(*table, split.validation);
    run->predictions =
        std::make_shared<const Predictions>(estimator_->predict(*table, run->slates, stop));
    Q_EMIT runOpened(run);
  });
}

void StudyWorker::removeRun(const QString& name) {
  perform("The run could not be removed", [&](std::stop_token) {
    workspace().removeRun(name.toStdString());
    Q_EMIT workspaceChanged(view());
  });
}

void StudyWorker::predictSlate(std::shared_ptr<const SlateTable> table, std::uint32_t slate) {
  perform("The slate could not be estimated", [&](std::stop_token stop) {
    if (!estimator_) return;
    const std::vector<std::uint32_t> slates{slate};
    Q_EMIT slatePredicted(
        std::make_shared<const Predictions>(estimator_->predict(*table, slates, std::move(stop))));
  });
}

void StudyWorker::exportModel(const QString& run, const QString& file, TaskWeights weights) {
  perform("The model could not be exported", [&](std::stop_token) {
    exportTorchScript(loadEstimator(run), weights, file.toStdString());
    Q_EMIT exported(file);
  });
}

void StudyWorker::exportPredictions(const QString& run, const QString& file,
                                    std::shared_ptr<const SlateTable> table,
                                    PolicySettings settings) {
  perform("The predictions could not be exported", [&](std::stop_token stop) {
    std::vector<std::uint32_t> slates(table->slateCount());
    std::iota(slates.begin(), slates.end(), 0u);
    progress()(0, "Estimating");
    const Predictions predictions = loadEstimator(run).predict(*table, slates, stop);
    exportPredictionsCsv(*table, predictions, settings, file.toStdString(), progress(), stop);
    Q_EMIT exported(file);
  });
}

void StudyWorker::prepareRun(const QString& name, const QString& dataset, Experiment experiment) {
  perform("Training could not start", [&](std::stop_token) {
    const int threads = useThreads(experiment.threads);
    const BlasCheck blas = checkBlas();
    if (!blas.fast) spdlog::warn("{} ({:.0f} GFLOP/s measured)", blas.advice, blas.gigaflops);
    auto recorder = std::make_unique<RunRecorder>(
        workspace().file(), name.toStdString(), dataset.toStdString(), experiment,
        environmentJson(resolveDevice(experiment.device), threads));
    {
      const std::lock_guard lock(mutex_);
      recorder_ = std::move(recorder);
    }
    Q_EMIT runPrepared(name);
    Q_EMIT workspaceChanged(view());
  });
}

std::unique_ptr<RunRecorder> StudyWorker::takeRecorder() {
  const std::lock_guard lock(mutex_);
  return std::move(recorder_);
}

void StudyWorker::refresh() {
  perform("The workspace could not be read",
          [&](std::stop_token) { Q_EMIT workspaceChanged(view()); });
}

}  // namespace luce::desktop
