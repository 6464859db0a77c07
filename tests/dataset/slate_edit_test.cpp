#include "core/dataset/slate_edit.h"

#include <gmock/gmock.h>

#include <cmath>

#include "core/common/hash.h"
#include "tests/support/error_of.h"
#include "tests/support/record_logs.h"

namespace luce {
namespace {

using testing::HasSubstr;

class SlateEdit : public testing::Test {
 protected:
  SlateEdit() {
    SlateTableBuilder builder;
    writeUnevenSlates(builder, 12);
    table_ = builder.finish();
    slate_ = editableSlate(table_, 7);
  }

  std::string key(std::size_t candidate) const {
    return std::string(table_.catalogue().keys[slate_.candidates[candidate].item]);
  }

  SlateTable table_;
  EditableSlate slate_;
};

TEST_F(SlateEdit, SetsNumbersAndTextsByName) {
  setFeature(table_, slate_, "user_age=31.5");
  setFeature(table_, slate_, "user_country=a=b");
  setFeature(table_, slate_, key(1) + ":quality=-2e-1");
  setFeature(table_, slate_, key(1) + ":genre=jazz");
  setFeature(table_, slate_, key(2) + ":price=");
  EXPECT_EQ(slate_.contextNumeric[0], 31.5f);
  EXPECT_EQ(slate_.contextCategory[0], categoryHash("user_country", "a=b"));
  EXPECT_EQ(slate_.candidates[1].numeric[1], -0.2f);
  EXPECT_EQ(slate_.candidates[1].category[0], categoryHash("genre", "jazz"));
  EXPECT_TRUE(std::isnan(slate_.candidates[2].numeric[0]));
}

TEST_F(SlateEdit, DropsCopiesAndAdds) {
  setFeature(table_, slate_, key(0) + ":price=5");
  copyItem(table_, slate_, key(0));
  ASSERT_EQ(slate_.candidates.size(), 5u);
  EXPECT_EQ(slate_.candidates[4].numeric[0], 5);
  EXPECT_EQ(slate_.candidates[4].logged, kAdded);
  dropItem(table_, slate_, key(0));
  EXPECT_TRUE(slate_.candidates[0].dropped);
  EXPECT_TRUE(slate_.candidates[4].dropped) << "every candidate of that item";
  addItem(table_, slate_, "item 3");
  EXPECT_EQ(key(5), "item 3");
  // As it is where it first stands: slate 0, place 1.
  EXPECT_EQ(slate_.candidates[5].numeric, loggedCandidate(table_, 0, 0).numeric);
  EXPECT_EQ(key(5), table_.catalogue().keys[table_.item(0, 0)]);
}

TEST_F(SlateEdit, SaysWhatThereIs) {
  const auto refused = [&](const std::string& text) {
    return errorOf([&] { setFeature(table_, slate_, text); });
  };
  EXPECT_THAT(refused("user_age"), HasSubstr("FEATURE=VALUE"));
  EXPECT_THAT(refused("age=3"), HasSubstr("user_age, user_country"));
  EXPECT_THAT(refused("user_age=old"), HasSubstr("no number"));
  EXPECT_THAT(refused("user_age=inf"), HasSubstr("no number"));
  EXPECT_THAT(refused(key(0) + ":age=3"), HasSubstr("price, quality, genre"));
  EXPECT_THAT(refused("nothing:price=3"), HasSubstr(key(3)));
  EXPECT_THAT(errorOf([&] { addItem(table_, slate_, "item 99"); }), HasSubstr("item 99"));
}

TEST(SlateEditOfBandit, HasTheWholeCatalogueAlready) {
  SlateTableBuilder builder;
  writeSparseActions(builder, 3);
  const SlateTable table = builder.finish();
  EditableSlate slate = editableSlate(table, 0);
  EXPECT_THAT(errorOf([&] { addItem(table, slate, "10"); }), HasSubstr("copy"));
  setFeature(table, slate, "10:affinity=7");
  EXPECT_EQ(slate.candidates[1].numeric[1], 7);
}

}  // namespace
}  // namespace luce
