#include "app/desktop/window/progress_strip.h"

#include "app/desktop/core_words.h"
#include "app/desktop/steady_room.h"
#include "app/desktop/study/post.h"

namespace luce::desktop {

namespace {

constexpr int kFull = 1000;
constexpr int kBarWidth = 220;
constexpr int kMargin = 8;

QString timeLeft(double seconds) {
  if (seconds < 60) return ProgressStrip::tr("%1 s left").arg(static_cast<int>(seconds + 1));
  return ProgressStrip::tr("%1 min left").arg(static_cast<int>(seconds / 60 + 1));
}

}  // namespace

ProgressStrip::ProgressStrip(QToolBar& bar)
    : QObject(&bar),
      bar_(new QProgressBar),
      stage_(new QLabel),
      cancel_(new QPushButton(tr("Cancel"))) {
  stage_->setContentsMargins(kMargin, 0, kMargin, 0);
  stage_->setAccessibleName(tr("What goes on"));
  bar_->setMaximumWidth(kBarWidth);
  bar_->setRange(0, kFull);
  bar_->setAccessibleName(tr("Progress"));
  cancel_->setWhatsThis(tr("Ends what goes on; nothing is changed by what was not finished."));
  cancel_->setToolTip(cancel_->whatsThis());
  barAction_ = bar.addWidget(bar_);
  bar.addWidget(new SteadyRoom(stage_));
  cancelAction_ = bar.addWidget(cancel_);
  connect(cancel_, &QPushButton::clicked, this, &ProgressStrip::cancelAsked);
}

void ProgressStrip::setState(bool shown, bool cancels, bool measured) {
  barAction_->setVisible(shown);
  cancelAction_->setVisible(cancels);
  bar_->setRange(0, measured ? kFull : 0);
  if (!shown) stage_->clear();
}

void ProgressStrip::setStage(const QString& stage) {
  stage_->setText(wordsOfCore(stage));
}

void ProgressStrip::setProgress(double fraction, const QString& stage) {
  bar_->setValue(static_cast<int>(kFull * fraction));
  stage_->setText(wordsOfCore(stage));
}

void ProgressStrip::showSnapshot(const TrainingSnapshot& snapshot) {
  if (snapshot.steps > 0) {
    // A bar paints itself, and all that waits to be painted, at once: so it comes last.
    post(bar_, [bar = bar_, value = static_cast<int>(kFull * snapshot.step / snapshot.steps)] {
      bar->setValue(value);
    });
  }
  const QString phase = snapshot.paused
                            ? tr("paused")
                            : wordsOfCore(QString::fromStdString(toString(snapshot.phase)));
  stage_->setText(
      tr("%1 · step %L2 of %L3 · %4 · %5")
          .arg(phase)
          .arg(snapshot.step)
          .arg(snapshot.steps)
          .arg(timeLeft(snapshot.secondsLeft), QString::fromStdString(snapshot.device)));
}

}  // namespace luce::desktop
