#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>

#include "app/desktop/main_window.h"
#include "app/desktop/scrub/kept_weights_note.h"
#include "app/desktop/scrub/prediction_cache.h"
#include "app/desktop/scrub/scrub_bar.h"
#include "core/estimator/estimator.h"
#include "core/policy/policy_view.h"
#include "tests/desktop/listener.h"

namespace luce::desktop {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

class ScrubTest : public testing::Test {
 protected:
  void SetUp() override {
    QObject::connect(&bar_, &ScrubBar::stepShown, &study_,
                     [this](qint64 step) { shown_.push_back(step); });
  }

  /// A run of two supervised and two aligned epochs, opened with its trail.
  bool trainAndOpen() {
    if (!openSampleLog(study_, listener_) || !trainQuickRun(study_, "first")) return false;
    return waitFor([&] { return !bar_.player().steps().empty(); });
  }

  /// The weights of a step, or those that the run keeps, read anew.
  Estimator freshEstimator(qint64 step) const {
    const Workspace workspace =
        Workspace::open(study_.workspace()->file.toStdString(), Access::Read);
    const std::int64_t run = workspace.run("first").id;
    const auto content = step == TrailPlayer::kKept ? workspace.loadCheckpoint(run, "result")
                                                    : workspace.loadTrail(run, step);
    return Estimator::fromCheckpoint(*content);
  }

  /// Waits until the slate is shown as those weights see it.
  bool showsTheSlateOf(qint64 step, std::uint32_t slate) {
    const std::vector<std::uint32_t> slates{slate};
    const SlateTable& table = *study_.dataset()->table;
    const std::vector<CandidateView> expected =
        viewSlate(table, freshEstimator(step).predict(table, slates), 0, study_.policySettings());
    return waitFor([&] {
      return listener_.predicted && listener_.candidates.size() == expected.size() &&
             std::equal(expected.begin(), expected.end(), listener_.candidates.begin(),
                        [](const CandidateView& a, const CandidateView& b) {
                          return a.item == b.item && std::abs(a.policy - b.policy) < 1e-6 &&
                                 std::abs(a.score - b.score) < 1e-6;
                        });
    });
  }

  Study study_;
  Listener listener_{study_};
  ScrubBar bar_{study_};
  std::vector<qint64> shown_;
};

TEST_F(ScrubTest, ShowsThePolicyOfThatStepEverywhere) {
  ASSERT_TRUE(trainAndOpen());
  TrailPlayer& player = bar_.player();
  const std::vector<qint64>& steps = player.steps();
  // The random weights and one checkpoint an epoch.
  ASSERT_EQ(steps.size(), 5u);
  EXPECT_EQ(steps.front(), 0);
  EXPECT_FALSE(bar_.isHidden());
  EXPECT_EQ(bar_.slider().maximum(), 4);
  const std::uint32_t slate = *study_.slate();

  for (const int place : {1, 0, 4}) {
    const qint64 step = steps[static_cast<std::size_t>(place)];
    bar_.slider().setValue(place);
    ASSERT_TRUE(waitFor([&] { return study_.shownStep() == step; }));
    EXPECT_TRUE(showsTheSlateOf(step, slate)) << step;
    EXPECT_EQ(shown_.back(), step);
    // Held-out slates: ratios and estimate.
    const Predictions heldOut =
        freshEstimator(step).predict(*study_.dataset()->table, study_.run()->predictions->slates);
    EXPECT_EQ(study_.predictions()->probabilities, heldOut.probabilities);
    const PolicyReport report = evaluatePredictions(*study_.dataset()->table, heldOut,
                                                    study_.policySettings(), nullptr, {});
    EXPECT_TRUE(waitFor([&] {
      return listener_.report &&
             listener_.report->estimate.snips().value == report.estimate.snips().value;
    })) << step;
  }

  // The estimate of the last step is what training told of it.
  const HeldOutPoint& last = study_.run()->heldOut.back();
  EXPECT_EQ(last.step, steps.back());
  EXPECT_NEAR(listener_.report->estimate.snips().value, last.estimate.snips().value, 1e-9);
  EXPECT_THAT(bar_.label().text().toStdString(), HasSubstr("aligned"));
}

TEST_F(ScrubTest, FollowsAnotherSlateAndGoesBackToTheKeptWeights) {
  ASSERT_TRUE(trainAndOpen());
  const std::uint32_t first = *study_.slate();
  // One of the test slates and one of the held-out ones.
  const std::vector<std::uint32_t> slates{
      splitSlates(*study_.dataset()->table, study_.experiment().split).test.front(),
      study_.run()->predictions->slates.front()};
  bar_.player().show(0);
  for (const std::uint32_t slate : slates) {
    study_.showSlate(slate);
    EXPECT_TRUE(showsTheSlateOf(0, slate)) << slate;
  }
  study_.showSlate(first);
  EXPECT_TRUE(showsTheSlateOf(0, first));
  bar_.keptButton().click();
  EXPECT_FALSE(study_.shownStep());
  EXPECT_EQ(study_.predictions(), study_.run()->predictions);
  EXPECT_EQ(shown_.back(), TrailPlayer::kKept);
  EXPECT_TRUE(showsTheSlateOf(TrailPlayer::kKept, first));
  EXPECT_FALSE(bar_.keptButton().isEnabled());
}

TEST_F(ScrubTest, PinnedSlatesAreShownAsThatStepSeesThem) {
  ASSERT_TRUE(trainAndOpen());
  const SlateTable& table = *study_.dataset()->table;
  const Split split = splitSlates(table, study_.experiment().split);
  const std::vector<std::uint32_t> pinned{split.train[1], split.test[1], split.validation[1]};
  std::vector<SlateView> views;
  QObject::connect(&study_, &Study::pinnedViewed, &listener_.context,
                   [&](const auto& shown) { views = *shown; });
  const auto showsAll = [&](qint64 step, const std::vector<std::uint32_t>& slates) {
    std::vector<std::vector<CandidateView>> expected;
    for (const std::uint32_t slate : slates) {
      const std::vector<std::uint32_t> only{slate};
      expected.push_back(
          viewSlate(table, freshEstimator(step).predict(table, only), 0, study_.policySettings()));
    }
    return waitFor([&] {
      return views.size() == slates.size() &&
             std::equal(views.begin(), views.end(), expected.begin(),
                        [](const SlateView& view, const std::vector<CandidateView>& wanted) {
                          return view.predicted && std::abs(view.candidates->front().policy -
                                                            wanted.front().policy) < 1e-6;
                        });
    });
  };
  study_.setPinned(pinned);
  const std::vector<qint64> steps = bar_.player().steps();
  for (const qint64 step : {steps[1], steps[3]}) {
    bar_.player().show(step);
    EXPECT_TRUE(showsAll(step, pinned)) << step;
  }
  const std::vector<std::uint32_t> more{split.train[1], split.train[2]};
  study_.setPinned(more);
  EXPECT_TRUE(showsAll(steps[3], more)) << "pinned while the step is shown";
}

TEST_F(ScrubTest, TheNextRunStartsFromTheWeightsThatAreShown) {
  ASSERT_TRUE(trainAndOpen());
  const std::vector<qint64> steps = bar_.player().steps();
  const std::string name = "first";
  const auto startAt = [&](qint64 step) {
    bar_.player().show(step);
    bar_.startHereButton().click();
    return study_.experiment();
  };
  // The trail has the random weights, two epochs of warm-up and two of alignment.
  const Experiment early = startAt(steps[1]);
  EXPECT_EQ(early.start, (StartSettings{.run = name, .step = steps[1]}));
  EXPECT_EQ(early.schedule.supervisedEpochs, 2);
  EXPECT_EQ(startAt(steps[2]).schedule.supervisedEpochs, 0);
  const Experiment late = startAt(steps[3]);
  study_.startTraining("second");
  ASSERT_TRUE(waitFor([&] { return study_.run() && study_.run()->record.name == "second"; }));
  const Workspace workspace = Workspace::open(study_.workspace()->file.toStdString(), Access::Read);
  EXPECT_EQ(workspace.loadTrail(workspace.run("second").id, 0),
            workspace.loadTrail(workspace.run(name).id, steps[3]));
  EXPECT_EQ(experimentFromJson(workspace.run("second").experiment), late);
}

TEST_F(ScrubTest, PlaysEveryStepOnceAndStopsAtTheLast) {
  ASSERT_TRUE(trainAndOpen());
  bar_.show();
  bar_.player().setSpeed(50);
  const std::vector<qint64> steps = bar_.player().steps();
  QTest::keyClick(&bar_, Qt::Key_Space);
  EXPECT_TRUE(bar_.player().playing());
  ASSERT_TRUE(waitFor([&] { return !bar_.player().playing(); }));
  EXPECT_EQ(shown_, steps);
  QTest::keyClick(&bar_, Qt::Key_Home);
  ASSERT_TRUE(waitFor([&] { return study_.shownStep() == steps.front(); }));
  EXPECT_EQ(bar_.slider().value(), 0);
  QTest::keyClick(&bar_, Qt::Key_End);
  ASSERT_TRUE(waitFor([&] { return study_.shownStep() == steps.back(); }));
  QTest::keyClick(&bar_, Qt::Key_Escape);
  EXPECT_FALSE(study_.shownStep());
  bar_.playButton().click();
  QTest::keyClick(&bar_, Qt::Key_Space);
  EXPECT_FALSE(bar_.player().playing());
}

TEST_F(ScrubTest, ARunWithoutATrailSaysWhyAndATrainingEndsTheReplay) {
  EXPECT_TRUE(bar_.isHidden());
  ASSERT_TRUE(trainAndOpen());
  bar_.player().show(0);
  ASSERT_TRUE(waitFor([&] { return study_.shownStep() == 0; }));
  Experiment experiment = quickExperiment(study_);
  experiment.schedule.trail = false;
  study_.changeExperiment(experiment, "no trail", 1);
  study_.startTraining("second");
  ASSERT_TRUE(waitFor([&] { return study_.training(); }));
  EXPECT_FALSE(study_.shownStep());
  EXPECT_TRUE(bar_.isHidden());
  ASSERT_TRUE(waitFor([&] { return study_.run() && !bar_.player().whyNone().isEmpty(); }));
  EXPECT_THAT(bar_.player().steps(), IsEmpty());
  EXPECT_FALSE(bar_.isHidden());
  EXPECT_THAT(bar_.label().text().toStdString(), HasSubstr("no trail"));
  study_.openRun("first");
  ASSERT_TRUE(waitFor([&] { return !bar_.player().steps().empty(); }));
  EXPECT_FALSE(study_.shownStep());
}

TEST_F(ScrubTest, MarksTheStepInTheChartsOfTheWindow) {
  MainWindow window;
  Listener listener(window.study());
  ASSERT_TRUE(openSampleLog(window.study(), listener));
  ASSERT_TRUE(trainQuickRun(window.study(), "first"));
  TrailPlayer& player = window.scrubBar().player();
  ASSERT_TRUE(waitFor([&] { return !player.steps().empty(); }));
  player.show(player.steps()[1]);
  ASSERT_TRUE(waitFor([&] { return window.workbench().crosshair().step().has_value(); }));
  EXPECT_EQ(*window.workbench().crosshair().step(), static_cast<double>(player.steps()[1]));
  const auto saysThatItMeansTheKeptWeights = [](QWidget& page) {
    const auto* note = page.findChild<KeptWeightsNote*>();
    return note != nullptr && !note->isHidden();
  };
  EXPECT_TRUE(saysThatItMeansTheKeptWeights(window.evaluation()));
  EXPECT_TRUE(saysThatItMeansTheKeptWeights(window.whatIf()));
  EXPECT_THAT(window.evaluation().findChild<KeptWeightsNote*>()->text().toStdString(),
              HasSubstr(QLocale().toString(player.steps()[1]).toStdString()));
  player.showKept();
  EXPECT_FALSE(window.workbench().crosshair().step());
  EXPECT_FALSE(saysThatItMeansTheKeptWeights(window.evaluation()));
  EXPECT_FALSE(saysThatItMeansTheKeptWeights(window.whatIf()));
}

std::shared_ptr<const Predictions> madeUp(std::size_t numbers) {
  Predictions predictions;
  predictions.probabilities.resize(numbers);
  return std::make_shared<const Predictions>(std::move(predictions));
}

TEST(PredictionCache, ForgetsWhatWasFoundLongestAgo) {
  PredictionCache cache(3 * 4000);
  const auto one = madeUp(1000), two = madeUp(1000), three = madeUp(1000), four = madeUp(1000);
  cache.add(1, one);
  cache.add(2, two);
  cache.add(3, three);
  EXPECT_EQ(cache.find(1), one);
  cache.add(4, four);
  EXPECT_EQ(cache.find(2), nullptr);
  EXPECT_EQ(cache.find(1), one);
  EXPECT_EQ(cache.find(3), three);
  EXPECT_EQ(cache.find(4), four);
  cache.add(5, madeUp(10'000));
  EXPECT_EQ(cache.size(), 1u) << "the newest stays even when it is too large";
  cache.clear();
  EXPECT_EQ(cache.find(5), nullptr);
  cache.add(1, one);
  cache.add(2, two);
  EXPECT_EQ(cache.size(), 2u) << "cleared memory counts no longer";
}

}  // namespace
}  // namespace luce::desktop
