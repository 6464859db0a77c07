#include "core/dataset/importers/formats/logged_probabilities_format.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "core/dataset/importers/csv_reader.h"

namespace luce {

namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 6> kMarks{"p",       "pred",      "prob",
                                                 "logging", "predicted", "probability"};
constexpr std::array<std::string_view, 7> kSlateNames{
    "slate_id", "slate", "session_id", "session", "request_id", "request", "impression_id"};
constexpr std::array<std::string_view, 4> kUserNames{"user_id", "userid", "user", "uid"};
constexpr std::array<std::string_view, 5> kItemNames{"item_id", "itemid", "item", "video_id",
                                                     "movie_id"};
constexpr int kComparedRecords = 1000;

std::string lowered(std::string_view text) {
  std::string result(text);
  for (char& letter : result) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return result;
}

using Columns = std::vector<std::string>;

template <class Names>
std::optional<std::string> firstOf(const Columns& columns, const Names& names) {
  for (const std::string_view name : names) {
    for (const std::string& column : columns) {
      if (lowered(column) == name) return column;
    }
  }
  return std::nullopt;
}

/// The action that a column names: itself, without "label_".
std::string actionOf(const std::string& column) {
  std::string name = lowered(column);
  for (const std::string_view prefix : {"label_", "is_"}) {
    if (name.starts_with(prefix)) return name.substr(prefix.size());
  }
  return name;
}

struct Pair {
  std::string action, probability;
};

/// The columns of actions with that of their probability, in the order of the actions.
std::vector<Pair> pairsIn(const Columns& columns) {
  std::vector<Pair> pairs;
  for (const std::string& column : columns) {
    for (const std::string& other : columns) {
      const std::string name = lowered(other);
      const bool isPair = std::any_of(kMarks.begin(), kMarks.end(), [&](std::string_view mark) {
        for (const std::string& action : {actionOf(column), lowered(column)}) {
          if (action.empty()) continue;
          if (name == std::string(mark) + "_" + action) return true;
          if (name == action + "_" + std::string(mark)) return true;
        }
        return false;
      });
      if (!isPair) continue;
      pairs.push_back({column, other});
      break;
    }
  }
  return pairs;
}

/// Columns that are alike in all of a user's lines among the first.
Columns constantPerUser(const fs::path& file, const LogMapping& told, const std::string& user) {
  CsvRecords records(file, told.delimiter);
  const Columns& names = records.columns();
  const auto userColumn =
      static_cast<std::size_t>(std::find(names.begin(), names.end(), user) - names.begin());
  std::vector<bool> constant(names.size(), true);
  std::unordered_map<std::string, Columns> firstOfUser;
  bool compared = false;
  for (int i = 0; i < kComparedRecords && records.next(); ++i) {
    const auto fields = records.fields();
    if (fields.size() != names.size()) continue;
    const auto [first, isFirst] =
        firstOfUser.try_emplace(std::string(fields[userColumn]), fields.begin(), fields.end());
    for (std::size_t column = 0; !isFirst && column < names.size(); ++column) {
      if (fields[column] != first->second[column]) constant[column] = false;
    }
    compared = compared || !isFirst;
  }
  Columns context;
  for (std::size_t column = 0; compared && column < names.size(); ++column) {
    if (constant[column] && !names[column].empty()) context.push_back(names[column]);
  }
  return context;
}

}  // namespace

bool LoggedProbabilitiesFormat::recognises(const fs::path& file) const {
  try {
    const CsvRecords records(file);
    return firstOf(records.columns(), kItemNames) && !pairsIn(records.columns()).empty() &&
           (firstOf(records.columns(), kSlateNames) || firstOf(records.columns(), kUserNames));
  } catch (const Error&) {
    return false;
  }
}

std::unique_ptr<LogRecords> LoggedProbabilitiesFormat::open(const fs::path& file,
                                                            const LogMapping& mapping) const {
  return std::make_unique<CsvRecords>(file, mapping.delimiter);
}

LogMapping LoggedProbabilitiesFormat::known(const fs::path& file, const LogRecords& records,
                                            const LogMapping& told) const {
  const Columns& columns = records.columns();
  LogMapping known;
  known.item = firstOf(columns, kItemNames);
  known.slate = firstOf(columns, kSlateNames);
  known.slates.emplace().gather = true;
  const std::vector<Pair> pairs = pairsIn(columns);
  if (!pairs.empty()) {
    known.tasks.emplace();
    known.loggingModel.emplace();
    for (const Pair& pair : pairs) {
      known.tasks->push_back({.column = pair.action, .name = {}, .label = {}});
      known.loggingModel->tasks.push_back({.column = pair.probability});
    }
  }
  if (known.slate) return known;
  known.slate = firstOf(columns, kUserNames);
  if (known.slate) known.context = constantPerUser(file, told, *known.slate);
  return known;
}

}  // namespace luce
