// Reports and event files from the window: written beside it, cancelled, refused.
#include <gmock/gmock.h>

#include <QFile>
#include <QFileInfo>

#include "app/desktop/main_window.h"
#include "app/desktop/report/report_desk.h"
#include "tests/desktop/listener.h"
#include "tests/desktop/recorded_runs.h"
#include "tests/support/temporary_folder.h"

namespace luce::desktop {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class ReportFromTheWindow : public testing::Test {
 protected:
  void SetUp() override {
    window_ = std::make_unique<MainWindow>();
    window_->show();
    listener_ = std::make_unique<Listener>(window_->study());
    QObject::connect(&desk(), &ReportDesk::told, &listener_->context,
                     [this](const QString& message) { told_.append(message); });
    QObject::connect(&desk(), &ReportDesk::failed, &listener_->context,
                     [this](const Failure& failure) { failures_.push_back(failure); });
    EXPECT_FALSE(desk().reportAction().isEnabled()) << "there is no run";
    ASSERT_TRUE(openSampleLog(window_->study(), *listener_));
    // The sample's workspace is that of the test before.
    first_ = window_->study().freeRunName("first & <best>");
    ASSERT_TRUE(trainQuickRun(window_->study(), first_));
  }

  ReportDesk& desk() { return window_->reports(); }
  QString out(const char* name) const { return QString::fromStdString((folder_ / name).string()); }
  static QByteArray contentOf(const QString& name) {
    QFile file(name);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << name.toStdString();
    return file.readAll();
  }
  bool write(ReportOrder::Kind kind, const QString& out) {
    desk().write(kind, out);
    return waitFor([&] { return !desk().busy(); });
  }

  TemporaryFolder folder_;
  std::unique_ptr<MainWindow> window_;
  std::unique_ptr<Listener> listener_;
  QString first_;
  QStringList told_;
  std::vector<Failure> failures_;
};

TEST_F(ReportFromTheWindow, IsWrittenAsPageAsPdfAndAsEvents) {
  EXPECT_TRUE(desk().reportAction().isEnabled());
  EXPECT_THAT(desk().runs(), ElementsAre(first_));
  ASSERT_TRUE(write(ReportOrder::Kind::Html, out("report.html")));
  EXPECT_THAT(contentOf(out("report.html")).toStdString(), HasSubstr("first &amp; &lt;best&gt;"));
  ASSERT_TRUE(write(ReportOrder::Kind::Pdf, out("report.pdf")));
  EXPECT_TRUE(contentOf(out("report.pdf")).startsWith("%PDF-"));
  ASSERT_TRUE(write(ReportOrder::Kind::TensorBoard, out("events")));
  EXPECT_TRUE(QFileInfo::exists(out("events") + "/" + first_ + "/events.out.tfevents.luce"));
  EXPECT_EQ(told_.size(), 3);
  EXPECT_TRUE(failures_.empty());
  EXPECT_EQ(desk().progress(), nullptr);
}

TEST_F(ReportFromTheWindow, IsOfTheSelectedRunsWhereSomeAre) {
  Study& study = window_->study();
  const QString second = study.freeRunName("second");
  study.startTraining(second);
  ASSERT_TRUE(waitFor([&] {
    return study.run() != nullptr && study.run()->record.name == second.toStdString() &&
           !study.busy();
  }));
  RunPanel& panel = window_->runs();
  std::vector<std::int64_t> both;
  for (const RunEntry& run : study.workspace()->runs) {
    const QString name = QString::fromStdString(run.record.name);
    if (name == first_ || name == second) both.push_back(run.record.id);
  }
  panel.select(both);
  EXPECT_EQ(desk().runs().size(), 2);
  ASSERT_TRUE(write(ReportOrder::Kind::Html, out("both.html")));
  const std::string page = contentOf(out("both.html")).toStdString();
  EXPECT_THAT(page, HasSubstr("2 runs compared"));
  EXPECT_THAT(page, HasSubstr("first &amp; &lt;best&gt;"));
  EXPECT_THAT(page, HasSubstr("second"));
}

TEST_F(ReportFromTheWindow, CanBeCancelledAndTellsFailures) {
  desk().write(ReportOrder::Kind::Html, out("never.html"));
  ASSERT_NE(desk().progress(), nullptr);
  EXPECT_FALSE(desk().reportAction().isEnabled()) << "one at a time";
  Q_EMIT desk().progress()->canceled();
  ASSERT_TRUE(waitFor([&] { return !desk().busy(); }));
  EXPECT_THAT(told_, ElementsAre("Nothing was written."));
  EXPECT_FALSE(QFileInfo::exists(out("never.html")));
  ASSERT_TRUE(write(ReportOrder::Kind::Pdf, out("no/such/folder.pdf")));
  ASSERT_EQ(failures_.size(), 1u);
  EXPECT_THAT(failures_[0].text.toStdString(), HasSubstr("no/such/folder.pdf"));
  EXPECT_TRUE(desk().reportAction().isEnabled());
}

}  // namespace
}  // namespace luce::desktop
