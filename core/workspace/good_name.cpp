#include "core/workspace/good_name.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/common/error.h"
#include "core/dataset/importers/field_values.h"

namespace luce {

namespace {

bool isControl(char character) {
  const auto byte = static_cast<unsigned char>(character);
  return byte < 0x20 || byte == 0x7f;
}

std::string cutTo(std::size_t bytes, std::string name) {
  if (name.size() <= bytes) return name;
  const auto goesOn = [](char byte) { return (static_cast<unsigned char>(byte) & 0xc0) == 0x80; };
  while (bytes > 0 && goesOn(name[bytes])) --bytes;
  name.resize(bytes);
  return name;
}

}  // namespace

void requireGoodName(const std::string& name, const char* noName) {
  if (name.find_first_not_of(' ') == std::string::npos) throw Error(noName);
  if (!isUtf8(name) || std::any_of(name.begin(), name.end(), isControl)) {
    throw Error("A name is one line of text in UTF-8; choose another one.");
  }
  if (name.size() > kLongestName) {
    throw Error("A name may have 200 bytes at most; choose a shorter one.");
  }
}

std::string numberedName(const std::string& name, int number) {
  const std::string ending = number == 1 ? std::string() : fmt::format(" {}", number);
  return cutTo(kLongestName - ending.size(), name) + ending;
}

std::string goodName(std::string text) {
  const bool sound = isUtf8(text);
  for (char& character : text) {
    if (isControl(character)) character = ' ';
    if (!sound && static_cast<unsigned char>(character) >= 0x80) character = '?';
  }
  const std::size_t begin = text.find_first_not_of(' ');
  if (begin == std::string::npos) return {};
  text = cutTo(kLongestName, text.substr(begin));
  text.resize(text.find_last_not_of(' ') + 1);
  return text;
}

}  // namespace luce
