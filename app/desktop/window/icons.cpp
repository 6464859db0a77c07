#include "app/desktop/window/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QSvgRenderer>

static void loadResources() {
  // The resources lie in a static library, whose initialisers a linker would leave out.
  Q_INIT_RESOURCE(luce);
}

namespace luce::desktop {

namespace {

QString fileOf(const QString& name) {
  static const bool loaded = (loadResources(), true);
  Q_UNUSED(loaded);
  return QString(":/luce/icons/%1.svg").arg(name);
}

QByteArray contentOf(const QString& name) {
  QFile file(fileOf(name));
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

class TextColouredIcon : public QIconEngine {
 public:
  explicit TextColouredIcon(QByteArray drawing) : drawing_(std::move(drawing)) {}

  void paint(QPainter* painter, const QRect& area, QIcon::Mode mode, QIcon::State) override {
    const QPalette palette = QGuiApplication::palette();
    const QColor colour =
        palette.color(mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active,
                      mode == QIcon::Selected ? QPalette::HighlightedText : QPalette::ButtonText);
    QByteArray coloured = drawing_;
    coloured.replace("currentColor", colour.name().toLatin1());
    QSvgRenderer(coloured).render(painter, area);
  }

  QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
    QPixmap picture(size);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    paint(&painter, QRect(QPoint(), size), mode, state);
    return picture;
  }

  QIconEngine* clone() const override { return new TextColouredIcon(drawing_); }

 private:
  QByteArray drawing_;
};

}  // namespace

QIcon icon(const QString& name) {
  return QIcon(new TextColouredIcon(contentOf(name)));
}

QIcon programIcon() {
  return QIcon(fileOf("luce"));
}

}  // namespace luce::desktop
