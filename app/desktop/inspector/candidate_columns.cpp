#include "app/desktop/inspector/candidate_columns.h"

#include <QCoreApplication>

#include "core/dataset/editable_slate.h"

namespace luce::desktop {

namespace {

using Kind = CandidateColumn::Kind;

/// More features than these are there to be chosen, but would push the policy out of sight.
constexpr std::size_t kFeaturesAtFirst = 3;

QString tr(const char* text) {
  return QCoreApplication::translate("luce::desktop", text);
}

}  // namespace

std::vector<CandidateColumn> candidateColumns(const Schema& schema) {
  std::vector<CandidateColumn> columns{
      {Kind::Item, 0, "item", tr("Item"), tr("The item")},
      {Kind::Shown, 0, "shown", tr("Shown"), tr("Place at which it was shown; – is not known")},
      {Kind::Rank, 0, "rank", tr("Rank"), tr("Place by the score")},
      {Kind::Move, 0, "move", tr("Move"),
       tr("How many places it rises (▲) or falls (▼) from where it was shown")}};
  for (std::size_t task = 0; task < schema.tasks.size(); ++task) {
    const QString name = QString::fromStdString(schema.tasks[task]);
    columns.push_back({Kind::Probability, task, "p/" + name, tr("p(%1)").arg(name),
                       tr("Predicted probability of the action %1").arg(name)});
  }
  columns.push_back({Kind::Score, 0, "s", tr("s"), tr("Score: Σ weight · p(task)")});
  columns.push_back({Kind::Policy, 0, "policy", tr("π_θ"),
                     tr("Probability of the first place under the policy")});
  columns.push_back({Kind::Logging, 0, "logging", tr("π_β"),
                     tr("Probability of the first place when the log was made")});
  columns.push_back({Kind::Ratio, 0, "ratio", tr("ρ"),
                     tr("Importance ratio: what the row weighs in estimates; bars on a log scale "
                        "around 1")});
  columns.push_back(
      {Kind::Advantage, 0, "advantage", tr("A"),
       tr("Advantage of the row under the scheme: its reward (of observed rows divided "
          "by the place's examination) seen against its group. "
          "Where training compares rows over a batch, rows from all over the log "
          "stand for the batch")});
  columns.push_back({Kind::Reward, 0, "reward", tr("r"), tr("Reward: Σ reward weight · action")});
  columns.push_back({Kind::Actions, 0, "actions", tr("Actions"), tr("What the user did")});
  // Last, as there may be many.
  std::size_t features = 0;
  for (const FeatureKind kind : {FeatureKind::Numeric, FeatureKind::Category}) {
    const std::vector<Feature> ofKind = candidateFeatures(schema, kind);
    for (std::size_t i = 0; i < ofKind.size(); ++i) {
      const QString name = QString::fromStdString(ofKind[i].name);
      columns.push_back({kind == FeatureKind::Numeric ? Kind::Number : Kind::Category, i,
                         "feature/" + name, name, tr("Feature of the candidate: %1").arg(name),
                         features++ < kFeaturesAtFirst});
    }
  }
  return columns;
}

}  // namespace luce::desktop
