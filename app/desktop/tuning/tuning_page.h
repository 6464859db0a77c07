// Tuning of value weights: trying many settings, and weights by importance.
#pragma once

#include <QTabWidget>

#include "app/desktop/tuning/importance_page.h"
#include "app/desktop/tuning/sweep_page.h"

namespace luce::desktop {

class TuningPage : public QTabWidget {
  Q_OBJECT

 public:
  explicit TuningPage(Study& study, QWidget* parent = nullptr);

  SweepPage& sweep() { return *sweep_; }
  ImportancePage& importance() { return *importance_; }

 private:
  TuningWorker worker_;
  SweepPage* sweep_;
  ImportancePage* importance_;
};

}  // namespace luce::desktop
