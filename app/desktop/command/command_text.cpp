#include "app/desktop/command/command_text.h"

#include <fmt/format.h>

#include <QRegularExpression>

namespace luce::desktop {

namespace {

QString weightsText(const TaskWeights& weights, const std::vector<std::string>& tasks) {
  std::string text;
  for (std::size_t i = 0; i < tasks.size(); ++i) {
    // The shortest digits that are read as the same number again.
    text += fmt::format("{}{}={}", i == 0 ? "" : ",", tasks[i], weights[i]);
  }
  return QString::fromStdString(text);
}

/// No line of the text, so that it can end a here-document.
QString endMark(const QString& text) {
  QString mark = QStringLiteral("EXPERIMENT");
  while (text.split('\n').contains(mark)) mark += '_';
  return mark;
}

}  // namespace

QString shellWord(const QString& text) {
  static const QRegularExpression plain(QStringLiteral("\\A[A-Za-z0-9_@%+=:,./-]+\\z"));
  if (plain.match(text).hasMatch()) return text;
  return '\'' + QString(text).replace('\'', QStringLiteral("'\\''")) + '\'';
}

QString trainCommand(const QString& workspace, const std::string& dataset, const QString& run,
                     const Experiment& experiment) {
  const QString document = QString::fromStdString(experimentToJson(experiment));
  const QString mark = endMark(document);
  return QStringLiteral("luce-cli train %1 --dataset=%2 --run=%3 --experiment - <<'%4'\n%5\n%4\n")
      .arg(shellWord(workspace), shellWord(QString::fromStdString(dataset)), shellWord(run), mark,
           document);
}

QString evaluateCommand(const JudgedPolicy& policy, const std::vector<std::string>& tasks) {
  const PolicySettings& settings = policy.settings;
  QString command =
      QStringLiteral("luce-cli evaluate %1 --dataset=%2 --run=%3 --split %4")
          .arg(shellWord(policy.workspace), shellWord(QString::fromStdString(policy.dataset)),
               shellWord(policy.run), policy.split);
  command += QStringLiteral(" --weights=%1 --reward-weights=%2 --temperature %3")
                 .arg(shellWord(weightsText(settings.valueWeights, tasks)),
                      shellWord(weightsText(settings.rewardWeights, tasks)),
                      QString::fromStdString(fmt::format("{}", settings.temperature)));
  command += QStringLiteral(" --rows %1 --propensity-rule %2 --interval %3 --parameter-rule %4")
                 .arg(QString::fromStdString(toString(settings.rows)),
                      QString::fromStdString(toString(settings.rule)),
                      QString::fromStdString(toString(policy.interval)),
                      QString::fromStdString(toString(policy.rule)));
  if (policy.compare == "supervised") {
    return command + '\n' + command + QStringLiteral(" --policy supervised\n");
  }
  if (!policy.compare.isEmpty()) {
    const QString runWord = QStringLiteral("run ");
    const QString& other = policy.compare;
    command +=
        " --compare=" + shellWord(other.startsWith(runWord) ? other.mid(runWord.size()) : other);
  }
  return command + '\n';
}

}  // namespace luce::desktop
