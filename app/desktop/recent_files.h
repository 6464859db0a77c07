#pragma once

#include <QStringList>

namespace luce::desktop {

/// Workspaces and logs opened before, newest first, those that are gone left out.
QStringList recentFiles();
void rememberFile(const QString& file);
void forgetRecentFiles();

}  // namespace luce::desktop
