#include "app/desktop/scrub/scrub_bar.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QSignalBlocker>
#include <QStyle>
#include <algorithm>

#include "app/desktop/core_words.h"
#include "app/desktop/elided_label.h"
#include "app/desktop/study/run_history.h"
#include "app/desktop/theme.h"

namespace luce::desktop {

ScrubBar::ScrubBar(Study& study, QWidget* parent)
    : QWidget(parent),
      study_(study),
      player_(study),
      play_(new QToolButton),
      slider_(new QSlider(Qt::Horizontal)),
      label_(new ElidedLabel),
      speed_(new QComboBox),
      kept_(new QPushButton(tr("Kept weights"))),
      startHere_(new QPushButton(tr("Start here"))) {
  play_->setAccessibleName(tr("Play the run"));
  play_->setWhatsThis(tr("Goes along the trail of the run and shows each step's policy."));
  slider_->setTickPosition(QSlider::TicksBelow);
  slider_->setTickInterval(1);
  slider_->setPageStep(5);
  slider_->setAccessibleName(tr("Step of the run"));
  slider_->setObjectName("scrub");
  slider_->setWhatsThis(
      tr("Which weights of the run are shown: its policy on the slate, its ratios and its estimate "
         "as they were at that step, with the value weights and the temperature of now."));
  for (const int speed : {2, 5, 10, 20}) speed_->addItem(tr("%1/s").arg(speed), speed);
  speed_->setCurrentIndex(1);
  speed_->setAccessibleName(tr("Speed of the replay"));
  speed_->setWhatsThis(tr("How many steps of the trail are shown in a second."));
  speed_->setToolTip(speed_->whatsThis());
  kept_->setToolTip(tr("Back to the weights that the run keeps (Escape)"));
  kept_->setWhatsThis(tr("Shows the policy of the weights that the run keeps again."));
  startHere_->setToolTip(tr("Let the next run start from the weights that are shown"));
  startHere_->setWhatsThis(
      tr("Changes the experiment so that its next run starts from the weights that are shown, with "
         "the same estimator; after warm-up, it goes on with alignment at once."));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(6, 2, 6, 2);
  row->addWidget(play_);
  // A share of the width whatever it says, so that the slider keeps its length while it moves.
  label_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  row->addWidget(slider_, 1);
  row->addWidget(label_, 1);
  row->addWidget(speed_);
  row->addWidget(kept_);
  row->addWidget(startHere_);

  connect(play_, &QToolButton::clicked, this, &ScrubBar::togglePlaying);
  connect(kept_, &QPushButton::clicked, &player_, &TrailPlayer::showKept);
  connect(startHere_, &QPushButton::clicked, this, &ScrubBar::startHere);
  connect(speed_, &QComboBox::currentIndexChanged, this,
          [this] { player_.setSpeed(speed_->currentData().toInt()); });
  connect(slider_, &QSlider::valueChanged, this, [this](int place) {
    player_.pause();
    player_.show(player_.steps()[static_cast<std::size_t>(place)]);
    showStep();
  });
  connect(&player_, &TrailPlayer::trailChanged, this, &ScrubBar::showTrail);
  connect(&player_, &TrailPlayer::playingChanged, this, &ScrubBar::showPlaying);
  connect(&player_, &TrailPlayer::stepShown, this, [this](qint64 step) {
    showStep();
    Q_EMIT stepShown(step);
  });
  connect(&player_, &TrailPlayer::told, this, &ScrubBar::told);
  showPlaying();
  showTrail();
}

void ScrubBar::keyPressEvent(QKeyEvent* event) {
  const std::vector<qint64>& steps = player_.steps();
  if (steps.empty()) return QWidget::keyPressEvent(event);
  switch (event->key()) {
    case Qt::Key_Space:
      togglePlaying();
      break;
    case Qt::Key_Home:
      player_.pause();
      player_.show(steps.front());
      break;
    case Qt::Key_End:
      player_.pause();
      player_.show(steps.back());
      break;
    case Qt::Key_Escape:
      player_.showKept();
      break;
    default:
      QWidget::keyPressEvent(event);
  }
}

void ScrubBar::togglePlaying() {
  if (player_.playing()) {
    player_.pause();
  } else {
    player_.play();
  }
}

void ScrubBar::startHere() {
  if (study_.run() == nullptr) return;
  const RunView& run = *study_.run();
  const bool kept = player_.step() == TrailPlayer::kKept;
  Experiment experiment = study_.experiment();
  experiment.start.emplace().run = run.record.name;
  if (!kept) experiment.start->step = player_.step();
  experiment.estimator = run.experiment.estimator;
  const qint64 step = kept ? run.keptStep : player_.step();
  if (step >= lastSupervisedStep(run.heldOut)) experiment.schedule.supervisedEpochs = 0;
  constexpr int kOwnStep = -1;
  study_.changeExperiment(experiment, tr("start from step %L1").arg(step), kOwnStep);
}

void ScrubBar::showPlaying() {
  const bool playing = player_.playing();
  play_->setIcon(style()->standardIcon(playing ? QStyle::SP_MediaPause : QStyle::SP_MediaPlay));
  play_->setToolTip(playing ? tr("Pause (Space)") : tr("Play the run (Space)"));
}

void ScrubBar::showTrail() {
  const bool any = !player_.steps().empty();
  const QSignalBlocker quiet(slider_);
  slider_->setRange(0, std::max(0, static_cast<int>(player_.steps().size()) - 1));
  for (QWidget* widget :
       {static_cast<QWidget*>(play_), static_cast<QWidget*>(slider_), static_cast<QWidget*>(speed_),
        static_cast<QWidget*>(kept_), static_cast<QWidget*>(startHere_)}) {
    widget->setVisible(any);
  }
  setVisible(any || !player_.whyNone().isEmpty());
  showStep();
}

void ScrubBar::showStep() {
  const std::vector<qint64>& steps = player_.steps();
  const bool kept = player_.step() == TrailPlayer::kKept;
  kept_->setEnabled(!kept);
  if (steps.empty() || study_.run() == nullptr) {
    label_->setText(wordsOfCore(player_.whyNone()));
    return;
  }
  const qint64 step = kept ? study_.run()->keptStep : player_.step();
  label_->setText(kept ? tr("kept: %1").arg(textOf(step)) : textOf(step));
  label_->setToolTip(label_->text());
  const QSignalBlocker quiet(slider_);
  const auto place = std::upper_bound(steps.begin(), steps.end(), step) - steps.begin();
  slider_->setValue(std::max(0, static_cast<int>(place) - 1));
}

QString ScrubBar::textOf(qint64 step) const {
  const std::vector<HeldOutPoint>& points = study_.run()->heldOut;
  const bool aligned = step > lastSupervisedStep(points);
  QString text = tr("step %L1 · %2").arg(step).arg(aligned ? tr("aligned") : tr("supervised"));
  if (const auto estimate = keptEstimate(points, step)) {
    text += tr(" · held out %1").arg(theme::number(estimate->value));
  }
  return text;
}

}  // namespace luce::desktop
