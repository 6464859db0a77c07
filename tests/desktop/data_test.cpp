#include <gmock/gmock.h>

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>

#include "app/desktop/kept_settings.h"
#include "app/desktop/main_window.h"
#include "core/workspace/workspace.h"
#include "tests/desktop/listener.h"
#include "tests/support/record_logs.h"
#include "tests/support/temporary_folder.h"

namespace luce::desktop {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr int kSlates = 3000;

class BrowseTest : public testing::Test {
 protected:
  BrowseTest() {
    KeptSettings().remove("data");
    Workspace workspace = Workspace::open(file());
    const auto add = [&](const char* name, void (*write)(DatasetSink&, int)) {
      const auto writer = workspace.createDataset(name, "made by a test");
      write(*writer, kSlates);
      writer->commit();
    };
    add("slates", writeUnevenSlates);
    add("actions", writeSparseActions);
    page_.resize(900, 600);
    page_.setVisible(true);
    QObject::connect(&page_, &BrowsePage::told, &page_,
                     [this](const QString& message) { told_.append(message); });
    QObject::connect(&page_, &BrowsePage::slateChosen, &page_,
                     [this](std::uint32_t slate) { chosen_.push_back(slate); });
    open("slates");
  }

  std::filesystem::path file() const { return folder_ / "study.luce"; }

  void open(const char* dataset) {
    page_.setSource(std::make_shared<const BrowseSource>(
        BrowseSource{file(), Workspace::open(file()).dataset(dataset)}));
  }

  QString text(int row, int column) { return page_.rows().index(row, column).data().toString(); }
  /// The row's text once its page is there.
  QString loaded(int row, int column) {
    page_.rows().index(row, 1).data();
    EXPECT_TRUE(waitFor([&] { return page_.rows().loaded(row); }));
    return text(row, column);
  }
  void search(const QString& condition) {
    page_.conditionBox().setText(condition);
    QTest::keyClick(&page_.conditionBox(), Qt::Key_Return);
    EXPECT_TRUE(waitFor([&] { return !page_.searching(); }));
  }

  TemporaryFolder folder_;
  QStringList told_;
  std::vector<std::uint32_t> chosen_;
  BrowsePage page_;
};

TEST_F(BrowseTest, ShowsNumbersAtOnceAndValuesWhenTheyCome) {
  EXPECT_EQ(page_.rows().rowCount(), kSlates);
  EXPECT_EQ(text(2999, 0), "3000");
  EXPECT_EQ(text(2999, 1), "…");
  EXPECT_EQ(loaded(2999, 1), "slate 2999");
  EXPECT_EQ(text(2999, 3), "4");
  EXPECT_EQ(loaded(6, 2), "2017-07-14 02:40:06");
  EXPECT_EQ(text(6, 6), "–") << "every third slate lacks its age";
  EXPECT_EQ(page_.countLabel().text(), "3,000 slates");
}

TEST_F(BrowseTest, ListsTheSlatesThatMeetACondition) {
  search("item = 'item 7' AND click > 0");
  EXPECT_TRUE(page_.mistakeLabel().isHidden());
  // The first place shows item (7 s + 3) mod 11, which is 7 where s = 10 (mod 11).
  EXPECT_EQ(page_.rows().rowCount(), (kSlates - 10 + 10) / 11);
  EXPECT_EQ(text(0, 0), "11");
  EXPECT_EQ(loaded(1, 1), "slate 21");
  EXPECT_EQ(page_.countLabel().text(), "272 of 3,000 slates");
  page_.conditionBox().clear();
  EXPECT_EQ(page_.rows().rowCount(), kSlates);
  EXPECT_EQ(loaded(1, 1), "slate 1");
}

TEST_F(BrowseTest, AMistakeIsToldAndLeavesTheTable) {
  search("item = 'item 7' AND click > 0");
  search("clicks > 0");
  EXPECT_THAT(page_.mistakeLabel().text().toStdString(), HasSubstr("no column clicks"));
  EXPECT_EQ(page_.rows().rowCount(), 272);
  // Also while typing, without Enter.
  page_.conditionBox().setText("price >");
  EXPECT_TRUE(page_.mistakeLabel().isHidden());
  ASSERT_TRUE(waitFor([&] { return !page_.mistakeLabel().isHidden(); }));
  EXPECT_THAT(page_.mistakeLabel().text().toStdString(), HasSubstr("stops in the middle"));
}

TEST_F(BrowseTest, ASearchCanBeCancelledAndReplaced) {
  page_.conditionBox().setText("abs(user_age) + price > -1 OR 1");
  QTest::keyClick(&page_.conditionBox(), Qt::Key_Return);
  EXPECT_TRUE(page_.searching());
  EXPECT_FALSE(page_.cancelButton().isHidden());
  page_.cancelButton().click();
  EXPECT_FALSE(page_.searching());
  QTest::keyClick(&page_.conditionBox(), Qt::Key_Return);
  search("number <= 5");
  EXPECT_EQ(page_.rows().rowCount(), 5);
}

TEST_F(BrowseTest, EnterOpensTheCandidatesAndTheyFollowTheSelection) {
  page_.view().selectRow(3);
  EXPECT_THAT(chosen_, ElementsAre(3));
  EXPECT_EQ(page_.candidates().rowCount(), 0);
  QTest::keyClick(&page_.view(), Qt::Key_Return);
  ASSERT_TRUE(waitFor([&] { return page_.candidates().rowCount() == 4; }));
  EXPECT_EQ(page_.candidates().index(0, 0).data(), "item 2");  // (21 + 3) mod 11
  EXPECT_EQ(page_.candidates().index(1, 8).data(), "comedy");
  page_.view().selectRow(4);
  ASSERT_TRUE(waitFor([&] { return page_.candidates().rowCount() == 1; }));
  EXPECT_THAT(chosen_, ElementsAre(3, 4));
}

TEST_F(BrowseTest, TheStudysSlateIsSelectedWithoutTellingItBack) {
  page_.showSlate(17);
  EXPECT_EQ(page_.view().currentIndex().row(), 17);
  EXPECT_THAT(chosen_, ElementsAre());
}

TEST_F(BrowseTest, GoesToASlateByKeyOrNumber) {
  const auto go = [&](const QString& to) {
    page_.goToBox().setText(to);
    QTest::keyClick(&page_.goToBox(), Qt::Key_Return);
  };
  go("slate 2500");
  ASSERT_TRUE(waitFor([&] { return page_.view().currentIndex().row() == 2500; }));
  go("#12");
  EXPECT_EQ(page_.view().currentIndex().row(), 11);
  go("30");
  ASSERT_TRUE(waitFor([&] { return page_.view().currentIndex().row() == 29; }));
  told_.clear();
  go("nothing");
  ASSERT_TRUE(
      waitFor([&] { return told_.contains("No slate has the key or number \"nothing\"."); }));
  search("number < 10");
  go("slate 100");
  ASSERT_TRUE(waitFor([&] { return page_.candidates().rowCount() > 0; }));
  EXPECT_EQ(page_.titleLabel().text(), "Slate slate 100 (number 101): 1 candidate");
  EXPECT_THAT(told_.last().toStdString(), HasSubstr("does not meet the condition"));
}

TEST_F(BrowseTest, SelectedSlatesAreCopiedAsTabSeparatedText) {
  page_.view().selectRow(0);
  page_.view().selectionModel()->select(
      {page_.rows().index(2, 0), page_.rows().index(2, page_.rows().columnCount() - 1)},
      QItemSelectionModel::Select);
  // Shortcuts are heard in the active window alone.
  page_.activateWindow();
  ASSERT_TRUE(QTest::qWaitForWindowActive(&page_));
  page_.view().setFocus();
  QTest::keyClick(&page_.view(), Qt::Key_C, Qt::ControlModifier);
  ASSERT_TRUE(waitFor([&] { return told_.contains("Copied 2 slates."); }));
  EXPECT_EQ(QGuiApplication::clipboard()->text(),
            "number\tslate\ttime\tcandidates\tclick_total\tlike_total\tuser_age\tuser_country\n"
            "1\tslate 0\t2017-07-14 02:40:00\t1\t1\t0.25\t\tÖsterreich\n"
            "3\tslate 2\t2017-07-14 02:40:02\t3\t1\t0.75\t22.25\tÖsterreich");
}

TEST_F(BrowseTest, ColumnWidthsAreRemembered) {
  page_.view().setColumnWidth(1, 321);
  open("actions");
  EXPECT_EQ(page_.view().columnWidth(1), 321) << "the column \"slate\" of every log";
  BrowsePage later;
  later.setSource(std::make_shared<const BrowseSource>(
      BrowseSource{file(), Workspace::open(file()).dataset("slates")}));
  EXPECT_EQ(later.view().columnWidth(1), 321);
  EXPECT_NE(later.view().columnWidth(0), 321);
}

TEST_F(BrowseTest, ABanditLogsSlatesShowTheItemAndTheirCatalogue) {
  open("actions");
  EXPECT_EQ(loaded(8, 2), "30");
  EXPECT_EQ(text(8, 4), "0.2");
  page_.view().selectRow(8);
  QTest::keyClick(&page_.view(), Qt::Key_Return);
  ASSERT_TRUE(waitFor([&] { return page_.candidates().rowCount() == 5; }));
  search("brand = 'odd' AND click = 1");
  // Odd items are 1 and 3 of five, clicks every seventh slate.
  int expected = 0;
  for (int slate = 0; slate < kSlates; slate += 7) expected += slate % 5 == 1 || slate % 5 == 3;
  EXPECT_EQ(page_.rows().rowCount(), expected);
}

TEST_F(BrowseTest, AnotherDatasetWhileBusyShowsNothingOfTheFirst) {
  page_.conditionBox().setText("1");
  QTest::keyClick(&page_.conditionBox(), Qt::Key_Return);
  page_.view().selectRow(5);
  QTest::keyClick(&page_.view(), Qt::Key_Return);
  open("actions");
  EXPECT_EQ(page_.rows().rowCount(), kSlates);
  EXPECT_FALSE(page_.rows().showsMatches());
  EXPECT_EQ(loaded(0, 1), "0");
  QTest::qWait(50);
  EXPECT_FALSE(page_.rows().showsMatches());
  EXPECT_EQ(page_.candidates().rowCount(), 0);
  EXPECT_FALSE(page_.searching());
}

TEST_F(BrowseTest, ClosesWhileBusy) {
  auto page = std::make_unique<BrowsePage>();
  page->setSource(std::make_shared<const BrowseSource>(
      BrowseSource{file(), Workspace::open(file()).dataset("slates")}));
  page->conditionBox().setText("1");
  QTest::keyClick(&page->conditionBox(), Qt::Key_Return);
  page->rows().index(2000, 1).data();
  QCoreApplication::processEvents();
  page.reset();
}

TEST_F(BrowseTest, ProposesColumnNamesForTheWordThatIsTyped) {
  ConditionEdit& box = page_.conditionBox();
  box.setFocus();
  QTest::keyClicks(&box, "click > 0 AND pri");
  ASSERT_TRUE(box.proposes());
  QTest::keyClick(box.completer().popup(), Qt::Key_Down);
  QTest::keyClick(box.completer().popup(), Qt::Key_Return);
  EXPECT_EQ(box.text(), "click > 0 AND price");
  EXPECT_FALSE(page_.searching()) << "Enter chose a name";
  QTest::keyClicks(&box, " OR genre = 'pri");
  EXPECT_FALSE(box.proposes()) << "texts are nobody's column";
}

TEST(DataPage, TheWindowShowsTheLogsOverviewAndSlates) {
  MainWindow window;
  window.setVisible(true);
  Study& study = window.study();
  const Listener listener(study);
  ASSERT_TRUE(openSampleLog(study, listener));
  OverviewPage& overview = window.data().overview();
  EXPECT_EQ(overview.profile(), nullptr) << "nobody has looked at it yet";
  window.tabs().setCurrentWidget(&window.data());
  ASSERT_TRUE(waitFor([&] { return overview.profile() != nullptr; }));
  EXPECT_THAT(overview.factsLabel().text().toStdString(), HasSubstr("<b>1,200</b> slates"));
  EXPECT_EQ(overview.tasks().rowCount(), 3);
  EXPECT_EQ(overview.tasks().index(0, TaskModel::Name).data(), "click");
  EXPECT_EQ(overview.correlations().columnCount(), 3);
  EXPECT_EQ(overview.correlations().index(1, 1).data(), "1.00");
  EXPECT_EQ(static_cast<std::size_t>(overview.featureView().model()->rowCount()),
            study.dataset()->table->schema().features.size());
  EXPECT_FALSE(overview.propensityChart().corners().isEmpty());
  EXPECT_FALSE(overview.sizeChart().corners().isEmpty());

  BrowsePage& slates = window.data().slates();
  window.data().setCurrentWidget(&slates);
  slates.view().selectRow(7);
  EXPECT_EQ(study.slate(), 7u);
  EXPECT_EQ(window.sessions().view().currentIndex().row(), 7);
  study.showSlate(3);
  EXPECT_EQ(slates.view().currentIndex().row(), 3);
}

TEST(DataPage, CountingCanBeCancelledAndDoneAgain) {
  OverviewPage page;
  page.setVisible(true);
  SlateTableBuilder builder;
  writeUnevenSlates(builder, kSlates);
  page.setTable(std::make_shared<const SlateTable>(builder.finish()));
  page.cancelButton().click();
  EXPECT_FALSE(page.againButton().isHidden());
  QTest::qWait(50);
  EXPECT_EQ(page.profile(), nullptr);
  page.againButton().click();
  ASSERT_TRUE(waitFor([&] { return page.profile() != nullptr; }));
  EXPECT_EQ(page.profile()->slates, kSlates);
}

TEST(HistogramChart, DrawsSharesOverPowersOfTen) {
  HistogramChart chart("title", "empty", "axis", HistogramChart::Scale::Logarithmic, Qt::blue);
  Histogram histogram;
  histogram.edges = {-2, -1, 0};
  histogram.counts = {1, 3};
  chart.show(histogram, "note");
  EXPECT_EQ(chart.corners(), (QList<QPointF>{{0.01, 25}, {0.1, 25}, {0.1, 75}, {1, 75}}));
}

TEST(HistogramChart, ValuesThatAreAllTheSameAreOneBar) {
  HistogramChart chart("title", "empty", "axis", HistogramChart::Scale::Logarithmic, Qt::blue);
  // As of a log whose propensities are all 0.1.
  Histogram histogram;
  histogram.edges.assign(61, -1);
  histogram.counts.assign(60, 0);
  histogram.counts.front() = 225'000;
  chart.show(histogram, "note");
  const QList<QPointF> corners = chart.corners();
  ASSERT_EQ(corners.size(), 2);
  EXPECT_LT(corners[0].x(), 0.092);
  EXPECT_GT(corners[1].x(), 0.108);
  EXPECT_EQ(corners[0].y(), 100);
  EXPECT_EQ(corners[1].y(), 100);
}

}  // namespace
}  // namespace luce::desktop
