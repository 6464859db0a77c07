#include "core/dataset/slate_edit.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "core/common/error.h"
#include "core/common/hash.h"
#include "core/dataset/value_ranges.h"

namespace luce {

namespace {

constexpr std::size_t kMostListed = 20;

std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < std::min(names.size(), kMostListed); ++i) {
    text += (i == 0 ? "" : ", ") + names[i];
  }
  return names.size() > kMostListed ? text + " …" : text;
}

float numberOf(const std::string& text, const std::string& edit) {
  if (text.empty()) return std::nanf("");
  char* end = nullptr;
  const float value = std::strtof(text.c_str(), &end);
  if (end == text.c_str() || *end != '\0' || !std::isfinite(value)) {
    throw Error(fmt::format("\"{}\": \"{}\" is no number.", edit, text));
  }
  return value;
}

/// Sets the feature of that name among those of one owner. False when it has none.
bool setNamed(const std::vector<Feature>& numeric, const std::vector<Feature>& category,
              const std::string& name, const std::string& value, const std::string& edit,
              std::vector<float>& numbers, std::vector<std::uint32_t>& categories) {
  const auto named = [&](const Feature& feature) { return feature.name == name; };
  const auto number = std::find_if(numeric.begin(), numeric.end(), named);
  if (number != numeric.end()) {
    numbers[static_cast<std::size_t>(number - numeric.begin())] = numberOf(value, edit);
    return true;
  }
  const auto text = std::find_if(category.begin(), category.end(), named);
  if (text == category.end()) return false;
  categories[static_cast<std::size_t>(text - category.begin())] = categoryHash(name, value);
  return true;
}

[[noreturn]] void refuse(const std::vector<Feature>& numeric, const std::vector<Feature>& category,
                         const std::string& name, const char* owner) {
  std::vector<std::string> names;
  for (const auto* features : {&numeric, &category}) {
    for (const Feature& feature : *features) names.push_back(feature.name);
  }
  throw Error(fmt::format("The {} has no feature \"{}\"; it has {}.", owner, name,
                          names.empty() ? "none" : listed(names)));
}

}  // namespace

std::vector<std::size_t> candidatesOf(const SlateTable& table, const EditableSlate& slate,
                                      const std::string& item) {
  std::vector<std::size_t> found;
  std::vector<std::string> known;
  for (std::size_t i = 0; i < slate.candidates.size(); ++i) {
    const std::string_view key = table.catalogue().keys[slate.candidates[i].item];
    if (key == item) found.push_back(i);
    known.emplace_back(key);
  }
  if (found.empty()) {
    throw Error(fmt::format("The slate has no candidate \"{}\"; it has {}.", item, listed(known)));
  }
  return found;
}

void setFeature(const SlateTable& table, EditableSlate& slate, const std::string& text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos) {
    throw Error(fmt::format(
        "\"{}\" is no change; write FEATURE=VALUE for the slate, ITEM:FEATURE=VALUE for a "
        "candidate.",
        text));
  }
  const std::string left = text.substr(0, equals);
  const std::string value = text.substr(equals + 1);
  const std::size_t colon = left.rfind(':');
  const Schema& schema = table.schema();
  if (colon == std::string::npos) {
    const auto numeric = schema.select(FeatureScope::Context, FeatureKind::Numeric);
    const auto category = schema.select(FeatureScope::Context, FeatureKind::Category);
    if (!setNamed(numeric, category, left, value, text, slate.contextNumeric,
                  slate.contextCategory)) {
      refuse(numeric, category, left, "slate");
    }
    return;
  }
  const std::string name = left.substr(colon + 1);
  const auto numeric = candidateFeatures(schema, FeatureKind::Numeric);
  const auto category = candidateFeatures(schema, FeatureKind::Category);
  for (const std::size_t i : candidatesOf(table, slate, left.substr(0, colon))) {
    EditableCandidate& candidate = slate.candidates[i];
    if (!setNamed(numeric, category, name, value, text, candidate.numeric, candidate.category)) {
      refuse(numeric, category, name, "candidate");
    }
  }
}

void dropItem(const SlateTable& table, EditableSlate& slate, const std::string& item) {
  for (const std::size_t i : candidatesOf(table, slate, item)) slate.candidates[i].dropped = true;
}

void copyItem(const SlateTable& table, EditableSlate& slate, const std::string& item) {
  EditableCandidate copy = slate.candidates[candidatesOf(table, slate, item).front()];
  copy.logged = kAdded;
  copy.dropped = false;
  slate.candidates.push_back(std::move(copy));
}

void addItem(const SlateTable& table, EditableSlate& slate, const std::string& item) {
  if (table.shape() == LogShape::Bandit) {
    throw Error("A slate of a bandit log has the whole catalogue already; copy an item instead.");
  }
  const StringColumn& keys = table.catalogue().keys;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (keys[i] != item) continue;
    const std::int64_t row = firstAppearances(table)[i];
    slate.candidates.push_back(catalogueCandidate(table, static_cast<std::uint32_t>(i), row));
    return;
  }
  throw Error(fmt::format("The catalogue has no item \"{}\".", item));
}

}  // namespace luce
