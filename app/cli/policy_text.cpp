#include "app/cli/policy_text.h"

#include <fmt/format.h>

#include "app/cli/console.h"

namespace luce::cli {

using nlohmann::ordered_json;

void printPolicies(const std::vector<PolicyRecord>& policies) {
  std::vector<std::vector<std::string>> table{
      {"policy", "dataset", "from", "file", "bytes", "slates", "τ", "imported", "SHA-256"}};
  for (const PolicyRecord& policy : policies) {
    table.push_back({policy.name, policy.dataset, toString(policy.source), policy.file,
                     std::to_string(policy.bytes), std::to_string(policy.slates),
                     policy.temperature ? shortNumber(*policy.temperature) : "–", policy.imported,
                     policy.sha256});
  }
  printTable(table);
}

ordered_json describePolicies(const std::vector<PolicyRecord>& policies) {
  ordered_json objects = ordered_json::array();
  for (const PolicyRecord& policy : policies) {
    ordered_json object{{"name", policy.name},
                        {"dataset", policy.dataset},
                        {"source", toString(policy.source)},
                        {"file", policy.file},
                        {"bytes", policy.bytes},
                        {"sha256", policy.sha256},
                        {"imported", policy.imported},
                        {"slates", policy.slates},
                        {"candidates", policy.candidates},
                        {"temperature", nullptr},
                        {"value_weights", policy.valueWeights},
                        {"removed", nullptr}};
    if (policy.temperature) object["temperature"] = *policy.temperature;
    if (!policy.removed.empty()) object["removed"] = policy.removed;
    objects.push_back(std::move(object));
  }
  return objects;
}

}  // namespace luce::cli
