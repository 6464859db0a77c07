#include "core/foreign/kept_policy.h"

#include <gmock/gmock.h>

#include <chrono>
#include <sstream>

#include "core/dataset/importers/importer.h"
#include "tests/support/error_of.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/tiny_logs.h"

namespace luce {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

class KeptPolicy : public testing::Test {
 protected:
  void SetUp() override {
    const auto writer = workspace_.createDataset("log", "");
    writeTinySlateLog(*writer, 12);
    writer->commit();
    table_ = workspace_.loadDataset("log");
  }

  /// The score of a candidate by its places in the log.
  static float scoreOf(std::uint32_t slate, std::int64_t candidate) {
    return static_cast<float>(100 * slate + candidate) / 8;
  }
  /// Lines in the opposite of the log's order, as another program might write them.
  std::string scoresOf(const std::vector<std::uint32_t>& slates, int leaveOut = 0) const {
    std::ostringstream lines;
    lines << "slate_id,item_id,score\n";
    for (auto slate = slates.rbegin(); slate != slates.rend(); ++slate) {
      for (std::int64_t i = table_.candidates(*slate).count - 1; i >= leaveOut; --i) {
        lines << table_.slateKey(*slate) << ',' << table_.catalogue().keys[table_.item(*slate, i)]
              << ',' << scoreOf(*slate, i) << '\n';
      }
      leaveOut = 0;
    }
    return lines.str();
  }
  std::int64_t keep(const std::filesystem::path& file, std::vector<std::uint32_t> needed = {}) {
    return keepPolicy(workspace_, importPolicy(lookAtPolicyFile(file), table_, needed), "log");
  }
  std::string refusal(const std::string& text, std::vector<std::uint32_t> needed = {}) {
    try {
      keep(folder_.write("refused.csv", text), needed);
    } catch (const ImportError& error) {
      return error.problems().at(0).text();
    } catch (const Error& error) {
      return error.what();
    }
    return "no error";
  }

  TemporaryFolder folder_;
  Workspace workspace_ = Workspace::open(folder_ / "study.luce");
  SlateTable table_;
};

TEST_F(KeptPolicy, ScoresTheSlatesOfItsFileWhenTheFileIsGone) {
  const auto file = folder_.write("theirs.csv", scoresOf({1, 4, 5, 11}));
  keep(file, {4, 11});
  std::filesystem::remove(file);
  const Workspace again = Workspace::open(workspace_.file(), Access::Read);
  const PolicyRecord record = again.policy("theirs");
  EXPECT_EQ(record.file, "theirs.csv");
  EXPECT_EQ(record.source, PolicySource::Scores);
  EXPECT_EQ(record.slates, 4);
  EXPECT_EQ(record.candidates, 20);
  const ForeignPolicy policy = keptPolicy(again, record, table_, std::vector<std::uint32_t>{4, 11});
  EXPECT_FALSE(policy.hasProbabilities());
  EXPECT_THAT(policy.scores.slates, ElementsAre(4, 11));
  EXPECT_THAT(policy.scores.offsets, ElementsAre(0, 5, 10));
  EXPECT_THAT(
      policy.scores.probabilities,
      ElementsAre(scoreOf(4, 0), scoreOf(4, 1), scoreOf(4, 2), scoreOf(4, 3), scoreOf(4, 4),
                  scoreOf(11, 0), scoreOf(11, 1), scoreOf(11, 2), scoreOf(11, 3), scoreOf(11, 4)));
  const std::vector<std::uint32_t> others{4, 7};
  EXPECT_THAT(errorOf([&] { keptPolicy(again, record, table_, others); }),
              AllOf(HasSubstr("no scores for slate \"" + std::string(table_.slateKey(7)) + "\""),
                    HasSubstr("it scores 4 of the 12 slates")));
}

TEST_F(KeptPolicy, AFailedImportLeavesTheWorkspaceAsItWas) {
  EXPECT_THAT(refusal(scoresOf({1, 4}), {4, 5}),
              AllOf(HasSubstr("no score for item"), HasSubstr("and 4 other candidates")));
  EXPECT_THAT(refusal(scoresOf({1, 4, 5}, 2)),
              AllOf(HasSubstr("of slate \"" + std::string(table_.slateKey(5)) + "\""),
                    HasSubstr("Score whole slates")));
  EXPECT_THAT(refusal("slate_id,item_id,score\n"), HasSubstr("scores no slate of the dataset"));
  EXPECT_THAT(refusal(scoresOf({1}) + "nowhere,a,1\n"), HasSubstr("a slate of the dataset"));
  EXPECT_THAT(refusal("a,b\n"), HasSubstr("no column slate_id"));
  EXPECT_THAT(errorOf([&] { keep(folder_ / "none.csv"); }), HasSubstr("none.csv"));
  EXPECT_TRUE(workspace_.policies().empty());
  EXPECT_EQ(refusal(scoresOf({1, 4, 5}), {1, 4, 5}), "no error");
}

TEST_F(KeptPolicy, WithProbabilitiesIsReadForTheAskedSlatesAlone) {
  PolicyRecord record;
  record.name = "model";
  record.dataset = "log";
  record.sha256 = std::string(64, '0');
  PolicyScores whole{{2, 3, 9}, {}, {{}, {}}};
  const auto probabilityOf = [](std::uint32_t slate, std::size_t task, std::int64_t candidate) {
    return scoreOf(slate, candidate) / 256 + static_cast<float>(task) / 2;
  };
  for (const std::uint32_t slate : whole.slates) {
    for (std::int64_t i = 0; i < 5; ++i) {
      whole.scores.push_back(scoreOf(slate, i));
      for (std::size_t task : {0u, 1u}) {
        whole.probabilities[task].push_back(probabilityOf(slate, task, i));
      }
    }
  }
  workspace_.createPolicy(record, whole);
  record = workspace_.policy("model");
  const std::vector<std::uint32_t> asked{2, 9};
  const ForeignPolicy policy = keptPolicy(workspace_, record, table_, asked);
  EXPECT_EQ(policy.scores.slates, asked);
  ASSERT_EQ(policy.scores.probabilities.size(), 10u);
  EXPECT_EQ(policy.probabilities.slates, asked);
  EXPECT_THAT(policy.probabilities.offsets, ElementsAre(0, 5, 10));
  ASSERT_EQ(policy.probabilities.tasks, 2u);
  ASSERT_EQ(policy.probabilities.probabilities.size(), 20u);
  for (std::size_t place = 0; place < 2; ++place) {
    for (std::int64_t i = 0; i < 5; ++i) {
      const std::size_t at = 5 * place + static_cast<std::size_t>(i);
      EXPECT_EQ(policy.scores.probabilities[at], scoreOf(asked[place], i));
      for (std::size_t task : {0u, 1u}) {
        EXPECT_EQ(policy.probabilities.task(task)[at], probabilityOf(asked[place], task, i));
      }
    }
  }
  const ForeignPolicy none = keptPolicy(workspace_, record, table_, {});
  EXPECT_EQ(none.scores.candidates(), 0);
  EXPECT_EQ(none.probabilities.tasks, 2u);
}

TEST_F(KeptPolicy, OfAFileThatChangesMeanwhileIsRefused) {
  const auto file = folder_.write("theirs.csv", scoresOf({1, 4}));
  const PolicyFile before = lookAtPolicyFile(file);
  EXPECT_EQ(before.bytes, std::filesystem::file_size(file));
  const auto importing = [&](const Progress& progress) {
    return errorOf([&] { importPolicy(before, table_, {}, progress); });
  };
  EXPECT_EQ(importing({}), "no error");
  // As long as before and with other scores, another time; longer, with the time of before; gone.
  std::string again = scoresOf({1, 4});
  again[again.size() - 2] = '7';
  ASSERT_NE(again, scoresOf({1, 4}));
  const auto changed = [&] { return HasSubstr("theirs.csv was changed while it was read. Try"); };
  folder_.write("theirs.csv", again);
  std::filesystem::last_write_time(file, before.changed + std::chrono::seconds(1));
  EXPECT_THAT(importing({}), changed());
  folder_.write("theirs.csv", scoresOf({1, 4, 5}));
  std::filesystem::last_write_time(file, before.changed);
  EXPECT_THAT(importing({}), changed());
  folder_.write("theirs.csv", scoresOf({1, 4}));
  std::filesystem::last_write_time(file, before.changed);
  EXPECT_EQ(importing({}), "no error");
  EXPECT_THAT(importing([&](double, std::string_view) { std::filesystem::remove(file); }),
              changed());
  EXPECT_THAT(errorOf([&] { lookAtPolicyFile(file); }), HasSubstr("There is no file"));
  EXPECT_THAT(errorOf([&] { lookAtPolicyFile(folder_ / "."); }), HasSubstr("There is no file"));
}

TEST_F(KeptPolicy, IsFoundAgainByWhatItsFileHolds) {
  const auto file = folder_.write("theirs.csv", scoresOf({1, 4}));
  keep(file);
  const auto copy = folder_.write("copy.csv", scoresOf({1, 4}));
  const auto other = folder_.write("other.csv", scoresOf({1, 5}));
  const auto found = [&](const std::filesystem::path& path, const std::string& dataset) {
    return keptFrom(lookAtPolicyFile(path), workspace_, dataset).value_or("none");
  };
  EXPECT_EQ(found(copy, "log"), "theirs");
  EXPECT_EQ(found(other, "log"), "none");
  EXPECT_EQ(found(copy, "another log"), "none");
  ImportedPolicy warm = importPolicy(lookAtPolicyFile(other), table_, {});
  warm.record.name = "warm";
  warm.record.temperature = 2;
  keepPolicy(workspace_, warm, "log");
  EXPECT_EQ(found(other, "log"), "none") << "it is judged by a temperature of its own";
  workspace_.changePolicies({{{.policy = 1, .putAway = true}}});
  EXPECT_EQ(found(copy, "log"), "none") << "it was removed";
}

TEST_F(KeptPolicy, OfAnotherTableIsNotJudged) {
  keep(folder_.write("theirs.csv", scoresOf({0, 11})));
  const PolicyRecord record = workspace_.policy("theirs");
  const SlateTable shorter = tinySlateLog(11);
  EXPECT_THAT(
      errorOf([&] { keptPolicy(workspace_, record, shorter, std::vector<std::uint32_t>{0}); }),
      HasSubstr("made for other slates"));
}

TEST(PolicyNames, AreThoseOfTheirFiles) {
  EXPECT_EQ(policyNameOf("/a/b/ranker.pt"), "ranker");
  EXPECT_EQ(policyNameOf("scores.csv.gz"), "scores");
  EXPECT_EQ(policyNameOf("a.b.tsv"), "a.b");
  EXPECT_EQ(policyNameOf("two\nlines.csv"), "two lines");
  EXPECT_EQ(policyNameOf("bad\xff.csv"), "bad?");
  EXPECT_EQ(policyNameOf("   .csv"), "policy");
  EXPECT_EQ(policyNameOf(std::string(250, 'a') + ".csv"), std::string(200, 'a'));
}

}  // namespace
}  // namespace luce
