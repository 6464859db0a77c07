#include "app/desktop/charts/plot_item.h"

namespace luce::desktop {

PlotItem::PlotItem(QChart& chart, double margin)
    : QGraphicsObject(&chart), chart_(chart), margin_(margin) {
  setAcceptedMouseButtons(Qt::NoButton);
  followPlot();
  connect(&chart, &QChart::plotAreaChanged, this, &PlotItem::followPlot);
}

void PlotItem::followPlot() {
  // The scene finds the item by the area that it had until now: asked for the plot's own, it would
  // keep a pointer to it beyond its end.
  prepareGeometryChange();
  area_ = chart_.plotArea().adjusted(-margin_, -margin_, margin_, margin_);
}

}  // namespace luce::desktop
