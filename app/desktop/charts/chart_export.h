// A chart as a file or on the clipboard: as a picture of points or of vectors.
#pragma once

#include <QChartView>
#include <QString>
#include <functional>
#include <iosfwd>

#include "app/desktop/charts/picture.h"

namespace luce::desktop {

/// The numbers of a chart as CSV.
using CsvContent = FileContent;

/// Draws a chart's plot below its title and note, without the controls around it.
class ChartPicture : public Picture {
 public:
  ChartPicture(QString title, QString note, QChartView& view);

 protected:
  void paint(QPainter& painter) const override;

 private:
  QChartView& view_;
  int head_ = 0;
};

/// As short as it can be and still be read back as the same number; empty for NaN.
QByteArray csvNumber(double value);
/// With quotes where they are needed (RFC 4180).
QByteArray csvText(const QString& text);

}  // namespace luce::desktop
