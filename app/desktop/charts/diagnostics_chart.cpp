#include "app/desktop/charts/diagnostics_chart.h"

#include <QCoreApplication>
#include <optional>

#include "app/desktop/theme.h"

namespace luce::desktop {

namespace {

struct Quantity {
  QString name;
  QColor colour;
  Side side;
  bool inWarmUp;
  double (*value)(const StepAverages&);
};

struct GroupLook {
  QString title;
  QString help;
  StepAxis left;
  std::optional<StepAxis> right;
  std::vector<Quantity> quantities;
};

QString tr(const char* text) {
  return QCoreApplication::translate("luce::desktop", text);
}

GroupLook clippedLook() {
  return {
      tr("Clipped share"),
      tr("Rows with a ratio beyond a clip bound. When most are: lower the learning rate, raise the "
         "KL weight or widen the clip. Observed rows (ρ = π) mostly lie low from the start."),
      {tr("share of rows"), AxisFit::SmallShare},
      std::nullopt,
      {{tr("low"), theme::kPolicy, Side::Left, false,
        [](const StepAverages& s) { return s.policy.clipped.low; }},
       {tr("high"), theme::kReward, Side::Left, false,
        [](const StepAverages& s) { return s.policy.clipped.high; }}}};
}

GroupLook ratioLook() {
  return {tr("Importance ratios"),
          tr("How ρ spreads over the rows. When the top runs away from the median, few rows rule "
             "the gradient: clip, raise the KL weight or lower the learning rate."),
          {tr("ρ"), AxisFit::Tight, true},
          std::nullopt,
          {{tr("10 %"), theme::kEntropy, Side::Left, false,
            [](const StepAverages& s) { return s.policy.ratioQuantile10; }},
           {tr("50 %"), theme::kPolicy, Side::Left, false,
            [](const StepAverages& s) { return s.policy.ratioQuantile50; }},
           {tr("90 %"), theme::kDivergence, Side::Left, false,
            [](const StepAverages& s) { return s.policy.ratioQuantile90; }},
           {tr("99 %"), theme::kReward, Side::Left, false,
            [](const StepAverages& s) { return s.policy.ratioQuantile99; }},
           {tr("largest"), theme::kNeutral, Side::Left, false,
            [](const StepAverages& s) { return s.policy.ratioMaximum; }}}};
}

GroupLook sampleSizeLook() {
  return {tr("Effective sample size"),
          tr("How many equally weighted rows a batch is worth, as a share of its rows. Below about "
             "0.1 few rows decide: raise the KL weight, clip, or enlarge the batch."),
          {tr("share of rows"), AxisFit::Share},
          std::nullopt,
          {{tr("effective sample size"), theme::kPolicy, Side::Left, false,
            [](const StepAverages& s) { return s.policy.effectiveSampleSize; }}}};
}

GroupLook divergenceLook() {
  return {tr("KL and entropy"),
          tr("Distance from the reference and, where the log states propensities, from the logging "
             "policy. When KL climbs or entropy nears 0, raise the KL weight."),
          {tr("KL, nats")},
          StepAxis{tr("entropy, nats")},
          {{tr("KL to reference"), theme::kDivergence, Side::Left, false,
            [](const StepAverages& s) { return s.kl; }},
           {tr("KL to logging"), theme::kLogging, Side::Left, false,
            [](const StepAverages& s) { return s.policy.klLogging; }},
           {tr("entropy"), theme::kEntropy, Side::Right, false,
            [](const StepAverages& s) { return s.entropy; }}}};
}

GroupLook advantageLook() {
  return {tr("Advantages"),
          tr("Mean and spread in a batch. A spread near 0 teaches nothing: check the reward "
             "weights. A mean far from 0 pulls all items alike: choose a scheme with groups."),
          {tr("advantage")},
          std::nullopt,
          {{tr("mean"), theme::kReward, Side::Left, false,
            [](const StepAverages& s) { return s.policy.advantageMean; }},
           {tr("standard deviation"), theme::kPolicy, Side::Left, false,
            [](const StepAverages& s) { return s.policy.advantageDeviation; }}}};
}

GroupLook gradientLook() {
  return {tr("Gradient"),
          tr("Norm before clipping, and slates that teach nothing (advantages all 0, or all "
             "clipped). When the norm jumps, lower the learning rate; when most are silent, widen "
             "the clip or group by batch."),
          {tr("norm"), AxisFit::Tight, true},
          StepAxis{tr("share of slates"), AxisFit::Share},
          {{tr("gradient norm"), theme::kPolicy, Side::Left, true,
            [](const StepAverages& s) { return s.gradientNorm; }},
           {tr("slates without gradient"), theme::kNeutral, Side::Right, false,
            [](const StepAverages& s) { return s.policy.slatesWithoutGradient; }}}};
}

GroupLook learningRateLook() {
  return {tr("Learning rate"),
          tr("The optimiser's learning rate, in warm-up and in alignment. When losses jump, lower "
             "it; when nothing moves, raise it."),
          {tr("learning rate"), AxisFit::FromZero},
          std::nullopt,
          {{tr("learning rate"), theme::kPolicy, Side::Left, true,
            [](const StepAverages& s) { return s.learningRate; }}}};
}

/// In the order of DiagnosticsChart::Group.
std::vector<GroupLook> groups() {
  return {clippedLook(),   ratioLook(),    sampleSizeLook(),  divergenceLook(),
          advantageLook(), gradientLook(), learningRateLook()};
}

std::vector<AverageColumn> allColumns() {
  std::vector<AverageColumn> columns;
  for (const GroupLook& group : groups()) {
    for (const Quantity& quantity : group.quantities) {
      columns.push_back({quantity.inWarmUp, quantity.value});
    }
  }
  return columns;
}

/// Columns are those of all groups, one after another.
StepLook lookOf(std::size_t chosen) {
  const std::vector<GroupLook> all = groups();
  const GroupLook& group = all[chosen];
  std::size_t column = 0;
  for (std::size_t i = 0; i < chosen; ++i) column += all[i].quantities.size();
  StepLook look{group.left, group.right, {}};
  for (const Quantity& quantity : group.quantities) {
    look.lines.push_back({quantity.name, quantity.colour, quantity.side, column++});
  }
  return look;
}

}  // namespace

DiagnosticsChart::DiagnosticsChart(QWidget* parent)
    : AveragesChart(tr("Diagnostics"),
                    tr("Train, or open a run, to see this; what concerns the policy begins with "
                       "alignment."),
                    allColumns(), parent),
      picker_(new QComboBox),
      help_(new QLabel) {
  for (const GroupLook& group : groups()) picker_->addItem(group.title);
  picker_->setAccessibleName(tr("Group of diagnostics"));
  picker_->setObjectName("diagnostics_group");
  picker_->setWhatsThis(tr("Which numbers of the training steps are drawn."));
  help_->setWordWrap(true);
  help_->setForegroundRole(QPalette::PlaceholderText);
  addBesideTitle(picker_);
  addUnderNote(help_);
  connect(picker_, &QComboBox::currentIndexChanged, this, &DiagnosticsChart::showChosen);
  showChosen();
}

void DiagnosticsChart::choose(Group group) {
  picker_->setCurrentIndex(static_cast<int>(group));
}

void DiagnosticsChart::showChosen() {
  const auto chosen = static_cast<std::size_t>(picker_->currentIndex());
  help_->setText(groups()[chosen].help);
  setLook(lookOf(chosen));
}

}  // namespace luce::desktop
