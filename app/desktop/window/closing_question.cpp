#include "app/desktop/window/closing_question.h"

#include <QCoreApplication>
#include <QMessageBox>

#include "app/desktop/core_words.h"

namespace luce::desktop {

namespace {

QString tr(const char* text) {
  return QCoreApplication::translate("luce::desktop", text);
}

struct Question {
  QString title, text;
};

Question questionOf(const Study& study, bool plays) {
  if (study.training() || study.preparing()) {
    return {tr("Training goes on"),
            tr("Stop the training and quit? The run keeps its best weights so far.")};
  }
  if (study.comparing()) {
    return {tr("Schemes are being compared"),
            tr("Stop the comparison and quit? Its finished runs stay in the workspace; the one in "
               "training keeps its best weights so far.")};
  }
  return {plays          ? tr("The feedback loop plays")
          : study.lost() ? tr("The workspace is not in its place")
                         : tr("Runs wait in the queue"),
          tr("Quit?")};
}

}  // namespace

bool mayClose(Study& study, LoopPage& loop, QueuePanel& queue, QWidget* window) {
  const bool plays = loop.player().playing();
  if (!study.training() && !study.preparing() && !study.comparing() && !plays && !study.lost() &&
      queue.queue().waiting() == 0) {
    return true;
  }
  const Question question = questionOf(study, plays);
  QStringList lines{question.text, loop.closingText(), queue.closingText(),
                    wordsOfCore(study.whyLost())};
  lines.removeAll(QString());
  const auto answer = QMessageBox::question(window, question.title, lines.join('\n'),
                                            QMessageBox::Yes | QMessageBox::Cancel);
  if (answer != QMessageBox::Yes) return false;
  queue.queue().setPaused(true);
  loop.player().stop();
  study.finishTraining();
  return true;
}

}  // namespace luce::desktop
