// The words of core/export/formats.h in the language of the window.
#pragma once

#include <QString>

#include "core/export/formats.h"

namespace luce::desktop {

QString formatTitle(const ExportFormat& format);
QString formatMeaning(const ExportFormat& format);

}  // namespace luce::desktop
