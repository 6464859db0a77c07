// The part of Study that trains the experiment under several schemes, one run after another.
#include "app/desktop/study/study.h"

namespace luce::desktop {

void Study::connectComparison() {
  connect(&comparison_, &ComparisonQueue::progressed, this,
          [this](const ComparisonProgress& progress) {
            Q_EMIT progressed(
                progress.fraction,
                tr("run %1 of %2 · %3")
                    .arg(progress.run + 1)
                    .arg(progress.runs)
                    .arg(QString::fromStdString(comparedRunName(progress.scheme, progress.seed))));
            Q_EMIT comparisonProgressed(progress);
          });
  connect(&comparison_, &ComparisonQueue::changed, this, &Study::comparisonChanged);
  connect(&comparison_, &ComparisonQueue::refused, this, [this](const QString& reason) {
    Q_EMIT failed({tr("The schemes cannot be compared"), reason, {}});
  });
  connect(&comparison_, &ComparisonQueue::ended, this, [this](bool stopped) {
    refreshWorkspace();
    Q_EMIT comparisonEnded(stopped);
  });
}

void Study::startComparison(const std::vector<std::string>& schemes, int seeds) {
  if (!dataset_ || training() || busy() || refusesToWrite()) return;
  ComparisonPlan plan{experiment_, schemes, {}};
  for (int seed = 1; seed <= seeds; ++seed) plan.seeds.push_back(static_cast<std::uint64_t>(seed));
  comparison_.start(plan, dataset_->table, workspace_->file,
                    QString::fromStdString(dataset_->summary.name));
  Q_EMIT busyChanged();
}

}  // namespace luce::desktop
