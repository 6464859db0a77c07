#include "core/evaluation/unavailable.h"

namespace luce {

std::map<std::string, std::string> unavailableByReason(const OffPolicyEstimate& estimate) {
  std::map<std::string, std::string> titles;
  for (const ValueEstimatorDescription& description : valueEstimators()) {
    const EstimatedValue& value = estimate.of(description.estimator);
    if (value.available()) continue;
    std::string& those = titles[value.unavailable];
    those += (those.empty() ? "" : ", ") + std::string(description.title);
  }
  return titles;
}

}  // namespace luce
