// The slates of a dataset as a table that can be searched by a condition, and the candidates of
// one of them below it.
#pragma once

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QWidget>

#include "app/desktop/data/browse_worker.h"
#include "app/desktop/data/candidate_rows_model.h"
#include "app/desktop/data/column_widths.h"
#include "app/desktop/data/condition_edit.h"
#include "app/desktop/data/slate_rows_model.h"

namespace luce::desktop {

class BrowsePage : public QWidget {
  Q_OBJECT

 public:
  explicit BrowsePage(QWidget* parent = nullptr);

  void setSource(BrowseWorker::Source source);
  /// Selects the slate, if it is listed, without telling.
  void showSlate(std::int64_t slate);
  bool searching() const { return searching_; }

  SlateRowsModel& rows() { return rows_; }
  CandidateRowsModel& candidates() { return candidates_; }
  QTableView& view() { return *view_; }
  QTableView& candidateView() { return *candidateView_; }
  ConditionEdit& conditionBox() { return *condition_; }
  QLineEdit& goToBox() { return *goTo_; }
  QPushButton& cancelButton() { return *cancel_; }
  QLabel& countLabel() { return *count_; }
  QLabel& titleLabel() { return *candidateTitle_; }
  QLabel& mistakeLabel() { return *mistake_; }

 Q_SIGNALS:
  void slateChosen(std::uint32_t slate);
  void told(QString message);

 private:
  void buildTables();
  void connectWorker();
  void search();
  void endSearch();
  void cancelSearch();
  void showMistake(const QString& reason);
  void showCount();
  void goTo();
  void reach(std::int64_t slate);
  void openCandidates(std::int64_t slate);
  void copySlates();
  void copyCandidates();

  BrowseWorker::Source source_;
  SlateRowsModel rows_;
  CandidateRowsModel candidates_;
  QSortFilterProxyModel sortedCandidates_;
  ConditionEdit* condition_;
  QPushButton* cancel_;
  QProgressBar* progress_;
  QLabel* count_;
  QLineEdit* goTo_;
  QLabel* mistake_;
  QTableView* view_;
  QWidget* candidatePanel_;
  QLabel* candidateTitle_;
  QTableView* candidateView_;
  ColumnWidths* widths_;
  ColumnWidths* candidateWidths_;
  QTimer checking_;
  int question_ = 0;  ///< of the latest search or check
  int keyQuestion_ = 0;
  int candidateQuestion_ = 0;
  bool searching_ = false;
  bool cleared_ = false;  ///< the table already shows the running search
  double searched_ = 1;   ///< how much of the log the shown matches come from
  std::int64_t opened_ = -1;
  BrowseWorker worker_;  // the last member: its threads end first
};

}  // namespace luce::desktop
