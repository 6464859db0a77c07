#include "app/desktop/window/study_bar.h"

namespace luce::desktop {

namespace {

constexpr int kRunNameWidth = 130;

}  // namespace

StudyBar::StudyBar(Study& study, const WindowActions& actions, QWidget* parent)
    : QToolBar(tr("Tools"), parent), study_(study), runName_(new QLineEdit) {
  setObjectName("tools");
  setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  addAction(actions.open);
  addSeparator();
  for (QAction* action : {actions.undo, actions.redo}) {
    action->setPriority(QAction::LowPriority);
    addAction(action);
  }
  addSeparator();
  runName_->setMaximumWidth(kRunNameWidth);
  runName_->setAccessibleName(tr("Name of the next run"));
  runName_->setWhatsThis(tr("Name of the next run; empty = the one that is shown in grey."));
  runName_->setToolTip(runName_->whatsThis());
  addWidget(runName_);
  for (QAction* action : {actions.train, actions.pause, actions.stop, actions.compare}) {
    addAction(action);
  }
  addSeparator();
  addAction(actions.exportRun);
  addSeparator();
  progress_ = new ProgressStrip(*this);
}

void StudyBar::suggestRunName() {
  runName_->setPlaceholderText(study_.suggestedRunName());
}

QString StudyBar::takeRunName() {
  const QString name = runName_->text().trimmed();
  runName_->clear();
  return name.isEmpty() ? study_.suggestedRunName() : name;
}

}  // namespace luce::desktop
