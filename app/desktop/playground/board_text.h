// Numbers and names as they stand on the board.
#pragma once

#include <QPainter>
#include <QRectF>
#include <QString>

namespace luce::desktop {

/// As short as can be: "0.42", "8.4", "1e−6", "12345"; "–" for NaN. digits: significant ones.
QString shortNumber(double value, int digits = 3);
/// With as many digits as stand in the width in type of that size: three, or two.
QString fittingNumber(const QFont& font, double value, double pixels, double width);
/// With a plus sign.
QString signedNumber(double value);
/// "p(click) of A".
QString probabilityTitle(const QString& task, const QString& candidate);

/// Draws the text on one line in the largest type up to `pixels` that fits the width, cut at its
/// end where even the smallest does not.
void drawFitted(QPainter& painter, const QRectF& place, const QString& text, double pixels,
                Qt::Alignment alignment = Qt::AlignCenter);

}  // namespace luce::desktop
