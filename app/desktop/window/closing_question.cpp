#include "app/desktop/window/closing_question.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

#include "app/desktop/core_words.h"

namespace luce::desktop {

namespace {

QString tr(const char* text) {
  return QCoreApplication::translate("luce::desktop", text);
}

struct Question {
  QString title, text;
};

bool holdsBack(const Study& study, LoopPage& loop, QueuePanel& queue) {
  return study.training() || study.preparing() || study.comparing() || loop.player().playing() ||
         study.lost() || queue.queue().waiting() > 0;
}

Question questionOf(const Study& study, bool plays, bool waits) {
  if (study.training()) {
    return {tr("Training goes on"),
            tr("Stop the training and quit? The run keeps its best weights so far.")};
  }
  if (study.preparing()) {
    return {tr("A training is about to begin"),
            tr("Quit before it begins? The run that is being prepared is not kept.")};
  }
  if (study.comparing()) {
    return {tr("Schemes are being compared"),
            tr("Stop the comparison and quit? Its finished runs stay in the workspace; the one in "
               "training keeps its best weights so far.")};
  }
  if (plays) return {tr("The feedback loop plays"), tr("Quit?")};
  if (study.lost()) return {tr("The workspace is not in its place"), tr("Quit?")};
  if (waits) return {tr("Runs wait in the queue"), tr("Quit?")};
  return {tr("Nothing goes on any more"), tr("It is done. Quit?")};
}

void ask(QMessageBox& box, const Study& study, LoopPage& loop, QueuePanel& queue) {
  const Question question = questionOf(study, loop.player().playing(), queue.queue().waiting() > 0);
  QStringList lines{question.text, loop.closingText(), queue.closingText(),
                    wordsOfCore(study.whyLost())};
  lines.removeAll(QString());
  box.setWindowTitle(question.title);
  box.setText(lines.join('\n'));
}

}  // namespace

bool mayClose(Study& study, LoopPage& loop, QueuePanel& queue, QWidget* window) {
  if (!holdsBack(study, loop, queue)) return true;
  QMessageBox box(QMessageBox::Question, {}, {}, QMessageBox::Yes | QMessageBox::Cancel, window);
  // What is asked about may begin or end while the question stands; whoever was asked answers.
  const auto follow = [&] { ask(box, study, loop, queue); };
  follow();
  QObject::connect(&study, &Study::trainingBegan, &box, follow);
  QObject::connect(&study, &Study::trainingEnded, &box, follow);
  QObject::connect(&study, &Study::comparisonEnded, &box, follow);
  QObject::connect(&loop.player(), &LoopPlayer::changed, &box, follow);
  box.exec();
  if (box.clickedButton() != box.button(QMessageBox::Yes)) return false;
  queue.queue().setPaused(true);
  loop.player().stop();
  study.finishTraining();
  return true;
}

}  // namespace luce::desktop
