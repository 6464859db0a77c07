// How many there are, for people.
#pragma once

#include <QString>

namespace luce::desktop {

/// Of things that are counted, or of effective ones: "225,000"; fractions below a thousand alone.
QString countText(double count);

}  // namespace luce::desktop
