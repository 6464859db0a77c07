#include "tests/support/same_table.h"

#include <gtest/gtest.h>

#include <cmath>
#include <type_traits>

namespace luce {

namespace {

template <class Values>
void expectSame(const Values& found, const Values& expected, const char* what) {
  ASSERT_EQ(found.size(), expected.size()) << what;
  for (std::size_t i = 0; i < found.size(); ++i) {
    if constexpr (std::is_floating_point_v<std::decay_t<decltype(found[i])>>) {
      if (std::isnan(found[i]) && std::isnan(expected[i])) continue;
    }
    ASSERT_EQ(found[i], expected[i]) << what << " " << i;
  }
}

template <class Value>
void expectSame(const Matrix<Value>& found, const Matrix<Value>& expected, const char* what) {
  EXPECT_EQ(found.rows(), expected.rows()) << what;
  EXPECT_EQ(found.columns(), expected.columns()) << what;
  expectSame(found.values(), expected.values(), what);
}

}  // namespace

void expectSameTable(const SlateTable& found, const SlateTable& expected) {
  EXPECT_EQ(found.schema(), expected.schema());
  ASSERT_EQ(found.slateCount(), expected.slateCount());
  expectSame(found.times(), expected.times(), "times");
  expectSame(found.contextNumeric(), expected.contextNumeric(), "context numbers");
  expectSame(found.contextCategory(), expected.contextCategory(), "context categories");
  expectSame(found.candidateNumeric(), expected.candidateNumeric(), "candidate numbers");
  expectSame(found.candidateCategory(), expected.candidateCategory(), "candidate categories");
  expectSame(found.catalogue().keys, expected.catalogue().keys, "item keys");
  expectSame(found.catalogue().keyHash, expected.catalogue().keyHash, "item key hashes");
  expectSame(found.catalogue().numeric, expected.catalogue().numeric, "item numbers");
  expectSame(found.catalogue().category, expected.catalogue().category, "item categories");
  expectSame(found.logged().position, expected.logged().position, "positions");
  expectSame(found.logged().propensity, expected.logged().propensity, "propensities");
  expectSame(found.logged().examination, expected.logged().examination, "examinations");
  expectSame(found.logged().labels, expected.logged().labels, "labels");
  expectSame(found.pairs().offsets, expected.pairs().offsets, "pair offsets");
  expectSame(found.pairs().item, expected.pairs().item, "pair items");
  expectSame(found.pairs().feature, expected.pairs().feature, "pair features");
  expectSame(found.pairs().value, expected.pairs().value, "pair values");
  for (std::size_t slate = 0; slate < found.slateCount(); ++slate) {
    ASSERT_EQ(found.slateKey(slate), expected.slateKey(slate));
    const CandidateRange range = found.candidates(slate);
    ASSERT_EQ(range.first, expected.candidates(slate).first);
    ASSERT_EQ(range.count, expected.candidates(slate).count);
    for (std::int64_t i = 0; i < range.count; ++i) {
      ASSERT_EQ(found.item(slate, i), expected.item(slate, i));
    }
    if (found.shape() == LogShape::Bandit) {
      ASSERT_EQ(found.action(slate), expected.action(slate));
    }
  }
}

}  // namespace luce
