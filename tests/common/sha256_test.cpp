#include "core/common/sha256.h"

#include <gtest/gtest.h>

#include "tests/support/error_of.h"
#include "tests/support/temporary_folder.h"

namespace luce {
namespace {

std::string sumOf(const std::string& text, std::size_t piece) {
  Sha256 sum;
  const auto bytes = std::as_bytes(std::span(text));
  for (std::size_t at = 0; at < text.size(); at += piece) {
    sum.add(bytes.subspan(at, std::min(piece, text.size() - at)));
  }
  return sum.finish();
}

TEST(Sha256, IsThatOfTheStandardsExamples) {
  // NIST, Secure Hash Standard, example values; the third is padded by a block of its own.
  const std::string two = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";
  for (const std::size_t piece : {1u, 3u, 64u, 1000u}) {
    EXPECT_EQ(sumOf("", piece), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(sumOf("abc", piece),
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(sumOf(two, piece),
              "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    EXPECT_EQ(sumOf(std::string(1'000'000, 'a'), piece),
              "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
  }
}

TEST(Sha256, OfAFileIsThatOfItsBytes) {
  const TemporaryFolder folder;
  // Longer than what is read at once.
  const auto file = folder.write("a", std::string(3'000'001, 'a'));
  EXPECT_EQ(sha256OfFile(file), sumOf(std::string(3'000'001, 'a'), 77));
  EXPECT_EQ(sha256OfFile(folder.write("b", "abc")),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_NE(errorOf([&] { sha256OfFile(folder / "none"); }), "no error");
  EXPECT_NE(errorOf([&] { sha256OfFile(folder / ""); }), "no error");
}

}  // namespace
}  // namespace luce
