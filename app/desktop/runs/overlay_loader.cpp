#include "app/desktop/runs/overlay_loader.h"

#include <utility>

#include "app/desktop/runs/run_colour.h"
#include "app/desktop/study/run_history.h"

namespace luce::desktop {

OverlayLoader::OverlayLoader() = default;
OverlayLoader::~OverlayLoader() = default;

void OverlayLoader::load(const QString& workspace, const std::vector<RunRecord>& runs) {
  job_.run([this, workspace, runs] {
    if (file_ != workspace) known_.clear();
    file_ = workspace;
    try {
      auto overlays = std::make_shared<std::vector<OverlaidRun>>();
      if (!runs.empty()) {
        const Workspace opened = Workspace::open(workspace.toStdString(), Access::Read);
        for (const RunRecord& run : runs) overlays->push_back(curvesOf(opened, run));
      }
      Q_EMIT loaded(std::move(overlays));
    } catch (const std::exception& error) {
      Q_EMIT refused(QString::fromStdString(error.what()));
    }
  });
}

OverlaidRun OverlayLoader::curvesOf(const Workspace& workspace, const RunRecord& run) {
  Known& known = known_[run.id];
  const bool same = run.status != RunStatus::Running && known.started == run.started &&
                    known.seconds == run.seconds;
  if (!same) {
    const std::vector<MetricPoint> metrics = workspace.metrics(run.id);
    known.curves.heldOut = heldOutHistory(metrics);
    known.curves.losses = lossHistory(metrics);
    known.curves.lastSupervisedStep = lastSupervisedStep(known.curves.heldOut, known.curves.losses);
    known.started = run.status == RunStatus::Running ? std::string() : run.started;
    known.seconds = run.seconds;
  }
  OverlaidRun overlay = known.curves;
  overlay.name = QString::fromStdString(run.name);
  overlay.colour = colourOf(run);
  return overlay;
}

}  // namespace luce::desktop
