// What chosen or dropped files are: told apart by their first bytes and names.
#pragma once

#include <QStringList>

namespace luce::desktop {

struct FilesToOpen {
  QStringList workspaces;
  QStringList logs;    ///< files, folders and archives
  QString experiment;  ///< the last .json; empty = none
};

/// Reads a few bytes of each file.
FilesToOpen sortFiles(const QStringList& files);

}  // namespace luce::desktop
