#include "core/evaluation/policy_reference.h"

#include <gmock/gmock.h>

#include "tests/support/error_of.h"

namespace luce {
namespace {

using testing::HasSubstr;

TEST(PolicyReference, IsWrittenAsReportsAlwaysHadIt) {
  EXPECT_EQ(toString({JudgedKind::Uniform}), "uniform");
  EXPECT_EQ(toString({JudgedKind::Logging}), "logging");
  EXPECT_EQ(toString({JudgedKind::Supervised}), "supervised");
  EXPECT_EQ(toString({JudgedKind::Supervised, "aligned"}), "supervised aligned");
  EXPECT_EQ(toString({JudgedKind::Run, "aligned"}), "run aligned");
  EXPECT_EQ(toString({JudgedKind::Kept, "theirs"}), "policy theirs");
  EXPECT_EQ(toString({JudgedKind::File, "/a b/scores.csv"}), "file /a b/scores.csv");
}

TEST(PolicyReference, IsReadBackWhateverItsName) {
  for (const JudgedKind kind :
       {JudgedKind::Supervised, JudgedKind::Run, JudgedKind::Kept, JudgedKind::File}) {
    for (const char* name : {"a", "run", "policy b", " two  spaces ", "uniform", "中 ü"}) {
      const PolicyReference policy{kind, name};
      EXPECT_EQ(policyReferenceFromString(toString(policy)), policy) << toString(policy);
    }
  }
  for (const JudgedKind kind : {JudgedKind::Uniform, JudgedKind::Logging, JudgedKind::Supervised}) {
    EXPECT_EQ(policyReferenceFromString(toString({kind})), PolicyReference{kind});
  }
}

TEST(PolicyReference, OfAnythingElseIsRefused) {
  for (const char* text : {"", " ", "run", "run ", "policy", "file ", "runs a", "Run a", " run a",
                           "uniform a", "logging ", "supervised ", "choose"}) {
    EXPECT_THAT(errorOf([&] { policyReferenceFromString(text); }), HasSubstr("names no policy"))
        << text;
  }
}

}  // namespace
}  // namespace luce
