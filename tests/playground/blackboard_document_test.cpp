#include "core/playground/blackboard_document.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "core/common/error.h"
#include "tests/playground/boards.h"

namespace luce {
namespace {

using nlohmann::json;

BlackboardSlate fullSlate() {
  BlackboardSlate slate = fiveCandidates();
  slate.candidates[0].name = "Ärger „1“";
  slate.candidates[1].probabilities[0] = 1.0 / 3;
  slate.temperature = 0.1;
  slate.stepSize = 1e-3 / 7;
  slate.objective = {.scheme = "dapo",
                     .parameters = {{"eps_low", 0.3}, {"cap", 7}},
                     .rows = RowKind::Drawn,
                     .rule = PropensityRule::Self,
                     .advantage = AdvantageKind::LeaveOneOut,
                     .weight = 0.5,
                     .klWeight = 0.25,
                     .regulariser = "kl_k3",
                     .reference = BoardReference::Logging,
                     .entropyWeight = 0.125};
  return slate;
}

TEST(BlackboardDocument, ComesBackBitByBit) {
  for (const BlackboardSlate& slate : {fullSlate(), fiveCandidates()}) {
    const std::string text = boardToJson(slate);
    EXPECT_EQ(boardFromJson(text), slate);
    EXPECT_EQ(boardToJson(boardFromJson(text)), text);
  }
}

TEST(BlackboardDocument, StandsForWhatIsLeftOut) {
  const BlackboardSlate slate = boardFromJson(R"({"playground": 1,
    "tasks": [{"name": "click", "value_weight": 2}],
    "candidates": [{"name": "A", "p": [0.5], "actions": [1], "propensity": 0.5},
                   {"name": "B", "p": [0.5], "actions": [0], "propensity": 0.25},
                   {"name": "C", "p": [0.5], "actions": [0], "propensity": 0.25}]})");
  EXPECT_EQ(slate.tasks[0].rewardWeight, 2);
  EXPECT_EQ(slate.candidates[2].offset, 0);
  EXPECT_EQ(slate.objective, BoardObjective{});
}

std::string messageOf(const std::string& text) {
  try {
    boardFromJson(text);
  } catch (const Error& error) {
    return error.what();
  }
  return "accepted";
}

std::string messageAfter(const std::function<void(json&)>& spoil) {
  json document = json::parse(boardToJson(fiveCandidates()));
  spoil(document);
  return messageOf(document.dump());
}

TEST(BlackboardDocument, ErrorsNameWhatIsWrong) {
  using testing::AllOf;
  using testing::HasSubstr;
  EXPECT_THAT(messageOf("{"), AllOf(HasSubstr("not valid JSON: parse error at line 1, column 2"),
                                    testing::Not(HasSubstr("json.exception"))));
  EXPECT_THAT(messageOf('[' + std::string(33 << 20, ' ') + ']'), HasSubstr("larger than 32 MB"));
  EXPECT_THAT(messageOf("{}"), HasSubstr("no playground document"));
  EXPECT_THAT(messageOf("[1]"), HasSubstr("not a JSON object"));
  EXPECT_THAT(messageAfter([](json& d) { d["playground"] = 9; }), HasSubstr("version 9"));
  EXPECT_THAT(messageAfter([](json& d) { d.erase("candidates"); }),
              HasSubstr("playground.candidates is missing"));
  EXPECT_THAT(messageAfter([](json& d) {
                d["candidates"].erase(0);
                d["candidates"].erase(0);
                d["candidates"].erase(0);
              }),
              HasSubstr("2 candidates; expected 3 to 8"));
  EXPECT_THAT(messageAfter([](json& d) { d["candidates"][1]["p"][0] = 1.5; }),
              AllOf(HasSubstr("\"B\""), HasSubstr("1.5"), HasSubstr("from 0 to 1")));
  EXPECT_THAT(messageAfter([](json& d) { d["candidates"][1]["p"] = {0.5}; }),
              HasSubstr("1 probabilities and 2 actions; the board has 2 tasks"));
  EXPECT_THAT(messageAfter([](json& d) { d["candidates"][1]["p"][0] = "x"; }),
              HasSubstr("playground.candidates[1].p"));
  EXPECT_THAT(messageAfter([](json& d) { d["candidates"][1]["actions"][0] = 2; }),
              HasSubstr("whole numbers from 0 to 1"));
  EXPECT_THAT(messageAfter([](json& d) { d["candidates"][1]["propensity"] = 0; }),
              HasSubstr("playground.candidates[1].propensity is 0"));
  EXPECT_THAT(messageAfter([](json& d) { d["candidates"][1]["propensity"] = 0.9; }),
              HasSubstr("propensities sum to 1.83; expected 1"));
  EXPECT_THAT(messageAfter([](json& d) { d["drawn"] = 6; }),
              HasSubstr("Candidate number 7 is drawn, but the board has 5"));
  EXPECT_THAT(messageAfter([](json& d) { d["step_size"] = 0; }), HasSubstr("step size"));
  EXPECT_THAT(messageAfter([](json& d) { d["objective"]["scheme"] = "magic"; }),
              HasSubstr("no scheme \"magic\""));
  EXPECT_THAT(messageAfter([](json& d) { d["objective"]["regulariser"] = "entropy"; }),
              HasSubstr("choose a KL"));
  EXPECT_THAT(messageAfter([](json& d) { d["objective"]["parameters"]["eps"] = 7; }),
              AllOf(HasSubstr("eps"), HasSubstr("from 0.01 to 1")));
  EXPECT_THAT(messageAfter([](json& d) { d["objective"]["parameters"]["epsilon"] = 0.2; }),
              HasSubstr("No scheme has a parameter \"epsilon\""));
  EXPECT_THAT(messageAfter([](json& d) { d["tmperature"] = 1; }), HasSubstr("tmperature"));
}

TEST(BlackboardSlate, PropensitiesAlwaysSumToOneAndKeepTheirProportions) {
  BlackboardSlate slate = fiveCandidates();
  setPropensity(slate, 2, 0.1);
  EXPECT_NO_THROW(check(slate));
  EXPECT_DOUBLE_EQ(slate.candidates[2].propensity, 0.1);
  EXPECT_NEAR(slate.candidates[0].propensity / slate.candidates[1].propensity, 0.31 / 0.07, 1e-12);
  for (const double wanted : {0.0, 1.0, -3.0, 7.0, 1e-6, 0.999999}) {
    setPropensity(slate, 4, wanted);
    EXPECT_NO_THROW(check(slate)) << wanted;
    double sum = 0;
    for (const BoardCandidate& candidate : slate.candidates) sum += candidate.propensity;
    EXPECT_NEAR(sum, 1, 1e-12);
  }
}

TEST(BlackboardSlate, CandidatesComeAndGo) {
  BlackboardSlate slate = fiveCandidates();
  for (int i = 0; i < 10; ++i) addCandidate(slate);
  EXPECT_EQ(slate.candidates.size(), kMostBoardCandidates);
  EXPECT_EQ(slate.candidates[5].name, "F");
  EXPECT_NEAR(slate.candidates[5].probabilities[0], (0.61 + 0.22 + 0.35 + 0.12 + 0.47) / 5, 1e-15);
  EXPECT_NO_THROW(check(slate));
  slate.drawn = 3;
  removeCandidate(slate, 0);
  EXPECT_EQ(slate.drawn, 2u);
  EXPECT_EQ(slate.candidates[slate.drawn].name, "D");
  removeCandidate(slate, 2);
  EXPECT_EQ(slate.drawn, 0u);
  for (int i = 0; i < 10; ++i) removeCandidate(slate, 1);
  EXPECT_EQ(slate.candidates.size(), kFewestBoardCandidates);
  EXPECT_NO_THROW(check(slate));
  addCandidate(slate);
  EXPECT_EQ(slate.candidates.back().name, "A") << "the first letter that is free";
}

}  // namespace
}  // namespace luce
