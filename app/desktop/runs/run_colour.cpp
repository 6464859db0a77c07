#include "app/desktop/runs/run_colour.h"

#include "app/desktop/theme.h"

namespace luce::desktop {

QColor colourOf(const RunRecord& run) {
  return run.colour.empty() ? theme::run(run.id) : QColor(QString::fromStdString(run.colour));
}

}  // namespace luce::desktop
