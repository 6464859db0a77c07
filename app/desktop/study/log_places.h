// Where imported logs are kept, and how they are known again.
#pragma once

#include <QStringList>

namespace luce::desktop {

/// The workspace of logs that are imported while none is open, named after the first; its folder is
/// made.
QString workspaceFor(const QString& log);
/// Names the files as they are now, so that opening the same files again finds what was imported.
QString sourceOf(const QStringList& files);

}  // namespace luce::desktop
