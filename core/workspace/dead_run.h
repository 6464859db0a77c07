// What is known of a run whose program died.
#pragma once

namespace luce {

/// SQL, of a row of the table run: for how many seconds it went on, as its last metric tells. Since
/// kLayoutWithPolicies.
inline constexpr const char* kDeadRunSeconds =
    "coalesce((SELECT metric.seconds FROM metric WHERE metric.run = run.id ORDER BY metric.step "
    "DESC LIMIT 1), run.seconds)";

}  // namespace luce
