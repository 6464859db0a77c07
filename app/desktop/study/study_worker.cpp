#include "app/desktop/study/study_worker.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <QFileInfo>
#include <algorithm>
#include <exception>
#include <numeric>
#include <utility>

#include "app/desktop/study/log_places.h"
#include "app/desktop/study/run_loader.h"
#include "core/dataset/importers/import_log.h"
#include "core/estimator/blas_check.h"
#include "core/estimator/device.h"
#include "core/workspace/dataset_names.h"
#include "core/workspace/open_files.h"
#include "core/workspace/run_environment.h"
#include "core/workspace/run_start.h"
#include "core/workspace/writer_lock.h"

namespace luce::desktop {

namespace {

std::vector<std::filesystem::path> pathsOf(const QStringList& files) {
  std::vector<std::filesystem::path> paths;
  for (const QString& file : files) paths.emplace_back(file.toStdString());
  return paths;
}

std::vector<QString> detailsOf(const ImportError& error) {
  std::vector<QString> details;
  for (const ImportProblem& problem : error.problems()) {
    details.push_back(QString::fromStdString(problem.text()));
  }
  const auto more = error.total() - static_cast<std::int64_t>(error.problems().size());
  if (more > 0) details.push_back(StudyWorker::tr("… and %1 more").arg(more));
  return details;
}

}  // namespace

StudyWorker::StudyWorker() = default;

StudyWorker::~StudyWorker() {
  dropPrepared();
}

void StudyWorker::cancel() {
  const std::lock_guard lock(mutex_);
  stop_.request_stop();
}

void StudyWorker::quit() {
  quit_.request_stop();
  cancel();
}

void StudyWorker::renew() {
  const std::lock_guard lock(mutex_);
  stop_ = std::stop_source();
}

std::stop_token StudyWorker::stopToken() {
  const std::lock_guard lock(mutex_);
  return stop_.get_token();
}

void StudyWorker::perform(const QString& title, const std::function<void(std::stop_token)>& task) {
  const std::stop_token stop = stopToken();
  try {
    if (stop.stop_requested()) throw Cancelled();
    task(stop);
    Q_EMIT finished();
  } catch (const Cancelled&) {
    Q_EMIT cancelled();
  } catch (const ImportError& error) {
    Q_EMIT failed({title, QString::fromStdString(error.what()), detailsOf(error), error.problems(),
                   error.total()});
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
  // As whole path: it is remembered, and named in commands, beyond this program's own folder.
  view->file = QFileInfo(QString::fromStdString(workspace().file().string())).absoluteFilePath();
  view->whyReadOnly = QString::fromStdString(workspace().whyReadOnly());
  view->place = workspace().place();
  view->datasets = workspace().datasets();
  runList_.read(workspace(), *view);
  view->policies = workspace().policies();
  view->policiesPutAway = workspace().policiesPutAway();
  return view;
}

void StudyWorker::openWorkspace(const QString& file) {
  perform(tr("The workspace could not be opened"), [&](std::stop_token stop) {
    giveWayTo(file);
    Workspace opened = Workspace::open(file.toStdString(), Access::WriteIfFree);
    const std::vector<DatasetSummary> datasets = opened.datasets();
    std::shared_ptr<const DatasetView> dataset;
    std::exception_ptr unreadable;
    try {
      // First, so that whoever cancels it keeps all that was open.
      if (!datasets.empty()) dataset = read(opened, datasets.back().name, stop);
    } catch (const Cancelled&) {
      throw;
    } catch (const std::exception&) {
      unreadable = std::current_exception();
    }
    if (stop.stop_requested()) throw Cancelled();
    workspace_.emplace(std::move(opened));
    estimator_.reset();
    if (!dataset) Q_EMIT datasetClosed();
    Q_EMIT workspaceOpened(view());
    if (unreadable) std::rethrow_exception(unreadable);
    if (dataset) Q_EMIT datasetLoaded(dataset);
  });
}

void StudyWorker::giveWayTo(const QString& file) {
  if (!workspace_ || whyOutOfPlace(workspace_->place()).empty()) return;
  const std::filesystem::path path = canonicalFile(file.toStdString());
  const FilePlace open = workspace_->place();
  const FilePlace asked = placeOf(path, path, false);
  const bool moved = asked.device == open.device && asked.number == open.number;
  if (!moved && path != open.file) return;
  if (headOf(path) == FileHead::Workspace) workspace_.reset();
}

void StudyWorker::importLog(const LogImport& log) {
  perform(tr("The log could not be imported"), [&](std::stop_token stop) {
    const bool fresh = !workspace_;
    const QString file = fresh ? workspaceFor(log.files.front()) : QString();
    const bool existed = fresh && QFileInfo::exists(file);
    if (fresh) workspace_.emplace(Workspace::open(file.toStdString(), Access::WriteIfFree));
    bool told = false;
    try {
      const Imported imported = importInto(log, stop);
      told = true;
      Q_EMIT workspaceOpened(view());
      load(imported.dataset, imported.anew ? quit_.get_token() : stop);
      if (imported.anew && stop.stop_requested()) {
        Q_EMIT advised(tr("The log was imported before the import could be cancelled."));
      }
    } catch (const Error&) {
      if (fresh && !told) {
        if (!existed) Workspace::discardIfEmpty(std::move(*workspace_));
        workspace_.reset();
      }
      throw;
    }
  });
}

StudyWorker::Imported StudyWorker::importInto(const LogImport& log, const std::stop_token& stop) {
  const QString source = sourceOf(log.files);
  if (log.takesEarlier) {
    for (const DatasetSummary& dataset : workspace().datasets()) {
      if (dataset.source == source.toStdString()) return {QString::fromStdString(dataset.name)};
    }
  }
  ImportRequest request;
  request.files = pathsOf(log.files);
  request.mapping = log.mapping;
  request.leaveOutFaulty = log.leaveOutFaulty;
  const Importer& importer = chooseImporter(log.format, request.files);
  const QString wanted =
      log.name.isEmpty() ? QFileInfo(log.files.front()).completeBaseName() : log.name;
  const std::string name =
      freeDatasetName(workspace(), wanted.isEmpty() ? "log" : wanted.toStdString());
  const auto writer = workspace().createDataset(name, source.toStdString());
  const ImportOutcome outcome = luce::importLog(importer, request, *writer, progress(), stop);
  writer->describeImport(importDocument(importer, request, outcome));
  if (stop.stop_requested()) throw Cancelled();
  writer->commit();
  Q_EMIT imported(log, outcome);
  return {QString::fromStdString(name), true};
}

std::shared_ptr<const DatasetView> StudyWorker::read(const Workspace& workspace,
                                                     const std::string& dataset,
                                                     std::stop_token stop) {
  auto view = std::make_shared<DatasetView>();
  view->summary = workspace.dataset(dataset);
  view->table = std::make_shared<const SlateTable>(
      workspace.loadDataset(dataset, progress(), std::move(stop)));
  return view;
}

void StudyWorker::load(const QString& name, std::stop_token stop) {
  const auto view = read(workspace(), name.toStdString(), std::move(stop));
  estimator_.reset();
  Q_EMIT datasetLoaded(view);
}

void StudyWorker::loadDataset(const QString& name) {
  perform(tr("The dataset could not be read"),
          [&](std::stop_token stop) { load(name, std::move(stop)); });
}

void StudyWorker::openRun(const QString& name, std::shared_ptr<const SlateTable> table) {
  perform(tr("The run could not be opened"), [&](std::stop_token stop) {
    LoadedRun run = loadRun(workspace(), name.toStdString(), *table, progress(), std::move(stop));
    estimator_.emplace(std::move(run.estimator));
    Q_EMIT runOpened(std::make_shared<const RunView>(std::move(run.view)));
  });
}

void StudyWorker::predictSlates(std::shared_ptr<const SlateTable> table,
                                const std::vector<std::uint32_t>& slates) {
  if (!estimator_) return;
  try {
    Q_EMIT slatesPredicted(
        std::make_shared<const Predictions>(estimator_->predict(*table, slates)));
  } catch (const std::exception& error) {
    Q_EMIT slateRefused(QString::fromStdString(error.what()));
  }
}

void StudyWorker::predictEdited(std::shared_ptr<const SlateTable> source, int question,
                                const std::vector<EditableSlate>& slates) {
  try {
    if (!estimator_) throw Error("No run is open.");
    std::vector<Predictions> predictions;
    for (const EditableSlate& slate : slates) {
      const std::vector<std::uint32_t> only{0};
      predictions.push_back(estimator_->predict(asTable(*source, slate), only));
    }
    Q_EMIT editedPredicted(
        question, std::make_shared<const std::vector<Predictions>>(std::move(predictions)));
  } catch (const std::exception& error) {
    Q_EMIT editedRefused(question, QString::fromStdString(error.what()));
  }
}

void StudyWorker::exportRun(const QString& run, std::shared_ptr<const SlateTable> table,
                            const ExportRequest& request) {
  perform(tr("The run could not be exported"), [&](std::stop_token stop) {
    const ExportSource source =
        exportSource(workspace(), workspace().run(run.toStdString()), request.checkpoint);
    QStringList files;
    for (const std::filesystem::path& file :
         luce::exportRun(*table, source, request, progress(), std::move(stop))) {
      files.append(QString::fromStdString(file.string()));
    }
    Q_EMIT exported(files);
  });
}

void StudyWorker::checkLinearAlgebra() {
  const BlasCheck blas = checkBlas();
  if (blas.fast) return;
  spdlog::warn("{} ({:.0f} GFLOP/s measured)", blas.advice, blas.gigaflops);
  Q_EMIT advised(QString::fromStdString(blas.advice));
}

void StudyWorker::findDevice(const QString& wanted) {
  if (!std::exchange(devicesListed_, true)) Q_EMIT devicesListed(devices());
  try {
    Q_EMIT deviceFound(QString::fromStdString(resolveDevice(wanted.toStdString())), {});
  } catch (const std::exception& error) {
    Q_EMIT deviceFound({}, QString::fromStdString(error.what()));
  }
}

void StudyWorker::prepareRun(const QString& name, const DatasetView& dataset,
                             const Experiment& experiment) {
  perform(tr("Training could not start"), [&](std::stop_token) {
    try {
      PreparedRun prepared{name, experiment, loadStart(workspace(), experiment), nullptr};
      requireStart(*dataset.table, experiment, prepared.start.get());
      const int threads = useThreads(experiment.threads);
      prepared.recorder = std::make_unique<RunRecorder>(
          workspace().file(), name.toStdString(), dataset.summary.name, experiment,
          environmentJson(resolveDevice(experiment.device), threads, {{"qt", qVersion()}}));
      const std::lock_guard lock(mutex_);
      prepared_ = std::move(prepared);
    } catch (const std::exception& error) {
      Q_EMIT runRefused(name, QString::fromStdString(error.what()));
      return;
    }
    Q_EMIT runPrepared(name);
    Q_EMIT workspaceChanged(view());
  });
}

std::optional<PreparedRun> StudyWorker::takePrepared() {
  const std::lock_guard lock(mutex_);
  return std::exchange(prepared_, std::nullopt);
}

void StudyWorker::dropPrepared() {
  std::optional<PreparedRun> prepared = takePrepared();
  if (!prepared) return;
  prepared->recorder.reset();
  try {
    workspace().removeRun(prepared->name.toStdString());
  } catch (const std::exception& error) {
    // It stays as a run that its program did not end, as after a crash.
    spdlog::warn("{}", error.what());
  }
}

void StudyWorker::refresh() {
  perform(tr("The workspace could not be read"),
          [&](std::stop_token) { Q_EMIT workspaceChanged(view()); });
}

void StudyWorker::moveTo(const QString& file) {
  perform(tr("The workspace could not be saved"), [&](std::stop_token) {
    workspace().copyTo(file.toStdString());
    // Opened before the other one is closed: what that holds may be nowhere else.
    Workspace copy = Workspace::open(file.toStdString(), Access::WriteIfFree);
    workspace_.emplace(std::move(copy));
    Q_EMIT moved(view());
  });
}

}  // namespace luce::desktop
