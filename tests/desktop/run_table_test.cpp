// The runs as a table: what is read, shown, sorted, found and copied.
#include <gmock/gmock.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <cmath>

#include "app/desktop/runs/overlay_loader.h"
#include "app/desktop/runs/run_colour.h"
#include "app/desktop/runs/run_list.h"
#include "app/desktop/runs/run_proxy.h"
#include "app/desktop/theme.h"
#include "app/desktop/visible_colour.h"
#include "core/common/error.h"
#include "core/training/experiment_fields.h"
#include "tests/desktop/listener.h"
#include "tests/desktop/recorded_runs.h"
#include "tests/support/error_of.h"
#include "tests/support/temporary_folder.h"

namespace luce::desktop {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;

class RunTable : public testing::Test {
 protected:
  RunTable() {
    makeLog(file_);
    Workspace workspace = Workspace::open(file_);
    ppo_ = addRun(workspace, "ppo", experimentOf("ppo_clip", 1), 0.5);
    Experiment wide = experimentOf("ppo_clip", 2);
    wide.objective.parameters["eps"] = 0.4;
    wide.estimator.hidden = {64, 8};
    wide_ = addRun(workspace, "wide", wide, 0.75);
    ips_ = addRun(workspace, "ips long", experimentOf("ips", 1), -0.125);
    model_.setDataset("log");
    refresh();
  }

  void refresh() {
    auto view = std::make_shared<WorkspaceView>();
    view->file = QString::fromStdString(file_.string());
    list_.read(Workspace::open(file_), *view);
    model_.show(view);
  }

  void change(const RunChange& change) {
    Workspace::open(file_).changeRuns({{change}});
    refresh();
  }

  int column(const QString& key) const { return static_cast<int>(model_.keys().indexOf(key)); }

  std::string text(int row, int column) const {
    return model_.index(row, column).data().toString().toStdString();
  }

  std::vector<std::string> shown(const RunProxy& proxy) const {
    std::vector<std::string> names;
    for (const int row : proxy.shownRows()) names.push_back(model_.entry(row).record.name);
    return names;
  }

  std::vector<std::string> found(const QString& filter) {
    RunProxy proxy(model_);
    proxy.setFilter(
        RunFilter(filter, model_.keys(),
                  {RunTableModel::kName, RunTableModel::kScheme, RunTableModel::kNote}));
    return shown(proxy);
  }

  TemporaryFolder folder_;
  std::filesystem::path file_ = folder_ / "study.luce";
  std::int64_t ppo_ = 0, wide_ = 0, ips_ = 0;
  RunList list_;
  RunTableModel model_;
};

TEST_F(RunTable, TellsWhatRunsCameTo) {
  ASSERT_EQ(model_.rowCount(), 3);
  EXPECT_EQ(text(0, RunTableModel::kName), "ppo");
  EXPECT_EQ(text(0, RunTableModel::kHeldOut), "0.5 [0.4, 0.6]");
  EXPECT_EQ(text(2, RunTableModel::kHeldOut), "-0.125 [-0.225, -0.025]");
  EXPECT_EQ(text(0, RunTableModel::kKeptStep), "10");
  EXPECT_EQ(text(1, RunTableModel::kScheme), "ppo_clip");
  EXPECT_EQ(text(1, RunTableModel::kSeed), "2");
  EXPECT_EQ(text(1, RunTableModel::kStatus), "finished");
  EXPECT_EQ(text(1, RunTableModel::kDuration), "1 min 15 s");
}

TEST_F(RunTable, EveryFieldOfAnExperimentIsThereWithTheSchemesStandardValues) {
  const auto fields = experimentFields(experimentOf("ppo_clip", 7));
  EXPECT_THAT(fields, Contains(Pair("objective.parameters.eps", "0.2")));
  EXPECT_THAT(fields, Contains(Pair("objective.kl_weight", "0.1")));
  EXPECT_THAT(fields, Contains(Pair("seed", "7")));
  EXPECT_THAT(fields, Contains(Pair("reward_weights", "default")));
  EXPECT_THAT(fields, Contains(Pair("schedule.keep_best", "true")));
  EXPECT_EQ(text(1, column("estimator.hidden")), "[64, 8]");
  EXPECT_EQ(text(1, column("objective.parameters.eps")), "0.4");
  EXPECT_EQ(text(2, column("objective.parameters.eps")), "") << "IPS has no such parameter";
}

TEST_F(RunTable, KnowsWhichFieldsDiffer) {
  const std::vector<int> all{0, 1, 2}, like{0, 2};
  EXPECT_TRUE(model_.differs(column("estimator.hidden"), all));
  EXPECT_FALSE(model_.differs(column("estimator.hidden"), like));
  EXPECT_TRUE(model_.differs(column("objective.parameters.eps"), like));
  EXPECT_FALSE(model_.differs(column("objective.kl_weight"), all));
  EXPECT_FALSE(model_.differs(column("estimator.hidden"), {}));
  model_.setReference(ppo_);
  const auto marked = [&](int row, int column) {
    return model_.index(row, column).data(Qt::BackgroundRole).isValid();
  };
  EXPECT_TRUE(marked(1, column("estimator.hidden")));
  EXPECT_TRUE(marked(1, RunTableModel::kSeed));
  EXPECT_FALSE(marked(1, RunTableModel::kScheme));
  EXPECT_TRUE(marked(2, RunTableModel::kScheme));
  EXPECT_FALSE(marked(0, column("estimator.hidden")));
  EXPECT_FALSE(marked(2, RunTableModel::kName));
  EXPECT_TRUE(model_.index(1, RunTableModel::kSeed).data(Qt::FontRole).value<QFont>().bold())
      << "not by colour alone";
  model_.setReference(0);
  EXPECT_FALSE(marked(1, RunTableModel::kSeed));
}

TEST_F(RunTable, RowsKeepTheirPlaceWhileRunsComeAndGo) {
  QAbstractItemModelTester tester(&model_, QAbstractItemModelTester::FailureReportingMode::Fatal);
  RunProxy proxy(model_);
  QAbstractItemModelTester proxyTester(&proxy,
                                       QAbstractItemModelTester::FailureReportingMode::Fatal);
  const QPersistentModelIndex wide = model_.index(1, RunTableModel::kName);
  const QSignalSpy reset(&model_, &QAbstractItemModel::modelReset);
  {
    Workspace workspace = Workspace::open(file_);
    workspace.removeRun("ppo");
    workspace.removeRun("ips long");
    for (int i = 0; i < 3; ++i) {
      addRun(workspace, "new " + std::to_string(i), experimentOf("ips", 5), 0.25);
    }
    workspace.changeRuns({{{.run = wide_, .name = "renamed"}}});
  }
  refresh();
  EXPECT_EQ(reset.count(), 0);
  ASSERT_TRUE(wide.isValid());
  EXPECT_EQ(wide.row(), 0);
  EXPECT_EQ(wide.data().toString(), "renamed");
  EXPECT_EQ(model_.rowCount(), 4);
  EXPECT_EQ(text(3, RunTableModel::kName), "new 2");
  model_.show(nullptr);
  EXPECT_EQ(model_.rowCount(), 0);
}

TEST_F(RunTable, RunsThatWerePutAwayAreShownWhenAskedFor) {
  model_.setOverlaid({0, 1}, true);
  change({.run = wide_, .putAway = true});
  RunProxy proxy(model_);
  EXPECT_THAT(shown(proxy), ElementsAre("ppo", "ips long"));
  EXPECT_THAT(model_.overlaid(), ElementsAre(ppo_));
  change({.run = wide_, .putAway = false});
  EXPECT_THAT(model_.overlaid(), ElementsAre(ppo_, wide_)) << "undone";
  change({.run = wide_, .putAway = true});
  model_.clearOverlaid();
  change({.run = wide_, .putAway = false});
  EXPECT_THAT(model_.overlaid(), ElementsAre()) << "all were cleared";
  model_.setOverlaid({0}, true);
  change({.run = wide_, .putAway = true});
  proxy.setShowsPutAway(true);
  EXPECT_THAT(shown(proxy), ElementsAre("ppo", "wide", "ips long"));
  EXPECT_EQ(text(1, RunTableModel::kStatus), "removed");
  EXPECT_FALSE(model_.flags(model_.index(1, RunTableModel::kName)) & Qt::ItemIsEditable);
}

TEST_F(RunTable, SortsNumbersBySizeAndWhatIsMissingLast) {
  RunProxy proxy(model_);
  proxy.sort(RunTableModel::kHeldOut, Qt::AscendingOrder);
  EXPECT_THAT(shown(proxy), ElementsAre("ips long", "ppo", "wide"));
  proxy.sort(RunTableModel::kHeldOut, Qt::DescendingOrder);
  EXPECT_THAT(shown(proxy), ElementsAre("wide", "ppo", "ips long"));
  const int eps = column("objective.parameters.eps");
  proxy.sort(eps, Qt::AscendingOrder);
  EXPECT_THAT(shown(proxy), ElementsAre("ppo", "wide", "ips long"));
  proxy.sort(eps, Qt::DescendingOrder);
  EXPECT_THAT(shown(proxy), ElementsAre("wide", "ppo", "ips long"));
  proxy.sort(RunTableModel::kName, Qt::AscendingOrder);
  EXPECT_THAT(shown(proxy), ElementsAre("ips long", "ppo", "wide"));
}

TEST_F(RunTable, NumbersInNamesSortBySize) {
  change({.run = ppo_, .name = "run 10"});
  change({.run = wide_, .name = "run 9"});
  change({.run = ips_, .name = "run 100"});
  RunProxy proxy(model_);
  proxy.sort(RunTableModel::kName, Qt::AscendingOrder);
  EXPECT_THAT(shown(proxy), ElementsAre("run 9", "run 10", "run 100"));
}

TEST_F(RunTable, Filters) {
  change({.run = ips_, .note = "too few Rows"});
  EXPECT_THAT(found(""), ElementsAre("ppo", "wide", "ips long"));
  EXPECT_THAT(found("PPO"), ElementsAre("ppo", "wide")) << "the scheme of one";
  EXPECT_THAT(found("rows"), ElementsAre("ips long"));
  EXPECT_THAT(found("\"few rows\""), ElementsAre("ips long"));
  EXPECT_THAT(found("rows ppo"), ElementsAre());
  EXPECT_THAT(found("scheme:ppo"), ElementsAre("ppo", "wide"));
  EXPECT_THAT(found("scheme=ppo"), ElementsAre());
  EXPECT_THAT(found("-scheme:ppo"), ElementsAre("ips long"));
  EXPECT_THAT(found("-ppo"), ElementsAre("ips long"));
  EXPECT_THAT(found("seed:1"), ElementsAre("ppo", "ips long"));
  EXPECT_THAT(found("seed=1 scheme:ppo"), ElementsAre("ppo"));
  EXPECT_THAT(found("held_out>0.5"), ElementsAre("wide"));
  EXPECT_THAT(found("held_out>=0.5"), ElementsAre("ppo", "wide"));
  EXPECT_THAT(found("held_out<-0.1"), ElementsAre("ips long"));
  EXPECT_THAT(found("held_out<=-0.125"), ElementsAre("ips long"));
  EXPECT_THAT(found("eps<0.3"), ElementsAre("ppo")) << "a run without the field does not hold";
  EXPECT_THAT(found("-eps<0.3"), ElementsAre("wide", "ips long"));
  EXPECT_THAT(found("objective.parameters.EPS=0.4"), ElementsAre("wide"));
  EXPECT_THAT(found("hidden:\"[64, 8]\""), ElementsAre("wide"));
  EXPECT_THAT(found("name:\"ips long\""), ElementsAre("ips long"));
  EXPECT_THAT(found("seconds>74"), ElementsAre("ppo", "wide", "ips long"));
  EXPECT_THAT(found("scheme:"), ElementsAre("ppo", "wide", "ips long")) << "still being typed";
  EXPECT_THAT(errorOf([&] { found("colour:red"); }),
              testing::AllOf(HasSubstr("No column is named \"colour\""), HasSubstr("held_out")));
  EXPECT_THAT(errorOf([&] { found("seed>one"); }), HasSubstr("\"seed>one\" needs a number"));
}

TEST_F(RunTable, CopiesWithNumbersInFull) {
  change({.run = ppo_, .note = "two\nlines\tand tabs"});
  EXPECT_EQ(
      model_
          .text({2, 0},
                {RunTableModel::kName, RunTableModel::kOverlay, RunTableModel::kHeldOut,
                 RunTableModel::kDuration, RunTableModel::kNote, column("estimator.hidden")})
          .toStdString(),
      "Run\tValidation reward\tValidation reward, low\tValidation reward, high\tDuration\tNote\t"
      "hidden\n"
      "ips long\t-0.125\t-0.225\t-0.025\t75\t\t[64, 32]\n"
      "ppo\t0.5\t0.4\t0.6\t75\ttwo lines and tabs\t[64, 32]\n");
}

TEST_F(RunTable, ARunOfAnotherLuceIsListed) {
  {
    Workspace workspace = Workspace::open(file_);
    RunRecord record;
    record.name = "foreign";
    record.dataset = "log";
    record.experiment = R"({"objective": {"scheme": "of tomorrow"}})";
    workspace.createRun(record);
  }
  refresh();
  ASSERT_EQ(model_.rowCount(), 4);
  EXPECT_EQ(text(3, RunTableModel::kName), "foreign");
  EXPECT_EQ(text(3, RunTableModel::kScheme), "");
  EXPECT_EQ(text(3, RunTableModel::kHeldOut), "–");
  EXPECT_EQ(text(3, column("objective.kl_weight")), "");
}

TEST_F(RunTable, WhatARunCameToIsReadAgainWhileItGoesOn) {
  Workspace workspace = Workspace::open(file_);
  RunRecord record;
  record.name = "going on";
  record.dataset = "log";
  record.experiment = "{}";
  const std::int64_t run = workspace.createRun(record);
  refresh();
  EXPECT_EQ(text(3, RunTableModel::kKeptStep), "–");
  workspace.appendMetrics(run, {{{5, "held_out/snips", 2.0}}});
  workspace.saveCheckpoint(run, {5, "best"}, {});
  refresh();
  EXPECT_EQ(text(3, RunTableModel::kHeldOut), "2 [–, –]");
  workspace.finishRun(run, RunStatus::Stopped, "", 3700);
  refresh();
  EXPECT_EQ(text(3, RunTableModel::kStatus), "stopped");
  EXPECT_EQ(text(3, RunTableModel::kDuration), "1 h 1 min");
}

TEST_F(RunTable, OverlaysHaveTheCurvesAndColoursOfTheirRuns) {
  change({.run = wide_, .colour = "#123456"});
  OverlayLoader loader;
  OverlaidRuns overlays;
  QObject::connect(&loader, &OverlayLoader::loaded, &model_,
                   [&](const OverlaidRuns& runs) { overlays = runs; });
  loader.load(QString::fromStdString(file_.string()),
              {model_.entry(0).record, model_.entry(1).record});
  ASSERT_TRUE(waitFor([&] { return overlays != nullptr; }));
  ASSERT_EQ(overlays->size(), 2u);
  EXPECT_EQ((*overlays)[0].name, "ppo");
  EXPECT_EQ((*overlays)[0].colour, theme::run(ppo_));
  const OverlaidRun& wide = (*overlays)[1];
  EXPECT_EQ(wide.colour, QColor("#123456"));
  ASSERT_EQ(wide.heldOut.size(), 3u);
  EXPECT_EQ(wide.heldOut[1].step, 10);
  EXPECT_EQ(wide.heldOut[1].estimate.snips().value, 0.75);
  EXPECT_EQ(wide.heldOut[2].estimate.snips().low, 0.4);
  ASSERT_EQ(wide.losses.size(), 3u);
  EXPECT_EQ(wide.losses[2].first, 20);
  EXPECT_EQ(wide.losses[2].second.bce, 1.0 / 21);
  EXPECT_EQ(wide.lastSupervisedStep, 20) << "it was not aligned";

  // Curves of ended runs are kept; the name is that of now.
  overlays.reset();
  RunRecord renamed = model_.entry(1).record;
  renamed.name = "wider";
  loader.load(QString::fromStdString(file_.string()), {renamed});
  ASSERT_TRUE(waitFor([&] { return overlays != nullptr; }));
  ASSERT_EQ(overlays->size(), 1u);
  EXPECT_EQ((*overlays)[0].name, "wider");
  EXPECT_EQ((*overlays)[0].heldOut.size(), 3u);
}

/// CIE L*a*b* (D65) of a colour as it is seen with a colour vision deficiency.
std::array<double, 3> seenAs(const QColor& colour,
                             const std::array<std::array<double, 3>, 3>& deficiency) {
  const auto linear = [](double c) {
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  const std::array<double, 3> light{linear(colour.redF()), linear(colour.greenF()),
                                    linear(colour.blueF())};
  std::array<double, 3> seen{};
  for (std::size_t i = 0; i < 3; ++i) {
    for (std::size_t j = 0; j < 3; ++j) seen[i] += deficiency[i][j] * light[j];
    seen[i] = std::clamp(seen[i], 0.0, 1.0);
  }
  const auto f = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
  const double x = f((0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]) / 0.95047);
  const double y = f(0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2]);
  const double z = f((0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]) / 1.08883);
  return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

TEST(RunColours, CanBeToldApartByColourBlindPeople) {
  // Machado, Oliveira, Fernandes (2009), severity 1: none, protanopia, deuteranopia, tritanopia.
  const std::array<std::array<std::array<double, 3>, 3>, 4> deficiencies{
      {{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}},
       {{{0.152286, 1.052583, -0.204868},
         {0.114503, 0.786281, 0.099216},
         {-0.003882, -0.048116, 1.051998}}},
       {{{0.367322, 0.860646, -0.227968},
         {0.280085, 0.672501, 0.047413},
         {-0.011820, 0.042940, 0.968881}}},
       {{{1.255528, -0.076749, -0.178779},
         {-0.078411, 0.930809, 0.147602},
         {0.004733, 0.691367, 0.303900}}}}};
  ASSERT_GE(theme::kRunColours, 10u);
  for (const auto& deficiency : deficiencies) {
    for (std::size_t a = 1; a <= theme::kRunColours; ++a) {
      for (std::size_t b = 1; b < a; ++b) {
        const auto first = seenAs(theme::run(static_cast<std::int64_t>(a)), deficiency);
        const auto second = seenAs(theme::run(static_cast<std::int64_t>(b)), deficiency);
        // A difference of 2.3 is just noticeable; lines are thin and far apart.
        EXPECT_GT(std::hypot(first[0] - second[0], first[1] - second[1], first[2] - second[2]), 15)
            << a << " and " << b;
      }
    }
  }
  EXPECT_EQ(theme::run(1), theme::run(11));
  EXPECT_TRUE(theme::run(-5).isValid());
}

TEST(RunColours, AreSeenOnADarkBackgroundToo) {
  // The contrast of WCAG 2, by powers of what the eye sees of each primary.
  const auto lightness = [](const QColor& colour) {
    const double parts[] = {colour.redF(), colour.greenF(), colour.blueF()};
    const double weights[] = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int i = 0; i < 3; ++i) {
      sum += weights[i] * (parts[i] > 0.04045 ? std::pow((200 * parts[i] + 11) / 211, 2.4)
                                              : parts[i] * 25 / 323);
    }
    return sum + 0.05;
  };
  const QColor dark(0x1c, 0x1d, 0x20);
  for (std::int64_t run = 1; run <= static_cast<std::int64_t>(theme::kRunColours); ++run) {
    const QColor own = theme::run(run), seen = visibleOn(dark, own);
    EXPECT_GE(lightness(seen) / lightness(dark), 2.49) << run;
    EXPECT_EQ(visibleOn(Qt::white, own), own) << run;
    if (lightness(own) / lightness(dark) > 2.51) {
      EXPECT_EQ(seen, own) << run;
    }
  }
  EXPECT_NE(visibleOn(dark, theme::run(1)), theme::run(1));
}

}  // namespace
}  // namespace luce::desktop
