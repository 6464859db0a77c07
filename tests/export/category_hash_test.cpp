#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "core/common/hash.h"
#include "tests/export/outside.h"
#include "tests/support/temporary_folder.h"

namespace luce {
namespace {

using nlohmann::json;

const std::string kFolder = LUCE_SOURCE_DIR "/resources/category_hash/";

json vectors() {
  std::ifstream file(kFolder + "vectors.json");
  return json::parse(file);
}

TEST(CategoryHash, IsThatOfTheVectors) {
  const json all = vectors();
  ASSERT_GE(all.size(), 20u);
  for (const json& vector : all) {
    const std::uint32_t hash =
        categoryHash(vector.at("feature").get<std::string>(), vector.at("text").get<std::string>());
    EXPECT_EQ(hash, vector.at("hash").get<std::uint32_t>()) << vector;
    EXPECT_EQ(hash % 2048, vector.at("row_of_2048").get<std::uint32_t>()) << vector;
    EXPECT_EQ(hash % 1000, vector.at("row_of_1000").get<std::uint32_t>()) << vector;
  }
}

TEST(CategoryHash, IsThatOfThePythonInItsDocument) {
  const std::string python = pythonWith("json");
  if (python.empty()) GTEST_SKIP() << kNoPython;
  std::ostringstream document;
  document << std::ifstream(kFolder + "README.md").rdbuf();
  const TemporaryFolder folder;
  const json all = vectors();
  const json hashes = runPython(python, folder / "",
                                codeBlock(document.str(), "python") +
                                    "o = [category_hash(v['feature'], v['text']) for v in i]\n",
                                all);
  ASSERT_EQ(hashes.size(), all.size());
  for (std::size_t i = 0; i < all.size(); ++i) EXPECT_EQ(hashes[i], all[i].at("hash")) << all[i];
}

}  // namespace
}  // namespace luce
