#include "core/workspace/browser_columns.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <set>
#include <string_view>

namespace luce {

namespace {

std::string lowered(std::string text) {
  for (char& letter : text) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return text;
}

std::string unquoted(const std::string& column) {
  std::string name;
  for (std::size_t i = 1; i + 1 < column.size(); ++i) {
    name += column[i];
    if (column[i] == '"') ++i;
  }
  return name;
}

std::string quoted(const std::string& name) {
  std::string result = "\"";
  for (const char letter : name) result += letter == '"' ? "\"\"" : std::string(1, letter);
  return result + '"';
}

/// Columns that the tables do not have take names that the tables leave free.
class FreeNames {
 public:
  explicit FreeNames(const DatasetTables& tables) {
    add(tables.labels);
    for (const FeatureColumns* columns :
         {&tables.context, &tables.candidates, &tables.items, &tables.pairs}) {
      add(columns->numeric);
      add(columns->category);
    }
  }

  std::string take(const std::string& wanted) {
    std::string name = wanted;
    for (int number = 2; !taken_.insert(lowered(name)).second; ++number) {
      name = fmt::format("{}_{}", wanted, number);
    }
    return name;
  }

 private:
  void add(const std::vector<std::string>& columns) {
    for (const std::string& column : columns) taken_.insert(lowered(unquoted(column)));
  }
  std::set<std::string> taken_;
};

BrowserExpression plain(const std::string& name, BrowserKind kind, const std::string& meaning,
                        const std::string& sql) {
  return {{name, kind, meaning}, sql, sql};
}

void addFeatures(std::vector<BrowserExpression>& list, const FeatureColumns& columns,
                 const char* table, const std::string& of) {
  for (const std::string& column : columns.numeric) {
    list.push_back(plain(unquoted(column), BrowserKind::Number, "feature of the " + of,
                         fmt::format("{}.{}", table, column)));
  }
  for (const std::string& column : columns.category) {
    list.push_back(plain(unquoted(column), BrowserKind::Text, "category of the " + of,
                         fmt::format("{}.{}", table, column)));
  }
}

/// Place, propensities and labels, as far as the log has them; sql: "s.{}", say.
void addLogged(std::vector<BrowserExpression>& list, const Schema& schema,
               const DatasetTables& tables, std::string_view sql) {
  const auto column = [&](const std::string& name) { return fmt::format(fmt::runtime(sql), name); };
  if (schema.hasPosition) {
    list.push_back(plain("position", BrowserKind::Number, "place at which it was shown, from 1",
                         column("position")));
  }
  if (schema.hasPropensity) {
    list.push_back(plain("propensity", BrowserKind::Number,
                         "π_β: the logging policy's probability of this item",
                         column("propensity")));
  }
  if (schema.hasExamination) {
    list.push_back(plain("examination", BrowserKind::Number,
                         "probability that the place was looked at", column("examination")));
  }
  for (const std::string& label : tables.labels) {
    list.push_back(
        plain(unquoted(label), BrowserKind::Number, "label: what the user did", column(label)));
  }
}

}  // namespace

BrowserColumns::BrowserColumns(const Schema& schema, const DatasetTables& tables)
    : shape_(schema.shape) {
  FreeNames names(tables);
  slate.push_back(
      plain(names.take("number"), BrowserKind::Number, "the slate's number, from 1", "s.id + 1"));
  slate.push_back(plain("slate", BrowserKind::Text, "the slate's key in the log", "s.key"));
  if (schema.hasTime) {
    slate.push_back({{"time", BrowserKind::Time, "when it was shown, UTC"},
                     "s.time",
                     "datetime(s.time, 'unixepoch')"});
  }
  const auto item = plain("item", BrowserKind::Text, "the item's key in the log", "i.key");
  if (schema.shape == LogShape::Slate) {
    slate.push_back(plain(names.take("candidates"), BrowserKind::Number,
                          "how many candidates the slate has",
                          fmt::format("{}(s.id, 0)", kSlateTotal)));
    int total = 0;
    for (const std::string& label : tables.labels) {
      slate.push_back(plain(names.take(unquoted(label) + "_total"), BrowserKind::Number,
                            "the label's sum over the slate",
                            fmt::format("{}(s.id, {})", kSlateTotal, ++total)));
    }
    addFeatures(slate, tables.context, "s", "slate");
    candidate.push_back(item);
    addLogged(candidate, schema, tables, "c.{}");
    addFeatures(candidate, tables.candidates, "c", "candidate");
    addFeatures(candidate, tables.items, "i", "item");
    return;
  }
  slate.push_back(item);
  addLogged(slate, schema, tables, "s.{}");
  addFeatures(slate, tables.context, "s", "slate");
  addFeatures(shownItem, tables.items, "i", "item");
  candidate.push_back(item);
  addLogged(candidate, schema, tables, "CASE WHEN i.id = s.action THEN s.{} END");
  addFeatures(candidate, tables.items, "i", "item");
  for (const std::string& column : tables.pairs.numeric) {
    candidate.push_back(plain(unquoted(column), BrowserKind::Number,
                              "feature of the slate and the item together",
                              fmt::format("coalesce(p.{}, 0.0)", column)));
  }
}

std::vector<std::string> BrowserColumns::conditionNames() const {
  std::vector<std::string> names;
  for (const auto* list : {&slate, shape_ == LogShape::Slate ? &candidate : &shownItem}) {
    for (const BrowserExpression& column : *list) names.push_back(typedName(column.column.name));
  }
  return names;
}

std::string typedName(const std::string& name) {
  const auto isLetter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  };
  const bool word = !name.empty() && isLetter(name[0]) &&
                    std::all_of(name.begin(), name.end(),
                                [&](char c) { return isLetter(c) || (c >= '0' && c <= '9'); });
  const bool keyword = sqlite3_keyword_check(name.c_str(), static_cast<int>(name.size())) != 0;
  return word && !keyword ? name : quoted(name);
}

}  // namespace luce
