// Reads a JSON object member by member with errors that people understand: the member's path, what
// was found, what is allowed. Members that no one asked for are errors too, since a misspelt
// setting that is silently ignored is worse than a refusal.
#pragma once

#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/common/error.h"
#include "core/common/nearest_name.h"

namespace luce {

class JsonReader {
 public:
  /// path: how errors call this object ("experiment", "experiment.split").
  JsonReader(const nlohmann::json& object, std::string path)
      : object_(object), path_(std::move(path)) {
    if (!object_.is_object()) throw Error(fmt::format("{} is not a JSON object.", path_));
  }

  /// Throws Error when `text` is not JSON, with the place where reading stopped, or larger or
  /// nested deeper than any document of Luce: reading such a one takes long, printing and
  /// copying it exhaust the stack.
  static nlohmann::json parse(const std::string& text, const std::string& what) {
    if (text.size() > kGreatestSize) {
      throw Error(fmt::format("{} is larger than {} MB.", what, kGreatestSize >> 20));
    }
    if (depthOf(text) > kGreatestDepth) {
      throw Error(fmt::format("{} is nested deeper than {} levels.", what, kGreatestDepth));
    }
    try {
      return nlohmann::json::parse(text);
    } catch (const nlohmann::json::exception& error) {
      // Without the library's own number of the mistake, "[json.exception.parse_error.101] ".
      const std::string_view why(error.what());
      const std::size_t number = why.find("] ");
      throw Error(fmt::format("{} is not valid JSON: {}.", what,
                              number == why.npos ? why : why.substr(number + 2)));
    }
  }

  void number(const char* name, double& value, double low, double high) {
    const nlohmann::json* found = member(name);
    if (found == nullptr) return;
    if (!found->is_number()) wrong(name, *found, "a number");
    const auto number = found->get<double>();
    if (!(number >= low && number <= high)) {
      wrong(name, *found, fmt::format("a number from {} to {}", low, high));
    }
    value = number;
  }

  template <class Integer>
  void integer(const char* name, Integer& value, std::int64_t low,
               std::int64_t high = std::numeric_limits<std::int64_t>::max()) {
    const nlohmann::json* found = member(name);
    if (found == nullptr) return;
    if (!found->is_number_integer()) wrong(name, *found, "a whole number");
    const auto number = found->get<std::int64_t>();
    if (number < low || number > high) {
      wrong(name, *found, fmt::format("a whole number from {} to {}", low, high));
    }
    value = static_cast<Integer>(number);
  }

  void boolean(const char* name, bool& value) {
    const nlohmann::json* found = member(name);
    if (found == nullptr) return;
    if (!found->is_boolean()) wrong(name, *found, "true or false");
    value = found->get<bool>();
  }

  void text(const char* name, std::string& value) {
    const nlohmann::json* found = member(name);
    if (found == nullptr) return;
    if (!found->is_string()) wrong(name, *found, "a text");
    value = found->get<std::string>();
  }

  void integers(const char* name, std::vector<int>& values, int low, int high) {
    const nlohmann::json* found = member(name);
    if (found == nullptr) return;
    const std::string allowed = fmt::format("a list of whole numbers from {} to {}", low, high);
    if (!found->is_array()) wrong(name, *found, allowed);
    values.clear();
    for (const nlohmann::json& entry : *found) {
      if (!entry.is_number_integer() || entry.get<std::int64_t>() < low ||
          entry.get<std::int64_t>() > high) {
        wrong(name, *found, allowed);
      }
      values.push_back(entry.get<int>());
    }
  }

  void numbersByName(const char* name, std::map<std::string, double>& values) {
    const nlohmann::json* found = member(name);
    if (found == nullptr) return;
    if (!found->is_object()) wrong(name, *found, "an object of numbers by name");
    values.clear();
    for (const auto& [key, entry] : found->items()) {
      if (!entry.is_number()) wrong(name, entry, fmt::format("a number for \"{}\"", key));
      values[key] = entry.get<double>();
    }
  }

  /// The member, or null if it is absent or JSON null. Counts as asked for.
  const nlohmann::json* member(const char* name) {
    asked_.insert(name);
    const auto found = object_.find(name);
    return found == object_.end() || found->is_null() ? nullptr : &*found;
  }

  std::string pathOf(const char* name) const { return path_ + "." + name; }

  /// Call last: refuses members that were not asked for.
  void finish() const {
    for (const auto& [key, value] : object_.items()) {
      if (asked_.contains(key)) continue;
      const std::vector<std::string> known(asked_.begin(), asked_.end());
      throw Error(fmt::format("{} has an unknown member \"{}\"; it may have {}.{}", path_, key,
                              fmt::join(known, ", "), didYouMean(key, known)));
    }
  }

  /// For a text that is to be one of some.
  [[noreturn]] void wrongChoice(const char* name, const std::string& found,
                                const std::vector<std::string>& known) const {
    throw Error(fmt::format("{} is {}; expected one of {}.{}", pathOf(name), print(found),
                            fmt::join(known, ", "), didYouMean(found, known)));
  }

  [[noreturn]] void wrong(const char* name, const nlohmann::json& found,
                          const std::string& expected) const {
    throw Error(fmt::format("{} is {}; expected {}.", pathOf(name), print(found), expected));
  }

 private:
  static constexpr std::size_t kGreatestSize = 32 << 20;  // bytes
  static constexpr int kGreatestDepth = 100;

  static std::string print(const nlohmann::json& value) {
    return value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  }

  /// The greatest number of brackets open at once, outside of texts.
  static int depthOf(const std::string& text) {
    int depth = 0, greatest = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
      const char character = text[i];
      if (character == '"') quoted = !quoted;
      if (quoted && character == '\\') ++i;
      if (quoted) continue;
      if (character == '[' || character == '{') greatest = std::max(greatest, ++depth);
      if (character == ']' || character == '}') --depth;
    }
    return greatest;
  }

  const nlohmann::json& object_;
  std::string path_;
  std::set<std::string> asked_;
};

}  // namespace luce
