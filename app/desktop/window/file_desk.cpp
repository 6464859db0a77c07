#include "app/desktop/window/file_desk.h"

#include <QMimeData>

#include "app/desktop/export/export_dialog.h"
#include "app/desktop/file_question.h"
#include "app/desktop/recent_files.h"
#include "app/desktop/sample_log.h"
#include "app/desktop/study/files_to_open.h"
#include "core/common/error.h"

namespace luce::desktop {

FileDesk::FileDesk(Study& study, LogOpener& opener, WindowActions& actions, StartPage& start,
                   QWidget& window)
    : QObject(&window),
      study_(study),
      opener_(opener),
      actions_(actions),
      start_(start),
      window_(window) {
  connect(actions.open, &QAction::triggered, this, &FileDesk::chooseFiles);
  connect(actions.openFolder, &QAction::triggered, this, &FileDesk::chooseFolder);
  connect(actions.openSample, &QAction::triggered, this, &FileDesk::openSample);
  connect(actions.exportRun, &QAction::triggered, this, &FileDesk::exportRun);
  connect(actions.openExperiment, &QAction::triggered, this, &FileDesk::chooseExperiment);
  connect(actions.saveExperiment, &QAction::triggered, this, &FileDesk::saveExperiment);
  connect(&start, &StartPage::sampleAsked, this, &FileDesk::openSample);
  connect(&start, &StartPage::openAsked, this, &FileDesk::chooseFiles);
  connect(&start, &StartPage::folderAsked, this, &FileDesk::chooseFolder);
  connect(&start, &StartPage::fileAsked, this, [this](const QString& file) { openFiles({file}); });
  connect(&study, &Study::fileOpened, this, [this](const QString& file) {
    rememberFile(file);
    showRecentFiles();
  });
}

void FileDesk::openFiles(const QStringList& files) {
  Q_EMIT opening();
  const FilesToOpen sorted = sortFiles(files);
  if (sorted.logs.isEmpty() || !sorted.workspaces.isEmpty()) {
    study_.openFiles(files);
  } else if (!opener_.looking()) {
    opener_.open(sorted.logs, sorted.experiment);
  }
}

void FileDesk::openSample() {
  Q_EMIT opening();
  try {
    study_.openFiles({sampleLog()}, sampleExperiment());
  } catch (const Error& error) {
    Q_EMIT failed({tr("The sample log could not be opened"), error.what(), {}});
  }
}

void FileDesk::chooseFiles() {
  const QStringList files = askForFiles(
      &window_, {.what = FileQuestion::For::Files,
                 .title = tr("Open a log or a workspace"),
                 .filters = {tr("Logs and workspaces (*.csv *.tsv *.txt *.gz *.zst *.xz "
                                "*.bz2 *.zip *.tar *.luce *.json)"),
                             tr("All files (*)")}});
  if (!files.isEmpty()) openFiles(files);
}

void FileDesk::chooseFolder() {
  const QString folder = askForFile(
      &window_,
      {.what = FileQuestion::For::Folder, .title = tr("Open a folder with the files of one log")});
  if (!folder.isEmpty()) openFiles({folder});
}

void FileDesk::chooseExperiment() {
  const QString file = askForFile(
      &window_, {.title = tr("Open an experiment"), .filters = {tr("Experiments (*.json)")}});
  if (!file.isEmpty()) study_.loadExperiment(file);
}

void FileDesk::saveExperiment() {
  const QString file = askForFile(&window_, {.what = FileQuestion::For::Saving,
                                             .title = tr("Save the experiment"),
                                             .place = "experiment.json",
                                             .filters = {tr("Experiments (*.json)")}});
  if (!file.isEmpty()) study_.saveExperiment(file);
}

void FileDesk::exportRun() {
  if (study_.run() == nullptr) return;
  ExportDialog dialog(QString::fromStdString(study_.run()->record.name), &window_);
  if (dialog.exec() == QDialog::Accepted) study_.exportRun(dialog.request());
}

void FileDesk::take(QDropEvent& event) {
  QStringList files;
  for (const QUrl& url : event.mimeData()->urls()) {
    if (url.isLocalFile()) files.append(url.toLocalFile());
  }
  event.acceptProposedAction();
  // After the drop has ended, so that the other program is not kept waiting by
  // a message box.
  QMetaObject::invokeMethod(
      this, [this, files] { openFiles(files); }, Qt::QueuedConnection);
}

void FileDesk::showRecentFiles() {
  const QStringList files = recentFiles();
  actions_.recent->clear();
  for (const QString& file : files) {
    actions_.recent->addAction(file, this, [this, file] { openFiles({file}); });
  }
  actions_.recent->setEnabled(!files.isEmpty());
  start_.setRecentFiles(files);
}

}  // namespace luce::desktop
