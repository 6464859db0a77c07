#include <fmt/format.h>

#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/policy_text.h"
#include "app/cli/workspace_options.h"
#include "core/common/error.h"

namespace luce::cli {

namespace {

using nlohmann::ordered_json;

struct Options {
  std::string workspace;
  std::vector<std::string> policies;
  std::optional<std::string> rename;
  bool remove = false, restore = false, purge = false, removed = false;
  Output output;

  bool changes() const { return rename || remove || restore; }
};

void list(const Options& options, const Workspace& workspace) {
  std::vector<PolicyRecord> policies =
      options.removed ? workspace.policiesPutAway() : workspace.policies();
  if (!options.policies.empty() && !options.changes() && !options.purge) {
    policies.clear();
    for (const std::string& name : options.policies) policies.push_back(workspace.policy(name));
  }
  if (options.output.json) {
    printJson({{"workspace", options.workspace}, {"policies", describePolicies(policies)}});
  } else if (policies.empty()) {
    fmt::print("No policy. Keep one with: luce-cli evaluate --policy-file FILE --keep NAME\n");
  } else {
    printPolicies(policies);
  }
}

std::int64_t findPolicy(const Options& options, const Workspace& workspace,
                        const std::string& name) {
  if (!options.restore) return workspace.policy(name).id;
  for (const PolicyRecord& policy : workspace.policiesPutAway()) {
    if (policy.name == name) return policy.id;
  }
  throw Error(
      fmt::format("\"{}\" has no removed policy named \"{}\"; see luce-cli policies --removed.",
                  options.workspace, name));
}

void run(const Options& options) {
  if (options.changes() && options.policies.empty()) {
    throw CLI::ValidationError("--policy", "name the policies that are to be changed");
  }
  if (options.rename && options.policies.size() > 1) {
    throw CLI::ValidationError("--rename", "one policy at a time can get a name");
  }
  if (options.purge && options.rename) {
    throw CLI::ValidationError("--purge", "what is removed for good takes no name");
  }
  const bool writes = options.changes() || options.purge;
  Workspace workspace = openExisting(options.workspace, writes ? Access::Write : Access::Read);
  std::vector<PolicyChange> changes;
  for (const std::string& name : options.policies) {
    if (!options.changes()) break;
    PolicyChange change{.policy = findPolicy(options, workspace, name), .name = options.rename};
    if (options.remove || options.restore) change.putAway = options.remove;
    changes.push_back(std::move(change));
  }
  if (options.changes()) workspace.changePolicies(changes);
  if (options.purge) {
    const int count = options.policies.empty() ? workspace.purgePolicies()
                                               : workspace.purgePolicies(options.policies);
    if (!options.output.json) {
      fmt::print("{} {} removed for good.\n", count, count == 1 ? "policy was" : "policies were");
    }
  }
  list(options, workspace);
}

}  // namespace

void addPolicies(CLI::App& program) {
  auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand(
      "policies", "List the policies from elsewhere that a workspace keeps; name, remove them");
  command->add_option("workspace", options->workspace, "Workspace file")->required();
  command->add_option("--policy", options->policies, "A policy's name; can be given several times")
      ->allow_extra_args(false);
  command->add_option("--rename", options->rename, "Give the policy this name");
  CLI::Option* remove = command->add_flag("--remove", options->remove,
                                          "Remove the policies; --restore brings them back");
  CLI::Option* restore =
      command->add_flag("--restore", options->restore, "Bring removed policies back")
          ->excludes(remove);
  command
      ->add_flag(
          "--purge", options->purge,
          "Remove the policies for good, which must have been removed; without --policy, all that "
          "were removed")
      ->excludes(restore);
  command->add_flag("--removed", options->removed, "List the policies that were removed");
  command->add_flag("--json", options->output.json, "Print one JSON object");
  command->callback([options] { run(*options); });
}

}  // namespace luce::cli
