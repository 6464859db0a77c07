// Every panel of the window on the sample log with a trained run, light and dark, as PNG files.
#pragma once

#include <QApplication>
#include <QDir>
#include <QSize>

namespace luce::desktop {

/// Writes study_light.png, study_dark.png, data_light.png … into the folder. Uses settings and data
/// of its own in a folder that is gone afterwards. Throws Error when a file cannot be written, or
/// something takes longer than a few minutes.
void drawWindow(QApplication& application, const QDir& folder, QSize size);

}  // namespace luce::desktop
