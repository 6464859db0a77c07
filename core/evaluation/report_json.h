// The contract of `luce-cli evaluate --json`.
#pragma once

#include <string>
#include <vector>

#include "core/evaluation/evaluate.h"

namespace luce {

std::string reportToJson(const PolicyReport& report);

/// {"ips": {"difference": …, "low": …, "high": …, "share_better": …}, …}
std::string differencesToJson(const std::vector<PairedDifference>& differences);

}  // namespace luce
