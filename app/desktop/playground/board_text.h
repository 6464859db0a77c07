// Numbers and names as they stand on the board.
#pragma once

#include <QPainter>
#include <QRectF>
#include <QString>

namespace luce::desktop {

/// Three significant digits, as short as can be: "0.42", "8.4", "1e-6", "12300"; "–" for NaN.
QString shortNumber(double value);
/// With a plus sign.
QString signedNumber(double value);
/// "p(click) of A".
QString probabilityTitle(const QString& task, const QString& candidate);

/// Draws the text on one line in the largest type up to `pixels` that fits the width, cut at its
/// end where even the smallest does not.
void drawFitted(QPainter& painter, const QRectF& place, const QString& text, double pixels,
                Qt::Alignment alignment = Qt::AlignCenter);

}  // namespace luce::desktop
