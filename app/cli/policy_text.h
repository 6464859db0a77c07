// How commands tell of the policies from elsewhere that a workspace keeps.
#pragma once

#include <nlohmann/json.hpp>
#include <vector>

#include "core/workspace/policy_record.h"

namespace luce::cli {

void printPolicies(const std::vector<PolicyRecord>& policies);
nlohmann::ordered_json describePolicies(const std::vector<PolicyRecord>& policies);

}  // namespace luce::cli
