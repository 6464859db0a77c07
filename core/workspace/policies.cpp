// The part of Workspace that keeps policies from elsewhere. Their values are blobs of little-endian
// numbers, one a column: "slates" (32-bit unsigned), "scores" and, for each task, "p/task" (32-bit
// floats).
#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

#include "core/common/json_reader.h"
#include "core/workspace/connection.h"
#include "core/workspace/kept_names.h"
#include "core/workspace/migration.h"
#include "core/workspace/workspace_database.h"

namespace luce {

namespace {

static_assert(std::endian::native == std::endian::little,
              "columns of policies are little-endian, and copied as they lie in memory");

constexpr const char* kTable = "policy";
constexpr const char* kSlates = "slates";
constexpr const char* kScores = "scores";
constexpr double kLowestTemperature = 1e-6, kHighestTemperature = 1e6;  // as in experiments
constexpr std::size_t kDigitsOfSha256 = 64;
constexpr std::int64_t kMostSlates = std::int64_t{1} << 32;  ///< numbered by 32 bits

std::string columnOf(const std::string& task) {
  return "p/" + task;
}

std::string valueModelJson(const PolicyRecord& policy) {
  nlohmann::json model = nlohmann::json::object();
  if (policy.temperature) model["temperature"] = *policy.temperature;
  if (!policy.valueWeights.empty()) model["value_weights"] = policy.valueWeights;
  return model.dump();
}

void readValueModel(const std::string& text, PolicyRecord& policy) {
  const std::string what = "its value model";
  const nlohmann::json json = JsonReader::parse(text, what);
  JsonReader reader(json, what);
  if (reader.member("temperature") != nullptr) {
    reader.number("temperature", policy.temperature.emplace(), kLowestTemperature,
                  kHighestTemperature);
  }
  reader.numbersByName("value_weights", policy.valueWeights);
  reader.finish();
}

/// Throws Error where the row says what no import would have written.
void requireSense(const PolicyRecord& policy) {
  if (policy.id < 1) throw Error(fmt::format("its number is {}", policy.id));
  for (const std::int64_t count : {policy.bytes, policy.slates, policy.candidates}) {
    if (count < 0) throw Error(fmt::format("it counts {}", count));
  }
  if (policy.slates > kMostSlates) throw Error(fmt::format("it scores {} slates", policy.slates));
  if (policy.candidates > kMostScoredCandidates) {
    throw Error(fmt::format("it scores {} candidates", policy.candidates));
  }
  const auto isDigit = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
  if (policy.sha256.size() != kDigitsOfSha256 ||
      !std::all_of(policy.sha256.begin(), policy.sha256.end(), isDigit)) {
    throw Error("its file's SHA-256 is none");
  }
}

std::string selectPolicies(const std::string& which) {
  return "SELECT policy.id, policy.name, dataset.name, policy.source, file, file_bytes, "
         "file_sha256, imported, value_model, policy.slates, policy.candidates, "
         "coalesce(removed, '') FROM policy JOIN dataset ON dataset.id = policy.dataset " +
         which;
}

PolicyRecord readPolicy(SQLite::Statement& row, const WorkspaceFile& file) {
  PolicyRecord policy;
  policy.id = row.getColumn(0).getInt64();
  policy.name = row.getColumn(1).getString();
  policy.dataset = row.getColumn(2).getString();
  policy.source = row.getColumn(3).getString() == toString(PolicySource::Model)
                      ? PolicySource::Model
                      : PolicySource::Scores;
  policy.file = row.getColumn(4).getString();
  policy.bytes = row.getColumn(5).getInt64();
  policy.sha256 = row.getColumn(6).getString();
  policy.imported = row.getColumn(7).getString();
  policy.slates = row.getColumn(9).getInt64();
  policy.candidates = row.getColumn(10).getInt64();
  policy.removed = row.getColumn(11).getString();
  try {
    readValueModel(row.getColumn(8).getString(), policy);
    requireSense(policy);
  } catch (const Error& error) {
    file.failDamaged(fmt::format("table policy, the policy \"{}\": {}", policy.name, error.what()));
  }
  return policy;
}

std::vector<PolicyRecord> readPolicies(WorkspaceFile& file, const std::string& which) {
  std::vector<PolicyRecord> records;
  if (file.layout() < kLayoutWithPolicies) return records;
  file.guarded([&] {
    SQLite::Statement row(file.database(), selectPolicies(which));
    while (row.executeStep()) records.push_back(readPolicy(row, file));
  });
  return records;
}

/// Throws Error unless they are what PolicyScores says, for that dataset.
void requireSlates(const std::vector<std::uint32_t>& slates, const DatasetSummary& dataset) {
  if (slates.empty()) throw Error("it scores no slate");
  if (std::adjacent_find(slates.begin(), slates.end(), std::greater_equal<>()) != slates.end()) {
    throw Error("its slates do not ascend");
  }
  if (static_cast<std::int64_t>(slates.back()) >= dataset.slates) {
    throw Error(fmt::format("it names slate {}; there are {}", slates.back(), dataset.slates));
  }
}

/// Likewise the values, for that policy.
void requireValues(const PolicyScores& scores, const PolicyRecord& policy,
                   const DatasetSummary& dataset) {
  if (!policy.valueWeights.empty() && scores.probabilities.empty()) {
    throw Error("it has value weights without probabilities");
  }
  const auto wrong = std::find_if_not(scores.scores.begin(), scores.scores.end(),
                                      [](float score) { return std::isfinite(score); });
  if (wrong != scores.scores.end()) throw Error(fmt::format("a score of {}", *wrong));
  if (!scores.probabilities.empty() && scores.probabilities.size() != dataset.schema.tasks.size()) {
    throw Error(fmt::format("it has probabilities of {} tasks; there are {}",
                            scores.probabilities.size(), dataset.schema.tasks.size()));
  }
  for (const std::vector<float>& column : scores.probabilities) {
    if (column.size() != scores.scores.size()) {
      throw Error(fmt::format("it has {} scores and {} probabilities of a task",
                              scores.scores.size(), column.size()));
    }
    const auto none =
        std::find_if_not(column.begin(), column.end(), [](float p) { return p >= 0 && p <= 1; });
    if (none != column.end()) throw Error(fmt::format("a probability of {}", *none));
  }
}

template <class Number>
void writeColumn(WorkspaceFile& file, std::int64_t policy, const std::string& name,
                 const std::vector<Number>& values) {
  const LongValues withLongValues(file.database().getHandle());
  SQLite::Statement insert(file.database(),
                           "INSERT INTO policy_column (policy, name, content) VALUES (?, ?, ?)");
  insert.bind(1, policy);
  insert.bind(2, name);
  // Passing on a null pointer would store NULL in place of an empty content.
  const void* const bytes = values.empty() ? "" : static_cast<const void*>(values.data());
  insert.bindNoCopy(3, bytes, static_cast<int>(values.size() * sizeof(Number)));
  insert.exec();
}

/// Null if there is no such column. count: how many values it must have. ranges: those to return.
template <class Number>
std::optional<std::vector<Number>> findColumn(WorkspaceFile& file, std::int64_t policy,
                                              const std::string& name, std::int64_t count,
                                              std::span<const CandidateRange> ranges) {
  const LongValues withLongValues(file.database().getHandle());
  SQLite::Statement row(file.database(),
                        "SELECT content FROM policy_column WHERE policy = ? AND name = ?");
  row.bind(1, policy);
  row.bind(2, name);
  if (!row.executeStep()) return std::nullopt;
  const SQLite::Column content = row.getColumn(0);
  const std::int64_t bytes = content.getBytes();
  constexpr std::int64_t kSize = sizeof(Number);
  // Divided, as what a file says may be more than can be multiplied.
  if (!content.isBlob() || bytes % kSize != 0 || bytes / kSize != count) {
    throw Error(fmt::format("{} bytes of \"{}\" where {} values belong", bytes, name, count));
  }
  std::int64_t wanted = 0;
  for (const CandidateRange& range : ranges) wanted += range.count;
  std::vector<Number> values(static_cast<std::size_t>(wanted));
  const auto* const stored = static_cast<const std::byte*>(content.getBlob());
  Number* to = values.data();
  for (const CandidateRange& range : ranges) {
    if (range.count == 0) continue;
    std::memcpy(to, stored + range.first * kSize, static_cast<std::size_t>(range.count * kSize));
    to += range.count;
  }
  return values;
}

template <class Number>
std::vector<Number> readColumn(WorkspaceFile& file, std::int64_t policy, const std::string& name,
                               std::int64_t count, std::span<const CandidateRange> ranges) {
  auto values = findColumn<Number>(file, policy, name, count, ranges);
  if (!values) throw Error(fmt::format("it has no column \"{}\"", name));
  return std::move(*values);
}

/// read(), and what it throws told as damage of the policy's columns.
template <class Read>
void readSound(const WorkspaceFile& file, const PolicyRecord& policy, Read&& read) {
  try {
    std::forward<Read>(read)();
  } catch (const Cancelled&) {
    throw;
  } catch (const Error& error) {
    file.failDamaged(
        fmt::format("table policy_column, the policy \"{}\": {}", policy.name, error.what()));
  }
}

}  // namespace

std::string toString(PolicySource source) {
  return source == PolicySource::Model ? "model" : "scores";
}

std::vector<PolicyRecord> Workspace::policies() const {
  return readPolicies(database_->file, "WHERE removed IS NULL ORDER BY policy.id");
}

std::vector<PolicyRecord> Workspace::policiesPutAway() const {
  return readPolicies(database_->file, "WHERE removed IS NOT NULL ORDER BY policy.id");
}

PolicyRecord Workspace::policy(const std::string& name) const {
  WorkspaceFile& file = database_->file;
  return file.guarded([&] {
    if (file.layout() >= kLayoutWithPolicies) {
      SQLite::Statement row(file.database(),
                            selectPolicies("WHERE policy.name = ? AND removed IS NULL"));
      row.bind(1, name);
      if (row.executeStep()) return readPolicy(row, file);
    }
    throw Error(unknownName(file, kTable, name));
  });
}

std::int64_t Workspace::createPolicy(const PolicyRecord& policy, const PolicyScores& scores) {
  WorkspaceFile& file = database_->file;
  file.requireInPlace();
  return file.guarded([&] {
    SQLite::Transaction transaction(file.database(), SQLite::TransactionBehavior::IMMEDIATE);
    const DatasetSummary summary = dataset(policy.dataset);
    PolicyRecord record = policy;
    record.id = 1;
    record.slates = static_cast<std::int64_t>(scores.slates.size());
    record.candidates = static_cast<std::int64_t>(scores.scores.size());
    try {
      requireSense(record);
      requireSlates(scores.slates, summary);
      requireValues(scores, record, summary);
    } catch (const Error& error) {
      throw Error(fmt::format("The policy \"{}\" cannot be kept: {}.", policy.name, error.what()));
    }
    constexpr std::int64_t kNone = 0;
    makeRoomForName(file, kTable, policy.name, kNone);
    SQLite::Statement insert(
        file.database(),
        "INSERT INTO policy (name, dataset, source, file, file_bytes, file_sha256, imported, "
        "value_model, slates, candidates) VALUES (?, ?, ?, ?, ?, ?, coalesce(nullif(?, ''), "
        "strftime('%Y-%m-%dT%H:%M:%SZ', 'now')), ?, ?, ?)");
    insert.bind(1, policy.name);
    insert.bind(2, summary.id);
    insert.bind(3, toString(policy.source));
    insert.bind(4, policy.file);
    insert.bind(5, policy.bytes);
    insert.bind(6, policy.sha256);
    insert.bind(7, policy.imported);
    insert.bind(8, valueModelJson(policy));
    insert.bind(9, record.slates);
    insert.bind(10, record.candidates);
    insert.exec();
    const std::int64_t id = file.database().getLastInsertRowid();
    writeColumn(file, id, kSlates, scores.slates);
    writeColumn(file, id, kScores, scores.scores);
    for (std::size_t task = 0; task < scores.probabilities.size(); ++task) {
      writeColumn(file, id, columnOf(summary.schema.tasks[task]), scores.probabilities[task]);
    }
    transaction.commit();
    return id;
  });
}

PolicyScores Workspace::loadPolicy(const PolicyRecord& policy, const PolicyPartChoice& choose,
                                   std::stop_token stop) const {
  WorkspaceFile& file = database_->file;
  return file.guarded([&] {
    // One transaction, so that another program's changes in between cannot mix in.
    SQLite::Transaction transaction(file.database());
    const DatasetSummary summary = dataset(policy.dataset);
    PolicyScores scores;
    readSound(file, policy, [&] {
      const std::vector<CandidateRange> all{{0, policy.slates}};
      scores.slates = readColumn<std::uint32_t>(file, policy.id, kSlates, policy.slates, all);
      requireSlates(scores.slates, summary);
    });
    std::vector<CandidateRange> candidates{{0, policy.candidates}};
    if (choose) {
      PolicyPart part = choose(scores.slates);
      scores.slates = std::move(part.slates);
      candidates = std::move(part.candidates);
    }
    readSound(file, policy, [&] {
      scores.scores = readColumn<float>(file, policy.id, kScores, policy.candidates, candidates);
      for (const std::string& task : summary.schema.tasks) {
        if (stop.stop_requested()) throw Cancelled();
        auto column =
            findColumn<float>(file, policy.id, columnOf(task), policy.candidates, candidates);
        if (column) scores.probabilities.push_back(std::move(*column));
      }
      requireValues(scores, policy, summary);
    });
    return scores;
  });
}

void Workspace::changePolicies(std::span<const PolicyChange> changes) {
  WorkspaceFile& file = database_->file;
  file.requireInPlace();
  file.guarded([&] {
    SQLite::Transaction transaction(file.database(), SQLite::TransactionBehavior::IMMEDIATE);
    for (const PolicyChange& change : changes) {
      if (change.name) {
        makeRoomForName(file, kTable, *change.name, change.policy);
        setText(file, kTable, change.policy, "name", *change.name);
      }
      if (change.putAway) setPutAway(file, kTable, change.policy, *change.putAway);
    }
    transaction.commit();
  });
}

int Workspace::purgePolicies() {
  WorkspaceFile& file = database_->file;
  file.requireInPlace();
  return file.guarded(
      [&] { return file.database().exec("DELETE FROM policy WHERE removed IS NOT NULL"); });
}

int Workspace::purgePolicies(std::span<const std::string> names) {
  WorkspaceFile& file = database_->file;
  file.requireInPlace();
  return file.guarded([&] { return purgePutAway(file, kTable, names); });
}

void Workspace::purge() {
  WorkspaceFile& file = database_->file;
  file.requireInPlace();
  file.guarded([&] {
    SQLite::Transaction transaction(file.database(), SQLite::TransactionBehavior::IMMEDIATE);
    file.database().exec("DELETE FROM run WHERE removed IS NOT NULL");
    file.database().exec("DELETE FROM policy WHERE removed IS NOT NULL");
    transaction.commit();
  });
}

void Workspace::requireFreePolicyName(const std::string& name) const {
  WorkspaceFile& file = database_->file;
  file.guarded([&] { requireFreeName(file, kTable, name); });
}

std::string Workspace::freePolicyName(const std::string& name) const {
  WorkspaceFile& file = database_->file;
  return file.guarded([&] { return freeName(file, kTable, name); });
}

}  // namespace luce
