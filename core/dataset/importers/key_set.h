// Which keys have been seen, in at most 32 bytes a key however long: it keeps a 64-bit hash of
// each, so among ten million keys two are taken for one with a probability of three in a million.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/common/hash.h"

namespace luce {

class KeySet {
 public:
  /// False if the key was there.
  bool insert(std::string_view key) {
    if ((count_ + 1) * 2 > places_.size()) grow();
    const std::uint64_t hash = mixBits(fnv1a(key));
    std::uint64_t& place = find(hash == kFree ? 1 : hash);
    if (place != kFree) return false;
    place = hash == kFree ? 1 : hash;
    ++count_;
    return true;
  }

  std::int64_t size() const { return static_cast<std::int64_t>(count_); }

 private:
  static constexpr std::uint64_t kFree = 0;

  std::uint64_t& find(std::uint64_t hash) {
    std::size_t place = hash & (places_.size() - 1);
    while (places_[place] != kFree && places_[place] != hash) {
      place = (place + 1) & (places_.size() - 1);
    }
    return places_[place];
  }

  void grow() {
    std::vector<std::uint64_t> old(places_.empty() ? 1024 : places_.size() * 2, kFree);
    old.swap(places_);
    for (const std::uint64_t hash : old) {
      if (hash != kFree) find(hash) = hash;
    }
  }

  std::vector<std::uint64_t> places_;
  std::size_t count_ = 0;
};

}  // namespace luce
