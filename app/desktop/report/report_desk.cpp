#include "app/desktop/report/report_desk.h"

#include <QDir>
#include <QFileInfo>
#include <QMenu>
#include <algorithm>

#include "app/desktop/file_question.h"
#include "app/desktop/kept_settings.h"

namespace luce::desktop {

namespace {

constexpr const char* kFolderKey = "report/folder";
constexpr int kPatience = 400;  // ms before progress is shown
constexpr int kWhole = 1000;    // of the progress bar

QDir lastFolder() {
  return QDir(KeptSettings().value(kFolderKey, QDir::homePath()).toString());
}

}  // namespace

ReportDesk::ReportDesk(Study& study, RunPanel& runs, QMenu& menu, QAction& previous,
                       QWidget& window)
    : QObject(&window), study_(study), panel_(runs), window_(window) {
  report_ =
      newAction(tr("&Write a report…"),
                tr("One page, as HTML or PDF, that tells all of the selected runs, or else of the "
                   "opened one: experiment, data, charts, estimates, warnings, provenance."));
  events_ =
      newAction(tr("Write events for TensorBo&ard…"),
                tr("All metrics of the selected runs, or else of the opened one, their weights and "
                   "experiments, for tensorboard --logdir."));
  const QList<QAction*> actions = menu.actions();
  menu.insertActions(actions.value(actions.indexOf(&previous) + 1), {report_, events_});
  connect(report_, &QAction::triggered, this, &ReportDesk::askForReport);
  connect(events_, &QAction::triggered, this, &ReportDesk::askForEvents);
  connect(&study_, &Study::runChanged, this, &ReportDesk::updateActions);
  connect(&study_, &Study::workspaceChanged, this, &ReportDesk::updateActions);
  connect(runs.table().selectionModel(), &QItemSelectionModel::selectionChanged, this,
          &ReportDesk::updateActions);
  connect(&worker_, &ReportWorker::progressed, this, [this](double fraction, const QString& stage) {
    if (progress_ == nullptr) return;
    progress_->setLabelText(stage);
    progress_->setValue(std::min(kWhole - 1, static_cast<int>(fraction * kWhole)));
  });
  connect(&worker_, &ReportWorker::written, this, [this](const QString& out) {
    end();
    Q_EMIT told(tr("Wrote %1").arg(out));
  });
  connect(&worker_, &ReportWorker::cancelled, this, [this] {
    end();
    Q_EMIT told(tr("Nothing was written."));
  });
  connect(&worker_, &ReportWorker::refused, this, [this](const QString& reason) {
    end();
    Q_EMIT failed({tr("The report could not be written"), reason, {}});
  });
  updateActions();
}

QAction* ReportDesk::newAction(const QString& text, const QString& help) {
  auto* action = new QAction(text, this);
  action->setWhatsThis(help);
  action->setStatusTip(help);
  action->setToolTip(help);
  panel_.addToMenu(action);
  return action;
}

QStringList ReportDesk::runs() const {
  QStringList names;
  RunTableModel& model = panel_.model();
  for (const std::int64_t run : panel_.selected()) {
    const int row = model.rowOf(run);
    if (!model.isPutAway(row)) names << QString::fromStdString(model.entry(row).record.name);
  }
  if (names.isEmpty() && study_.run() != nullptr) {
    names << QString::fromStdString(study_.run()->record.name);
  }
  return names;
}

void ReportDesk::updateActions() {
  const bool any = !worker_.busy() && !runs().isEmpty();
  report_->setEnabled(any);
  events_->setEnabled(any);
}

void ReportDesk::askForReport() {
  const QStringList names = runs();
  if (names.isEmpty()) return;
  QString suggestion = names.size() == 1 ? names.front() : tr("comparison");
  for (QChar& letter : suggestion) {
    if (!letter.isLetterOrNumber()) letter = '_';
  }
  const QString file =
      askForFile(&window_, {.what = FileQuestion::For::Saving,
                            .title = tr("Write a report"),
                            .place = lastFolder().filePath(suggestion),
                            .filters = {tr("Web page (*.html)"), tr("PDF (*.pdf)")}});
  if (file.isEmpty()) return;
  const bool asPdf = file.endsWith(".pdf", Qt::CaseInsensitive);
  write(asPdf ? ReportOrder::Kind::Pdf : ReportOrder::Kind::Html, file);
}

void ReportDesk::askForEvents() {
  const QString folder = askForFile(&window_, {.what = FileQuestion::For::Folder,
                                               .title = tr("Folder for the events"),
                                               .place = lastFolder().path()});
  if (!folder.isEmpty()) write(ReportOrder::Kind::TensorBoard, folder);
}

void ReportDesk::write(ReportOrder::Kind kind, const QString& out) {
  if (worker_.busy() || study_.workspace() == nullptr) return;
  KeptSettings().setValue(kFolderKey, QFileInfo(out).absolutePath());
  const bool events = kind == ReportOrder::Kind::TensorBoard;
  showProgress(events ? tr("Writing events") : tr("Writing a report"));
  worker_.write({kind, study_.workspace()->file, runs(), out});
  updateActions();
}

void ReportDesk::showProgress(const QString& what) {
  progress_ = new QProgressDialog(what, tr("Cancel"), 0, kWhole, &window_);
  progress_->setWindowTitle(what);
  progress_->setAccessibleName(what);
  progress_->setWhatsThis(tr("The window can be used meanwhile."));
  progress_->setMinimumDuration(kPatience);
  progress_->setAutoClose(false);
  progress_->setAutoReset(false);
  connect(progress_, &QProgressDialog::canceled, &worker_, &ReportWorker::cancel);
}

void ReportDesk::end() {
  if (progress_ != nullptr) progress_->deleteLater();
  progress_ = nullptr;
  updateActions();
}

}  // namespace luce::desktop
