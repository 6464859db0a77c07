// Policies from elsewhere in a workspace: what is written, byte by byte, and what people do to
// them.
#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>

#include <limits>

#include "core/workspace/workspace.h"
#include "tests/support/error_of.h"
#include "tests/support/record_logs.h"
#include "tests/support/temporary_folder.h"

namespace luce {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

class PolicyTest : public ::testing::Test {
 protected:
  void SetUp() override {
    for (const char* name : {"log", "other"}) {
      const auto writer = workspace_.createDataset(name, "");
      writeUnevenSlates(*writer, 8);
      writer->commit();
    }
    record_.name = "ranker";
    record_.dataset = "log";
    record_.source = PolicySource::Model;
    record_.file = "ranker.pt";
    record_.bytes = 1234;
    record_.sha256 = std::string(62, '0') + "af";
    record_.imported = "2026-11-01T10:00:00Z";
    record_.temperature = 0.5;
    record_.valueWeights = {{"click", 1}, {"like", 2.5}};
  }

  std::vector<std::string> names() const {
    std::vector<std::string> names;
    for (const PolicyRecord& policy : workspace_.policies()) names.push_back(policy.name);
    return names;
  }
  std::string ask(const std::string& sql) {
    return SQLite::Database(workspace_.file(), SQLite::OPEN_READONLY).execAndGet(sql).getString();
  }
  std::string refusal() {
    return errorOf([&] { workspace_.createPolicy(record_, scores_); });
  }

  TemporaryFolder folder_;
  Workspace workspace_ = Workspace::open(folder_ / "study.luce");
  PolicyRecord record_;
  PolicyScores scores_{{0, 2, 7}, {1, -2.5f, 0.1f, 3}, {{0, 1, 0.5f, 0.25f}, {1, 1, 0, 0}}};
};

TEST_F(PolicyTest, IsThereAgainWithItsBytesLittleEndian) {
  workspace_.createPolicy(record_, scores_);
  // IEEE 754 binary32, lowest byte first, written out by hand.
  EXPECT_EQ(ask("SELECT hex(content) FROM policy_column WHERE name = 'scores'"),
            "0000803F000020C0CDCCCC3D00004040");
  EXPECT_EQ(ask("SELECT hex(content) FROM policy_column WHERE name = 'slates'"),
            "000000000200000007000000");
  EXPECT_EQ(ask("SELECT hex(content) FROM policy_column WHERE name = 'p/click'"),
            "000000000000803F0000003F0000803E");
  EXPECT_EQ(ask("SELECT source || file || file_bytes || value_model || imported FROM policy"),
            "modelranker.pt1234{\"temperature\":0.5,\"value_weights\":{\"click\":1.0,\"like\":2.5}}"
            "2026-11-01T10:00:00Z");
  const Workspace again = Workspace::open(workspace_.file(), Access::Read);
  const PolicyRecord found = again.policy("ranker");
  EXPECT_EQ(found.dataset, "log");
  EXPECT_EQ(found.source, PolicySource::Model);
  EXPECT_EQ(found.sha256, record_.sha256);
  EXPECT_EQ(found.temperature, 0.5);
  EXPECT_EQ(found.valueWeights, record_.valueWeights);
  EXPECT_EQ(found.slates, 3);
  EXPECT_EQ(found.candidates, 4);
  const PolicyScores loaded = again.loadPolicy(found);
  EXPECT_EQ(loaded.slates, scores_.slates);
  EXPECT_EQ(loaded.scores, scores_.scores);
  EXPECT_EQ(loaded.probabilities, scores_.probabilities);
}

TEST_F(PolicyTest, OfScoresAloneHasNothingOfItsOwn) {
  record_.temperature.reset();
  record_.valueWeights.clear();
  record_.imported.clear();
  scores_.probabilities.clear();
  workspace_.createPolicy(record_, scores_);
  const PolicyRecord found = workspace_.policy("ranker");
  EXPECT_FALSE(found.temperature);
  EXPECT_TRUE(found.valueWeights.empty());
  EXPECT_THAT(found.imported, testing::MatchesRegex("20..-..-..T..:..:..Z"));
  EXPECT_TRUE(workspace_.loadPolicy(found).probabilities.empty());
}

TEST_F(PolicyTest, ThatMakesNoSenseIsRefusedAndNothingIsLeft) {
  constexpr float kNan = std::numeric_limits<float>::quiet_NaN();
  constexpr float kInfinite = std::numeric_limits<float>::infinity();
  const PolicyScores good = scores_;
  const auto with = [&](auto&& change) {
    scores_ = good;
    change(scores_);
    return refusal();
  };
  EXPECT_THAT(with([](auto& s) { s.scores[1] = kNan; }),
              HasSubstr("The policy \"ranker\" cannot be kept: a score of nan."));
  EXPECT_THAT(with([](auto& s) { s.scores[3] = -kInfinite; }), HasSubstr("a score of -inf"));
  EXPECT_THAT(with([](auto& s) {
                s.slates = {0, 2, 8};
              }),
              HasSubstr("it names slate 8; there are 8"));
  EXPECT_THAT(with([](auto& s) { s.slates = {2, 2, 3}; }), HasSubstr("do not ascend"));
  EXPECT_THAT(with([](auto& s) { s.slates.clear(); }), HasSubstr("no slate"));
  EXPECT_THAT(with([](auto& s) { s.probabilities[1][0] = 1.5f; }),
              HasSubstr("a probability of 1.5"));
  EXPECT_THAT(with([](auto& s) { s.probabilities[0][0] = kNan; }), HasSubstr("a probability of"));
  EXPECT_THAT(with([](auto& s) { s.probabilities.pop_back(); }),
              HasSubstr("probabilities of 1 tasks; there are 2"));
  EXPECT_THAT(with([](auto& s) { s.probabilities[1].pop_back(); }),
              HasSubstr("4 scores and 3 probabilities"));
  EXPECT_THAT(with([](auto& s) { s.probabilities.clear(); }),
              HasSubstr("value weights without probabilities"));
  scores_ = good;
  record_.sha256 = "short";
  EXPECT_THAT(refusal(), HasSubstr("SHA-256"));
  record_.sha256 = std::string(64, '1');
  record_.dataset = "none";
  EXPECT_THAT(refusal(), HasSubstr("no dataset named \"none\""));
  record_.dataset = "log";
  record_.name.clear();
  EXPECT_THAT(refusal(), HasSubstr("A policy needs a name"));
  record_.name = "   ";
  EXPECT_THAT(refusal(), HasSubstr("A policy needs a name"));
  for (const char* name : {"two\nlines", "a\ttab", "bad\xffutf"}) {
    record_.name = name;
    EXPECT_THAT(refusal(), HasSubstr("one line of text in UTF-8"));
  }
  record_.name = std::string(201, 'a');
  EXPECT_THAT(refusal(), HasSubstr("200 bytes at most"));
  EXPECT_THAT(names(), ElementsAre());
  EXPECT_EQ(ask("SELECT count(*) FROM policy_column"), "0");
}

TEST_F(PolicyTest, IsRenamedRemovedBroughtBackAndPurged) {
  const std::int64_t id = workspace_.createPolicy(record_, scores_);
  EXPECT_THAT(refusal(), HasSubstr("already has a policy named \"ranker\""));
  EXPECT_EQ(workspace_.freePolicyName("ranker"), "ranker 2");
  record_.name = workspace_.freePolicyName("ranker");
  const std::int64_t second = workspace_.createPolicy(record_, scores_);
  workspace_.changePolicies({{{.policy = id, .name = "theirs"}}});
  EXPECT_THAT(names(), ElementsAre("theirs", "ranker 2"));
  EXPECT_THAT(errorOf([&] { workspace_.changePolicies({{{.policy = id, .name = "ranker 2"}}}); }),
              HasSubstr("already has a policy"));
  // Both or none.
  EXPECT_THAT(errorOf([&] {
                workspace_.changePolicies(
                    {{{.policy = id, .putAway = true}, {.policy = 99, .putAway = true}}});
              }),
              HasSubstr("no policy number 99"));
  EXPECT_EQ(names().size(), 2u);
  workspace_.changePolicies({{{.policy = id, .putAway = true}}});
  EXPECT_THAT(names(), ElementsAre("ranker 2"));
  EXPECT_EQ(workspace_.policiesPutAway().at(0).name, "theirs");
  EXPECT_THAT(errorOf([&] { workspace_.policy("theirs"); }), HasSubstr("bring it back first"));
  EXPECT_THAT(errorOf([&] { workspace_.policy("x"); }),
              HasSubstr("no policy named \"x\"; there is \"ranker 2\""));
  // Another one takes its name.
  workspace_.changePolicies({{{.policy = second, .name = "theirs"}}});
  workspace_.changePolicies({{{.policy = id, .putAway = false}}});
  EXPECT_THAT(names(), ElementsAre("theirs 2", "theirs"));
  EXPECT_EQ(workspace_.loadPolicy(workspace_.policy("theirs 2")).scores, scores_.scores);
  workspace_.changePolicies({{{.policy = id, .putAway = true}}});
  EXPECT_EQ(workspace_.purgePolicies(), 1);
  EXPECT_EQ(ask("SELECT count(*) FROM policy_column"), "4") << "slates, scores and two tasks";
  const std::vector<std::string> named{"theirs"};
  EXPECT_THAT(errorOf([&] { workspace_.purgePolicies(named); }), HasSubstr("was not removed"));
  workspace_.changePolicies({{{.policy = second, .putAway = true}}});
  EXPECT_THAT(errorOf([&] { workspace_.purgePolicies(std::vector<std::string>{"other"}); }),
              HasSubstr("no removed policy named \"other\"; there is \"theirs\"."));
  EXPECT_EQ(workspace_.purgePolicies(named), 1);
  EXPECT_EQ(ask("SELECT count(*) FROM policy_column"), "0");
  EXPECT_THAT(errorOf([&] { workspace_.policy("theirs"); }), HasSubstr("no policies yet"));
}

TEST_F(PolicyTest, RunsAndPoliciesArePurgedAllOrNone) {
  const std::int64_t policy = workspace_.createPolicy(record_, scores_);
  RunRecord record;
  record.name = "run";
  record.dataset = "log";
  record.experiment = "{}";
  const std::int64_t run = workspace_.createRun(record);
  workspace_.changePolicies({{{.policy = policy, .putAway = true}}});
  workspace_.changeRuns({{{.run = run, .putAway = true}}});
  SQLite::Database other(workspace_.file(), SQLite::OPEN_READWRITE);
  // What another table holds on to cannot be removed.
  other.exec("CREATE TABLE holder (policy INTEGER REFERENCES policy (id))");
  other.exec("INSERT INTO holder VALUES (" + std::to_string(policy) + ")");
  EXPECT_THAT(errorOf([&] { workspace_.purge(); }), HasSubstr("FOREIGN KEY"));
  EXPECT_EQ(workspace_.runsPutAway().size(), 1u);
  EXPECT_EQ(workspace_.policiesPutAway().size(), 1u);
  other.exec("DROP TABLE holder");
  workspace_.purge();
  EXPECT_EQ(ask("SELECT (SELECT count(*) FROM policy) || (SELECT count(*) FROM run)"), "00");
}

TEST_F(PolicyTest, TakesTheNameOfOneThatWasRemoved) {
  const std::int64_t removed = workspace_.createPolicy(record_, scores_);
  workspace_.changePolicies({{{.policy = removed, .putAway = true}}});
  scores_.scores[0] = 42;
  workspace_.createPolicy(record_, scores_);
  EXPECT_THAT(names(), ElementsAre("ranker"));
  EXPECT_EQ(workspace_.loadPolicy(workspace_.policy("ranker")).scores[0], 42);
  ASSERT_EQ(workspace_.policiesPutAway().size(), 1u);
  EXPECT_EQ(workspace_.policiesPutAway()[0].name, "ranker 2");
  EXPECT_THAT(errorOf([&] { workspace_.policy("ranker 2"); }), HasSubstr("bring it back first"));
  workspace_.changePolicies({{{.policy = removed, .putAway = false}}});
  EXPECT_THAT(names(), ElementsAre("ranker 2", "ranker"));
  EXPECT_EQ(workspace_.loadPolicy(workspace_.policy("ranker 2")).scores[0], 1);
}

TEST_F(PolicyTest, HasANameOf200BytesWhereItHasANumberToo) {
  // 1 + 66 * 3 + 1: the number comes where a letter of three bytes is.
  std::string letters;
  for (int i = 0; i < 66; ++i) letters += "序";
  record_.name = "a" + letters + "b";
  ASSERT_EQ(record_.name.size(), 200u);
  const std::int64_t removed = workspace_.createPolicy(record_, scores_);
  const std::string second = "a" + letters.substr(0, 65 * 3) + " 2";
  EXPECT_EQ(workspace_.freePolicyName(record_.name), second);
  workspace_.changePolicies({{{.policy = removed, .putAway = true}}});
  workspace_.createPolicy(record_, scores_);
  EXPECT_EQ(workspace_.policiesPutAway().at(0).name, second);
  workspace_.changePolicies({{{.policy = removed, .putAway = false}}});
  const std::string first = record_.name;
  record_.name = workspace_.freePolicyName(first);
  EXPECT_EQ(record_.name, "a" + letters.substr(0, 65 * 3) + " 3");
  workspace_.createPolicy(record_, scores_);
  EXPECT_THAT(names(), ElementsAre(second, first, record_.name));
  record_.name = workspace_.freePolicyName(std::string(300, 'x'));
  EXPECT_EQ(record_.name, std::string(200, 'x'));
  workspace_.createPolicy(record_, scores_);
}

TEST_F(PolicyTest, IsReadInPart) {
  workspace_.createPolicy(record_, scores_);
  const PolicyRecord record = workspace_.policy("ranker");
  const auto choose = [](std::span<const std::uint32_t> slates) {
    EXPECT_THAT(slates, ElementsAre(0, 2, 7));
    // The slates have 1, 2 and 1 candidates.
    return PolicyPart{{0, 7}, {{0, 1}, {3, 1}}};
  };
  const PolicyScores part = workspace_.loadPolicy(record, choose);
  EXPECT_THAT(part.slates, ElementsAre(0, 7));
  EXPECT_THAT(part.scores, ElementsAre(1, 3));
  EXPECT_THAT(part.probabilities, ElementsAre(ElementsAre(0, 0.25f), ElementsAre(1, 0)));
  const auto nothing = [](std::span<const std::uint32_t>) { return PolicyPart(); };
  EXPECT_THAT(workspace_.loadPolicy(record, nothing).probabilities,
              ElementsAre(ElementsAre(), ElementsAre()));
}

TEST_F(PolicyTest, IsNotReadByARecordOfOtherSizes) {
  workspace_.createPolicy(record_, scores_);
  PolicyRecord record = workspace_.policy("ranker");
  // Times four bytes, this is 12 by arithmetic of 64 bits, as three slates have.
  record.slates += std::int64_t{1} << 62;
  EXPECT_THAT(errorOf([&] { workspace_.loadPolicy(record); }),
              HasSubstr("12 bytes of \"slates\" where 4611686018427387907 values belong"));
}

TEST_F(PolicyTest, HoldsItsDatasetUntilItIsRemoved) {
  const std::int64_t id = workspace_.createPolicy(record_, scores_);
  EXPECT_THAT(errorOf([&] { workspace_.removeDataset("log"); }),
              AllOf(HasSubstr("the policy \"ranker\" was made on"), HasSubstr("remove it first")));
  workspace_.removeDataset("other");
  workspace_.changePolicies({{{.policy = id, .putAway = true}}});
  workspace_.removeDataset("log");
  EXPECT_EQ(ask("SELECT (SELECT count(*) FROM policy) || (SELECT count(*) FROM policy_column)"),
            "00");
}

}  // namespace
}  // namespace luce
