#include "core/workspace/segment_names.h"

#include <vector>

#include "core/workspace/category_names.h"

namespace luce {

void nameSegments(SlateBrowser& browser, Segmentation& segmentation) {
  std::vector<CategoryPlace> values;
  std::vector<Segment*> named;
  for (Segment& segment : segmentation.segments) {
    if (!segment.category) continue;
    values.push_back(*segment.category);
    named.push_back(&segment);
  }
  const std::vector<std::optional<std::string>> names = categoryNames(browser, values);
  for (std::size_t i = 0; i < named.size(); ++i) {
    if (names[i]) named[i]->label = *names[i];
  }
}

}  // namespace luce
