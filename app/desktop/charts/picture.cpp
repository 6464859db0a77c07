#include "app/desktop/charts/picture.h"

#include <QBuffer>
#include <QPageSize>
#include <QPdfWriter>
#include <QSvgGenerator>
#include <ostream>

#include "core/common/error.h"
#include "core/common/safe_file.h"

namespace luce::desktop {

namespace {

constexpr double kPngScale = 2;
/// A point of the screen is a pixel of 96 a inch, a point of a page one of 72.
constexpr int kScreenResolution = 96;
constexpr double kPagePoint = 72.0 / kScreenResolution;

FileContent contentOf(const QByteArray& bytes) {
  return [bytes](std::ostream& stream) { stream.write(bytes.data(), bytes.size()); };
}

}  // namespace

QImage Picture::image(double scale) const {
  QImage image((scale * QSizeF(size_)).toSize(), QImage::Format_ARGB32_Premultiplied);
  image.setDevicePixelRatio(scale);
  image.fill(Qt::white);
  QPainter painter(&image);
  paint(painter);
  return image;
}

FileContent Picture::png() const {
  // Packing a large picture takes longer than drawing it.
  return [drawn = image(kPngScale)](std::ostream& stream) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!drawn.save(&buffer, "PNG")) throw Error("The picture could not be made.");
    stream.write(bytes.data(), bytes.size());
  };
}

FileContent Picture::svg() const {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  QSvgGenerator generator;
  generator.setOutputDevice(&buffer);
  generator.setTitle(title_);
  generator.setDescription(description_);
  generator.setSize(size_);
  generator.setViewBox(QRect(QPoint(0, 0), size_));
  generator.setResolution(kScreenResolution);
  QPainter painter(&generator);
  paint(painter);
  painter.end();
  return contentOf(bytes);
}

FileContent Picture::pdf() const {
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
  return contentOf(bytes);
}

void Picture::writePng(const std::filesystem::path& file) const {
  writeFileSafely(file, png());
}

void Picture::writeSvg(const std::filesystem::path& file) const {
  writeFileSafely(file, svg());
}

void Picture::writePdf(const std::filesystem::path& file) const {
  writeFileSafely(file, pdf());
}

}  // namespace luce::desktop
