// The first page: pinned slates, the replay of a run's training, and the study's charts.
#pragma once

#include <QWidget>

#include "app/desktop/pins/pin_strip.h"
#include "app/desktop/scrub/scrub_bar.h"
#include "app/desktop/study/study.h"
#include "app/desktop/window/workbench.h"

namespace luce::desktop {

class StudyPage : public QWidget {
  Q_OBJECT

 public:
  explicit StudyPage(Study& study, QWidget* parent = nullptr);

  PinStrip& pins() { return *pins_; }
  ScrubBar& scrubBar() { return *scrub_; }
  Workbench& workbench() { return *workbench_; }

 private:
  PinStrip* pins_;
  ScrubBar* scrub_;
  Workbench* workbench_;
};

}  // namespace luce::desktop
