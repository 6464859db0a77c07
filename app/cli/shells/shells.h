// Completion for shells: commands, options, their values, and the datasets and runs of the
// workspace that stands on the command line.
#pragma once

#include <string>

#include "app/cli/command_outline.h"

namespace luce::cli {

/// Scripts to be sourced, or installed where the shell looks for them.
std::string bashCompletion(const ProgramOutline& outline);
std::string zshCompletion(const ProgramOutline& outline);
std::string fishCompletion(const ProgramOutline& outline);

}  // namespace luce::cli
