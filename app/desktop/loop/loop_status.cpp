#include "app/desktop/loop/loop_status.h"

#include <QCoreApplication>

namespace luce::desktop {

namespace {

QString tr(const char* text) {
  return QCoreApplication::translate("luce::desktop", text);
}

}  // namespace

QString loopStatus(const LoopPlayer& player) {
  const int rounds = player.settings().rounds, played = player.roundsPlayed();
  if (player.keeping()) return tr("Keeping the loop…");
  switch (player.state()) {
    case LoopPlayer::State::Empty:
      return tr("Nothing played yet");
    case LoopPlayer::State::Paused:
      return tr("Paused after round %1 of %2").arg(played).arg(rounds);
    case LoopPlayer::State::Finished:
      return tr("All %1 rounds are played").arg(rounds);
    case LoopPlayer::State::Playing:
      break;
  }
  if (player.stopping()) return tr("Breaking round %1 off…").arg(played + 1);
  const LoopProgress& progress = player.progress();
  const std::size_t rankers = player.settings().rankers.size();
  QString text = tr("Round %1 of %2, %3 of %4 rankers")
                     .arg(progress.round + 1)
                     .arg(rounds)
                     .arg(progress.done)
                     .arg(progress.all);
  if (progress.all > rankers) text += tr(" (%1 seeds)").arg(player.settings().seeds);
  return player.pausing() ? tr("%1; then a pause").arg(text) : text;
}

}  // namespace luce::desktop
