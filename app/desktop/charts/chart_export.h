// A chart as a file or on the clipboard: as a picture of points or of vectors.
#pragma once

#include <QChartView>
#include <QImage>
#include <QString>
#include <filesystem>
#include <functional>
#include <iosfwd>

namespace luce::desktop {

/// Draws a chart's plot below its title and note, without the controls around it.
class ChartPicture {
 public:
  ChartPicture(QString title, QString note, QChartView& view);

  /// scale: pixels a point of the screen.
  QImage image(double scale) const;
  /// Throw Error naming the file when it cannot be written; nothing is left of it then.
  void writePng(const std::filesystem::path& file) const;  ///< two pixels a point of the screen
  void writeSvg(const std::filesystem::path& file) const;
  void writePdf(const std::filesystem::path& file) const;  ///< one page, of the chart's size

 private:
  void paint(QPainter& painter) const;

  QString title_, note_;
  QChartView& view_;
  QSize size_;  ///< in points of the screen
  int head_ = 0;
};

/// Writes the numbers of a chart as CSV; may run in any thread, since it holds all that it needs.
using CsvContent = std::function<void(std::ostream&)>;
/// As short as it can be and still be read back as the same number; empty for NaN.
QByteArray csvNumber(double value);
/// With quotes where they are needed (RFC 4180).
QByteArray csvText(const QString& text);

}  // namespace luce::desktop
