// Keeps a control from being changed by a wheel that only scrolls past it.
#pragma once

#include <QWidget>

namespace luce::desktop {

/// The wheel turns the control only while it has the keyboard's focus, which a wheel does not give
/// it; else it scrolls what lies around.
void guardFromWheel(QWidget& control);

}  // namespace luce::desktop
