// In the tool bar while something goes on: how far it is, what it does, and a button that ends it.
#pragma once

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QToolBar>

#include "core/training/snapshot.h"

namespace luce::desktop {

class ProgressStrip : public QObject {
  Q_OBJECT

 public:
  /// Adds itself to the bar.
  explicit ProgressStrip(QToolBar& bar);

  /// shown: something goes on. cancels: it can be ended by the button. measured: its progress will
  /// be told; otherwise the bar only shows that something happens.
  void setState(bool shown, bool cancels, bool measured);
  void setStage(const QString& stage);
  void setProgress(double fraction, const QString& stage);
  void showSnapshot(const TrainingSnapshot& snapshot);
  QString stage() const { return stage_->text(); }

 Q_SIGNALS:
  void cancelAsked();

 private:
  QProgressBar* bar_;
  QLabel* stage_;
  QPushButton* cancel_;
  QAction* barAction_;
  QAction* cancelAction_;
};

}  // namespace luce::desktop
