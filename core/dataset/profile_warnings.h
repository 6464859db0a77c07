// What a dataset's profile warns of.
#pragma once

#include <string>
#include <vector>

#include "core/dataset/profile.h"

namespace luce {

/// Sentences for people, the gravest first. Reads all of the profile but its warnings.
std::vector<std::string> warningsOf(const DatasetProfile& profile);

}  // namespace luce
