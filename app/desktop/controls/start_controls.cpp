#include "app/desktop/controls/start_controls.h"

#include <QFormLayout>
#include <QSignalBlocker>

#include "app/desktop/controls/wheel_guard.h"

namespace luce::desktop {

namespace {

constexpr int kFirst = 800;

QComboBox* box() {
  auto* combo = new QComboBox;
  // Names of runs may be long; the panel stays as wide as it is.
  combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  combo->setMinimumContentsLength(12);
  guardFromWheel(*combo);
  return combo;
}

}  // namespace

StartControls::StartControls(QWidget* parent)
    : ControlGroup(tr("Start"), parent),
      run_(box()),
      checkpoint_(box()),
      sameReference_(new QCheckBox(tr("Hold near that run's supervised policy"))) {
  run_->addItem(tr("Random weights"));
  run_->setToolTip(tr("Whose weights training starts from."));
  run_->setWhatsThis(
      tr("Training starts from random weights, or goes on from another run with the same estimator "
         "and features. Steps, the optimiser and the order of slates start anew. Set supervised "
         "epochs to 0 to go on with alignment at once."));
  checkpoint_->addItem(tr("the weights it keeps"), "result");
  checkpoint_->addItem(tr("its best weights"), "best");
  checkpoint_->addItem(tr("its supervised weights"), "supervised");
  checkpoint_->setWhatsThis(tr("Which weights of that run training starts from."));
  sameReference_->setToolTip(
      tr("The reference policy is the other run's. Otherwise it is what alignment starts from."));
  sameReference_->setWhatsThis(tr(
      "The regulariser holds the policy near a reference. Checked: near the supervised policy of "
      "the run that is continued, as in that run. Unchecked: near the weights that alignment "
      "starts from now."));
  auto* form = new QFormLayout(this);
  form->addRow(tr("Start from"), run_);
  form->addRow(tr("Checkpoint"), checkpoint_);
  form->addRow(sameReference_);
  const auto tell = [this](int number) {
    update();
    Q_EMIT edited(tr("start"), number);
  };
  connect(run_, &QComboBox::currentIndexChanged, this, [tell] { tell(kFirst); });
  connect(checkpoint_, &QComboBox::currentIndexChanged, this, [tell] { tell(kFirst + 1); });
  connect(sameReference_, &QCheckBox::toggled, this, [tell] { tell(kFirst + 2); });
  update();
}

void StartControls::setRuns(const QStringList& runs) {
  const QSignalBlocker quiet(run_);
  const QString chosen = run_->currentIndex() > 0 ? run_->currentText() : QString();
  while (run_->count() > 1) run_->removeItem(1);
  for (const QString& run : runs) run_->addItem(run, run);
  if (!chosen.isEmpty() && !runs.contains(chosen)) run_->addItem(chosen, chosen);
  run_->setCurrentIndex(chosen.isEmpty() ? 0 : run_->findData(chosen));
}

void StartControls::update() {
  const bool continues = run_->currentIndex() > 0;
  checkpoint_->setEnabled(continues);
  sameReference_->setEnabled(continues);
}

void StartControls::select(const std::optional<StartSettings>& start) {
  if (!start) {
    run_->setCurrentIndex(0);
    return;
  }
  const auto choose = [](QComboBox* combo, int found, const QString& text, const QVariant& value) {
    if (found < 0) {
      combo->addItem(text, value);
      found = combo->count() - 1;
    }
    combo->setCurrentIndex(found);
  };
  const QString run = QString::fromStdString(start->run);
  choose(run_, run_->findData(run), run, run);
  const QVariant checkpoint = start->step ? QVariant(static_cast<qlonglong>(*start->step))
                                          : QVariant(QString::fromStdString(start->role));
  choose(checkpoint_, checkpoint_->findData(checkpoint),
         tr("its step %1").arg(start->step.value_or(0)), checkpoint);
  sameReference_->setChecked(start->reference == StartReference::Source);
}

void StartControls::showExperiment(const Experiment& experiment, const std::vector<std::string>&) {
  const QSignalBlocker quiet(this);
  select(experiment.start);
  update();
}

void StartControls::writeTo(Experiment& experiment) const {
  if (run_->currentIndex() <= 0) {
    experiment.start.reset();
    return;
  }
  StartSettings start;
  start.run = run_->currentText().toStdString();
  const QVariant checkpoint = checkpoint_->currentData();
  if (checkpoint.typeId() == QMetaType::LongLong) {
    start.step = checkpoint.toLongLong();
  } else {
    start.role = checkpoint.toString().toStdString();
  }
  start.reference = sameReference_->isChecked() ? StartReference::Source : StartReference::Start;
  experiment.start = start;
}

}  // namespace luce::desktop
