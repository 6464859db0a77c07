#include "core/report/markup.h"

#include <simdjson.h>

namespace luce {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

void append(std::string& markup, char letter) {
  switch (letter) {
    case '&':
      markup += "&amp;";
      return;
    case '<':
      markup += "&lt;";
      return;
    case '>':
      markup += "&gt;";
      return;
    case '"':
      markup += "&quot;";
      return;
    case '\'':
      markup += "&#39;";
      return;
    case '\n':
    case '\t':
      markup += letter;
      return;
    default:
      break;
  }
  constexpr unsigned char kFirstPrintable = 0x20, kDelete = 0x7f;
  const auto code = static_cast<unsigned char>(letter);
  if (code < kFirstPrintable || code == kDelete) {
    markup += kReplacement;
  } else {
    markup += letter;
  }
}

bool isAscii(char letter) {
  return static_cast<unsigned char>(letter) < 0x80;
}

}  // namespace

std::string escaped(std::string_view text) {
  const bool sound = simdjson::validate_utf8(text.data(), text.size());
  // Valid UTF-8, but no characters of XML.
  constexpr std::string_view kForbidden[] = {"\xEF\xBF\xBE", "\xEF\xBF\xBF"};
  std::string markup;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view three = text.substr(i, 3);
    if (three == kForbidden[0] || three == kForbidden[1]) {
      markup += kReplacement;
      i += 2;
    } else if (isAscii(text[i]) || sound) {
      append(markup, text[i]);
    } else {
      markup += kReplacement;
    }
  }
  return markup;
}

}  // namespace luce
