// What core says comes in English, whatever the window speaks. The sentences that people meet often
// have translations, by pattern: names and numbers in them stay as they are. What has none stays
// English; the window says in its own language before it what failed.
#pragma once

#include <QString>
#include <QStringList>

namespace luce::desktop {

/// Each line in the window's language if it is a known sentence, and as it is if not.
QString wordsOfCore(const QString& english);

/// The English patterns, with %1, %2 … in the place of what is filled in.
QStringList knownSentencesOfCore();

}  // namespace luce::desktop
