// What a look at a log found, in words.
#pragma once

#include <QString>

#include "app/desktop/opening/mapping_draft.h"

namespace luce::desktop {

/// "20,000 lines tried: 2,000 slates of 2 to 10 candidates, about 530,000 slates in all."
QString verdictOf(const LogInspection& log);
/// What leaving out the faulty lines would cost, of the lines tried; empty if there are none.
QString leftOutOf(const LogInspection& log);
/// What a person should know of the roles as they are; empty if nothing.
QString adviceOn(const MappingDraft& draft);
/// "1 slate", "1,200 slates".
QString countOf(std::int64_t count, const char* one, const char* many);
/// The files: "men.csv", "men.csv and 2 more".
QString filesTitle(const QStringList& files);

}  // namespace luce::desktop
