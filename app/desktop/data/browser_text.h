// Cells of the workspace as texts.
#pragma once

#include <QString>
#include <QVariant>

#include "core/workspace/slate_browser.h"

namespace luce::desktop {

/// For the table: six significant digits, times as UTC, "–" for a missing value.
QString shownText(const BrowserCell& cell, BrowserKind kind);
/// To be copied: every digit, nothing for a missing value, no tabs or line ends.
QString copyText(const BrowserCell& cell, BrowserKind kind);
/// To sort by; missing values come first.
QVariant sortValue(const BrowserCell& cell);

}  // namespace luce::desktop
