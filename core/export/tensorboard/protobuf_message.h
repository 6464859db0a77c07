// Writes protocol buffer messages field by field (Protocol Buffers encoding, "wire format"): enough
// for messages that are written and never read.
#pragma once

#include <bit>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace luce {

class ProtobufMessage {
 public:
  /// int32, int64, enum, bool: of negative numbers the two's complement in 64 bits.
  ProtobufMessage& integer(int field, std::int64_t value) {
    tag(field, kVarint);
    varint(static_cast<std::uint64_t>(value));
    return *this;
  }
  ProtobufMessage& real(int field, double value) {
    tag(field, kFixed64);
    fixed(std::bit_cast<std::uint64_t>(value));
    return *this;
  }
  ProtobufMessage& real(int field, float value) {
    tag(field, kFixed32);
    fixed(std::bit_cast<std::uint32_t>(value));
    return *this;
  }
  /// string, bytes
  ProtobufMessage& text(int field, std::string_view value) {
    tag(field, kLength);
    varint(value.size());
    bytes_ += value;
    return *this;
  }
  ProtobufMessage& message(int field, const ProtobufMessage& value) {
    return text(field, value.bytes_);
  }
  /// repeated double, packed
  ProtobufMessage& reals(int field, std::span<const double> values) {
    tag(field, kLength);
    varint(values.size() * sizeof(double));
    for (const double value : values) fixed(std::bit_cast<std::uint64_t>(value));
    return *this;
  }

  const std::string& bytes() const { return bytes_; }

 private:
  static constexpr int kVarint = 0, kFixed64 = 1, kLength = 2, kFixed32 = 5;

  void tag(int field, int type) { varint(static_cast<std::uint64_t>(field << 3 | type)); }
  void varint(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) bytes_ += static_cast<char>(value | 0x80);
    bytes_ += static_cast<char>(value);
  }
  template <class Bits>
  void fixed(Bits bits) {
    for (std::size_t i = 0; i < sizeof(Bits); ++i) bytes_ += static_cast<char>(bits >> 8 * i);
  }

  std::string bytes_;
};

}  // namespace luce
