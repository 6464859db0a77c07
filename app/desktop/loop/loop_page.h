// The closed feedback loop: rankers are let loose on the same simulated users, round after round of
// log, train and deploy, and the page shows what comes of it. Needs no study; one can take the
// runs.
#pragma once

#include <QComboBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>
#include <QWidget>

#include "app/desktop/loop/loop_charts.h"
#include "app/desktop/loop/loop_document.h"
#include "app/desktop/loop/loop_file_bar.h"
#include "app/desktop/loop/loop_keeper.h"
#include "app/desktop/loop/loop_player.h"
#include "app/desktop/loop/loop_settings_panel.h"
#include "app/desktop/loop/loop_table_model.h"
#include "app/desktop/study/study.h"

namespace luce::desktop {

class LoopPage : public QWidget {
  Q_OBJECT

 public:
  explicit LoopPage(Study& study, QWidget* parent = nullptr);

  /// A document of luce-cli simulate; tells why it cannot be read or written.
  void openFile(const QString& file) { files_->openFile(file); }
  void saveFile(const QString& file) { files_->saveFile(file); }
  /// Stores the loop in that workspace, which is made where there is none.
  void keepIn(const QString& file) { keeper_->keepIn(file); }

  LoopDocument& document() { return document_; }
  LoopPlayer& player() { return player_; }
  LoopSettingsPanel& settings() { return *settings_; }
  LoopCharts& charts() { return *charts_; }
  LoopTableModel& model() { return model_; }
  QTableView& table() { return *table_; }
  QPushButton& startButton() { return *start_; }
  QPushButton& pauseButton() { return *pause_; }
  QPushButton& stepButton() { return *step_; }
  QPushButton& stopButton() { return *stop_; }
  QPushButton& resetButton() { return *reset_; }
  QPushButton& keepButton() { return keeper_->keepButton(); }
  QPushButton& commandButton() { return files_->commandButton(); }
  QToolButton& copyButton() { return *copy_; }
  QLineEdit& nameEdit() { return keeper_->nameEdit(); }
  QComboBox& measureBox() { return *measure_; }
  QComboBox& againstBox() { return *against_; }
  const QLabel& status() const { return *status_; }
  const QLabel& notes() const { return *notes_; }
  /// What the loop does not yet follow of the settings; empty = nothing.
  const QLabel& hint() const { return *hint_; }
  /// What closing the window should tell of the loop; empty when it does not play.
  QString closingText() const;

 Q_SIGNALS:
  void failed(luce::desktop::Failure failure);
  void told(QString message);

 protected:
  bool event(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  QWidget* buildLeft();
  QWidget* buildRight();
  QWidget* buildBar();
  QWidget* buildLower();
  void connectPlayer();

  void start();
  void step();
  void followDocument();
  void showState();
  void showView();
  void showNotes();
  void fillAgainst();
  void chooseMeasure();
  void suggestName();
  /// Of the loop that is played; before that, those that it would have.
  const LoopSettings& shownSettings() const;
  QString problem() const;

  Study& study_;
  LoopDocument document_;
  LoopPlayer player_;
  LoopTableModel model_;
  LoopFileBar* files_;
  LoopSettingsPanel* settings_;
  LoopCharts* charts_;
  QTableView* table_;
  QPushButton* start_;
  QPushButton* pause_;
  QPushButton* step_;
  QPushButton* stop_;
  QPushButton* reset_;
  QToolButton* copy_;
  LoopKeeper* keeper_;
  QComboBox* measure_;
  QComboBox* against_;
  QLabel* status_;
  QLabel* hint_;
  QLabel* notes_;
  QProgressBar* bar_;
};

}  // namespace luce::desktop
