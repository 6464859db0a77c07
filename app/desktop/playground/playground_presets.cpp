#include "app/desktop/playground/playground_presets.h"

#include <QCoreApplication>
#include <QFile>
#include <array>

#include "core/playground/blackboard_document.h"

namespace luce::desktop {

namespace {

struct Entry {
  const char* file;
  const char* title;
  const char* lesson;
};

constexpr std::array<Entry, 7> kEntries{{
    {"disliked_click", QT_TRANSLATE_NOOP("Playground", "A click that logging disliked"),
     QT_TRANSLATE_NOOP(
         "Playground",
         "D was clicked, but logging hardly ever placed it first: its ratio explodes, "
         "and under IPS its arrow with it. Choose PPO clip: the ratio is far beyond "
         "1 + ε, so D no longer pulls at all. Under CISPO it pulls, but does not "
         "shout.")},
    {"negative_advantage", QT_TRANSLATE_NOOP("Playground", "Negative advantage"),
     QT_TRANSLATE_NOOP(
         "Playground",
         "C was hidden by the user, which counts −2, and logging rarely showed it: "
         "PPO clip pushes it down with all of its ratio. Dual clip lets go of it, ECPO "
         "bounds the ratio. Step and see who gains what C loses.")},
    {"kl_holds", QT_TRANSLATE_NOOP("Playground", "KL holds"),
     QT_TRANSLATE_NOOP(
         "Playground",
         "The reward pulls A up; KL pulls back the more, the further π has moved from "
         "the supervised policy. Play until nothing moves: there both arrows are of "
         "one length. Drag β, and the policy goes on or comes back.")},
    {"uniform_logging", QT_TRANSLATE_NOOP("Playground", "Uniform logging"),
     QT_TRANSLATE_NOOP("Playground",
                       "Logging drew by lot, so all ratios are π·N and none explodes. Drag one "
                       "propensity down and see what a logging policy with tastes does to the "
                       "arrow of that candidate.")},
    {"equal_rewards", QT_TRANSLATE_NOOP("Playground", "All rewards equal"),
     QT_TRANSLATE_NOOP(
         "Playground",
         "Every candidate was clicked: GRPO compares them and finds no difference, so "
         "there is no gradient. Take one click away and arrows appear; or choose IPS, "
         "which pushes even where there is nothing to choose.")},
    {"one_drawn", QT_TRANSLATE_NOOP("Playground", "Only the drawn item is known"),
     QT_TRANSLATE_NOOP(
         "Playground",
         "A bandit log: the logging policy drew B, and only B's action is seen. One "
         "row has no group to be compared with, so GRPO stays still; IPS and PPO clip "
         "move. Click another name to have it drawn.")},
    {"observed_rows", QT_TRANSLATE_NOOP("Playground", "Observed against article rows"),
     QT_TRANSLATE_NOOP("Playground",
                       "All items were shown, so all actions are known whatever logging would have "
                       "drawn. Under the rows “observed” the arrows follow the expected reward; "
                       "choose “article” and what logging disliked pulls hardest.")},
}};

QString translated(const char* text) {
  return QCoreApplication::translate("Playground", text);
}

}  // namespace

std::size_t playgroundPresetCount() {
  return kEntries.size();
}

PlaygroundPreset playgroundPreset(std::size_t number) {
  const Entry& entry = kEntries[number];
  QFile file(QString(":/luce/playground/%1.json").arg(entry.file));
  file.open(QIODevice::ReadOnly);
  return {translated(entry.title), translated(entry.lesson),
          boardFromJson(file.readAll().toStdString())};
}

}  // namespace luce::desktop
