// The schema in the README is one that Luce reads, and holds every member there is.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "core/dataset/importers/log_mapping.h"

namespace luce {
namespace {

TEST(DocumentedSchemaTest, IsReadAndComplete) {
  std::ifstream stream(std::string(LUCE_SOURCE_DIR) + "/README.md");
  const std::string text{std::istreambuf_iterator<char>(stream), {}};
  const std::size_t begin = text.find("```json\n") + 8;
  const std::string document = text.substr(begin, text.find("```", begin) - begin);
  const LogMapping mapping = mappingFromJson(document);
  EXPECT_EQ(mapping.tasks->size(), 3u);
  EXPECT_EQ(mapping.slates->kind, SlateRule::Kind::UserAndGap);
  const auto members = nlohmann::json::parse(mappingToJson(mapping));
  EXPECT_EQ(members.size(), nlohmann::json::parse(document).size());
  EXPECT_EQ(members.size(), 19u);
  EXPECT_EQ(mappingFromJson(mappingToJson(mapping)), mapping);
}

}  // namespace
}  // namespace luce
