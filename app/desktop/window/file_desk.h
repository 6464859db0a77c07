// Where people choose what to open and what to save: hands it to the study, and remembers it.
#pragma once

#include <QDropEvent>
#include <QObject>

#include "app/desktop/opening/log_opener.h"
#include "app/desktop/start_page.h"
#include "app/desktop/study/study.h"
#include "app/desktop/window/window_actions.h"

namespace luce::desktop {

class FileDesk : public QObject {
  Q_OBJECT

 public:
  /// window: owns it, and the dialogs that it opens.
  FileDesk(Study& study, LogOpener& opener, WindowActions& actions, StartPage& start,
           QWidget& window);

  /// As Study::openFiles, but the columns of a log are shown before it is imported.
  void openFiles(const QStringList& files);
  void openSample();
  /// Opens what was dropped onto the window.
  void take(QDropEvent& event);
  void showRecentFiles();

 Q_SIGNALS:
  /// A person opens something else.
  void opening();
  void failed(luce::desktop::Failure failure);

 private:
  void chooseFiles();
  void chooseFolder();
  void chooseExperiment();
  void saveExperiment();
  void exportRun();

  Study& study_;
  LogOpener& opener_;
  WindowActions& actions_;
  StartPage& start_;
  QWidget& window_;
};

}  // namespace luce::desktop
