// Plain values as bytes for another process of the same program on the same kind of machine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <type_traits>
#include <vector>

#include "core/common/error.h"

namespace luce {

class ByteWriter {
 public:
  template <class Value>
  void add(std::span<const Value> values) {
    static_assert(std::is_trivially_copyable_v<Value>);
    const auto count = static_cast<std::uint64_t>(values.size());
    append(&count, sizeof count);
    append(values.data(), values.size_bytes());
  }
  template <class Value>
  void add(const std::vector<Value>& values) {
    add(std::span<const Value>(values));
  }
  template <class Value>
  void add(const Value& value) {
    add(std::span<const Value>(&value, 1));
  }
  std::span<const std::byte> bytes() const { return bytes_; }
  void clear() { bytes_.clear(); }

 private:
  void append(const void* values, std::size_t length) {
    if (length == 0) return;
    const auto* const begin = static_cast<const std::byte*>(values);
    bytes_.insert(bytes_.end(), begin, begin + length);
  }
  std::vector<std::byte> bytes_;
};

/// Throws Error where there is less than is read.
class ByteReader {
 public:
  explicit ByteReader(std::span<const std::byte> bytes) : left_(bytes) {}

  template <class Value>
  std::vector<Value> read() {
    static_assert(std::is_trivially_copyable_v<Value>);
    std::uint64_t count = 0;
    take(&count, sizeof count);
    if (count > left_.size() / sizeof(Value)) fail();
    std::vector<Value> values(static_cast<std::size_t>(count));
    take(values.data(), values.size() * sizeof(Value));
    return values;
  }
  template <class Value>
  void append(std::vector<Value>& to) {
    const std::vector<Value> more = read<Value>();
    to.insert(to.end(), more.begin(), more.end());
  }
  template <class Value>
  Value one() {
    const std::vector<Value> values = read<Value>();
    if (values.size() != 1) fail();
    return values.front();
  }

 private:
  void take(void* to, std::size_t length) {
    if (length > left_.size()) fail();
    if (length > 0) std::memcpy(to, left_.data(), length);
    left_ = left_.subspan(length);
  }
  [[noreturn]] static void fail() {
    throw Error("Another process sent less than was expected; all must run the same Luce.");
  }
  std::span<const std::byte> left_;
};

}  // namespace luce
