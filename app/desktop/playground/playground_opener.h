// Opens the playground, and hands it what the study shows when it is asked for.
#pragma once

#include <QObject>
#include <QWidget>
#include <memory>
#include <vector>

#include "app/desktop/study/study.h"

namespace luce::desktop {

class PlaygroundWindow;
struct StudySlate;

class PlaygroundOpener : public QObject {
  Q_OBJECT

 public:
  PlaygroundOpener(Study& study, QWidget& parent);

  /// Shows the window, the same one each time.
  void open();
  /// Null before it was opened.
  PlaygroundWindow* window() { return window_; }

 private:
  StudySlate slateOfStudy() const;

  Study& study_;
  QWidget& parent_;
  std::shared_ptr<const std::vector<CandidateView>> candidates_;
  bool predicted_ = false;
  PlaygroundWindow* window_ = nullptr;
};

}  // namespace luce::desktop
