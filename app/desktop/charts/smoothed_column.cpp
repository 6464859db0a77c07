#include "app/desktop/charts/smoothed_column.h"

#include <algorithm>

namespace luce::desktop {

bool SmoothedColumn::catchUp(const MinMaxColumn& raw, std::size_t most) {
  const std::size_t end = std::min(raw.size(), column_.size() + most);
  while (column_.size() < end) column_.append(average_.add(raw[column_.size()]));
  return end == raw.size();
}

}  // namespace luce::desktop
