// What the core says of feedback loops, in the language of the program.
#pragma once

#include <QString>

#include "core/simulation/feedback/loop_measures.h"
#include "core/simulation/feedback/loop_settings.h"

namespace luce::desktop {

QString titleOf(const LoopMeasure& measure);
QString helpOf(const LoopMeasure& measure);
QString titleOf(const AudiencePreset& preset);
QString helpOf(const AudiencePreset& preset);
QString groupOf(const AudienceParameter& parameter);
QString helpOf(const AudienceParameter& parameter);
/// "Click rate" for "click_rate".
QString titleOf(const AudienceParameter& parameter);

/// The preset that the audience is, whatever its size; null = none.
const AudiencePreset* presetOf(const AudienceSettings& audience);
/// The preset's audience with the size of another. Null: the standard audience.
AudienceSettings audienceOf(const AudiencePreset* preset, const AudienceSettings& size);
/// For titles: of the preset, or "Audience of its own".
QString nameOf(const AudienceSettings& audience);

/// "0.4712 ± 0.062"; without an interval only the mean, "–" for none.
QString meanText(const SeedMean& mean);

/// What should be known before the loop is believed: one or two sentences each.
QStringList cautions(const LoopSettings& settings);

}  // namespace luce::desktop
