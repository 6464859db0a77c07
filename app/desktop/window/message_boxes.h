// Boxes that tell what went wrong or what happened, without stopping the window.
#pragma once

#include <QDialog>
#include <QWidget>

#include "app/desktop/study/values.h"

namespace luce::desktop {

void showNotice(QWidget* window, const QString& title, const QString& text);
/// Returns the box; it deletes itself when it is closed.
QDialog* showFailureBox(QWidget* window, const Failure& failure);

}  // namespace luce::desktop
