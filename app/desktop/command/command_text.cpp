#include "app/desktop/command/command_text.h"

#include <fmt/format.h>

#include "core/common/shell_word.h"
#include "core/evaluation/policy_reference.h"

namespace luce::desktop {

QString shellWord(const QString& text) {
  return QString::fromStdString(luce::shellWord(text.toStdString()));
}

QString endMark(const QString& document, QString wish) {
  while (document.split('\n').contains(wish)) wish += '_';
  return wish;
}

QString trainCommand(const QString& workspace, const std::string& dataset, const QString& run,
                     const Experiment& experiment) {
  const QString document = QString::fromStdString(experimentToJson(experiment));
  const QString mark = endMark(document, QStringLiteral("EXPERIMENT"));
  return QStringLiteral("luce-cli train %1 --dataset=%2 --run=%3 --experiment - <<'%4'\n%5\n%4\n")
      .arg(shellWord(workspace), shellWord(QString::fromStdString(dataset)), shellWord(run), mark,
           document);
}

QString evaluateCommand(const JudgedPolicy& policy, const std::vector<std::string>& tasks) {
  const PolicySettings& settings = policy.settings;
  const auto text = [](const std::string& utf8) { return QString::fromStdString(utf8); };
  const QString begin = QStringLiteral("luce-cli evaluate %1 --dataset=%2")
                            .arg(shellWord(policy.workspace), shellWord(text(policy.dataset)));
  const QString how =
      QStringLiteral(
          " --split %1 --weights=%2 --reward-weights=%3 --temperature %4 --rows %5 "
          "--propensity-rule %6 --interval %7 --parameter-rule %8")
          .arg(policy.split, shellWord(text(taskWeightsText(settings.valueWeights, tasks))),
               shellWord(text(taskWeightsText(settings.rewardWeights, tasks))),
               text(fmt::format("{}", settings.temperature)), text(toString(settings.rows)),
               text(toString(settings.rule)), text(toString(policy.interval)),
               text(toString(policy.rule)));
  const QString alone = begin + " --run=" + shellWord(policy.run) + how;
  if (policy.compare.isEmpty()) return alone + '\n';
  const PolicyReference other = policyReferenceFromString(policy.compare.toStdString());
  switch (other.kind) {
    case JudgedKind::Supervised:
      return alone + '\n' + alone + " --policy supervised\n";
    case JudgedKind::File:
      return alone + '\n' + begin + " --policy-file=" + shellWord(text(other.name)) + how + '\n';
    case JudgedKind::Kept:
      return alone + " --compare-policy=" + shellWord(text(other.name)) + '\n';
    case JudgedKind::Run:
      return alone + " --compare=" + shellWord(text(other.name)) + '\n';
    default:
      return alone + " --compare=" + shellWord(policy.compare) + '\n';
  }
}

}  // namespace luce::desktop
