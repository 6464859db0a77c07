#include "app/desktop/loop/loop_file_bar.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QToolButton>

#include "app/desktop/command/command_text.h"
#include "app/desktop/file_question.h"
#include "app/desktop/window/icons.h"

namespace luce::desktop {

namespace {

QPushButton* named(QPushButton* button, const QString& help) {
  button->setToolTip(help);
  button->setWhatsThis(help);
  return button;
}

}  // namespace

LoopFileBar::LoopFileBar(LoopDocument& document, QWidget* parent)
    : QWidget(parent), document_(document), asFiled_(document.settings()) {
  open_ = named(new QPushButton(tr("Open…")),
                tr("Opens a loop that was saved, or written for luce-cli simulate. It can be "
                   "undone."));
  save_ = named(new QPushButton(tr("Save…")),
                tr("Saves the loop's settings for luce-cli simulate and for others."));
  command_ = named(new QPushButton(tr("Copy command")),
                   tr("Copies the luce-cli command that plays this loop without the window."));
  auto* line = new QHBoxLayout(this);
  line->setContentsMargins(4, 4, 4, 0);
  line->setSpacing(3);
  for (QWidget* button : {open_, save_, command_}) line->addWidget(button, 1);
  addHistory(*line);
  connect(open_, &QPushButton::clicked, this, [this] { chooseFile(false); });
  connect(save_, &QPushButton::clicked, this, [this] { chooseFile(true); });
  connect(command_, &QPushButton::clicked, this, [this] {
    QApplication::clipboard()->setText(command());
    Q_EMIT told(tr("The command is on the clipboard."));
  });
}

void LoopFileBar::addHistory(QHBoxLayout& line) {
  auto* undo = new QToolButton;
  auto* redo = new QToolButton;
  undo->setDefaultAction(document_.undoStack().createUndoAction(this, tr("Undo")));
  redo->setDefaultAction(document_.undoStack().createRedoAction(this, tr("Redo")));
  undo->defaultAction()->setIcon(icon("undo"));
  redo->defaultAction()->setIcon(icon("redo"));
  undo->setAccessibleName(tr("Undo a change of the loop"));
  redo->setAccessibleName(tr("Redo a change of the loop"));
  undo->setWhatsThis(tr("Takes back the last change of the loop's settings (Ctrl+Z)."));
  redo->setWhatsThis(tr("Makes the change again that was taken back."));
  line.addWidget(undo);
  line.addWidget(redo);
}

void LoopFileBar::openFile(const QString& file) {
  try {
    document_.open(file);
    file_ = file;
    asFiled_ = document_.settings();
  } catch (const std::exception& error) {
    Q_EMIT failed({tr("The feedback loop could not be opened"), error.what(), {}});
  }
}

void LoopFileBar::saveFile(const QString& file) {
  try {
    document_.save(file);
    file_ = file;
    asFiled_ = document_.settings();
    Q_EMIT told(tr("Saved as %1.").arg(QFileInfo(file).fileName()));
  } catch (const std::exception& error) {
    Q_EMIT failed({tr("The feedback loop could not be saved"), error.what(), {}});
  }
}

void LoopFileBar::chooseFile(bool save) {
  FileQuestion question{.title = tr("Open a feedback loop"),
                        .filters = {tr("Feedback loops (*.json)")}};
  if (save) {
    question.what = FileQuestion::For::Saving;
    question.title = tr("Save the feedback loop");
    question.place = file_.isEmpty() ? QString("loop.json") : file_;
  }
  askForFile(this, question,
             [this, save](const QString& file) { save ? saveFile(file) : openFile(file); });
}

QString LoopFileBar::command() const {
  if (!file_.isEmpty() && asFiled_ == document_.settings()) {
    return QString("luce-cli simulate %1").arg(shellWord(QDir::toNativeSeparators(file_)));
  }
  // From its standard input, so that no file of the person's is written over.
  const QString document = QString::fromStdString(loopToJson(document_.settings()));
  return QString("luce-cli simulate - <<'%1'\n%2\n%1\n")
      .arg(endMark(document, QStringLiteral("LOOP")), document);
}

}  // namespace luce::desktop
