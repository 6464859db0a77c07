// Why a column has its role, in the window's language.
#pragma once

#include <QString>
#include <string>

namespace luce::desktop {

/// why: as LogColumns and MappingDraft say it, in English; parts are joined by ", ". What is not
/// known stays as it is.
QString reasonWords(const std::string& why);

}  // namespace luce::desktop
