// Every item model of the window keeps the rules of item models while the window is used.
#include <gmock/gmock.h>

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QAbstractProxyModel>
#include <QTableView>
#include <QTest>
#include <set>

#include "app/desktop/kept_settings.h"
#include "app/desktop/main_window.h"
#include "tests/desktop/listener.h"

namespace luce::desktop {
namespace {

QStringList broken;

/// What a tester says when a model breaks a rule.
void takeMessage(QtMsgType type, const QMessageLogContext& context, const QString& message) {
  if (QString(context.category) == "qt.modeltest" && type >= QtWarningMsg) broken.append(message);
}

class Testers {
 public:
  /// Watches the models of all views, and what is behind proxies.
  void watch(QWidget& window) {
    for (const QAbstractItemView* view : window.findChildren<QAbstractItemView*>()) {
      add(view->model());
    }
  }
  std::set<std::string> names() const { return names_; }

 private:
  void add(QAbstractItemModel* model) {
    if (model == nullptr || !watched_.insert(model).second) return;
    const std::string name = model->metaObject()->className();
    if (QString::fromStdString(name).startsWith("luce::")) names_.insert(name);
    testers_.push_back(std::make_unique<QAbstractItemModelTester>(
        model, QAbstractItemModelTester::FailureReportingMode::Warning));
    if (const auto* proxy = qobject_cast<QAbstractProxyModel*>(model)) add(proxy->sourceModel());
  }

  std::set<QAbstractItemModel*> watched_;
  std::set<std::string> names_;
  std::vector<std::unique_ptr<QAbstractItemModelTester>> testers_;
};

void sortEverything(QWidget& window) {
  for (QTableView* view : window.findChildren<QTableView*>()) {
    if (!view->isSortingEnabled() || view->model() == nullptr) continue;
    for (int column = 0; column < view->model()->columnCount(); ++column) {
      view->sortByColumn(column, Qt::DescendingOrder);
      view->sortByColumn(column, Qt::AscendingOrder);
    }
  }
}

TEST(Models, KeepTheirRulesWhileTheWindowIsUsed) {
  KeptSettings().clear();
  broken.clear();
  MainWindow window;
  window.resize(1366, 768);
  window.show();
  Testers testers;
  testers.watch(window);
  const QtMessageHandler before = qInstallMessageHandler(takeMessage);
  Listener listener(window.study());
  ASSERT_TRUE(openSampleLog(window.study(), listener));
  testers.watch(window);
  ASSERT_TRUE(trainQuickRun(window.study(), "first"));
  for (int page = 0; page < window.tabs().count(); ++page) {
    window.tabs().setCurrentIndex(page);
    QTest::qWait(300);
    testers.watch(window);
    sortEverything(window);
  }
  for (const std::uint32_t slate : {5u, 900u, 17u}) {
    window.study().showSlate(slate);
    QTest::qWait(50);
  }
  ASSERT_TRUE(trainQuickRun(window.study(), "second"));
  Experiment other = window.study().experiment();
  other.valueWeights["click"] = 3;
  window.study().changeExperiment(other, "click", 1);
  window.study().undoStack().undo();
  sortEverything(window);
  QTest::qWait(300);
  // The log again: every model is filled anew.
  listener.views = 0;
  ASSERT_TRUE(openSampleLog(window.study(), listener));
  QTest::qWait(300);
  qInstallMessageHandler(before);
  EXPECT_TRUE(broken.isEmpty()) << broken.join('\n').toStdString();
  EXPECT_GE(testers.names().size(), 14u);
  window.close();
  KeptSettings().clear();
}

}  // namespace
}  // namespace luce::desktop
