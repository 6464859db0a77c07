// Many short strings in one buffer: a column of keys costs its characters and eight bytes each.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace luce {

class StringColumn {
 public:
  std::size_t size() const { return ends_.size(); }
  std::string_view operator[](std::size_t index) const {
    const std::uint64_t begin = index == 0 ? 0 : ends_[index - 1];
    return std::string_view(characters_).substr(begin, ends_[index] - begin);
  }
  void append(std::string_view text) {
    characters_ += text;
    ends_.push_back(characters_.size());
  }
  void reserve(std::size_t count) { ends_.reserve(count); }

 private:
  std::string characters_;
  std::vector<std::uint64_t> ends_;
};

}  // namespace luce
