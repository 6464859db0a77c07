#include "app/desktop/opening/log_opener.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <utility>

#include "app/desktop/opening/inspection_words.h"
#include "app/desktop/opening/remembered_mappings.h"
#include "app/desktop/study/log_places.h"
#include "app/desktop/study/post.h"

namespace luce::desktop {

namespace {

std::vector<std::string> ownHeaderOf(const LogInspection& log) {
  const auto& header = log.columns.header;
  return {header.begin(), header.begin() + static_cast<std::ptrdiff_t>(log.ownColumns)};
}

}  // namespace

LogOpener::LogOpener(Study& study, QWidget* window)
    : QObject(window), study_(study), window_(window) {
  connect(&worker_, &InspectionWorker::inspected, this,
          [this](int number, const OpenLogDialog::Log& log) {
            if (number == request_ && looking()) takeLook(log);
          });
  connect(&worker_, &InspectionWorker::refused, this,
          [this](int number, const InspectionRefusal& refusal) {
            if (number != request_ || !looking()) return;
            const bool remembered = stage_ == Stage::Remembered;
            setStage(Stage::Idle);
            if (remembered) {
              showDialog(guess_, nullptr);
              return;
            }
            import_.reset();
            Q_EMIT failed({tr("The log could not be opened"),
                           refusal.text,
                           {},
                           refusal.problems,
                           refusal.problemCount});
          });
  connect(&study_, &Study::imported, this,
          [this](const LogImport&, const ImportOutcome& outcome) { takeOutcome(outcome); });
  connect(&study_, &Study::busyChanged, this, [this] {
    if (study_.busy() || !importing_) return;
    // A failure is told after this; where none comes the import was cancelled.
    post(this, [this] {
      if (std::exchange(importing_, false)) goBack();
    });
  });
  connect(&study_, &Study::failed, this, [this] { importing_ = false; });
}

void LogOpener::setStage(Stage stage) {
  stage_ = stage;
  Q_EMIT lookingChanged();
}

void LogOpener::open(const QStringList& logs, const QString& experiment) {
  if (logs.isEmpty() || !study_.mayOpen()) return;
  delete dialog_;
  files_ = logs;
  experiment_ = experiment;
  request_ = worker_.request(files_, "auto", {});
  setStage(Stage::First);
}

void LogOpener::cancel() {
  if (!looking()) return;
  worker_.cancel();
  setStage(Stage::Idle);
}

void LogOpener::takeLook(const OpenLogDialog::Log& log) {
  if (!log->isFlat) {
    setStage(Stage::Idle);
    import({.files = files_});
    return;
  }
  if (stage_ == Stage::Remembered) {
    setStage(Stage::Idle);
    showDialog(guess_, log);
    return;
  }
  guess_ = log;
  if (const auto remembered = rememberedMapping(ownHeaderOf(*log))) {
    setStage(Stage::Remembered);
    request_ = worker_.request(files_, log->format, *remembered);
    return;
  }
  setStage(Stage::Idle);
  showDialog(log, nullptr);
}

QStringList LogOpener::takenNames() const {
  QStringList names;
  if (study_.workspace() == nullptr) return names;
  for (const DatasetSummary& dataset : study_.workspace()->datasets) {
    names.append(QString::fromStdString(dataset.name));
  }
  return names;
}

void LogOpener::showDialog(OpenLogDialog::Log guess, OpenLogDialog::Log remembered) {
  dialog_ = new OpenLogDialog(worker_, files_, std::move(guess), std::move(remembered),
                              takenNames(), window_);
  offerEarlier();
  connect(dialog_, &OpenLogDialog::importAsked, this, &LogOpener::import);
  connect(dialog_, &QDialog::rejected, dialog_, &QObject::deleteLater);
  dialog_->open();
}

void LogOpener::offerEarlier() {
  if (study_.workspace() == nullptr) {
    const QString file = workspaceFor(files_.front());
    if (!QFileInfo::exists(file)) return;
    dialog_->offerEarlier(
        tr("A log of this name was opened before. <a href='open'>Open its workspace</a> with all "
           "runs, or import the log anew."));
    connect(dialog_, &OpenLogDialog::earlierAsked, this, [this, file] {
      dialog_->reject();
      study_.openFiles({file}, experiment_);
    });
    return;
  }
  const std::string source = sourceOf(files_).toStdString();
  for (const DatasetSummary& dataset : study_.workspace()->datasets) {
    if (dataset.source != source) continue;
    const QString name = QString::fromStdString(dataset.name);
    dialog_->offerEarlier(
        tr("This log is in the workspace already: <a href='open'>open the dataset %1</a>, or "
           "import it anew.")
            .arg(name.toHtmlEscaped()));
    connect(dialog_, &OpenLogDialog::earlierAsked, this, [this, name] {
      dialog_->reject();
      study_.openDataset(name);
    });
    return;
  }
}

void LogOpener::import(const LogImport& log) {
  if (dialog_) dialog_->hide();
  import_ = log;
  importing_ = true;
  study_.importLog(log, experiment_);
  if (!study_.busy() && std::exchange(importing_, false)) goBack();
}

void LogOpener::takeOutcome(const ImportOutcome& outcome) {
  if (!std::exchange(importing_, false)) return;
  if (dialog_) {
    const std::vector<std::string> header = dialog_->ownHeader();
    if (!header.empty()) rememberMapping(header, outcome.mapping);
    dialog_->deleteLater();
    dialog_.clear();
  }
  if (outcome.faultyLines == 0) return;
  Q_EMIT leftOut(
      tr("Left out: %1")
          .arg(countOf(outcome.slatesLeftOut, QT_TRANSLATE_NOOP("luce::desktop", "slate"),
                       QT_TRANSLATE_NOOP("luce::desktop", "slates"))),
      tr("Of %1, %2 faulty; the slate of a faulty line is left out as a whole. Everything else was "
         "imported.")
          .arg(countOf(outcome.lines, QT_TRANSLATE_NOOP("luce::desktop", "line"),
                       QT_TRANSLATE_NOOP("luce::desktop", "lines")),
               outcome.faultyLines == 1 ? tr("1 was") : tr("%L1 were").arg(outcome.faultyLines)));
}

void LogOpener::goBack() {
  if (dialog_ && !importing_) dialog_->open();
}

void LogOpener::showProblems(const Failure& failure) {
  const bool canLeaveOut = import_.has_value() && !import_->leaveOutFaulty;
  problemDialog_ = new ProblemDialog(failure, dialog_ != nullptr, canLeaveOut, window_);
  problemDialog_->setAttribute(Qt::WA_DeleteOnClose);
  connect(problemDialog_, &ProblemDialog::changeAsked, this, &LogOpener::goBack);
  connect(problemDialog_, &ProblemDialog::leaveOutAsked, this, [this] {
    LogImport again = *import_;
    again.leaveOutFaulty = true;
    import(again);
  });
  connect(problemDialog_, &QDialog::rejected, this, [this] {
    if (dialog_) dialog_->deleteLater();
  });
  problemDialog_->open();
}

}  // namespace luce::desktop
