// Pictures of feedback loops: of documents, which are played, or of results that were.
#pragma once

#include <QDir>
#include <QSize>
#include <QString>

namespace luce::desktop {

/// Plays the document and writes NAME_reward_per_user and NAME_regret as PNG and SVG, NAME being
/// the document's. Throws Error.
void drawLoop(const QString& document, const QDir& folder, QSize size);
/// The same of what `luce-cli simulate LOOP.json --json` printed.
void drawLoopResults(const QString& results, const QDir& folder, QSize size);

}  // namespace luce::desktop
