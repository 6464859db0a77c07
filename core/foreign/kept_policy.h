// Policies from elsewhere that a workspace keeps under a name: read once from their file, judged
// whenever they are wanted, also when the file is gone.
//
//   PolicyFile file = lookAtPolicyFile("scores.csv");
//   ImportedPolicy imported = importPolicy(file, table, testSlates);
//   imported.record.name = workspace.freePolicyName(imported.record.name);
//   keepPolicy(workspace, imported, "men");
//   ForeignPolicy policy = keptPolicy(workspace, workspace.policy("scores"), table, testSlates);
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "core/foreign/foreign_policy.h"
#include "core/workspace/workspace.h"

namespace luce {

/// A file as it was when it was looked at.
struct PolicyFile {
  std::filesystem::path path;
  std::uintmax_t bytes = 0;
  std::filesystem::file_time_type changed;
  std::string sha256;  ///< see PolicyRecord
};

/// Reads the whole file once, for its SHA-256. Throws Error if it cannot be read, Cancelled.
PolicyFile lookAtPolicyFile(const std::filesystem::path& file, const std::stop_token& stop = {});

/// The name of a policy that is kept for the dataset, was read from a file of this content, and is
/// judged as that says: without a temperature or weights of its own. None = there is none.
std::optional<std::string> keptFrom(const PolicyFile& file, const Workspace& workspace,
                                    const std::string& dataset);

struct ImportedPolicy {
  /// Named after the file, without a dataset.
  PolicyRecord record;
  /// For every slate that it scores.
  ForeignPolicy policy;
};

/// The file's name without its endings, see goodName(): what a policy from it is called unless
/// people say else.
std::string policyNameOf(const std::filesystem::path& file);

/// Reads a policy as loadForeignPolicy does, for as many slates of the table as it scores; `needed`
/// (ascending) must be among them. A model is asked for all. Throws as loadForeignPolicy, and Error
/// if there are more candidates than kMostScoredCandidates or the file has changed since it was
/// looked at, or changes meanwhile.
ImportedPolicy importPolicy(const PolicyFile& file, const SlateTable& table,
                            std::span<const std::uint32_t> needed, const Progress& progress = {},
                            std::stop_token stop = {});

/// Enters it for the dataset, in one transaction; see Workspace::createPolicy.
std::int64_t keepPolicy(Workspace& workspace, const ImportedPolicy& imported,
                        const std::string& dataset);

/// The policy on these slates, ascending. Throws Error if it does not score one of them, or was
/// made for a table of other slates.
ForeignPolicy keptPolicy(const Workspace& workspace, const PolicyRecord& policy,
                         const SlateTable& table, std::span<const std::uint32_t> slates,
                         std::stop_token stop = {});

/// The policy on some of its slates, ascending.
ForeignPolicy selectSlates(const ForeignPolicy& policy, std::span<const std::uint32_t> slates);

}  // namespace luce
