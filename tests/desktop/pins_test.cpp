// Pinned slates in the real window.
#include <gmock/gmock.h>

#include <cmath>

#include "app/desktop/kept_settings.h"
#include "app/desktop/main_window.h"
#include "tests/desktop/listener.h"

namespace luce::desktop {
namespace {

using testing::ElementsAre;

class PinsTest : public testing::Test {
 protected:
  void SetUp() override {
    KeptSettings().clear();
    ASSERT_TRUE(openSampleLog(study_, listener_));
  }

  void pin(std::uint32_t slate) {
    study_.showSlate(slate);
    pins_.pinAction().trigger();
  }
  std::vector<double> policies(std::size_t card) {
    std::vector<double> policies;
    for (const MiniPolicyChart::Bar& bar : pins_.cards()[card]->chart().bars()) {
      policies.push_back(bar.policy);
    }
    return policies;
  }

  MainWindow window_;
  Study& study_ = window_.study();
  Listener listener_{study_};
  PinStrip& pins_ = window_.pins();
};

TEST_F(PinsTest, AreShownWithTheLogsOwnFactsBeforeTraining) {
  EXPECT_TRUE(pins_.isHidden());
  pin(3);
  pin(0);
  EXPECT_FALSE(pins_.isHidden());
  ASSERT_EQ(pins_.cards().size(), 2u);
  ASSERT_TRUE(waitFor([&] { return pins_.cards()[1]->chart().bars().size() == 10; }));
  // Of slate-1 the fifth line in place 5 states 0.122975833.
  EXPECT_NEAR(pins_.cards()[1]->chart().bars()[4].logging, 0.122975833, 1e-9);
  EXPECT_TRUE(std::isnan(policies(1)[0]));
  EXPECT_TRUE(pins_.pinAction().isChecked());
  study_.showSlate(7);
  EXPECT_FALSE(pins_.pinAction().isChecked());
  QTest::mouseClick(pins_.cards()[0], Qt::LeftButton);
  EXPECT_EQ(study_.slate(), 3u);
  EXPECT_TRUE(pins_.pinAction().isChecked());
  pins_.pinAction().trigger();
  EXPECT_THAT(pins_.pinned().slates(), ElementsAre(0));
  QTest::mouseClick(&pins_.cards()[0]->unpinButton(), Qt::LeftButton);
  EXPECT_TRUE(pins_.cards().empty());
  EXPECT_TRUE(pins_.isHidden());
}

TEST_F(PinsTest, FollowTrainingAndSlidersAndTheRunThatIsOpened) {
  pin(1);
  pin(2);
  study_.showSlate(500);
  Experiment experiment = quickExperiment(study_);
  experiment.schedule.alignmentEpochs = 100'000;
  study_.changeExperiment(experiment, "long run", 1);
  study_.startTraining("long");
  ASSERT_TRUE(waitFor([&] {
    return policies(0).size() == 10 && !std::isnan(policies(0)[0]) && policies(1).size() == 10 &&
           !std::isnan(policies(1)[0]);
  })) << "while training";
  const std::vector<double> early = policies(0);
  ASSERT_TRUE(waitFor([&] { return policies(0) != early; })) << "the weights move";
  Experiment hot = study_.experiment();
  hot.temperature = 1000;
  study_.changeExperiment(hot, "temperature", 2);
  ASSERT_TRUE(waitFor([&] {
    return std::abs(policies(0)[0] - 0.1) < 0.001 && std::abs(policies(1)[0] - 0.1) < 0.001;
  })) << "so hot a policy is uniform over ten candidates";
  study_.stopTraining();
  ASSERT_TRUE(waitFor([&] { return study_.run() != nullptr && !study_.busy(); }));
  // Neither slate is among the held-out ones that the run was opened with.
  const std::vector<std::uint32_t>& heldOut = study_.run()->predictions->slates;
  EXPECT_FALSE(std::binary_search(heldOut.begin(), heldOut.end(), 1u));
  Experiment cold = study_.experiment();
  cold.temperature = 0.01;
  study_.changeExperiment(cold, "temperature", 3);
  ASSERT_TRUE(waitFor([&] { return policies(0)[0] > 0.15 && policies(1)[0] > 0.15; }));
  study_.showSlate(1);
  const SlateTable& table = *study_.dataset()->table;
  ASSERT_TRUE(waitFor([&] {
    return listener_.predicted &&
           listener_.candidates[0].item == table.catalogue().keys[table.item(1, 0)];
  }));
  double most = 0;
  for (const CandidateView& candidate : listener_.candidates) {
    most = std::max(most, candidate.policy);
  }
  EXPECT_NEAR(policies(0)[0], most, 1e-6) << "the card and the chart show the same slate";
}

TEST_F(PinsTest, AreRememberedWithTheDataset) {
  pin(11);
  pin(4);
  const QString file = study_.workspace()->file;
  MainWindow later;
  const Listener listener(later.study());
  later.study().openFiles({file});
  ASSERT_TRUE(waitFor([&] { return later.study().dataset() != nullptr && listener.views > 0; }));
  EXPECT_THAT(later.pins().pinned().slates(), ElementsAre(11, 4));
  ASSERT_TRUE(waitFor([&] { return later.pins().cards()[0]->chart().bars().size() == 10; }));
}

TEST_F(PinsTest, HaveAMost) {
  for (std::uint32_t slate = 0; slate < 40; ++slate) pins_.pinned().pin(slate);
  EXPECT_EQ(pins_.cards().size(), PinnedSlates::kMost);
  study_.showSlate(39);
  EXPECT_FALSE(pins_.pinAction().isEnabled());
  study_.showSlate(1);
  EXPECT_TRUE(pins_.pinAction().isEnabled()) << "it can be taken away";
}

}  // namespace
}  // namespace luce::desktop
