// Text inside HTML and SVG.
#pragma once

#include <string>
#include <string_view>

namespace luce {

/// The text as it must stand in HTML and XML, also inside quoted attributes. Letters that XML
/// forbids, and bytes that are no UTF-8, become U+FFFD.
std::string escaped(std::string_view text);

}  // namespace luce
