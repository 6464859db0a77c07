#include "app/desktop/charts/loss_chart.h"

#include "app/desktop/theme.h"

namespace luce::desktop {

LossChart::LossChart(QWidget* parent)
    : AveragesChart(tr("Losses, KL and entropy"), tr("Train, or open a run, to see its losses."),
                    {{true, [](const StepAverages& s) { return s.bce; }},
                     {false, [](const StepAverages& s) { return s.rewardLoss; }},
                     {false, [](const StepAverages& s) { return s.kl; }},
                     {false, [](const StepAverages& s) { return s.entropy; }}},
                    parent) {
  setLook({{tr("loss")},
           StepAxis{tr("nats")},
           {{tr("BCE"), theme::kPolicy, Side::Left, 0},
            {tr("reward loss"), theme::kReward, Side::Left, 1},
            {tr("KL"), theme::kDivergence, Side::Right, 2},
            {tr("entropy"), theme::kEntropy, Side::Right, 3}}});
}

}  // namespace luce::desktop
