// Shows the study in the panels around it: the dataset, the slate, and what the policy under the
// sliders does there and would earn.
#pragma once

#include <QObject>

#include "app/desktop/controls/experiment_panel.h"
#include "app/desktop/data/data_page.h"
#include "app/desktop/panels/estimate_panel.h"
#include "app/desktop/panels/session_panel.h"
#include "app/desktop/study/study.h"
#include "app/desktop/window/status_strip.h"
#include "app/desktop/window/workbench.h"

namespace luce::desktop {

/// Those that show the study.
struct StudyPanels {
  SessionPanel* sessions;
  EstimatePanel* estimate;
  ExperimentPanel* experiment;
  Workbench* workbench;
  DataPage* data;
  StatusStrip* status;
};

class StudyDisplay : public QObject {
  Q_OBJECT

 public:
  StudyDisplay(Study& study, const StudyPanels& panels, QObject* parent);

  /// A workspace must be open for this, a dataset for the next two.
  void showWorkspace();
  void showDataset();
  void showExperiment();

 private:
  void showSlate();
  void showCandidates(const std::shared_ptr<const std::vector<CandidateView>>& candidates,
                      bool predicted);
  void showSummary(const PolicySummary& summary);
  void clearEstimates();
  void showFacts();
  const std::vector<std::string>& tasks() const;

  Study& study_;
  StudyPanels panels_;
};

}  // namespace luce::desktop
