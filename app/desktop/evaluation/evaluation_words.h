// What the page of the evaluation says beside its charts and tables, as rich text.
#pragma once

#include <QString>

#include "app/desktop/evaluation/evaluation_values.h"

namespace luce::desktop {

/// What a report calls its policy ("run ips"), in the window's language.
QString titleOfPolicy(const PolicyReport& report);
/// Warnings, and what the estimates rest on: rows, weights, support, propensities.
QString wordsOfTrust(const PolicyReport& report);
/// Measures of the ranking, the spread of first places, and how well tasks are predicted.
QString wordsOfRanking(const EvaluationView& view);

}  // namespace luce::desktop
