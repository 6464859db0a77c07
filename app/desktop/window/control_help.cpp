#include "app/desktop/window/control_help.h"

#include <QHelpEvent>
#include <QMainWindow>
#include <QWhatsThis>

namespace luce::desktop {

QString helpOf(const QWidget& widget) {
  for (const QWidget* part = &widget; part != nullptr; part = part->parentWidget()) {
    if (!part->whatsThis().isEmpty()) return part->whatsThis();
    if (!part->toolTip().isEmpty()) return part->toolTip();
    const bool isPlace = part->isWindow() || qobject_cast<const QMainWindow*>(part) != nullptr;
    if (isPlace) break;
  }
  return {};
}

bool ControlHelp::eventFilter(QObject* watched, QEvent* event) {
  const bool asked = event->type() == QEvent::QueryWhatsThis;
  if (!asked && event->type() != QEvent::WhatsThis) return false;
  const auto* widget = qobject_cast<QWidget*>(watched);
  // A widget's own answer may differ from place to place, as in item views.
  if (widget == nullptr || !widget->whatsThis().isEmpty()) return false;
  const QString help = helpOf(*widget);
  if (help.isEmpty()) return false;
  event->accept();
  if (!asked) QWhatsThis::showText(static_cast<QHelpEvent*>(event)->globalPos(), help);
  return true;
}

}  // namespace luce::desktop
