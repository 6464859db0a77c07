// Where the ticks of an axis stand, and what is written beside them.
#pragma once

#include <string>
#include <vector>

namespace luce {

struct Tick {
  double value = 0;
  std::string label;
};

/// At multiples of 1, 2 or 5 times a power of ten, within [low, high]: as many as possible, at most
/// `most`, which is at least 2. Labels have just the digits that tell the ticks apart. low < high,
/// both finite.
std::vector<Tick> linearTicks(double low, double high, int most);

/// At powers of ten within [low, high]; at 1, 2 and 5 times them where fewer than three would be
/// left; some powers are left out where there are more than `most`. 0 < low < high.
std::vector<Tick> logarithmicTicks(double low, double high, int most);

}  // namespace luce
