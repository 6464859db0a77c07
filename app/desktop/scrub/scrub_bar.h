// A thin bar above the charts of an opened run: a slider over its trail, and a button that plays
// it. Space plays and pauses, Home and End go to the first and last step, Escape back to the
// weights that the run keeps.
#pragma once

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QToolButton>
#include <QWidget>

#include "app/desktop/scrub/trail_player.h"

namespace luce::desktop {

class ScrubBar : public QWidget {
  Q_OBJECT

 public:
  explicit ScrubBar(Study& study, QWidget* parent = nullptr);

  TrailPlayer& player() { return player_; }
  QSlider& slider() { return *slider_; }
  QToolButton& playButton() { return *play_; }
  QPushButton& keptButton() { return *kept_; }
  /// Makes the experiment start from the weights that are shown.
  QPushButton& startHereButton() { return *startHere_; }
  QLabel& label() { return *label_; }

 Q_SIGNALS:
  /// See TrailPlayer::stepShown.
  void stepShown(qint64 step);
  void told(QString message);

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void showTrail();
  void showStep();
  void showPlaying();
  void togglePlaying();
  void startHere();
  QString textOf(qint64 step) const;

  Study& study_;
  TrailPlayer player_;
  QToolButton* play_;
  QSlider* slider_;
  QLabel* label_;
  QComboBox* speed_;
  QPushButton* kept_;
  QPushButton* startHere_;
};

}  // namespace luce::desktop
