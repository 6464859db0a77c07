// What tells whether a run is healthy, over training steps: one group of numbers at a time, with a
// sentence on what it shows and what to do when it looks wrong. What was not recorded is not drawn.
#pragma once

#include <QComboBox>
#include <QLabel>

#include "app/desktop/charts/averages_chart.h"

namespace luce::desktop {

class DiagnosticsChart : public AveragesChart {
  Q_OBJECT

 public:
  enum class Group {
    ClippedShare,
    Ratios,
    EffectiveSampleSize,
    Divergence,
    Advantages,
    Gradient,
    LearningRate,
  };

  explicit DiagnosticsChart(QWidget* parent = nullptr);

  void choose(Group group);
  QString help() const { return help_->text(); }

 private:
  void showChosen();

  QComboBox* picker_;
  QLabel* help_;
};

}  // namespace luce::desktop
