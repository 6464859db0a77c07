// A chart as a file or on the clipboard: as a picture of points or of vectors.
#pragma once

#include <QChartView>
#include <QRect>
#include <QString>
#include <functional>
#include <iosfwd>

#include "app/desktop/charts/picture.h"
#include "app/desktop/charts/picture_legend.h"

namespace luce::desktop {

/// The numbers of a chart as CSV.
using CsvContent = FileContent;

/// Draws a chart's plot below its title and note, without the controls around it.
class ChartPicture : public Picture {
 public:
  /// legend: of a chart that shows none.
  ChartPicture(QString title, QString note, QChartView& view,
               std::vector<LegendSample> legend = {});

 protected:
  void paint(QPainter& painter) const override;

 private:
  QChartView& view_;
  PictureLegend legend_;
  QRect note_;
  int words_ = 0;  ///< height of title and note
};

/// As short as it can be and still be read back as the same number; empty for NaN.
QByteArray csvNumber(double value);
/// With quotes where they are needed (RFC 4180).
QByteArray csvText(const QString& text);

}  // namespace luce::desktop
