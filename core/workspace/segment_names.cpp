#include "core/workspace/segment_names.h"

#include "core/workspace/category_names.h"

namespace luce {

void nameSegments(SlateBrowser& browser, Segmentation& segmentation) {
  for (Segment& segment : segmentation.segments) {
    if (!segment.category) continue;
    if (const auto name = categoryName(browser, *segment.category)) segment.label = *name;
  }
}

}  // namespace luce
