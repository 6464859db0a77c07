// Which estimators cannot tell anything of a log, and why.
#pragma once

#include <map>
#include <string>

#include "core/evaluation/off_policy.h"

namespace luce {

/// The titles of the estimators, divided by commas, by the sentence that says why they are
/// unavailable. Empty: all are available.
std::map<std::string, std::string> unavailableByReason(const OffPolicyEstimate& estimate);

}  // namespace luce
