// The panels beside the pages: slates, runs, what waits, the estimate, the experiment and the
// history of its settings.
#pragma once

#include <QCoreApplication>

#include "app/desktop/controls/experiment_panel.h"
#include "app/desktop/panels/estimate_panel.h"
#include "app/desktop/panels/session_panel.h"
#include "app/desktop/queue/queue_panel.h"
#include "app/desktop/runs/run_panel.h"
#include "app/desktop/study/study.h"
#include "app/desktop/window/side_docks.h"

namespace luce::desktop {

class SidePanels {
  Q_DECLARE_TR_FUNCTIONS(luce::desktop::SidePanels)

 public:
  /// Puts them into the window's docks.
  SidePanels(Study& study, SideDocks& docks);

  SessionPanel& sessions() { return *sessions_; }
  RunPanel& runs() { return *runs_; }
  QueuePanel& queue() { return *queue_; }
  EstimatePanel& estimate() { return *estimate_; }
  ExperimentPanel& experiment() { return *experiment_; }

 private:
  void addExperiment(SideDocks& docks);
  void addHistory(SideDocks& docks, QUndoStack& undo);
  void addQueue(SideDocks& docks);

  SessionPanel* sessions_;
  RunPanel* runs_;
  QueuePanel* queue_;
  EstimatePanel* estimate_;
  ExperimentPanel* experiment_;
};

}  // namespace luce::desktop
