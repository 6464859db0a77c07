#include "app/desktop/evaluation/evaluation_words.h"

#include <QCoreApplication>

#include "app/desktop/core_words.h"
#include "app/desktop/count_text.h"
#include "app/desktop/theme.h"
#include "core/evaluation/policy_reference.h"

namespace luce::desktop {

namespace {

QString tr(const char* text) {
  return QCoreApplication::translate("luce::desktop", text);
}

QString escaped(const std::string& text) {
  return QString::fromStdString(text).toHtmlEscaped();
}

/// Of a description that core gives.
QString described(const std::string& english) {
  return wordsOfCore(QString::fromStdString(english)).toHtmlEscaped();
}

}  // namespace

QString titleOfPolicy(const PolicyReport& report) {
  const PolicyReference policy = policyReferenceFromString(report.policy);
  const QString name = QString::fromStdString(policy.name);
  switch (policy.kind) {
    case JudgedKind::Uniform:
      return tr("uniform");
    case JudgedKind::Logging:
      return tr("logging policy");
    case JudgedKind::Supervised:
      return tr("supervised start");
    case JudgedKind::Run:
      return tr("run %1").arg(name);
    case JudgedKind::Kept:
      return tr("policy %1").arg(name);
    case JudgedKind::File:
      return tr("file %1").arg(name);
  }
  return {};
}

QString wordsOfTrust(const PolicyReport& report) {
  const OffPolicyEstimate& estimate = report.estimate;
  QString text;
  if (estimate.warnings.empty()) {
    text += tr("<p>No reason was found to distrust these numbers.</p>");
  }
  for (const std::string& warning : estimate.warnings) {
    const QString words = wordsOfCore(QString::fromStdString(warning));
    text += QString("<p>⚠ %1</p>").arg(words.toHtmlEscaped());
  }
  text +=
      tr("<p>Effective sample size <b>%1</b> of %2 rows, mean ratio %3, largest %4; the largest "
         "1 % of the ratios carry %5 % of all weight.</p>")
          .arg(countText(estimate.effectiveSampleSize), countText(estimate.rows),
               theme::number(estimate.meanWeight), theme::number(estimate.maxWeight),
               theme::number(100 * estimate.topShare));
  text += tr("<p>Support: %1 candidates, with %2 % of the policy's probability, of which no row "
             "tells what they earn.</p>")
              .arg(countText(report.support.candidates))
              .arg(theme::number(100 * report.support.probability));
  text += tr("<p><b>%1 rows</b>: %2</p>")
              .arg(escaped(toString(report.rows)), described(describe(report.rows)));
  text += tr("<p><b>Propensity rule %1</b>: %2</p>")
              .arg(escaped(toString(report.rule)), described(describe(report.rule)));
  return text;
}

QString wordsOfRanking(const EvaluationView& view) {
  const RankingQuality& ranking = view.ranking;
  QString text = QString("<p>%1</p><table cellspacing='6'>").arg(described(ranking.meaning));
  QString unknown;
  for (std::size_t i = 0; i < ranking.measures.size(); ++i) {
    const RankingMeasure& measure = ranking.measures[i];
    const Interval& mean = view.rankingMeans[i];
    if (!measure.unknown.empty()) {
      unknown = QString::fromStdString(measure.unknown);
      continue;
    }
    text += QString("<tr><td>%1</td><td align='right'>%2</td></tr>")
                .arg(escaped(measure.name), theme::withInterval(mean.value, mean.low, mean.high));
  }
  text += "</table>";
  if (!unknown.isEmpty()) text += QString("<p>%1</p>").arg(unknown.toHtmlEscaped());
  text +=
      tr("<p>%1 slates, %2 of them without a positive reward and left out; ± is a 95 % interval "
         "over slates.</p>")
          .arg(countText(ranking.slates), countText(ranking.withoutPositive));
  if (view.slateValue) {
    const auto value = [](const SlateMean& of) {
      return theme::withInterval(of.mean.value, of.mean.low, of.mean.high);
    };
    text +=
        tr("<p><b>Reward of the first %1 places</b>, weighted by 1/place</p>"
           "<table cellspacing='6'><tr><td>ranking drawn (Plackett–Luce)</td>"
           "<td align='right'>%2</td></tr><tr><td>ranking by score</td><td align='right'>%3</td>"
           "</tr><tr><td>as logged</td><td align='right'>%4</td></tr></table>")
            .arg(kJudgedPlaces)
            .arg(value(view.slateValue->drawnMean), value(view.slateValue->greedyMean),
                 value(view.slateValue->loggedMean));
  }
  const auto spread = [&](const QString& name, const ExposureSpread& exposure) {
    text += tr("<tr><td>%1</td><td align='right'>%2 %</td><td align='right'>%3</td>"
               "<td align='right'>%4</td></tr>")
                .arg(name, theme::number(100 * exposure.coverage), theme::number(exposure.gini),
                     countText(exposure.effectiveItems));
  };
  text += tr("<p><b>First places over %1 items</b></p><table cellspacing='6'>"
             "<tr><td></td><td>coverage</td><td>Gini</td><td>effective items</td></tr>")
              .arg(countText(view.exposure.candidateItems));
  spread(tr("drawn from π"), view.exposure.drawn);
  spread(tr("best score"), view.exposure.greedy);
  text += "</table>";
  text += tr("<p>Entropy %1 nats, KL from the supervised start %2</p>")
              .arg(theme::number(view.report.entropy), theme::number(view.report.kl));
  text +=
      tr("<p><b>Prediction by task</b></p><table cellspacing='6'>"
         "<tr><td></td><td>rate</td><td>predicted</td><td>AUC</td><td>log loss</td>"
         "<td>Brier</td><td>calibration error</td></tr>");
  for (const TaskCalibration& task : *view.calibration) {
    text += "<tr><td>" + escaped(task.fit.task) + "</td>";
    for (const double value :
         {task.fit.rate, task.fit.meanPrediction, task.fit.auc, task.fit.logLoss, task.fit.brier,
          task.fit.expectedCalibrationError}) {
      text += QString("<td align='right'>%1</td>").arg(theme::number(value));
    }
    text += "</tr>";
  }
  text += "</table>";
  if (const std::string remark = remarkOnTasks(view.report); !remark.empty()) {
    text += "<p>" + described(remark) + "</p>";
  }
  return text;
}

}  // namespace luce::desktop
