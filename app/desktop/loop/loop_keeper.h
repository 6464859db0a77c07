// Keeps what a feedback loop played in a workspace, under a name that the person may choose.
#pragma once

#include <QLineEdit>
#include <QPushButton>
#include <QWidget>

#include "app/desktop/loop/loop_player.h"
#include "app/desktop/study/study.h"

namespace luce::desktop {

class LoopKeeper : public QWidget {
  Q_OBJECT

 public:
  LoopKeeper(Study& study, LoopPlayer& player, QWidget* parent = nullptr);

  /// A free name for a loop of these settings.
  void suggestName(const LoopSettings& settings);
  /// Stores the loop in that workspace, which is made where there is none.
  void keepIn(const QString& file);

  QPushButton& keepButton() { return *keep_; }
  QLineEdit& nameEdit() { return *name_; }

 Q_SIGNALS:
  void failed(luce::desktop::Failure failure);
  void told(QString message);

 private:
  void keep();
  void tellKept(const QString& file, const QStringList& runs);

  Study& study_;
  LoopPlayer& player_;
  QLineEdit* name_;
  QPushButton* keep_;
};

}  // namespace luce::desktop
