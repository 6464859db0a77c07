#include "app/desktop/presets/preset_menu.h"

#include <QInputDialog>
#include <QMessageBox>

#include "app/desktop/presets/preset_dialog.h"
#include "app/desktop/presets/weightings.h"
#include "app/desktop/study/merging_command.h"
#include "core/common/error.h"

namespace luce::desktop {

PresetMenu::PresetMenu(Study& study, QWidget* parent) : QToolButton(parent), study_(study) {
  setText(tr("Presets"));
  setPopupMode(QToolButton::InstantPopup);
  setToolButtonStyle(Qt::ToolButtonTextOnly);
  setMenu(&menu_);
  menu_.setToolTipsVisible(true);
  setAccessibleName(tr("Presets"));
  setToolTip(tr("Weightings and experiments to apply or to keep"));
  setWhatsThis(
      tr("Presets set the sliders at once: value weights and temperature, or a whole experiment. "
         "What is applied can be undone. They are kept for every log."));
  connect(&menu_, &QMenu::aboutToShow, this, &PresetMenu::rebuild);
  connect(&study_, &Study::datasetChanged, this,
          [this] { setEnabled(study_.dataset() != nullptr); });
  setEnabled(study_.dataset() != nullptr);
}

const std::vector<std::string>& PresetMenu::tasks() const {
  return study_.dataset()->table->schema().tasks;
}

void PresetMenu::rebuild() {
  menu_.clear();
  menu_.addSection(tr("Weights"));
  menu_.addAction(tr("Equal"), this, &PresetMenu::applyEqual)
      ->setToolTip(tr("Every action is worth 1"));
  menu_.addAction(tr("By rarity (1/mean)"), this, &PresetMenu::applyRarity)
      ->setToolTip(tr("The rarer an action is in the log, the more it is worth"));
  addSaved(PresetKind::Weighting, {});
  addSaved(PresetKind::Experiment, tr("Experiments"));
  menu_.addSeparator();
  menu_.addAction(tr("Save weights and temperature…"), this,
                  [this] { askAndSave(PresetKind::Weighting); });
  menu_.addAction(tr("Save the whole experiment…"), this,
                  [this] { askAndSave(PresetKind::Experiment); });
  QAction* managed = menu_.addAction(tr("Rename or delete…"), this, &PresetMenu::manage);
  managed->setEnabled(!store_.names(PresetKind::Weighting).isEmpty() ||
                      !store_.names(PresetKind::Experiment).isEmpty() || !removed_.empty());
}

void PresetMenu::addSaved(PresetKind kind, const QString& heading) {
  const QStringList names = store_.names(kind);
  if (!names.isEmpty() && !heading.isEmpty()) menu_.addSection(heading);
  for (const QString& name : names) {
    QString text = name;
    menu_.addAction(text.replace('&', "&&"), this, [this, kind, name] { apply(kind, name); });
  }
}

void PresetMenu::change(const Experiment& experiment, const QString& name) {
  study_.changeExperiment(experiment, tr("preset “%1”").arg(name), kOwnStep);
}

void PresetMenu::applyEqual() {
  if (study_.dataset() == nullptr) return;
  change(withEqualWeights(study_.experiment(), tasks()), tr("Equal"));
}

void PresetMenu::applyRarity() {
  if (study_.dataset() == nullptr) return;
  change(withRarityWeights(study_.experiment(), tasks(), study_.dataset()->summary.taskMeans),
         tr("By rarity"));
}

void PresetMenu::apply(PresetKind kind, const QString& name) {
  if (study_.dataset() == nullptr) return;
  try {
    const Experiment preset = store_.load(kind, name);
    if (kind == PresetKind::Experiment) {
      valueWeights(preset, tasks());
      rewardWeights(preset, tasks());
      change(preset, name);
    } else if (fits(preset, tasks())) {
      change(withWeighting(study_.experiment(), tasks(), preset), name);
    } else {
      Q_EMIT study_.told(
          tr("The preset “%1” weighs none of this log's actions; nothing was changed.").arg(name));
    }
  } catch (const Error& error) {
    Q_EMIT study_.failed({tr("The preset could not be applied"), error.what(), {}});
  }
}

void PresetMenu::save(PresetKind kind, const QString& name) {
  try {
    store_.save(kind, name, study_.experiment());
    Q_EMIT study_.told(tr("Saved the preset “%1”").arg(name));
  } catch (const Error& error) {
    Q_EMIT study_.failed({tr("The preset could not be saved"), error.what(), {}});
  }
}

void PresetMenu::askAndSave(PresetKind kind) {
  const QString name =
      QInputDialog::getText(this, tr("Save a preset"), tr("Name of the preset:")).trimmed();
  if (name.isEmpty()) return;
  if (store_.names(kind).contains(name) &&
      QMessageBox::question(this, tr("Save a preset"), tr("Replace the preset “%1”?").arg(name)) !=
          QMessageBox::Yes) {
    return;
  }
  save(kind, name);
}

void PresetMenu::manage() {
  PresetDialog(store_, removed_, this).exec();
}

}  // namespace luce::desktop
