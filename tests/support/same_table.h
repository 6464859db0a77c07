// Compares two datasets value by value.
#pragma once

#include "core/dataset/slate_table.h"

namespace luce {

/// Fails the running test at each column that differs; missing numbers equal each other.
void expectSameTable(const SlateTable& found, const SlateTable& expected);

}  // namespace luce
