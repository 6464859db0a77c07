#include "app/desktop/panels/estimate_panel.h"

#include <QScrollArea>
#include <QVBoxLayout>

#include "app/desktop/theme.h"

namespace luce::desktop {

EstimatePanel::EstimatePanel(QWidget* parent) : QWidget(parent), words_(new QLabel) {
  words_->setWordWrap(true);
  words_->setTextFormat(Qt::RichText);
  words_->setAlignment(Qt::AlignTop);
  words_->setMargin(6);
  words_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  auto* scroll = new QScrollArea;
  scroll->setWidget(words_);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(scroll);
  clear();
}

void EstimatePanel::clear() {
  words_->setText(tr("Train, or open a run, to estimate what its policy would earn."));
}

void EstimatePanel::show(const PolicyReport& report) {
  const OffPolicyEstimate& estimate = report.estimate;
  const auto row = [](const QString& name, const Interval& value) {
    return QString(
               "<tr><td>%1</td><td align='right' style='white-space: nowrap'><b>%2</b></td>"
               "<td style='white-space: nowrap'>[%3, %4]</td></tr>")
        .arg(name, theme::number(value.value), theme::number(value.low), theme::number(value.high));
  };
  QString text = QString("<table cellspacing='6'>") + row(tr("SNIPS"), estimate.snips()) +
                 row(tr("IPS"), estimate.ips()) +
                 row(tr("clipped IPS"), estimate.of(ValueEstimator::ClippedIps)) +
                 row(tr("logging policy"), estimate.logging) + "</table>";
  text +=
      tr("<p>%1 rows of %2 held-out slates, effective %3; largest ratio %4, the largest 1 % carry "
         "%5 % of all weight; 95 % intervals.</p>")
          .arg(estimate.rows)
          .arg(estimate.slates)
          .arg(theme::number(estimate.effectiveSampleSize), theme::number(estimate.maxWeight),
               theme::number(100 * estimate.topShare));
  text += tr("<p>%1 rows: %2</p><p>Propensity rule %3: %4</p>")
              .arg(QString::fromStdString(toString(report.rows)),
                   QString::fromStdString(describe(report.rows)).toHtmlEscaped(),
                   QString::fromStdString(toString(report.rule)),
                   QString::fromStdString(describe(report.rule)).toHtmlEscaped());
  for (const TaskQuality& task : report.tasks) {
    text += tr("<div>%1: AUC %2, log loss %3, calibration error %4</div>")
                .arg(QString::fromStdString(task.task).toHtmlEscaped(), theme::number(task.auc),
                     theme::number(task.logLoss), theme::number(task.expectedCalibrationError));
  }
  for (const std::string& warning : estimate.warnings) {
    text += QString("<p>⚠ %1</p>").arg(QString::fromStdString(warning).toHtmlEscaped());
  }
  words_->setText(text);
}

}  // namespace luce::desktop
