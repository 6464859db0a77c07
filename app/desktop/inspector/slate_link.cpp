#include "app/desktop/inspector/slate_link.h"

namespace luce::desktop {

void linkSlate(SlateChart& chart, SlateInspector& inspector) {
  QObject::connect(&chart, &SlateChart::candidateSelected, &inspector, &SlateInspector::select);
  QObject::connect(&chart, &SlateChart::candidateHovered, &inspector, &SlateInspector::hover);
  QObject::connect(&inspector, &SlateInspector::candidateSelected, &chart, &SlateChart::select);
  QObject::connect(&inspector, &SlateInspector::candidateHovered, &chart, &SlateChart::setOff);
}

}  // namespace luce::desktop
