// The queue of runs: what waits, in which order, how far the one that trains has come, and what
// became of those before.
#pragma once

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>
#include <QWidget>

#include "app/desktop/queue/run_queue.h"

namespace luce::desktop {

class QueuePanel : public QWidget {
  Q_OBJECT

 public:
  explicit QueuePanel(Study& study, QWidget* parent = nullptr);

  RunQueue& queue() { return queue_; }
  /// Adds the experiment as it is now, for a menu.
  QAction& queueAction() { return *add_; }
  QLineEdit& name() { return *name_; }
  QTableView& table() { return *table_; }
  QPushButton& cancelButton() { return *cancel_; }
  QPushButton& cancelAllButton() { return *cancelAll_; }
  QPushButton& clearButton() { return *clear_; }
  QPushButton& pauseButton() { return *pause_; }
  QToolButton& upButton() { return *up_; }
  QToolButton& downButton() { return *down_; }
  /// Offers what waited when the workspace was last open.
  QWidget& offer() { return *offer_; }
  /// What closing the window should tell of those that wait; empty when none does.
  QString closingText() const;

 Q_SIGNALS:
  void told(QString message);
  /// There is something that a person should see here now.
  void attentionAsked();

 private:
  QWidget* buildOffer();
  QLayout* buildButtons();
  void addNow();
  void update();
  void suggestName();
  /// The selected run; 0 = none.
  int selected() const;
  void moveSelected(int step);

  Study& study_;
  RunQueue queue_;
  QAction* add_;
  QLineEdit* name_;
  QTableView* table_;
  QToolButton* up_;
  QToolButton* down_;
  QPushButton* cancel_;
  QPushButton* cancelAll_;
  QPushButton* clear_;
  QPushButton* pause_;
  QLabel* offered_;
  QWidget* offer_;
};

}  // namespace luce::desktop
