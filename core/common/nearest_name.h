// What a misspelt name was probably meant to be.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace luce {

/// The known name that takes the fewest changes of one letter (put in, left out, another one, two
/// neighbours swapped; Damerau 1964), if they are at most a third of the text's letters, rounded
/// up; a known name that the text begins, or that ends with it, counts as near too. Empty if none
/// is near. Equally near: the first.
std::string nearestName(std::string_view text, const std::vector<std::string>& known);

/// " Did you mean "kl_weight"?", or empty.
std::string didYouMean(std::string_view text, const std::vector<std::string>& known);

}  // namespace luce
