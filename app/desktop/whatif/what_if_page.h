// The tab "What if": the shown slate's candidates before and after a person's changes, what each
// task contributes to their scores, and the features to change.
#pragma once

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStackedLayout>
#include <QTableView>
#include <QToolButton>
#include <QWidget>
#include <memory>

#include "app/desktop/whatif/contribution_chart.h"
#include "app/desktop/whatif/feature_editor.h"
#include "app/desktop/whatif/log_values.h"
#include "app/desktop/whatif/what_if_model.h"
#include "app/desktop/whatif/what_if_session.h"

namespace luce::desktop {

class WhatIfPage : public QWidget {
  Q_OBJECT

 public:
  explicit WhatIfPage(Study& study, QWidget* parent = nullptr);
  ~WhatIfPage() override;

  WhatIfSession& session() { return *session_; }
  WhatIfModel& model() { return *model_; }
  QTableView& table() { return *view_; }
  FeatureEditor& editor() { return *editor_; }
  ContributionChart& chart() { return *chart_; }
  QLabel& obstacle() { return *obstacle_; }
  /// Whether candidates are shown, and not the obstacle.
  bool filled() const;
  QAction& addCopyAction() { return *addCopy_; }
  QAction& addItemAction() { return *addItem_; }
  QPushButton& resetButton() { return *reset_; }
  QPushButton& beforeButton() { return *asBefore_; }
  QLabel& meaning() { return *meaning_; }
  /// Adds an item of the catalogue, with the features it has where it first stands in the log.
  void addItem(std::uint32_t item);

 Q_SIGNALS:
  void told(QString message);

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  QWidget* buildPage();
  void connectSession();
  void readValues();
  void showJudgement();
  void drawChart();
  void showObstacle();
  void showMeaning();
  void fitColumns();
  void selectCandidate(std::size_t candidate);
  void chooseItem();
  std::vector<std::string> tasks() const;

  Study& study_;
  WhatIfSession* session_;
  LogValuesReader reader_;
  std::shared_ptr<const LogValues> values_;
  WhatIfModel* model_;
  QSortFilterProxyModel* sorted_;
  QTableView* view_;
  ContributionChart* chart_;
  bool chartStale_ = false;
  FeatureEditor* editor_;
  QLabel* meaning_;
  QLabel* obstacle_;
  QToolButton* add_;
  QAction* addCopy_;
  QAction* addItem_;
  QPushButton* reset_;
  QPushButton* asBefore_;
  QWidget* page_;
  QStackedLayout* pages_;
};

}  // namespace luce::desktop
