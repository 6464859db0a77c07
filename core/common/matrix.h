// A dense row-major matrix of plain values, without arithmetic: how columns of a log are held.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace luce {

template <class Value>
class Matrix {
 public:
  Matrix() = default;
  Matrix(std::size_t rows, std::size_t columns, Value fill = {})
      : columns_(columns), rows_(rows), values_(rows * columns, fill) {}

  std::size_t rows() const { return rows_; }
  std::size_t columns() const { return columns_; }

  std::span<const Value> row(std::size_t index) const {
    return {values_.data() + index * columns_, columns_};
  }
  std::span<Value> row(std::size_t index) { return {values_.data() + index * columns_, columns_}; }
  Value operator()(std::size_t row, std::size_t column) const {
    return values_[row * columns_ + column];
  }
  Value& operator()(std::size_t row, std::size_t column) {
    return values_[row * columns_ + column];
  }

  /// All values, row after row.
  std::span<const Value> values() const { return values_; }
  std::span<Value> values() { return values_; }

  /// For filling: sets the width of an empty matrix.
  void setColumns(std::size_t columns) { columns_ = columns; }
  /// row: any range of `columns()` values that convert to Value.
  template <class Row>
  void appendRow(const Row& row) {
    for (const auto& value : row) values_.push_back(static_cast<Value>(value));
    ++rows_;
  }
  /// Appends a row of zeros, to be filled by the caller.
  std::span<Value> appendRow() {
    values_.resize(values_.size() + columns_);
    return row(rows_++);
  }
  void reserveRows(std::size_t rows) { values_.reserve(rows * columns_); }

 private:
  std::size_t columns_ = 0;
  std::size_t rows_ = 0;
  std::vector<Value> values_;
};

}  // namespace luce
