#include "app/desktop/window/workspace_mover.h"

#include <QDir>
#include <QFileInfo>

#include "app/desktop/file_question.h"

namespace luce::desktop {

WorkspaceMover::WorkspaceMover(Study& study, const ReadOnlyBar& bar, QWidget& window)
    : QObject(&window), study_(study), window_(window) {
  connect(&bar, &ReadOnlyBar::copyAsked, this, &WorkspaceMover::askForCopy);
  connect(&study_, &Study::workspaceMoved, this, [this] {
    const QString name = QFileInfo(study_.workspace()->file).fileName();
    Q_EMIT told(tr("Saved as %1, which is the open workspace from now on.").arg(name));
  });
}

void WorkspaceMover::askForCopy() {
  if (study_.workspace() == nullptr || !study_.mayOpen()) return;
  askForFile(&window_,
             {.what = FileQuestion::For::Saving,
              .title = tr("Save a copy of the workspace"),
              .place = QDir::home().filePath(suggestion()),
              .filters = {tr("Workspaces (*.luce)")}},
             [this](const QString& file) { study_.moveWorkspace(file); });
}

QString WorkspaceMover::suggestion() const {
  const QFileInfo lost(study_.workspace()->file);
  return tr("%1 copy.luce").arg(lost.completeBaseName());
}

}  // namespace luce::desktop
