#include "app/desktop/charts/chart_export.h"

#include <QBuffer>
#include <QFontMetrics>
#include <QGraphicsScene>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>
#include <array>
#include <charconv>
#include <cmath>
#include <ostream>

#include "core/common/error.h"
#include "core/common/safe_file.h"

namespace luce::desktop {

namespace {

constexpr int kMargin = 6;
constexpr double kPngScale = 2;
/// A point of the screen is a pixel of 96 a inch, a point of a page one of 72.
constexpr int kScreenResolution = 96;
constexpr double kPagePoint = 72.0 / kScreenResolution;

void writeBytes(const std::filesystem::path& file, const QByteArray& bytes) {
  writeFileSafely(file,
                  [&bytes](std::ostream& stream) { stream.write(bytes.data(), bytes.size()); });
}

QFont bold(QFont font) {
  font.setBold(true);
  return font;
}

}  // namespace

ChartPicture::ChartPicture(QString title, QString note, QChartView& view)
    : title_(std::move(title)), note_(std::move(note)), view_(view) {
  const int line = QFontMetrics(bold(view.font())).height();
  head_ = kMargin + line + (note_.isEmpty() ? 0 : line);
  size_ = QSize(view.width(), view.height() + head_);
}

void ChartPicture::paint(QPainter& painter) const {
  const QPalette& palette = view_.palette();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.fillRect(QRect(QPoint(0, 0), size_), palette.base());
  painter.setPen(palette.color(QPalette::Text));
  const QFont heading = bold(view_.font());
  painter.setFont(heading);
  const QFontMetrics metrics(heading);
  painter.drawText(QPointF(kMargin, kMargin + metrics.ascent()), title_);
  if (!note_.isEmpty()) {
    painter.setFont(view_.font());
    painter.drawText(QPointF(kMargin, kMargin + metrics.height() + metrics.ascent()), note_);
  }
  const QRectF target(0, head_, view_.width(), view_.height());
  view_.scene()->render(&painter, target, view_.mapToScene(view_.viewport()->rect()).boundingRect(),
                        Qt::IgnoreAspectRatio);
}

QImage ChartPicture::image(double scale) const {
  QImage image((scale * QSizeF(size_)).toSize(), QImage::Format_ARGB32_Premultiplied);
  image.setDevicePixelRatio(scale);
  image.fill(Qt::white);
  QPainter painter(&image);
  paint(painter);
  return image;
}

void ChartPicture::writePng(const std::filesystem::path& file) const {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  if (!image(kPngScale).save(&buffer, "PNG")) {
    throw Error("The picture for " + file.string() + " could not be made.");
  }
  writeBytes(file, bytes);
}

void ChartPicture::writeSvg(const std::filesystem::path& file) const {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  QSvgGenerator generator;
  generator.setOutputDevice(&buffer);
  generator.setTitle(title_);
  generator.setDescription(note_);
  generator.setSize(size_);
  generator.setViewBox(QRect(QPoint(0, 0), size_));
  generator.setResolution(kScreenResolution);
  QPainter painter(&generator);
  paint(painter);
  painter.end();
  writeBytes(file, bytes);
}

void ChartPicture::writePdf(const std::filesystem::path& file) const {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  QPdfWriter writer(&buffer);
  writer.setTitle(title_);
  writer.setResolution(kScreenResolution);
  writer.setPageMargins(QMarginsF());
  writer.setPageSize(QPageSize(kPagePoint * QSizeF(size_), QPageSize::Point));
  QPainter painter(&writer);
  paint(painter);
  painter.end();
  writeBytes(file, bytes);
}

QByteArray csvNumber(double value) {
  if (std::isnan(value)) return {};
  std::array<char, 32> text;
  const std::to_chars_result end = std::to_chars(text.data(), text.data() + text.size(), value);
  return {text.data(), end.ptr - text.data()};
}

QByteArray csvText(const QString& text) {
  QByteArray bytes = text.toUtf8();
  if (!bytes.contains(',') && !bytes.contains('"') && !bytes.contains('\n')) return bytes;
  bytes.replace("\"", "\"\"");
  return '"' + bytes + '"';
}

}  // namespace luce::desktop
