#include "app/desktop/command/command_desk.h"

#include <QApplication>
#include <QClipboard>

#include "app/desktop/command/command_text.h"
#include "core/common/error.h"

namespace luce::desktop {

CommandDesk::CommandDesk(Study& study, RunPanel& runs, EvaluationPage& evaluation,
                         QLineEdit& runName, QMenu& menu)
    : QObject(&menu), study_(study), panel_(runs), evaluation_(evaluation), runName_(runName) {
  train_ =
      add(tr("Copy the co&mmand that trains this"),
          tr("luce-cli train with the experiment as it is now. It gives the same numbers on the "
             "same device with the same number of threads."));
  evaluate_ =
      add(tr("Copy the command that &judges the run"),
          tr("luce-cli evaluate of the opened run, with the value weights, slates, rows and "
             "comparison as they are now."));
  ofRun_ =
      add(tr("Copy the commands of the r&un"),
          tr("luce-cli train and evaluate with the run's own experiment, under another name."));
  menu.addSeparator();
  menu.addAction(train_);
  menu.addAction(evaluate_);
  runs.addToMenu(ofRun_);
  connect(train_, &QAction::triggered, this, [this] { copy(trainText(), true); });
  connect(evaluate_, &QAction::triggered, this, [this] { copy(evaluateText(), false); });
  connect(ofRun_, &QAction::triggered, this, [this] {
    const RunRecord* run = selectedRun();
    if (run == nullptr) return;
    try {
      copy(runText(*run), true);
    } catch (const Error& error) {
      // The experiment of another Luce.
      Q_EMIT told(QString::fromStdString(error.what()));
    }
  });
  connect(&study_, &Study::datasetChanged, this, &CommandDesk::updateActions);
  connect(&study_, &Study::runChanged, this, &CommandDesk::updateActions);
  connect(&study_, &Study::workspaceChanged, this, &CommandDesk::updateActions);
  connect(runs.table().selectionModel(), &QItemSelectionModel::selectionChanged, this,
          &CommandDesk::updateActions);
  updateActions();
}

QAction* CommandDesk::add(const QString& text, const QString& help) {
  auto* action = new QAction(text, this);
  action->setWhatsThis(help);
  action->setStatusTip(help);
  action->setToolTip(help);
  return action;
}

const RunRecord* CommandDesk::selectedRun() const {
  const std::vector<std::int64_t> runs = panel_.selected();
  if (runs.size() != 1) return nullptr;
  return &panel_.model().entry(panel_.model().rowOf(runs.front())).record;
}

void CommandDesk::updateActions() {
  train_->setEnabled(study_.dataset() != nullptr);
  evaluate_->setEnabled(study_.dataset() != nullptr && study_.run() != nullptr);
  ofRun_->setEnabled(selectedRun() != nullptr);
}

QString CommandDesk::trainText() const {
  const QString typed = runName_.text().trimmed();
  return trainCommand(study_.workspace()->file, study_.dataset()->summary.name,
                      typed.isEmpty() ? study_.suggestedRunName() : typed, study_.experiment());
}

QString CommandDesk::evaluateText() const {
  JudgedPolicy policy;
  policy.workspace = study_.workspace()->file;
  policy.dataset = study_.dataset()->summary.name;
  policy.run = QString::fromStdString(study_.run()->record.name);
  if (evaluation_.slatesChoice().currentData().toInt() ==
      static_cast<int>(JudgedSlates::Validation)) {
    policy.split = "validation";
  }
  policy.compare = evaluation_.compareChoice().reference();
  policy.settings = study_.policySettings();
  policy.settings.rows = static_cast<RowKind>(evaluation_.rowsChoice().currentData().toInt());
  policy.interval = static_cast<IntervalKind>(evaluation_.intervalChoice().currentData().toInt());
  policy.rule = static_cast<ParameterRule>(evaluation_.parameterChoice().currentData().toInt());
  return evaluateCommand(policy, study_.dataset()->summary.schema.tasks);
}

QString CommandDesk::runText(const RunRecord& run) const {
  const QString name = study_.freeRunName(QString::fromStdString(run.name));
  const QString workspace = study_.workspace()->file;
  return trainCommand(workspace, run.dataset, name, experimentFromJson(run.experiment)) +
         QStringLiteral("luce-cli evaluate %1 --dataset=%2 --run=%3\n")
             .arg(shellWord(workspace), shellWord(QString::fromStdString(run.dataset)),
                  shellWord(name));
}

void CommandDesk::copy(const QString& text, bool writes) {
  QApplication::clipboard()->setText(text);
  Q_EMIT told(writes ? tr("Copied. One program at a time writes to a workspace: close it here "
                          "before you run the command.")
                     : tr("Copied."));
}

}  // namespace luce::desktop
