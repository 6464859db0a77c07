// What a person sees first: open something, or drop it here; what was open before; a study to
// recover.
#pragma once

#include <QFrame>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QStringList>
#include <QVBoxLayout>
#include <QWidget>
#include <optional>

#include "app/desktop/window/session_keeper.h"

namespace luce::desktop {

class StartPage : public QWidget {
  Q_OBJECT

 public:
  explicit StartPage(QWidget* parent = nullptr);
  void setRecentFiles(const QStringList& files);
  /// A study that a program left when it died; none = nothing to recover.
  void offerLostStudy(const std::optional<KeptSession>& session);
  /// Whether there is a study to go back to.
  void setBackOffered(bool offered);
  /// What stands beneath all else: the lessons.
  void setLessons(QWidget* lessons);

  QPushButton& sampleButton() { return *sample_; }
  QPushButton& playgroundButton() { return *playground_; }
  QPushButton& feedbackLoopButton() { return *loop_; }
  QPushButton& recoverButton() { return *recover_; }
  QPushButton& backButton() { return *back_; }
  QFrame& lostStudy() { return *lost_; }

 Q_SIGNALS:
  void sampleAsked();
  void openAsked();
  void folderAsked();
  void fileAsked(QString file);
  void playgroundAsked();
  void feedbackLoopAsked();
  void backAsked();
  void lostStudyAsked();

 private:
  QWidget* buildRecent();
  QFrame* buildLost();

  QPushButton* sample_;
  QPushButton* open_;
  QPushButton* folder_;
  QPushButton* playground_;
  QPushButton* loop_;
  QPushButton* back_;
  QPushButton* recover_;
  QLabel* lostText_;
  QListWidget* recent_;
  QWidget* recentPart_;
  QFrame* lost_;
  QVBoxLayout* lessons_;
};

}  // namespace luce::desktop
