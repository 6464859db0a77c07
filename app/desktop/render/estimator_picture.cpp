#include "app/desktop/render/estimator_picture.h"

#include <fmt/format.h>

#include <QCategoryAxis>
#include <QChart>
#include <QChartView>
#include <QHBoxLayout>
#include <QLineSeries>
#include <QLogValueAxis>
#include <QPixmap>
#include <QValueAxis>
#include <QWidget>
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>
#include <vector>

#include "core/common/error.h"
#include "core/evaluation/value_estimators.h"

namespace luce::desktop {

namespace {

struct Curve {
  QString name;
  bool claimsCoverage = false;
  QList<QPointF> bias, deviation;  ///< against rows of the log
};

std::vector<Curve> curvesOf(const std::string& text) {
  std::vector<Curve> curves;
  try {
    const nlohmann::json study = nlohmann::json::parse(text);
    for (const ValueEstimatorDescription& description : valueEstimators()) {
      Curve curve;
      curve.name = QString::fromUtf8(description.title) + (description.claimsCoverage ? "" : " *");
      curve.claimsCoverage = description.claimsCoverage;
      for (const nlohmann::json& size : study.at("sizes")) {
        const nlohmann::json& estimators = size.at("estimators");
        if (!estimators.contains(description.key)) continue;
        const nlohmann::json& record = estimators.at(description.key);
        const double rows = size.at("rows");
        curve.bias << QPointF(rows, record.at("bias").get<double>());
        curve.deviation << QPointF(rows, record.at("standard_deviation").get<double>());
      }
      if (!curve.bias.isEmpty()) curves.push_back(curve);
    }
  } catch (const nlohmann::json::exception& error) {
    throw Error(
        fmt::format("This is not what \"luce-cli estimators --out\" writes: {}", error.what()));
  }
  if (curves.empty()) throw Error("The study holds no estimator.");
  return curves;
}

/// Seven colours that colour-blind people can tell apart (Okabe & Ito 2008), then dashed again.
QPen penOf(std::size_t index, bool claimsCoverage) {
  static const std::array<QColor, 7> colours{QColor(0x00, 0x72, 0xb2), QColor(0xe6, 0x9f, 0x00),
                                             QColor(0x00, 0x9e, 0x73), QColor(0xd5, 0x5e, 0x00),
                                             QColor(0xcc, 0x79, 0xa7), QColor(0x56, 0xb4, 0xe9),
                                             QColor(0x40, 0x40, 0x40)};
  return QPen(colours[index % colours.size()], 2, claimsCoverage ? Qt::SolidLine : Qt::DashLine);
}

/// Sizes stand where their logarithms are, each with its number.
QCategoryAxis* rowsAxis(const std::vector<Curve>& curves) {
  auto* axis = new QCategoryAxis;
  axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
  double low = std::numeric_limits<double>::infinity(), high = -low;
  for (const QPointF& point : curves.front().bias) {
    axis->append(QString::number(point.x()), std::log10(point.x()));
    low = std::min(low, std::log10(point.x()));
    high = std::max(high, std::log10(point.x()));
  }
  const double margin = std::max(0.1, 0.06 * (high - low));
  axis->setRange(low - margin, high + margin);
  axis->setTitleText(QObject::tr("rows of the log"));
  return axis;
}

QChartView* panel(const std::vector<Curve>& curves, const QString& title,
                  QList<QPointF> Curve::*points, bool logarithmic) {
  auto* chart = new QChart;
  chart->setTitle(title);
  QCategoryAxis* rows = rowsAxis(curves);
  chart->addAxis(rows, Qt::AlignBottom);
  QAbstractAxis* values = nullptr;
  if (logarithmic) {
    auto* axis = new QLogValueAxis;
    axis->setBase(2);
    axis->setLabelFormat("%.3g");
    values = axis;
  } else {
    values = new QValueAxis;
  }
  chart->addAxis(values, Qt::AlignLeft);
  double low = std::numeric_limits<double>::infinity(), high = -low;
  std::array<std::size_t, 2> used{};
  for (const Curve& curve : curves) {
    auto* series = new QLineSeries;
    series->setName(curve.name);
    series->setPen(penOf(used[curve.claimsCoverage]++, curve.claimsCoverage));
    series->setPointsVisible(true);
    for (const QPointF& point : curve.*points) {
      series->append(std::log10(point.x()), point.y());
      low = std::min(low, point.y());
      high = std::max(high, point.y());
    }
    chart->addSeries(series);
    series->attachAxis(rows);
    series->attachAxis(values);
  }
  if (logarithmic) {
    values->setRange(low / 1.3, high * 1.3);
    chart->legend()->setAlignment(Qt::AlignRight);
    chart->legend()->setMarkerShape(QLegend::MarkerShapeFromSeries);
  } else {
    values->setRange(low, high);
    static_cast<QValueAxis*>(values)->setTickCount(7);
    static_cast<QValueAxis*>(values)->applyNiceNumbers();
    chart->legend()->hide();
  }
  auto* view = new QChartView(chart);
  view->setRenderHint(QPainter::Antialiasing);
  return view;
}

}  // namespace

void drawEstimatorStudy(const std::string& json, const QString& picture, QSize size) {
  const std::vector<Curve> curves = curvesOf(json);
  QWidget both;
  auto* line = new QHBoxLayout(&both);
  line->addWidget(panel(curves, QObject::tr("Bias"), &Curve::bias, false), 2);
  line->addWidget(panel(curves, QObject::tr("Standard deviation"), &Curve::deviation, true), 3);
  both.resize(size);
  if (!both.grab().save(picture)) {
    throw Error(fmt::format("{} cannot be written.", picture.toStdString()));
  }
}

}  // namespace luce::desktop
