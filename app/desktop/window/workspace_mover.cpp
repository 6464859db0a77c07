#include "app/desktop/window/workspace_mover.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

namespace luce::desktop {

WorkspaceMover::WorkspaceMover(Study& study, const ReadOnlyBar& bar, QWidget& window)
    : QObject(&window), study_(study), window_(window) {
  connect(&bar, &ReadOnlyBar::copyAsked, this, &WorkspaceMover::askForFile);
  connect(&study_, &Study::workspaceMoved, this, [this] {
    const QString name = QFileInfo(study_.workspace()->file).fileName();
    Q_EMIT told(tr("Saved as %1, which is the open workspace from now on.").arg(name));
  });
}

void WorkspaceMover::askForFile() {
  if (study_.workspace() == nullptr || !study_.mayOpen()) return;
  auto* dialog = new QFileDialog(&window_, tr("Save a copy of the workspace"), QDir::homePath(),
                                 tr("Workspaces (*.luce)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix("luce");
  dialog->selectFile(suggestion());
  connect(dialog, &QFileDialog::fileSelected, &study_, &Study::moveWorkspace);
  dialog->open();
}

QString WorkspaceMover::suggestion() const {
  const QFileInfo lost(study_.workspace()->file);
  return tr("%1 copy.luce").arg(lost.completeBaseName());
}

}  // namespace luce::desktop
