#include "core/training/parallel/agreement.h"

#include <fmt/format.h>

#include <cstring>
#include <utility>
#include <vector>

#include "core/common/error.h"
#include "core/common/hash.h"
#include "core/training/parallel/bytes.h"

namespace luce {

NumericMoments sharedMoments(const SlateTable& table, std::span<const std::uint32_t> slates,
                             ProcessGroup* group) {
  MomentSums own = momentSums(table, slates);
  if (group == nullptr) return own.moments();
  ByteWriter writer;
  writer.add(own.count);
  writer.add(own.mean);
  writer.add(own.squares);
  MomentSums all;
  for (const std::vector<std::byte>& part : group->gather(writer.bytes())) {
    ByteReader reader(part);
    MomentSums sums;
    sums.count = reader.read<double>();
    sums.mean = reader.read<double>();
    sums.squares = reader.read<double>();
    if (all.count.empty()) {
      all = std::move(sums);
    } else {
      all.join(sums);
    }
  }
  return all.moments();
}

void requireSame(ProcessGroup& group, std::span<const std::byte> beginning) {
  const std::uint64_t digest =
      fnv1a({reinterpret_cast<const char*>(beginning.data()), beginning.size()});
  const auto all = group.gather(std::as_bytes(std::span(&digest, 1)));
  for (std::size_t rank = 0; rank < all.size(); ++rank) {
    if (std::memcmp(all[rank].data(), all.front().data(), sizeof digest) == 0) continue;
    throw Error(fmt::format(
        "Process {} of {} was given another experiment, log or version of Luce than the first; "
        "start all of them with the same command on the same workspace.",
        rank + 1, all.size()));
  }
}

}  // namespace luce
