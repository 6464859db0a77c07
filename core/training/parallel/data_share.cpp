#include "core/training/parallel/data_share.h"

#include <fmt/format.h>

#include "core/common/error.h"

namespace luce {

DataShare shareSlates(const SlateTable& slates, const SplitSettings& settings,
                      ProcessGroup& group) {
  const auto rank = static_cast<std::size_t>(group.rank());
  const auto size = static_cast<std::size_t>(group.size());
  Split split = splitSlates(slates, settings);
  DataShare share;
  share.group = &group;
  share.train = std::move(split.train);
  if (share.train.size() < size) {
    throw Error(fmt::format("{} training slates cannot be shared by {} processes.",
                            share.train.size(), size));
  }
  const std::vector<std::uint32_t>& validation = split.validation;
  share.validationCount = validation.size();
  // The number from which another process predicts.
  const auto border = [&](std::size_t process) {
    const std::size_t place = process * validation.size() / size;
    return place < validation.size() ? validation[place] : DataShare::kElsewhere;
  };
  share.predictBegin = border(rank);
  share.predictEnd = border(rank + 1);
  const auto predicts = [&](std::uint32_t slate) {
    return slate >= share.predictBegin && slate < share.predictEnd;
  };

  share.keep.assign(slates.slateCount(), false);
  for (std::size_t i = rank; i < share.train.size(); i += size) share.keep[share.train[i]] = true;
  for (const std::uint32_t slate : validation) {
    if (share.leads() || predicts(slate)) share.keep[slate] = true;
  }
  share.localOf.assign(slates.slateCount(), DataShare::kElsewhere);
  for (std::uint32_t slate = 0; slate < share.keep.size(); ++slate) {
    if (!share.keep[slate]) continue;
    share.localOf[slate] = static_cast<std::uint32_t>(share.numberOf.size());
    share.numberOf.push_back(slate);
  }
  for (std::size_t i = rank; i < share.train.size(); i += size) {
    share.ownTrain.push_back(share.localOf[share.train[i]]);
  }
  for (const std::uint32_t slate : validation) {
    if (share.keep[slate]) share.validation.push_back(share.localOf[slate]);
  }
  return share;
}

}  // namespace luce
