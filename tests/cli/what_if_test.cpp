#include <gmock/gmock.h>

#include <cmath>

#include "tests/cli/trained_sample.h"

namespace luce {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::IsEmpty;

/// The sample log's first slate has ten candidates, item-246, item-170, item-14 … .
class WhatIf : public TrainedSample {
 protected:
  static ProgramResult whatIf(const std::vector<std::string>& options) {
    std::vector<std::string> arguments{"what-if", workspace(), "--run", "a", "--slate", "slate-1"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    return runLuce(arguments);
  }
  static json candidates(std::vector<std::string> options) {
    options.emplace_back("--json");
    const ProgramResult result = whatIf(options);
    EXPECT_EQ(result.exitCode, 0) << result.errors;
    return result.json().at("candidates");
  }
};

TEST_F(WhatIf, NothingChangedIsWhatPolicyTells) {
  const json policy = runLuce({"policy", workspace(), "--run", "a", "--slate", "slate-1", "--json"})
                          .json()
                          .at("candidates");
  const json rows = candidates({});
  ASSERT_EQ(rows.size(), policy.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    EXPECT_EQ(rows[i].at("item"), policy[i].at("item"));
    EXPECT_EQ(rows[i].at("before"), rows[i].at("after"));
    EXPECT_EQ(rows[i].at("after").at("p"), policy[i].at("p"));
    EXPECT_EQ(rows[i].at("after").at("rank"), policy[i].at("rank"));
    EXPECT_NEAR(rows[i].at("after").at("policy").get<double>(),
                policy[i].at("policy").get<double>(), 1e-7);
  }
}

TEST_F(WhatIf, ChangesAreSeenBesideTheLog) {
  const json rows = candidates({"--set", "item-246:item_0=2.5", "--drop", "item-170", "--copy",
                                "item-14", "--add", "item-29", "--weights", "click=1,like=-2"});
  ASSERT_EQ(rows.size(), 12u);
  EXPECT_EQ(rows[0].at("item"), "item-246");
  EXPECT_TRUE(rows[0].at("changed"));
  EXPECT_NE(rows[0].at("before").at("p"), rows[0].at("after").at("p"));
  EXPECT_TRUE(rows[1].at("dropped"));
  EXPECT_TRUE(rows[1].at("after").is_null());
  EXPECT_EQ(rows[2].at("before").at("p"), rows[2].at("after").at("p"));
  // The item comes before the copies, as features may be set for it.
  EXPECT_EQ(rows[10].at("item"), "item-29");
  EXPECT_TRUE(rows[10].at("added"));
  EXPECT_TRUE(rows[10].at("before").is_null());
  EXPECT_EQ(rows[11].at("item"), "item-14");
  EXPECT_EQ(rows[11].at("after").at("score"), rows[2].at("after").at("score"));
  double sum = 0;
  for (const json& row : rows) {
    const json& after = row.at("after");
    if (after.is_null()) continue;
    sum += after.at("policy").get<double>();
    const json& p = after.at("p");
    EXPECT_NEAR(after.at("contributions").at("like").get<double>(), -2 * p.at("like").get<double>(),
                1e-12);
    EXPECT_EQ(after.at("contributions").at("long_view"), 0);
    EXPECT_NEAR(after.at("score").get<double>(),
                p.at("click").get<double>() - 2 * p.at("like").get<double>(), 1e-6);
  }
  EXPECT_NEAR(sum, 1, 1e-6);
  // Before: the run's own weights.
  const json& before = rows[0].at("before");
  EXPECT_NEAR(before.at("contributions").at("like").get<double>(),
              4 * before.at("p").at("like").get<double>(), 1e-12);
}

TEST_F(WhatIf, TheTextShowsBothSides) {
  const ProgramResult result = whatIf({"--drop", "item-170"});
  EXPECT_EQ(result.exitCode, 0) << result.errors;
  EXPECT_THAT(result.output, HasSubstr("item-170 (dropped)"));
  EXPECT_THAT(result.output, HasSubstr(" → "));
}

TEST_F(WhatIf, MistakesAreExplained) {
  for (const auto& [option, value, words] : {std::tuple{"--set", "weather=3", "user_0"},
                                             {"--drop", "item-999", "item-246"},
                                             {"--add", "nothing", "nothing"},
                                             {"--weights", "clicks=1", "long_view"}}) {
    const ProgramResult result = whatIf({option, value, "--json"});
    EXPECT_EQ(result.exitCode, 1);
    EXPECT_THAT(result.errors, HasSubstr(words));
    EXPECT_THAT(result.output, IsEmpty());
  }
  EXPECT_EQ(runLuce({"what-if", workspace(), "--run", "a", "--json"}).exitCode, 2);
}

}  // namespace
}  // namespace luce
