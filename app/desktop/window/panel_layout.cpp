#include "app/desktop/window/panel_layout.h"

#include <QTimer>

#include "app/desktop/kept_settings.h"

namespace luce::desktop {

namespace {

constexpr const char* kGeometryKey = "window/geometry";
constexpr const char* kStateKey = "window/state";
constexpr const char* kWorkbenchKey = "window/workbench";
constexpr int kLayoutVersion = 3;

}  // namespace

PanelLayout::PanelLayout(QMainWindow& window, SideDocks& docks, Workbench& workbench,
                         ReadOnlyBar& bar)
    : window_(window), docks_(docks), workbench_(workbench), bar_(bar) {}

void PanelLayout::setAway(bool away) {
  if (away == away_) return;
  away_ = away;
  if (away) {
    panels_ = window_.saveState(kLayoutVersion);
    charts_ = workbench_.layoutState();
    docks_.hideAll();
  } else if (shown_) {
    window_.restoreState(panels_, kLayoutVersion);
    // Once the panels have taken their room again: charts that grew do not
    // shrink alike.
    QTimer::singleShot(0, &workbench_, [this] {
      if (!away_) workbench_.restoreLayout(charts_);
    });
  } else {
    shown_ = true;
    reset();
    const KeptSettings settings;
    window_.restoreState(settings.value(kStateKey).toByteArray(), kLayoutVersion);
    workbench_.restoreLayout(settings.value(kWorkbenchKey).toByteArray());
  }
}

void PanelLayout::reset() {
  away_ = false;
  docks_.reset();
  bar_.showIfNeeded();
  workbench_.resetLayout();
}

void PanelLayout::restoreWindow() {
  window_.restoreGeometry(KeptSettings().value(kGeometryKey).toByteArray());
}

void PanelLayout::save() const {
  KeptSettings settings;
  settings.setValue(kGeometryKey, window_.saveGeometry());
  if (!shown_) return;
  settings.setValue(kStateKey, away_ ? panels_ : window_.saveState(kLayoutVersion));
  settings.setValue(kWorkbenchKey, workbench_.layoutState());
}

}  // namespace luce::desktop
