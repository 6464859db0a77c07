// The sentences of core that the window can say in other languages, as core says them in English.
#pragma once

#include <span>

namespace luce::desktop {

/// With %1, %2 … in the place of what core fills in.
struct CoreSentence {
  /// nesting: the places that are sentences of their own, such as "14". Names and numbers in other
  /// places stay as they are, even if they happen to be a word of core's.
  constexpr CoreSentence(const char* words, const char* nesting = "")  // NOLINT: mostly words alone
      : text(words), nestingPlaces(nesting) {}

  const char* text;
  const char* nestingPlaces;
};

/// What core refuses, advises, tells of its progress.
std::span<const CoreSentence> coreSentences();
/// What schemes, rows, rules and measures are; nothing is filled in.
std::span<const CoreSentence> coreDescriptions();

}  // namespace luce::desktop
