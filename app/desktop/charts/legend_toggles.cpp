#include "app/desktop/charts/legend_toggles.h"

#include <QBarLegendMarker>
#include <QBarSet>
#include <QLegend>
#include <QLegendMarker>
#include <algorithm>

namespace luce::desktop {

namespace {

constexpr double kDimmed = 0.3;

QColor faded(QColor colour, bool shown) {
  if (!shown) colour.setAlphaF(static_cast<float>(kDimmed * colour.alphaF()));
  return colour;
}

}  // namespace

LegendToggles::LegendToggles(QChart& chart) : chart_(chart) {}

std::vector<LegendToggles::Entry> LegendToggles::entries() const {
  std::vector<Entry> entries;
  for (QLegendMarker* marker : chart_.legend()->markers()) {
    const QString name = marker->label();
    if (name.isEmpty() || tied_.contains(marker->series()) || withheld_.contains(marker->series()))
      continue;
    const bool known = std::any_of(entries.begin(), entries.end(),
                                   [&](const Entry& entry) { return entry.name == name; });
    if (!known) entries.push_back({name, shown(name), marker});
  }
  return entries;
}

void LegendToggles::show(const QString& name, bool shown) {
  if (shown ? hidden_.erase(name) == 0 : !hidden_.insert(name).second) return;
  refresh();
  Q_EMIT changed();
}

void LegendToggles::toggleClicked() {
  const auto* marker = qobject_cast<QLegendMarker*>(sender());
  if (marker != nullptr) show(marker->label(), !shown(marker->label()));
}

void LegendToggles::tie(QAbstractSeries& series, const QString& name) {
  watch(series);
  tied_.insert_or_assign(&series, name);
  for (QLegendMarker* marker : chart_.legend()->markers(&series)) marker->setVisible(false);
}

void LegendToggles::setOffered(QAbstractSeries& series, bool offered) {
  if (offered) {
    withheld_.erase(&series);
  } else {
    watch(series);
    withheld_.insert(&series);
  }
}

void LegendToggles::watch(const QObject& object) {
  if (!watched_.insert(&object).second) return;
  connect(&object, &QObject::destroyed, this, [this](const QObject* gone) {
    watched_.erase(gone);
    tied_.erase(gone);
    withheld_.erase(gone);
    barBrushes_.erase(gone);
  });
}

void LegendToggles::refresh() {
  for (QAbstractSeries* series : chart_.series()) {
    const bool offered = !withheld_.contains(series);
    const auto tie = tied_.find(series);
    const QList<QLegendMarker*> markers = chart_.legend()->markers(series);
    const bool isBars = !markers.isEmpty() && qobject_cast<QBarLegendMarker*>(markers.front());
    const QString name = tie != tied_.end() ? tie->second : series->name();
    series->setVisible(offered && (isBars || shown(name)));
    for (QLegendMarker* marker : markers) {
      // A series that is shown or hidden shows or hides its marker.
      const bool inLegend = offered && tie == tied_.end();
      if (marker->isVisible() != inLegend) marker->setVisible(inLegend);
      if (!inLegend) continue;
      connect(marker, &QLegendMarker::clicked, this, &LegendToggles::toggleClicked,
              Qt::UniqueConnection);
      dim(*marker, shown(marker->label()));
      if (auto* bar = qobject_cast<QBarLegendMarker*>(marker)) {
        refreshBar(*bar->barset(), shown(marker->label()));
      }
    }
  }
}

void LegendToggles::dim(QLegendMarker& marker, bool shown) {
  QBrush label = marker.labelBrush();
  label.setColor(faded(chart_.legend()->labelColor(), shown));
  if (label != marker.labelBrush()) marker.setLabelBrush(label);
}

void LegendToggles::refreshBar(QBarSet& bars, bool shown) {
  const auto kept = barBrushes_.find(&bars);
  if (shown && kept != barBrushes_.end()) {
    bars.setBrush(kept->second);
    barBrushes_.erase(kept);
  } else if (!shown && kept == barBrushes_.end()) {
    watch(bars);
    barBrushes_[&bars] = bars.brush();
    bars.setBrush(Qt::NoBrush);
  }
}

}  // namespace luce::desktop
