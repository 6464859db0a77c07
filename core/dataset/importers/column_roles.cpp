#include "core/common/json_reader.h"
#include "core/dataset/importers/importer.h"

namespace luce {

namespace {

using nlohmann::json;

void readName(JsonReader& reader, const char* member, std::optional<std::string>& name) {
  if (reader.member(member) != nullptr) reader.text(member, name.emplace());
}

std::vector<std::string> readNames(JsonReader& reader, const char* member, const json& found) {
  constexpr const char* kExpected = "a list of column names";
  if (!found.is_array()) reader.wrong(member, found, kExpected);
  std::vector<std::string> names;
  for (const json& name : found) {
    if (!name.is_string()) reader.wrong(member, found, kExpected);
    names.push_back(name.get<std::string>());
  }
  return names;
}

void readNames(JsonReader& reader, const char* member,
               std::optional<std::vector<std::string>>& names) {
  const json* found = reader.member(member);
  if (found != nullptr) names = readNames(reader, member, *found);
}

}  // namespace

ColumnRoles columnRolesFromJson(const std::string& text) {
  const json document = JsonReader::parse(text, "The schema");
  JsonReader reader(document, "schema");
  ColumnRoles roles;
  readName(reader, "slate", roles.slate);
  readName(reader, "item", roles.item);
  readName(reader, "position", roles.position);
  readName(reader, "propensity", roles.propensity);
  readName(reader, "examination", roles.examination);
  readName(reader, "time", roles.time);
  readNames(reader, "tasks", roles.tasks);
  readNames(reader, "context", roles.context);
  readNames(reader, "category", roles.category);
  if (const json* found = reader.member("ignore")) {
    roles.ignore = readNames(reader, "ignore", *found);
  }
  reader.finish();
  return roles;
}

}  // namespace luce
