#include "app/desktop/charts/smoothed_column.h"

namespace luce::desktop {

void SmoothedColumn::catchUp(const MinMaxColumn& raw) {
  while (column_.size() < raw.size()) column_.append(average_.add(raw[column_.size()]));
}

}  // namespace luce::desktop
