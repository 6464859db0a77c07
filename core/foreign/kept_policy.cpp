#include "core/foreign/kept_policy.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "core/common/error.h"
#include "core/common/sha256.h"
#include "core/foreign/foreign_model.h"
#include "core/foreign/scores_csv.h"
#include "core/policy/select_slates.h"
#include "core/workspace/good_name.h"

namespace luce {

namespace {

namespace fs = std::filesystem;

void requireFits(const fs::path& file, const SlateTable& table) {
  if (table.candidateCount() <= kMostScoredCandidates) return;
  throw Error(fmt::format(
      "{} cannot be kept: the dataset has {} candidates, and a policy is kept for up to {}. It can "
      "be judged without being kept.",
      file.string(), table.candidateCount(), kMostScoredCandidates));
}

ForeignPolicy readWhole(const fs::path& file, const SlateTable& table,
                        std::span<const std::uint32_t> needed, const Progress& progress,
                        std::stop_token stop) {
  if (namesScores(file)) return {readAllScores(file, table, needed, progress, std::move(stop)), {}};
  std::vector<std::uint32_t> all(table.slateCount());
  std::iota(all.begin(), all.end(), 0u);
  return runForeignModel(file, table, all, {}, progress, std::move(stop));
}

/// Whether the file is still as it was.
bool isAsItWas(const PolicyFile& file) {
  std::error_code failure, other;
  const std::uintmax_t bytes = fs::file_size(file.path, failure);
  const fs::file_time_type changed = fs::last_write_time(file.path, other);
  return !failure && !other && bytes == file.bytes && changed == file.changed;
}

}  // namespace

std::string policyNameOf(const fs::path& file) {
  fs::path name = file.filename();
  if (namesScores(file) && name.extension() != ".csv" && name.extension() != ".tsv") {
    name = name.stem();
  }
  const std::string good = goodName(name.stem().string());
  return good.empty() ? "policy" : good;
}

PolicyFile lookAtPolicyFile(const fs::path& file, const std::stop_token& stop) {
  PolicyFile look;
  look.path = file;
  // Before the content, so that who changes that is found out. Of what is no file, that one tells.
  std::error_code failure;
  look.bytes = fs::file_size(file, failure);
  look.changed = fs::last_write_time(file, failure);
  look.sha256 = sha256OfFile(file, stop);
  return look;
}

std::optional<std::string> keptFrom(const PolicyFile& file, const Workspace& workspace,
                                    const std::string& dataset) {
  for (const PolicyRecord& policy : workspace.policies()) {
    const bool asItIs = !policy.temperature && policy.valueWeights.empty();
    if (asItIs && policy.sha256 == file.sha256 && policy.dataset == dataset) return policy.name;
  }
  return std::nullopt;
}

ImportedPolicy importPolicy(const PolicyFile& file, const SlateTable& table,
                            std::span<const std::uint32_t> needed, const Progress& progress,
                            std::stop_token stop) {
  requireFits(file.path, table);
  ImportedPolicy imported;
  PolicyRecord& record = imported.record;
  record.name = policyNameOf(file.path);
  record.source = namesScores(file.path) ? PolicySource::Scores : PolicySource::Model;
  record.file = file.path.filename().string();
  record.sha256 = file.sha256;
  record.bytes = static_cast<std::int64_t>(file.bytes);
  imported.policy = readWhole(file.path, table, needed, progress, std::move(stop));
  if (imported.policy.scores.slates.empty()) {
    throw Error(fmt::format("{} scores no slate of the dataset.", file.path.string()));
  }
  if (!isAsItWas(file)) {
    throw Error(
        fmt::format("{} was changed while it was read. Try again when whoever writes it "
                    "has finished.",
                    file.path.string()));
  }
  return imported;
}

std::int64_t keepPolicy(Workspace& workspace, const ImportedPolicy& imported,
                        const std::string& dataset) {
  PolicyRecord record = imported.record;
  record.dataset = dataset;
  PolicyScores scores;
  scores.slates = imported.policy.scores.slates;
  scores.scores = imported.policy.scores.probabilities;
  const Predictions& probabilities = imported.policy.probabilities;
  for (std::size_t task = 0; task < probabilities.tasks; ++task) {
    const std::span<const float> column = probabilities.task(task);
    scores.probabilities.emplace_back(column.begin(), column.end());
  }
  return workspace.createPolicy(record, scores);
}

ForeignPolicy keptPolicy(const Workspace& workspace, const PolicyRecord& policy,
                         const SlateTable& table, std::span<const std::uint32_t> slates,
                         std::stop_token stop) {
  const auto misfit = [&] {
    return Error(
        fmt::format("The policy \"{}\" was made for other slates than those of the "
                    "dataset \"{}\"; it cannot be judged.",
                    policy.name, policy.dataset));
  };
  const auto choose = [&](std::span<const std::uint32_t> scored) {
    PolicyPart part;
    std::int64_t first = 0;
    auto asked = slates.begin();
    for (const std::uint32_t slate : scored) {
      if (slate >= table.slateCount()) throw misfit();
      const std::int64_t count = table.candidates(slate).count;
      if (asked != slates.end() && *asked == slate) {
        part.slates.push_back(slate);
        part.candidates.push_back({first, count});
        ++asked;
      }
      first += count;
    }
    if (first != policy.candidates) throw misfit();
    if (asked == slates.end()) return part;
    throw Error(
        fmt::format("The policy \"{}\" has no scores for slate \"{}\": it scores {} of the "
                    "{} slates. Judge it on others, or import a file that scores all.",
                    policy.name, table.slateKey(*asked), scored.size(), table.slateCount()));
  };
  PolicyScores part = workspace.loadPolicy(policy, choose, std::move(stop));
  ForeignPolicy judged;
  Predictions& scores = judged.scores;
  scores.tasks = 1;
  scores.offsets.push_back(0);
  for (const std::uint32_t slate : part.slates) {
    scores.offsets.push_back(scores.offsets.back() + table.candidates(slate).count);
  }
  scores.slates = std::move(part.slates);
  scores.probabilities = std::move(part.scores);
  if (part.probabilities.empty()) return judged;
  judged.probabilities = {scores.slates, scores.offsets, part.probabilities.size(), {}};
  for (const std::vector<float>& column : part.probabilities) {
    auto& values = judged.probabilities.probabilities;
    values.insert(values.end(), column.begin(), column.end());
  }
  return judged;
}

ForeignPolicy selectSlates(const ForeignPolicy& policy, std::span<const std::uint32_t> slates) {
  ForeignPolicy chosen{selectSlates(policy.scores, slates), {}};
  if (policy.hasProbabilities()) chosen.probabilities = selectSlates(policy.probabilities, slates);
  return chosen;
}

}  // namespace luce
