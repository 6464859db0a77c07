// What keeps the window from being drawn more often than training can spare.
#include "app/desktop/study/frame_gate.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QHBoxLayout>
#include <string>

#include "app/desktop/charts/step_axis.h"
#include "app/desktop/window/steady_room.h"

namespace luce::desktop {
namespace {

using Answer = FrameGate::Answer;

TEST(FrameGate, HoldsTheLatestAnswerOfEachKindForTheNextPicture) {
  FrameGate gate;
  std::string shown;
  const auto pass = [&](Answer answer, char letter) {
    gate.pass(answer, [&shown, letter] { shown += letter; });
  };
  pass(Answer::Slate, 'a');
  EXPECT_EQ(shown, "a") << "nothing is trained";
  gate.close();
  pass(Answer::Estimate, 'b');
  pass(Answer::Slate, 'c');
  pass(Answer::Slate, 'd');
  EXPECT_EQ(shown, "a");
  gate.showWaiting();
  EXPECT_EQ(shown, "adb");
  gate.showWaiting();
  EXPECT_EQ(shown, "adb") << "each answer is shown once";
  pass(Answer::Summary, 'e');
  gate.open();
  EXPECT_EQ(shown, "adbe") << "nothing is lost at the end of a training";
}

TEST(FrameGate, WhatAPersonAsksForIsShownAtOnceInPlaceOfWhatWaits) {
  FrameGate gate;
  std::string shown;
  gate.close();
  gate.pass(Answer::Summary, [&] { shown += 'a'; });
  gate.hurry();
  gate.pass(Answer::Summary, [&] { shown += 'b'; });
  EXPECT_EQ(shown, "b");
  gate.showWaiting();
  EXPECT_EQ(shown, "b") << "an older answer does not come after a newer one";
}

/// Counts how often its layout was asked for anew.
class Counter : public QWidget {
 public:
  int requests = 0;

 protected:
  bool event(QEvent* event) override {
    if (event->type() == QEvent::LayoutRequest) ++requests;
    return QWidget::event(event);
  }
};

/// What is asked for while events are handled is done in the next turn.
void settle() {
  for (int turn = 0; turn < 3; ++turn) QApplication::processEvents();
}

TEST(SteadyRoom, AsksForAnotherLayoutOnlyWhereTheTextNoLongerFits) {
  Counter window;
  auto* label = new QLabel("12345678");
  auto* room = new SteadyRoom(label);
  auto* layout = new QHBoxLayout(&window);
  layout->addWidget(room);
  layout->addStretch();
  window.resize(800, 60);
  window.show();
  settle();
  EXPECT_EQ(label->size(), room->size());
  const int before = room->width();
  window.requests = 0;
  for (const char* text : {"87654321", "1", "1234"}) {
    label->setText(text);
    settle();
  }
  EXPECT_EQ(window.requests, 0);
  EXPECT_EQ(room->width(), before);

  label->setText("a text that is several times as long as the first");
  settle();
  EXPECT_GT(window.requests, 0);
  EXPECT_GE(room->width(), label->sizeHint().width());
  label->clear();
  settle();
  EXPECT_LT(room->width(), before) << "an empty text gives its room back";
}

TEST(SteadyRoom, HasRoomForATextThatCameWhileItWasHidden) {
  QWidget window;
  auto* group = new QWidget(&window);
  auto* label = new QLabel;
  auto* layout = new QHBoxLayout(group);
  layout->addWidget(new SteadyRoom(label));
  layout->addStretch();
  auto* outer = new QHBoxLayout(&window);
  outer->addWidget(group);
  window.resize(800, 60);
  window.show();
  settle();
  group->hide();
  settle();
  label->setText("a text of some length");
  group->show();
  settle();
  EXPECT_GE(label->width(), label->sizeHint().width());
}

TEST(SteadyRoom, GrowsInHeightForATextThatWraps) {
  QWidget window;
  auto* label = new QLabel("short");
  label->setWordWrap(true);
  auto* layout = new QVBoxLayout(&window);
  auto* room = new SteadyRoom(label);
  layout->addWidget(room);
  layout->addStretch();
  window.resize(200, 400);
  window.show();
  settle();
  const int before = room->height();
  label->setText(QString("word ").repeated(60));
  settle();
  EXPECT_GE(room->height(), label->heightForWidth(room->width()));
  EXPECT_GT(room->height(), 2 * before);
}

TEST(RoomForSteps, IsARoundNumberWhileStepsComeAndExactInTheEnd) {
  EXPECT_EQ(roomForSteps(0, 0), 1);
  EXPECT_EQ(roomForSteps(0, 1000), 1);
  EXPECT_EQ(roomForSteps(110, 1000), 120);
  EXPECT_EQ(roomForSteps(120, 1000), 120);
  EXPECT_EQ(roomForSteps(121, 1000), 140);
  EXPECT_EQ(roomForSteps(801, 100'000), 1000);
  EXPECT_EQ(roomForSteps(41'000, 45'500), 45'500) << "no more steps will come";
  EXPECT_EQ(roomForSteps(43'217, 43'217), 43'217);
  EXPECT_EQ(roomForSteps(43'217, 0), 43'217) << "no steps are expected";
}

}  // namespace
}  // namespace luce::desktop
