// Checks of numbers on the command line. CLI11's own let "nan" through, since it is neither below
// nor above a range, and take a whole number that is too large for the largest one there is.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>

namespace luce::cli {

/// Null for "nan", "inf", what is too large for double, and what is no number.
std::optional<double> finiteNumber(const std::string& text);

/// A finite number from low to high.
CLI::Validator numberFrom(double low, double high);

/// A whole number from 0 to 2⁶³ − 1, as seeds and training steps are.
CLI::Validator wholeNumber();

/// NAME=NUMBER with commas between, where every number is finite. word: what may stand instead;
/// empty = nothing.
CLI::Validator namedNumbers(const std::string& word = "");

}  // namespace luce::cli
