#include "core/common/sha256.h"

#include <gtest/gtest.h>

#include "core/common/error.h"
#include "tests/support/error_of.h"
#include "tests/support/temporary_folder.h"

namespace luce {
namespace {

TEST(Sha256, OfFilesIsThatOfTheStandardsExamples) {
  const TemporaryFolder folder;
  // NIST, Secure Hash Standard, example values.
  EXPECT_EQ(sha256OfFile(folder.write("empty", "")),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256OfFile(folder.write("abc", "abc")),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256OfFile(folder.write("million", std::string(1'000'000, 'a'))),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
  // Longer than what is read at once; by coreutils' sha256sum.
  EXPECT_EQ(sha256OfFile(folder.write("long", std::string(3'000'001, 'a'))),
            "71b1401c2645810a611615bae0fce7b308f0ed904a54af8ec8be0fe435581611");
}

TEST(Sha256, OfWhatIsNoFileIsRefusedAndAStopEndsIt) {
  const TemporaryFolder folder;
  EXPECT_EQ(errorOf([&] { sha256OfFile(folder / "none"); }),
            "There is no file " + (folder / "none").string() + ".");
  EXPECT_NE(errorOf([&] { sha256OfFile(folder / ""); }), "no error");
  std::stop_source stop;
  stop.request_stop();
  const auto file = folder.write("abc", "abc");
  EXPECT_THROW(sha256OfFile(file, stop.get_token()), Cancelled);
}

}  // namespace
}  // namespace luce
