#include "app/desktop/loop/ranker_look.h"

#include <QApplication>
#include <QPainter>
#include <QPixmap>
#include <algorithm>
#include <array>
#include <cmath>

#include "app/desktop/theme.h"
#include "app/desktop/visible_colour.h"
#include "core/simulation/feedback/loop_settings.h"

namespace luce::desktop {

namespace {

constexpr int kMarkers = 6;
constexpr int kMarkerPixels = 48;
constexpr std::array kDashes{Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine,
                             Qt::DashDotDotLine};

/// Those that are compared most have the eight colours of Okabe & Ito (2008) to themselves.
struct KnownLook {
  const char* kind;
  QColor colour;
  Qt::PenStyle dash;
};
const std::array kKnown{
    KnownLook{"random", theme::kNeutral, Qt::DotLine},
    KnownLook{"logging", theme::kLogging, Qt::DotLine},
    KnownLook{"popularity", QColor(0x99, 0x99, 0x33), Qt::DashDotDotLine},
    KnownLook{"supervised", theme::kPolicy, Qt::SolidLine},
    KnownLook{"ips", QColor(0x00, 0x9e, 0x73), Qt::DashLine},
    KnownLook{"ppo_clip", QColor(0xd5, 0x5e, 0x00), Qt::SolidLine},
    KnownLook{"grpo", QColor(0xcc, 0x79, 0xa7), Qt::DashLine},
    KnownLook{"cispo", QColor(0xe6, 0x9f, 0x00), Qt::SolidLine},
    KnownLook{"oracle", QColor(0x56, 0xb4, 0xe9), Qt::DashDotLine},
};

QPolygonF polygon(int corners, double radius, double turn, const QPointF& centre) {
  constexpr double kPi = 3.14159265358979323846;
  QPolygonF shape;
  for (int i = 0; i < corners; ++i) {
    const double angle = turn + 2 * kPi * i / corners;
    shape << centre + radius * QPointF(std::sin(angle), -std::cos(angle));
  }
  return shape;
}

/// Circle, square, triangle, diamond, triangle on its point, hexagon.
void drawMarker(QPainter& painter, int marker, const QPointF& centre, double radius) {
  constexpr double kPi = 3.14159265358979323846;
  switch (marker % kMarkers) {
    case 1:
      painter.drawPolygon(polygon(4, radius, kPi / 4, centre));
      break;
    case 2:
      painter.drawPolygon(polygon(3, 1.1 * radius, 0, centre));
      break;
    case 3:
      painter.drawPolygon(polygon(4, radius, 0, centre));
      break;
    case 4:
      painter.drawPolygon(polygon(3, 1.1 * radius, kPi, centre));
      break;
    case 5:
      painter.drawPolygon(polygon(6, radius, 0, centre));
      break;
    default:
      painter.drawEllipse(centre, 0.85 * radius, 0.85 * radius);
  }
}

}  // namespace

QImage RankerLook::markerImage() const {
  QImage image(kMarkerPixels, kMarkerPixels, QImage::Format_ARGB32_Premultiplied);
  image.fill(Qt::transparent);
  QPainter painter(&image);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(colour);
  drawMarker(painter, marker, QPointF(0.5, 0.5) * kMarkerPixels, 0.44 * kMarkerPixels);
  return image;
}

QIcon RankerLook::icon(double pixelRatio) const {
  constexpr QSize kSize(34, 16);
  QPixmap pixmap(kSize * pixelRatio);
  pixmap.setDevicePixelRatio(pixelRatio);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  painter.setRenderHint(QPainter::Antialiasing);
  const QPointF middle(0.5 * kSize.width(), 0.5 * kSize.height());
  painter.setPen(pen());
  painter.drawLine(QPointF(0, middle.y()), QPointF(kSize.width(), middle.y()));
  painter.setPen(Qt::NoPen);
  painter.setBrush(colour);
  drawMarker(painter, marker, middle, 4.5);
  return pixmap;
}

RankerLook rankerLook(const std::string& kind, int again) {
  RankerLook look;
  const auto known = std::find_if(kKnown.begin(), kKnown.end(),
                                  [&](const KnownLook& found) { return found.kind == kind; });
  if (known != kKnown.end()) {
    look = {known->colour, known->dash, static_cast<int>(known - kKnown.begin())};
  } else {
    static const std::vector<std::string> kinds = rankerKinds();
    const auto found = std::find(kinds.begin(), kinds.end(), kind);
    if (found == kinds.end()) return rankerLook("random", again);
    const auto number = static_cast<std::size_t>(found - kinds.begin());
    look = {theme::run(static_cast<std::int64_t>(number) + 1),
            kDashes[(number / theme::kRunColours + number) % kDashes.size()],
            static_cast<int>(number)};
  }
  look.colour = visibleOn(QApplication::palette().color(QPalette::Base), look.colour);
  look.marker = (look.marker + again) % kMarkers;
  const auto own = std::find(kDashes.begin(), kDashes.end(), look.dash) - kDashes.begin();
  look.dash = kDashes[static_cast<std::size_t>(own + again) % kDashes.size()];
  return look;
}

}  // namespace luce::desktop
