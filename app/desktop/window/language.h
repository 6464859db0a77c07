// The language of the window.
#pragma once

#include <QApplication>
#include <QStringList>

namespace luce::desktop {

/// Loads the translations of Luce and Qt for the language that was chosen, or the system's.
/// Numbers keep a point, as in the files that Luce reads and writes. Before any window is made.
void applyLanguage(QApplication& application);

/// As applyLanguage for one language, such as "de". False where there is no translation.
bool applyLanguage(QApplication& application, const QString& language);

}  // namespace luce::desktop
