#include "app/desktop/window/side_docks.h"

#include <algorithm>
#include <map>

#include "app/desktop/text_size.h"

namespace luce::desktop {

namespace {

constexpr int kLeastListWidth = 260;
constexpr int kShareOfWindow = 5;  // one part of so many, for the lists at the left
/// Heights at the left, of a hundred: slates, runs, judgement.
const QList<int> kHeights{38, 27, 35};

Qt::DockWidgetArea areaOf(SideDocks::Place place) {
  return place >= SideDocks::Place::Lesson ? Qt::RightDockWidgetArea : Qt::LeftDockWidgetArea;
}

}  // namespace

QDockWidget* SideDocks::add(const QString& title, const char* name, QWidget* content, Place place,
                            const QString& help) {
  auto* dock = new QDockWidget(title);
  followTextSize(*dock);
  dock->setObjectName(name);
  dock->setWidget(content);
  dock->setWhatsThis(help);
  dock->toggleViewAction()->setWhatsThis(help);
  window_.addDockWidget(areaOf(place), dock);
  const auto after = std::find_if(entries_.begin(), entries_.end(),
                                  [place](const Entry& entry) { return entry.place > place; });
  entries_.insert(after, {dock, place});
  docks_.push_back(dock);
  return dock;
}

void SideDocks::hideAtFirst(QDockWidget* dock) {
  const auto entry = std::find_if(entries_.begin(), entries_.end(),
                                  [dock](const Entry& e) { return e.dock == dock; });
  entry->shown = false;
  dock->hide();
}

void SideDocks::reset() {
  // Moving docks one by one lays out all that they hold each time.
  if (arranged_.isEmpty() || !window_.restoreState(arranged_)) {
    arrange();
    arranged_ = window_.saveState();
  }
  giveSizes();
}

QDockWidget* SideDocks::first(Place place) const {
  return std::find_if(entries_.begin(), entries_.end(),
                      [place](const Entry& entry) { return entry.place == place; })
      ->dock;
}

void SideDocks::arrange() {
  std::map<Place, QDockWidget*> first;
  for (const Entry& entry : entries_) {
    entry.dock->setFloating(false);
    window_.addDockWidget(areaOf(entry.place), entry.dock);
    entry.dock->setVisible(entry.shown);
    const auto [leader, alone] = first.try_emplace(entry.place, entry.dock);
    if (!alone && entry.shown) window_.tabifyDockWidget(leader->second, entry.dock);
  }
  for (const auto& [place, dock] : first) dock->raise();
}

void SideDocks::giveSizes() {
  QDockWidget* const slates = first(Place::Slates);
  QDockWidget* const settings = first(Place::Settings);
  window_.resizeDocks({slates, first(Place::Runs), first(Place::Judgement)}, kHeights,
                      Qt::Vertical);
  window_.resizeDocks({slates, settings},
                      {std::max(kLeastListWidth, window_.width() / kShareOfWindow),
                       settings->widget()->minimumWidth()},
                      Qt::Horizontal);
}

void SideDocks::hideAll() {
  for (QDockWidget* dock : docks_) dock->hide();
}

}  // namespace luce::desktop
