// The hash that turns ids and categories into embedding rows. Specified so that it can be
// reproduced outside Luce:
//
//   h = FNV-1a 64 bit over the UTF-8 bytes of  feature name + "=" + value
//   h ^= h >> 33;  h *= 0xff51afd7ed558ccd;  h ^= h >> 33
//   category hash = upper 32 bits of h;  embedding row = category hash mod hash_buckets
//
// (FNV-1a: Fowler, Noll, Vo; the finisher is the first half of MurmurHash3's fmix64, so that both
// halves of the result are well mixed.) An empty value means "missing" and hashes like any other.
#pragma once

#include <cstdint>
#include <string_view>

namespace luce {

constexpr std::uint64_t fnv1a(std::string_view bytes, std::uint64_t state = 0xcbf29ce484222325u) {
  for (const char byte : bytes) {
    state ^= static_cast<unsigned char>(byte);
    state *= 0x100000001b3u;
  }
  return state;
}

constexpr std::uint64_t mixBits(std::uint64_t bits) {
  bits ^= bits >> 33;
  bits *= 0xff51afd7ed558ccdu;
  bits ^= bits >> 33;
  return bits;
}

constexpr std::uint32_t categoryHash(std::string_view feature, std::string_view value) {
  return static_cast<std::uint32_t>(mixBits(fnv1a(value, fnv1a("=", fnv1a(feature)))) >> 32);
}

}  // namespace luce
