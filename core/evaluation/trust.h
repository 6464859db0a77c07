// What makes an estimate untrustworthy, in sentences for people.
#pragma once

#include <string>
#include <vector>

#include "core/evaluation/off_policy.h"

namespace luce {

/// Reasons that the rows and the numbers themselves give. Empty: none found.
std::vector<std::string> reasonsForDistrust(const WeightedRows& rows,
                                            const OffPolicySettings& settings,
                                            const OffPolicyEstimate& estimate);

}  // namespace luce
