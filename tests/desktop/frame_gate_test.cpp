#include "app/desktop/study/frame_gate.h"

#include <gtest/gtest.h>

#include <string>

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

}  // namespace
}  // namespace luce::desktop
