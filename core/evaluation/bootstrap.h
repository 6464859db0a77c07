// The bootstrap over slates (Efron 1979): slates are drawn with replacement, and every estimate is
// recomputed from the drawn slates' sums, since rows of one slate are not independent.
//
// A million slates a thousand times are 10⁹ draws. Slates are therefore drawn in two steps, how
// many of each block and then which ones of it, which is the same multinomial draw, but each block
// stays in the processor's cache while all resamples take their share of it.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/common/matrix.h"

namespace luce {

/// sums: slates × columns, what each slate adds to each sum; finite. Gives resamples × columns: the
/// sums over as many slates drawn with replacement. Equal seeds and numbers of slates draw the same
/// slates, whatever the columns hold, so that two policies can be compared resample by resample.
/// Independent of the number of threads. At most 64 columns.
Matrix<double> resampleSums(const Matrix<double>& sums, int resamples, std::uint64_t seed);

/// The q-quantile (0..1) of the values, linearly interpolated; NaN values are left out; NaN if none
/// remain. Reorders the values.
double quantile(std::vector<double>& values, double q);

}  // namespace luce
