// How a chart over training steps looks: its axes, and which column of its table each line draws.
#pragma once

#include <QColor>
#include <QString>
#include <cstddef>
#include <optional>
#include <vector>

namespace luce::desktop {

enum class Side { Left, Right };

/// What a linear axis holds beside its lines.
enum class AxisFit {
  Tight,
  FromZero,
  Share,       ///< 0..1
  SmallShare,  ///< from 0, at most to 1
};

struct StepAxis {
  QString title;
  AxisFit fit = AxisFit::Tight;
  bool logarithmic = false;  ///< until the user says otherwise
};

struct StepLine {
  QString name;  ///< in the legend, and what its visibility is remembered by
  QColor colour;
  Side side = Side::Left;
  std::size_t column = 0;
};

struct StepLook {
  StepAxis left;
  std::optional<StepAxis> right;
  std::vector<StepLine> lines;
};

}  // namespace luce::desktop
