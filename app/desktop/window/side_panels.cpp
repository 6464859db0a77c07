#include "app/desktop/window/side_panels.h"

#include <QDockWidget>
#include <QUndoView>

#include "app/desktop/window/column_area.h"

namespace luce::desktop {

namespace {

using Place = SideDocks::Place;

constexpr int kControlsWidth = 346;

}  // namespace

SidePanels::SidePanels(Study& study, SideDocks& docks)
    : sessions_(new SessionPanel),
      runs_(new RunPanel(study)),
      queue_(new QueuePanel(study)),
      estimate_(new EstimatePanel),
      experiment_(new ExperimentPanel(study)) {
  docks.add(tr("Sessions"), "sessions", sessions_, Place::Slates,
            tr("The logged slates of the dataset: choose a part and a slate."));
  docks.add(tr("Runs"), "runs", runs_, Place::Runs,
            tr("All runs of the workspace with their results."));
  docks.add(tr("Estimate"), "estimate", estimate_, Place::Judgement,
            tr("What the policy under the sliders would earn on the validation slates, and how "
               "far to trust it."));
  addExperiment(docks);
  addHistory(docks, study.undoStack());
  addQueue(docks);
}

void SidePanels::addExperiment(SideDocks& docks) {
  auto* controls = new ColumnArea(experiment_, kControlsWidth);
  controls->setAccessibleName(tr("Experiment"));
  docks.add(tr("Experiment"), "experiment", controls, Place::Settings,
            tr("Value weights, objective and training: what the next run will do, and what the "
               "charts show of the opened one."));
}

void SidePanels::addHistory(SideDocks& docks, QUndoStack& undo) {
  auto* history = new QUndoView(&undo);
  history->setEmptyLabel(tr("As opened"));
  history->setAccessibleName(tr("History of settings"));
  history->setWhatsThis(tr("A click on a change goes back to how things were after it."));
  docks.hideAtFirst(
      docks.add(tr("History"), "history", history, Place::Settings,
                tr("Every change of a setting, oldest first. Click on one to go back to how "
                   "things were then.")));
}

void SidePanels::addQueue(SideDocks& docks) {
  QDockWidget* dock = docks.add(
      tr("Queue"), "queue", queue_, Place::Runs,
      tr("Runs that wait, in their order, how far the one that trains has come, and what became "
         "of those before."));
  // Later, when the panels are where a person left them.
  const auto raise = [dock] {
    dock->show();
    dock->raise();
  };
  QObject::connect(queue_, &QueuePanel::attentionAsked, dock, raise, Qt::QueuedConnection);
}

}  // namespace luce::desktop
