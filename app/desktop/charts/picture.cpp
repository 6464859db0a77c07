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

void writeBytes(const std::filesystem::path& file, const QByteArray& bytes) {
  writeFileSafely(file,
                  [&bytes](std::ostream& stream) { stream.write(bytes.data(), bytes.size()); });
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

void Picture::writePng(const std::filesystem::path& file) const {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  if (!image(kPngScale).save(&buffer, "PNG")) {
    throw Error("The picture for " + file.string() + " could not be made.");
  }
  writeBytes(file, bytes);
}

void Picture::writeSvg(const std::filesystem::path& file) const {
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
  writeBytes(file, bytes);
}

void Picture::writePdf(const std::filesystem::path& file) const {
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

}  // namespace luce::desktop
