#include "core/evaluation/policy_reference.h"

#include <fmt/format.h>

#include "core/common/error.h"

namespace luce {

namespace {

enum class Name { None, Optional, Needed };

struct Word {
  JudgedKind kind;
  const char* text;
  Name name;
};

constexpr Word kWords[]{{JudgedKind::Uniform, "uniform", Name::None},
                        {JudgedKind::Logging, "logging", Name::None},
                        {JudgedKind::Supervised, "supervised", Name::Optional},
                        {JudgedKind::Run, "run", Name::Needed},
                        {JudgedKind::Kept, "policy", Name::Needed},
                        {JudgedKind::File, "file", Name::Needed}};

}  // namespace

std::string toString(const PolicyReference& policy) {
  std::string text;
  for (const Word& word : kWords) {
    if (word.kind == policy.kind) text = word.text;
  }
  return policy.name.empty() ? text : text + ' ' + policy.name;
}

PolicyReference policyReferenceFromString(const std::string& text) {
  const std::size_t space = text.find(' ');
  const std::string name = space == std::string::npos ? "" : text.substr(space + 1);
  for (const Word& word : kWords) {
    if (text.substr(0, space) != word.text) continue;
    const bool named = space != std::string::npos;
    const bool fits = named ? word.name != Name::None && !name.empty() : word.name != Name::Needed;
    if (fits) return {word.kind, name};
  }
  throw Error(fmt::format(
      "\"{}\" names no policy; it may be uniform, logging, supervised, run NAME, policy "
      "NAME or file PATH.",
      text));
}

}  // namespace luce
