#include "core/dataset/importers/log_mapping.h"

#include <algorithm>

#include "core/common/json_reader.h"

namespace luce {

namespace {

using nlohmann::json;

constexpr double kLargestNumber = 1e300;
constexpr const char* kByKey = "key";
constexpr const char* kByUserAndGap = "user and time";
constexpr const char* kByCatalogue = "catalogue";

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

void requireText(JsonReader& reader, const char* member, const std::string& text) {
  if (text.empty()) reader.wrong(member, json(text), "a text that is not empty");
}

LabelRule readLabel(JsonReader& reader) {
  LabelRule label;
  if (reader.member("at_least") != nullptr) {
    label.kind = LabelRule::Kind::AtLeast;
    reader.number("at_least", label.low, -kLargestNumber, kLargestNumber);
  }
  if (const json* range = reader.member("scale")) {
    const char* const expected = "two numbers, the smaller first, and no \"at_least\" beside";
    if (label.kind == LabelRule::Kind::AtLeast || !range->is_array() || range->size() != 2 ||
        !(*range)[0].is_number() || !(*range)[1].is_number()) {
      reader.wrong("scale", *range, expected);
    }
    label.kind = LabelRule::Kind::Scaled;
    label.low = (*range)[0].get<double>();
    label.high = (*range)[1].get<double>();
    if (!(label.low < label.high && label.high - label.low <= kLargestNumber)) {
      reader.wrong("scale", *range, expected);
    }
  }
  return label;
}

std::vector<TaskMapping> readTasks(JsonReader& reader, const json& found) {
  constexpr const char* kExpected =
      "a list of column names, or of objects with column, name, at_least, scale";
  if (!found.is_array()) reader.wrong("tasks", found, kExpected);
  std::vector<TaskMapping> tasks;
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (found[i].is_string()) {
      tasks.push_back({.column = found[i].get<std::string>(), .name = {}, .label = {}});
      continue;
    }
    if (!found[i].is_object()) reader.wrong("tasks", found, kExpected);
    JsonReader entry(found[i], fmt::format("schema.tasks[{}]", i));
    TaskMapping task;
    entry.text("column", task.column);
    requireText(entry, "column", task.column);
    entry.text("name", task.name);
    task.label = readLabel(entry);
    entry.finish();
    tasks.push_back(std::move(task));
  }
  return tasks;
}

SlateRule readSlates(const json& found) {
  JsonReader reader(found, "schema.slates");
  SlateRule rule;
  std::string by = kByKey;
  reader.text("by", by);
  if (by == kByKey) {
    rule.kind = SlateRule::Kind::Key;
    reader.boolean("gather", rule.gather);
  } else if (by == kByUserAndGap) {
    rule.kind = SlateRule::Kind::UserAndGap;
    reader.number("gap_seconds", rule.gapSeconds, 1e-9, 1e12);
    reader.integer("largest", rule.largest, 2, 100'000);
  } else if (by == kByCatalogue) {
    rule.kind = SlateRule::Kind::Catalogue;
    reader.boolean("uniform", rule.uniform);
  } else {
    reader.wrong("by", json(by),
                 fmt::format("\"{}\", \"{}\" or \"{}\"", kByKey, kByUserAndGap, kByCatalogue));
  }
  reader.finish();
  return rule;
}

LoggingModel readLoggingModel(const json& found) {
  JsonReader reader(found, "schema.logging_model");
  LoggingModel model;
  const json* tasks = reader.member("tasks");
  if (tasks == nullptr || !tasks->is_array() || tasks->empty()) {
    reader.wrong("tasks", tasks == nullptr ? json() : *tasks,
                 "a list of objects with column and weight");
  }
  for (std::size_t i = 0; i < tasks->size(); ++i) {
    JsonReader entry((*tasks)[i], fmt::format("schema.logging_model.tasks[{}]", i));
    LoggingModel::Task task;
    entry.text("column", task.column);
    requireText(entry, "column", task.column);
    entry.number("weight", task.weight, -1e6, 1e6);
    entry.finish();
    model.tasks.push_back(std::move(task));
  }
  reader.number("temperature", model.temperature, 1e-6, 1e6);
  reader.finish();
  return model;
}

SideFile readSideFile(const json& found, const std::string& path) {
  if (found == false) return {};
  JsonReader reader(found, path);
  std::string file;
  SideFile side;
  reader.text("file", file);
  requireText(reader, "file", file);
  reader.text("key", side.key);
  requireText(reader, "key", side.key);
  reader.finish();
  side.file = file;
  return side;
}

ClickSimulation readClicks(const json& found) {
  JsonReader reader(found, "schema.clicks");
  ClickSimulation clicks;
  reader.number("bias", clicks.bias, 0, 10);
  reader.number("noise", clicks.noise, 0, 1);
  reader.number("temperature", clicks.temperature, 1e-3, 1e3);
  reader.integer("places", clicks.places, 2, 1000);
  reader.integer("seed", clicks.seed, 0);
  reader.finish();
  return clicks;
}

json jsonOf(const TaskMapping& task) {
  if (task.name.empty() && task.label.kind == LabelRule::Kind::AsGiven) return task.column;
  json object{{"column", task.column}};
  if (!task.name.empty()) object["name"] = task.name;
  if (task.label.kind == LabelRule::Kind::AtLeast) object["at_least"] = task.label.low;
  if (task.label.kind == LabelRule::Kind::Scaled) {
    object["scale"] = {task.label.low, task.label.high};
  }
  return object;
}

json jsonOf(const SlateRule& rule) {
  switch (rule.kind) {
    case SlateRule::Kind::UserAndGap:
      return {{"by", kByUserAndGap}, {"gap_seconds", rule.gapSeconds}, {"largest", rule.largest}};
    case SlateRule::Kind::Catalogue:
      return {{"by", kByCatalogue}, {"uniform", rule.uniform}};
    case SlateRule::Kind::Key:
      break;
  }
  return {{"by", kByKey}, {"gather", rule.gather}};
}

json jsonOf(const LoggingModel& model) {
  json tasks = json::array();
  for (const auto& task : model.tasks) {
    tasks.push_back({{"column", task.column}, {"weight", task.weight}});
  }
  return {{"tasks", tasks}, {"temperature", model.temperature}};
}

json jsonOf(const SideFile& side) {
  if (side.file.empty()) return false;
  return {{"file", side.file.string()}, {"key", side.key}};
}

json jsonOf(const ClickSimulation& clicks) {
  return {{"bias", clicks.bias},
          {"noise", clicks.noise},
          {"temperature", clicks.temperature},
          {"places", clicks.places},
          {"seed", clicks.seed}};
}

}  // namespace

double LabelRule::apply(double number) const {
  switch (kind) {
    case Kind::AtLeast:
      return number >= low ? 1 : 0;
    case Kind::Scaled:
      return std::clamp((number - low) / (high - low), 0.0, 1.0);
    case Kind::AsGiven:
      break;
  }
  return number;
}

LogMapping mappingFromJson(const std::string& text) {
  const json document = JsonReader::parse(text, "The schema");
  JsonReader reader(document, "schema");
  LogMapping mapping;
  readName(reader, "slate", mapping.slate);
  readName(reader, "user", mapping.user);
  readName(reader, "item", mapping.item);
  readName(reader, "position", mapping.position);
  readName(reader, "propensity", mapping.propensity);
  readName(reader, "examination", mapping.examination);
  readName(reader, "time", mapping.time);
  if (const json* found = reader.member("tasks")) mapping.tasks = readTasks(reader, *found);
  readNames(reader, "context", mapping.context);
  readNames(reader, "category", mapping.category);
  if (const json* found = reader.member("ignore")) {
    mapping.ignore = readNames(reader, "ignore", *found);
  }
  if (const json* found = reader.member("slates")) mapping.slates = readSlates(*found);
  if (const json* found = reader.member("logging_model")) {
    mapping.loggingModel = readLoggingModel(*found);
  }
  if (const json* found = reader.member("items")) {
    mapping.items = readSideFile(*found, "schema.items");
  }
  if (const json* found = reader.member("users")) {
    mapping.users = readSideFile(*found, "schema.users");
  }
  if (const json* found = reader.member("clicks")) mapping.clicks = readClicks(*found);
  reader.text("delimiter", mapping.delimiter);
  reader.text("table", mapping.table);
  reader.text("query", mapping.query);
  reader.finish();
  return mapping;
}

std::string mappingToJson(const LogMapping& mapping) {
  json document = json::object();
  const auto add = [&](const char* name, const auto& value) {
    if (value) document[name] = *value;
  };
  add("slate", mapping.slate);
  add("user", mapping.user);
  add("item", mapping.item);
  add("position", mapping.position);
  add("propensity", mapping.propensity);
  add("examination", mapping.examination);
  add("time", mapping.time);
  if (mapping.tasks) {
    json tasks = json::array();
    for (const TaskMapping& task : *mapping.tasks) tasks.push_back(jsonOf(task));
    document["tasks"] = tasks;
  }
  add("context", mapping.context);
  add("category", mapping.category);
  if (!mapping.ignore.empty()) document["ignore"] = mapping.ignore;
  if (mapping.slates) document["slates"] = jsonOf(*mapping.slates);
  if (mapping.loggingModel) document["logging_model"] = jsonOf(*mapping.loggingModel);
  if (mapping.items) document["items"] = jsonOf(*mapping.items);
  if (mapping.users) document["users"] = jsonOf(*mapping.users);
  if (mapping.clicks) document["clicks"] = jsonOf(*mapping.clicks);
  if (!mapping.delimiter.empty()) document["delimiter"] = mapping.delimiter;
  if (!mapping.table.empty()) document["table"] = mapping.table;
  if (!mapping.query.empty()) document["query"] = mapping.query;
  return document.dump(2, ' ', false, json::error_handler_t::replace);
}

LogMapping completed(const LogMapping& told, const LogMapping& known) {
  LogMapping result = told;
  const auto fill = [](auto& value, const auto& other) {
    if (!value) value = other;
  };
  fill(result.slate, known.slate);
  fill(result.user, known.user);
  fill(result.item, known.item);
  fill(result.position, known.position);
  fill(result.propensity, known.propensity);
  fill(result.examination, known.examination);
  fill(result.time, known.time);
  fill(result.tasks, known.tasks);
  fill(result.context, known.context);
  fill(result.category, known.category);
  if (result.ignore.empty()) result.ignore = known.ignore;
  fill(result.slates, known.slates);
  fill(result.loggingModel, known.loggingModel);
  fill(result.items, known.items);
  fill(result.users, known.users);
  fill(result.clicks, known.clicks);
  if (result.delimiter.empty()) result.delimiter = known.delimiter;
  if (result.table.empty() && result.query.empty()) {
    result.table = known.table;
    result.query = known.query;
  }
  return result;
}

}  // namespace luce
