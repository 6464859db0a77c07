#include "app/desktop/window/window_actions.h"

#include <QMenuBar>
#include <QWhatsThis>

#include "app/desktop/window/icons.h"

namespace luce::desktop {

namespace {

void setTips(QAction& action, const QString& help) {
  action.setStatusTip(help);
  const QString keys = action.shortcut().toString(QKeySequence::NativeText);
  action.setToolTip(keys.isEmpty() ? help : QString("%1 (%2)").arg(help, keys));
}

/// whyNot: what there has to be first, a whole sentence; read while the action is grey.
void setAvailable(QAction& action, bool available, const QString& whyNot) {
  action.setEnabled(available);
  const QString help = action.whatsThis();
  setTips(action, available ? help : QString("%1 %2").arg(whyNot, help));
}

void collect(const QMenu& menu, const QString& path, std::vector<NamedCommand>& commands) {
  for (QAction* action : menu.actions()) {
    const QString name = path + QStringLiteral(" ▸ ") + action->text().remove('&');
    if (action->isSeparator()) continue;
    if (action->menu() != nullptr) {
      collect(*action->menu(), name, commands);
    } else {
      commands.push_back({name, action});
    }
  }
}

}  // namespace

WindowActions::WindowActions(QMainWindow& window, QUndoStack& undoStack)
    : QObject(&window), window_(window) {
  file = window.menuBar()->addMenu(tr("&File"));
  open =
      add(file, tr("&Open…"), QKeySequence::Open, "open",
          tr("Open a log, a workspace or an experiment. The columns of a log are shown before it "
             "is imported."));
  openFolder = add(file, tr("Open a &folder…"), QKeySequence(tr("Ctrl+Shift+O")), "open",
                   tr("Open a folder with the files of one log, such as Open Bandit's."));
  openSample = add(file, tr("Open the &sample log"), {}, "sample",
                   tr("1,200 slates of ten candidates, made by Luce's simulator."));
  recent = file->addMenu(tr("Open &recent"));
  startPage = add(file, tr("S&tart page"), {}, "", tr("Where Luce began: open, recent, samples."));
  file->addSeparator();
  exportRun =
      add(file, tr("&Export…"), QKeySequence(tr("Ctrl+E")), "export",
          tr("Export the opened run: its model with a card, its weights or its predictions."));
  importPolicy =
      add(file, tr("&Judge a policy from a file…"), {}, "compare",
          tr("Compare the opened run with scores of another program, or with a TorchScript "
             "model from elsewhere."));
  policies = add(file, tr("&Policies from elsewhere…"), {}, "",
                 tr("The policies from files that this workspace keeps: name them, remove them."));
  file->addSeparator();
  settings = add(file, tr("Se&ttings…"), QKeySequence(tr("Ctrl+,")), "settings",
                 tr("Colours, text size, language, and what happens at the start."));
  file->addSeparator();
  quit = add(file, tr("&Quit"), QKeySequence::Quit, "", tr("Close Luce. Nothing is lost."));

  QMenu* edit = window.menuBar()->addMenu(tr("&Edit"));
  undo = undoStack.createUndoAction(this, tr("&Undo"));
  redo = undoStack.createRedoAction(this, tr("&Redo"));
  undo->setShortcut(QKeySequence::Undo);
  redo->setShortcut(QKeySequence::Redo);
  undo->setIcon(icon("undo"));
  redo->setIcon(icon("redo"));
  undo->setWhatsThis(
      tr("Take back the last change of a setting. Panels ▸ History shows them all."));
  redo->setWhatsThis(tr("Make the change again that was taken back."));
  edit->addAction(undo);
  edit->addAction(redo);

  experiment = window.menuBar()->addMenu(tr("E&xperiment"));
  train = add(experiment, tr("&Train"), QKeySequence(tr("Ctrl+T")), "train",
              tr("Train the estimator: supervised first, then aligned with the reward."));
  pause = add(experiment, tr("&Pause"), QKeySequence(tr("Ctrl+P")), "pause",
              tr("Pause the training, or go on."));
  pause->setCheckable(true);
  stop = add(experiment, tr("&Stop"), QKeySequence(tr("Ctrl+.")), "stop",
             tr("Stop the training and keep the best weights so far."));
  compare = add(experiment, tr("&Compare schemes…"), QKeySequence(tr("Ctrl+Shift+T")), "compare",
                tr("Train the experiment under several clipping schemes and seeds, one run after "
                   "another, and judge them side by side."));
  open->setObjectName("open");
  undo->setObjectName("undo");
  train->setObjectName("train");
  stop->setObjectName("stop");
  compare->setObjectName("compare");
  experiment->addSeparator();
  openExperiment = add(experiment, tr("&Open an experiment…"), {}, "open",
                       tr("Take the settings of a saved experiment. It can be undone."));
  saveExperiment = add(experiment, tr("Save the experiment &as…"), QKeySequence::SaveAs, "save",
                       tr("Save the settings as they are, for luce-cli train and for others."));

  view = window.menuBar()->addMenu(tr("&View"));
  pagesEnd_ = view->addSeparator();
  panels = view->addMenu(tr("&Panels"));
  playground = add(view, tr("Single-slate p&layground…"), QKeySequence(tr("Ctrl+Alt+P")), "",
                   tr("A blackboard for one slate: drag p and propensities, and see the gradient "
                      "of any scheme as arrows."));
  resetLayout =
      add(view, tr("Put panels &back"), {}, "", tr("Every panel where it stood at first."));
  fullScreen = add(view, tr("&Full screen"), QKeySequence::FullScreen, "",
                   tr("The whole screen for Luce, or a window again."));
  if (fullScreen->shortcut().isEmpty()) fullScreen->setShortcut(Qt::Key_F11);
  fullScreen->setCheckable(true);

  QMenu* help = window.menuBar()->addMenu(tr("&Help"));
  palette = add(help, tr("&Commands…"), QKeySequence(tr("Ctrl+Shift+P")), "search",
                tr("Find any command by its name."));
  shortcuts =
      add(help, tr("&Keyboard"), QKeySequence::HelpContents, "help", tr("All keys at a glance."));
  whatsThis = QWhatsThis::createAction(this);
  whatsThis->setText(tr("What's &this?"));
  whatsThis->setShortcut(QKeySequence::WhatsThis);
  help->addAction(whatsThis);
  help->addSeparator();
  about = add(help, tr("&About Luce"), {}, "",
              tr("What Luce is, what it is built with, and under which licences."));
}

QAction* WindowActions::add(QMenu* menu, const QString& text, const QKeySequence& keys,
                            const char* picture, const QString& help) {
  QAction* action = menu->addAction(text);
  action->setShortcut(keys);
  if (*picture != '\0') action->setIcon(icon(picture));
  action->setWhatsThis(help);
  setTips(*action, help);
  action->setIconText(action->text().remove('&').remove(QStringLiteral("…")));
  return action;
}

QAction* WindowActions::addPage(const QString& title, const QString& help, PageNeeds needs) {
  auto* action = new QAction(title, this);
  action->setShortcut(QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + pages_++)));
  action->setWhatsThis(help);
  action->setStatusTip(help);
  if (needs == PageNeeds::Log) logPages_.push_back(action);
  view->insertAction(pagesEnd_, action);
  return action;
}

void WindowActions::addPanel(QAction* toggle) {
  panels->addAction(toggle);
}

std::vector<NamedCommand> WindowActions::commands() const {
  std::vector<NamedCommand> commands;
  for (const QAction* action : window_.menuBar()->actions()) {
    if (action->menu() != nullptr) {
      collect(*action->menu(), action->text().remove('&'), commands);
    }
  }
  return commands;
}

void WindowActions::setAvailable(const CommandState& now) {
  const bool free = !now.busy && !now.training;
  for (QAction* action : {open, openFolder, openSample}) action->setEnabled(free);
  recent->setEnabled(free && !recent->isEmpty());
  for (QAction* action : {openExperiment, saveExperiment, resetLayout}) {
    action->setEnabled(now.dataset);
  }
  for (QAction* page : logPages_) {
    desktop::setAvailable(*page, now.dataset, tr("Open a log first."));
  }
  train->setEnabled(now.writes && free);
  compare->setEnabled(now.writes);
  pause->setEnabled(now.training);
  stop->setEnabled(now.training);
  if (!now.training) pause->setChecked(false);
  const QString whyNoRun =
      now.run ? tr("Wait until what goes on has ended.") : tr("Train, or open a run, first.");
  for (QAction* action : {exportRun, importPolicy}) {
    desktop::setAvailable(*action, now.run && free, whyNoRun);
  }
}

}  // namespace luce::desktop
