#include "app/desktop/tuning/outcome_text.h"

#include <QCoreApplication>
#include <QStringList>

#include "app/desktop/theme.h"

namespace luce::desktop {

namespace {

QString tr(const char* text) {
  return QCoreApplication::translate("luce::desktop", text);
}

QString intervalText(const Interval& value) {
  return value.low == value.high ? theme::number(value.value)
                                 : theme::withInterval(value.value, value.low, value.high);
}

}  // namespace

QString outcomeName(const Outcome& outcome) {
  switch (outcome.kind) {
    case OutcomeKind::Task:
      return QString::fromStdString(outcome.name);
    case OutcomeKind::Reward:
      return tr("reward");
    case OutcomeKind::GreedyReward:
      return tr("greedy reward");
    case OutcomeKind::Ndcg:
      return tr("NDCG");
    case OutcomeKind::EffectiveSampleSize:
      break;
  }
  return tr("effective sample size");
}

QString outcomeTitle(const Outcome& outcome, RowKind rows) {
  const QString name = outcomeName(outcome);
  switch (outcome.kind) {
    case OutcomeKind::Task: {
      const QString title = rows == RowKind::Observed ? tr("%1 at first place").arg(name)
                                                      : tr("%1 at first place, SNIPS").arg(name);
      return outcome.lowerIsBetter ? tr("%1 (less is better)").arg(title) : title;
    }
    case OutcomeKind::Reward:
      return rows == RowKind::Observed ? tr("reward at first place")
                                       : tr("reward at first place, SNIPS");
    case OutcomeKind::GreedyReward:
      return tr("reward of the best-scored candidate");
    default:
      return name;
  }
}

QString outcomeHelp(const Outcome& outcome) {
  switch (outcome.kind) {
    case OutcomeKind::Task:
      return tr("How often the item that the policy places first earns the action.");
    case OutcomeKind::Reward:
      return tr("The tasks' outcomes times the reward weights, as they were when the sweep began.");
    case OutcomeKind::GreedyReward:
      return tr("The reward of the best-scored candidate alone, whatever the temperature.");
    case OutcomeKind::Ndcg:
      return tr("How well the order by score agrees with the rewards that were logged.");
    case OutcomeKind::EffectiveSampleSize:
      break;
  }
  return tr(
      "How many equally weighted rows the weighted ones are worth: few mean a vague estimate.");
}

QString settingText(const std::vector<std::string>& tasks, const TuningSetting& setting) {
  QStringList parts;
  for (std::size_t t = 0; t < tasks.size(); ++t) {
    parts.append(
        QString("%1 %2").arg(QString::fromStdString(tasks[t]), theme::number(setting.weights[t])));
  }
  parts.append(QString("τ %1").arg(theme::number(setting.temperature)));
  return parts.join(QStringLiteral(" · "));
}

QString pointText(const SweepResult& result, const SweepPoint& point) {
  QStringList lines{settingText(result.tasks, point.setting)};
  for (std::size_t i = 0; i < result.outcomes.size(); ++i) {
    const Outcome& outcome = result.outcomes[i];
    lines.append(QString("%1: %2").arg(outcomeName(outcome), intervalText(point.outcomes[i])));
    if (outcome.kind == OutcomeKind::Reward) {
      lines.append(tr("reward − before: %1").arg(intervalText(point.differences[i])));
    }
  }
  return lines.join('\n');
}

}  // namespace luce::desktop
