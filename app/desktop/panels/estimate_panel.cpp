#include "app/desktop/panels/estimate_panel.h"

#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "app/desktop/theme.h"

namespace luce::desktop {

namespace {

/// Of the sum in float from that in double, relatively.
constexpr double kSame = 1e-4;

bool isSame(double a, double b) {
  return std::abs(a - b) <= kSame * std::max(std::abs(a), std::abs(b));
}

QString figure(const QString& name, const QString& value, const QString& interval) {
  return QString(
             "<tr><td>%1</td><td align='right' style='white-space: nowrap'><b>%2</b></td>"
             "<td style='white-space: nowrap'>%3</td></tr>")
      .arg(name, value, interval);
}

QString figure(const QString& name, const Interval& value) {
  return figure(name, theme::number(value.value),
                QString("[%1, %2]").arg(theme::number(value.low), theme::number(value.high)));
}

QString unknownYet(const QString& name) {
  return figure(name, {}, QStringLiteral("…"));
}

QString table(const QStringList& figures) {
  return "<table cellspacing='3'>" + figures.join(QString()) + "</table>";
}

}  // namespace

EstimatePanel::EstimatePanel(QWidget* parent)
    : QWidget(parent), figures_(new QLabel), words_(new QLabel) {
  for (QLabel* label : {figures_, words_}) {
    label->setTextFormat(Qt::RichText);
    label->setAlignment(Qt::AlignTop);
    label->setMargin(6);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  }
  words_->setWordWrap(true);
  auto* content = new QWidget;
  auto* column = new QVBoxLayout(content);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(figures_);
  column->addWidget(words_, 1);
  auto* scroll = new QScrollArea;
  scroll->setWidget(content);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(scroll);
  clear();
}

void EstimatePanel::clear() {
  reported_.reset();
  figures_->clear();
  figures_->hide();
  words_->setText(tr("Train, or open a run, to estimate what its policy would earn."));
}

void EstimatePanel::preview(const PolicySummary& summary) {
  if (reported_ && isSame(summary.snips, reported_->snips) && isSame(summary.ips, reported_->ips)) {
    return;  // the report has come first, and says more
  }
  if (!reported_) words_->clear();
  const QString later = QStringLiteral("…");
  figures_->setText(table({figure(tr("SNIPS"), theme::number(summary.snips), later),
                           figure(tr("IPS"), theme::number(summary.ips), later),
                           unknownYet(tr("clipped IPS")), unknownYet(tr("logging policy"))}));
  figures_->show();
}

void EstimatePanel::show(const PolicyReport& report) {
  const OffPolicyEstimate& estimate = report.estimate;
  reported_ = {estimate.snips().value, estimate.ips().value};
  figures_->setText(table({figure(tr("SNIPS"), estimate.snips()), figure(tr("IPS"), estimate.ips()),
                           figure(tr("clipped IPS"), estimate.of(ValueEstimator::ClippedIps)),
                           figure(tr("logging policy"), estimate.logging)}));
  figures_->show();
  QString text;
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
