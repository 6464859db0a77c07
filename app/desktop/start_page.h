// What a person sees first: open something, or drop it here.
#pragma once

#include <QListWidget>
#include <QPushButton>
#include <QStringList>
#include <QWidget>

namespace luce::desktop {

class StartPage : public QWidget {
  Q_OBJECT

 public:
  explicit StartPage(QWidget* parent = nullptr);
  void setRecentFiles(const QStringList& files);
  QPushButton& sampleButton() { return *sample_; }

 Q_SIGNALS:
  void sampleAsked();
  void openAsked();
  void fileAsked(QString file);

 private:
  QPushButton* sample_;
  QPushButton* open_;
  QListWidget* recent_;
  QWidget* recentPart_;
};

}  // namespace luce::desktop
