#include "app/desktop/charts/series_csv.h"

#include <QAreaSeries>
#include <QBarCategoryAxis>
#include <QBarSeries>
#include <QBarSet>
#include <QXYSeries>
#include <ostream>
#include <vector>

namespace luce::desktop {

namespace {

struct Row {
  QString series, category;
  double x = 0;
  QList<double> values;
};

void addPoints(std::vector<Row>& rows, const QXYSeries& series) {
  for (const QPointF& point : series.points()) {
    rows.push_back({series.name(), {}, point.x(), {point.y()}});
  }
}

void addArea(std::vector<Row>& rows, const QAreaSeries& area) {
  if (area.lowerSeries() == nullptr) {
    for (const QPointF& point : area.upperSeries()->points()) {
      rows.push_back({area.name(), {}, point.x(), {0, point.y()}});
    }
    return;
  }
  const QList<QPointF> low = area.lowerSeries()->points();
  const QList<QPointF> high = area.upperSeries()->points();
  for (qsizetype i = 0; i < std::min(low.size(), high.size()); ++i) {
    rows.push_back({area.name(), {}, high[i].x(), {low[i].y(), high[i].y()}});
  }
}

void addBars(std::vector<Row>& rows, const QAbstractBarSeries& bars,
             const QStringList& categories) {
  for (const QBarSet* set : bars.barSets()) {
    if (set->brush().style() == Qt::NoBrush) continue;  // hidden by the legend
    for (int i = 0; i < set->count(); ++i) {
      rows.push_back({set->label(), categories.value(i), static_cast<double>(i), {set->at(i)}});
    }
  }
}

}  // namespace

CsvContent seriesCsv(const QChart& chart) {
  QStringList categories;
  for (QAbstractAxis* axis : chart.axes()) {
    if (auto* named = qobject_cast<QBarCategoryAxis*>(axis)) {
      categories = named->categories();
    }
  }
  std::vector<Row> rows;
  for (const QAbstractSeries* series : chart.series()) {
    if (!series->isVisible()) continue;
    if (const auto* points = qobject_cast<const QXYSeries*>(series)) addPoints(rows, *points);
    if (const auto* area = qobject_cast<const QAreaSeries*>(series)) addArea(rows, *area);
    if (const auto* bars = qobject_cast<const QAbstractBarSeries*>(series)) {
      addBars(rows, *bars, categories);
    }
  }
  return [rows = std::move(rows)](std::ostream& stream) {
    stream << "series,category,x,y,y_high\n";
    for (const Row& row : rows) {
      const auto put = [&stream](const QByteArray& text) {
        stream.write(text.data(), text.size());
      };
      put(csvText(row.series) + ',' + csvText(row.category) + ',' + csvNumber(row.x));
      for (const double value : row.values) put(',' + csvNumber(value));
      put(row.values.size() == 1 ? ",\n" : "\n");
    }
  };
}

}  // namespace luce::desktop
