// All runs of the workspace as a table: find, compare, open, rename, colour, annotate, remove and
// bring back runs, and lay them over the charts.
#pragma once

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QToolButton>
#include <QWidget>
#include <vector>

#include "app/desktop/runs/colour_menu.h"
#include "app/desktop/runs/overlay_loader.h"
#include "app/desktop/runs/run_book.h"
#include "app/desktop/runs/run_columns.h"
#include "app/desktop/runs/run_proxy.h"
#include "app/desktop/runs/run_table_model.h"

namespace luce::desktop {

class RunPanel : public QWidget {
  Q_OBJECT

 public:
  explicit RunPanel(Study& study, QWidget* parent = nullptr);
  ~RunPanel() override;

  QTableView& table() { return *view_; }
  RunTableModel& model() { return model_; }
  RunProxy& proxy() { return *proxy_; }
  RunColumns& columns() { return *columns_; }
  RunBook& book() { return book_; }
  QLineEdit& filter() { return *filter_; }
  QLabel& count() { return *count_; }
  QAction& openAction() { return *open_; }
  QAction& removeAction() { return *remove_; }
  QAction& bringBackAction() { return *bringBack_; }
  QAction& copyAction() { return *copy_; }
  QAction& detailsAction() { return *details_; }
  QAction& overlayAction() { return *overlay_; }
  QAction& takeExperimentAction() { return *takeExperiment_; }
  QAction& showRemovedAction() { return *showRemoved_; }
  /// Numbers of the selected runs, in the order shown.
  std::vector<std::int64_t> selected() const;
  void select(const std::vector<std::int64_t>& runs);
  /// What others can do with the selected runs.
  void addToMenu(QAction* action) { more_.push_back(action); }

 Q_SIGNALS:
  void openAsked(QString run);
  void failed(luce::desktop::Failure failure);
  void told(QString message);
  /// Null or empty = none.
  void overlaysChanged(luce::desktop::OverlaidRuns runs);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void buildView();
  void buildActions();
  void arrange();
  void connectStudy();
  QAction* addAction(const QString& text, const QString& help, const QKeySequence& shortcut,
                     void (RunPanel::*work)());

  void showRuns();
  void applyFilter();
  void updateActions();
  void updateReference();
  void loadOverlays();
  /// In colours that can be seen on the charts' background.
  void tellOverlays();
  void openMenu(const QPoint& place);

  void openRun();
  void rename();
  void editNote();
  void chooseColour();
  void remove();
  void bringBack();
  void purge();
  void takeExperiment();
  void copy();
  void showDetails();
  void toggleOverlay();
  void clearOverlays();

  /// Rows of the model that are selected, in the order shown.
  std::vector<int> selectedRows() const;

  Study& study_;
  RunTableModel model_;
  RunBook book_;
  OverlayLoader loader_;
  OverlaidRuns overlays_;  ///< in their own colours
  RunProxy* proxy_;
  QTableView* view_;
  RunColumns* columns_;
  QLineEdit* filter_;
  QLabel* count_;
  std::vector<QAction*> more_;
  std::vector<RunRecord> laidOver_;  ///< asked of the loader
  ColourMenu* colours_;
  QAction *open_, *rename_, *note_, *colour_, *takeExperiment_, *overlay_, *clearOverlays_, *copy_,
      *details_, *remove_, *showRemoved_, *bringBack_, *purge_;
};

}  // namespace luce::desktop
