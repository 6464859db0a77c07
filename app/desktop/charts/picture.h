// Something drawn, as a file or on the clipboard: as a picture of points or of vectors.
#pragma once

#include <QImage>
#include <QPainter>
#include <QString>
#include <filesystem>
#include <functional>
#include <iosfwd>

namespace luce::desktop {

/// Writes a file's content; may run in any thread, since it holds all that it needs. Throws Error.
using FileContent = std::function<void(std::ostream&)>;

class Picture {
 public:
  virtual ~Picture() = default;

  /// scale: pixels a point of the screen.
  QImage image(double scale) const;
  /// Drawn now; packing and writing may be done in any thread.
  FileContent png() const;  ///< two pixels a point of the screen
  FileContent svg() const;
  FileContent pdf() const;  ///< one page, of the picture's size
  /// The same into a file. Throw Error naming the file when it cannot be written; nothing is left
  /// of it then.
  void writePng(const std::filesystem::path& file) const;
  void writeSvg(const std::filesystem::path& file) const;
  void writePdf(const std::filesystem::path& file) const;

 protected:
  /// size: in points of the screen. description: for files that hold one.
  Picture(QString title, QString description, const QSize& size = {})
      : title_(std::move(title)), description_(std::move(description)), size_(size) {}
  Picture(const Picture&) = default;
  Picture& operator=(const Picture&) = delete;

  /// All of size().
  virtual void paint(QPainter& painter) const = 0;
  void setSize(const QSize& size) { size_ = size; }
  const QSize& size() const { return size_; }
  const QString& title() const { return title_; }
  const QString& description() const { return description_; }

 private:
  QString title_, description_;
  QSize size_;
};

}  // namespace luce::desktop
