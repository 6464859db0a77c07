// The experiment document: its schema and its reader take the same documents, and what the reader
// refuses it refuses in words that help.
#include "core/training/experiment.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "core/common/error.h"
#include "core/common/nearest_name.h"
#include "core/training/experiment_difference.h"
#include "core/training/experiment_fields.h"
#include "core/training/experiment_schema.h"
#include "tests/support/error_of.h"
#include "tests/support/peer_python.h"
#include "tests/support/temporary_folder.h"

namespace luce {
namespace {

using nlohmann::json;
using testing::HasSubstr;

std::string contentOf(const std::filesystem::path& file) {
  std::ostringstream content;
  content << std::ifstream(file).rdbuf();
  return content.str();
}

/// Not the default anywhere.
Experiment unusual() {
  Experiment experiment;
  experiment.split = {SplitRule::Hash, 0.2, 0.3, 7};
  experiment.estimator.hidden = {64, 32};
  experiment.estimator.embeddingDimension = 3;
  experiment.estimator.hashBuckets = 77;
  experiment.estimator.itemEmbedding = !experiment.estimator.itemEmbedding;
  experiment.valueWeights = {{"click", 1.5}, {"like \"it\"", -2}};
  experiment.rewardWeights = {{"click", 0.1}};
  experiment.temperature = 0.3;
  experiment.objective.scheme = "grpo";
  experiment.objective.parameters = {{"eps", 0.3}};
  experiment.objective.rows = RowKind::Article;
  experiment.objective.propensityRule = PropensityRule::Drop;
  experiment.objective.advantage = AdvantageKind::LeaveOneOut;
  experiment.objective.advantageGroup = AdvantageGroup::Context;
  experiment.objective.advantageFeature = "segment";
  experiment.objective.weight = 2;
  experiment.objective.klWeight = 0.7;
  experiment.objective.regulariser = "kl_reverse";
  experiment.objective.entropyWeight = 0.01;
  experiment.objective.taskWeight = 0.9;
  experiment.optimiser = {1e-4, 2e-4, 0.5, 3};
  experiment.schedule = {3, 4, 5, 6, false, false};
  experiment.start = StartSettings{"other", "best", 12, StartReference::Source};
  experiment.seed = 99;
  experiment.device = "cuda:1";
  experiment.threads = 2;
  return experiment;
}

TEST(ExperimentDocument, ComesBackAsItWas) {
  EXPECT_EQ(experimentFromJson(experimentToJson(Experiment{})), Experiment{});
  EXPECT_EQ(experimentFromJson("{}"), Experiment{});
  Experiment experiment = unusual();
  const Experiment again = experimentFromJson(experimentToJson(experiment));
  experiment.start->role = StartSettings().role;  // a step counts instead
  EXPECT_EQ(again, experiment);
}

/// The schema, and the documents that are to be tried on it and on the reader.
class ExperimentSchema : public testing::Test {
 protected:
  void SetUp() override {
    for (const char* text : {"{}", "[]", "null", "3", R"({"sede": 1})"}) add(json::parse(text));
    add(json::parse(experimentToJson(Experiment{})));
    add(json::parse(experimentToJson(unusual())));
    const std::filesystem::path samples = LUCE_SOURCE_DIR "/sample_data/experiments";
    for (const auto& file : std::filesystem::directory_iterator(samples)) {
      add(json::parse(contentOf(file.path())));
    }
    vary(schema_, json::object(), "");
    for (const std::string& role : startRoles()) add("/start/checkpoint", role);
    varyParameters();
  }

  void add(const json& document) { documents_.push_back(document); }
  /// A document with this value at the path, and what a start needs.
  void add(const std::string& path, const json& value) {
    json document = json::object();
    if (path.starts_with("/start/")) document["start"]["run"] = "other";
    document[json::json_pointer(path)] = value;
    add(document);
  }

  void vary(const json& schema, const json&, const std::string& path) {
    for (const auto& [name, member] : schema.at("properties").items()) {
      const std::string own = path + "/" + name;
      members_.push_back(own);
      const std::vector<json> any{nullptr,
                                  true,
                                  1,
                                  -1,
                                  0.5,
                                  "",
                                  "nonsense",
                                  json::array(),
                                  json::array({1, -1}),
                                  json::array({20000}),
                                  json::object(),
                                  json{{"click", 1}},
                                  json{{"click", "one"}}};
      for (const json& value : any) add(own, value);
      if (member.contains("default")) add(own, member["default"]);
      for (const json& value : member.value("enum", json::array())) add(own, value);
      if (member.contains("minimum")) {
        const json low = member["minimum"], high = member["maximum"];
        add(own, low);
        add(own, high);
        if (low.is_number_integer()) {
          add(own, low.get<std::int64_t>() - 1);
          add(own, high.get<std::uint64_t>() + 1);
        } else {
          add(own, low.get<double>() - 1e-6);
          add(own, high.get<double>() * (1 + 1e-6));
        }
      }
      if (member.contains("properties")) vary(member, {}, own);
    }
  }

  void varyParameters() {
    for (const Scheme* scheme : schemes()) {
      const SchemeDescription& description = scheme->description();
      const auto with = [&](const std::string& parameter, const json& value) {
        json document;
        document["objective"] = {{"scheme", description.id}, {"parameters", {{parameter, value}}}};
        add(document);
        document["objective"].erase("scheme");
        add(document);
      };
      with("no_such", 1);
      for (const SchemeParameter& parameter : description.parameters) {
        with(parameter.id, parameter.low);
        with(parameter.id, parameter.high);
        with(parameter.id, parameter.standard);
        with(parameter.id, parameter.low - 1e-3);
        with(parameter.id, parameter.high * (1 + 1e-3));
        with(parameter.id, "1");
        with(parameter.id, nullptr);
      }
    }
  }

  static bool readerTakes(const json& document) {
    try {
      experimentFromJson(document.dump());
      return true;
    } catch (const Error&) {
      return false;
    }
  }

  json schema_ = json::parse(experimentSchema());
  json documents_ = json::array();
  std::vector<std::string> members_;
};

TEST_F(ExperimentSchema, IsTheFileInTheResources) {
  EXPECT_EQ(contentOf(LUCE_SOURCE_DIR "/resources/experiment.schema.json"), experimentSchema())
      << "luce-cli experiment --schema > resources/experiment.schema.json";
}

TEST_F(ExperimentSchema, NamesWhatTheDocumentHas) {
  const json document = json::parse(experimentToJson(unusual()));
  std::vector<std::string> written;
  const auto walk = [&](const auto& self, const json& object, const std::string& path) -> void {
    for (const auto& [name, value] : object.items()) {
      written.push_back(path + "/" + name);
      const bool byName =
          name == "value_weights" || name == "reward_weights" || name == "parameters";
      if (value.is_object() && !byName) self(self, value, path + "/" + name);
    }
  };
  walk(walk, document, "");
  EXPECT_THAT(members_, testing::UnorderedElementsAreArray(written));
}

TEST_F(ExperimentSchema, HasTheDefaultsOfTheCode) {
  const json standard = json::parse(experimentToJson(Experiment{}));
  for (const std::string& member : members_) {
    if (member.starts_with("/start/")) continue;
    const std::string inside = member.substr(0, member.rfind('/'));
    const std::string name = member.substr(member.rfind('/') + 1);
    const json& section = inside.empty() ? schema_ : schema_.at("properties").at(inside.substr(1));
    const json& described = section.at("properties").at(name);
    EXPECT_FALSE(described.at("description").get<std::string>().empty());
    if (described.contains("properties") && member != "/start") continue;
    EXPECT_EQ(described.at("default"), standard.at(json::json_pointer(member))) << member;
  }
}

TEST_F(ExperimentSchema, TakesWhatTheReaderTakes) {
  if (peerPython().empty()) GTEST_SKIP() << "needs .ci/install-python";
  const TemporaryFolder folder;
  const auto schema = folder.write("schema.json", experimentSchema());
  const auto documents = folder.write("documents.json", documents_.dump());
  const json valid = json::parse(
      runPeer("tests/training/check_documents.py", {schema.string(), documents.string()}));
  ASSERT_EQ(valid.size(), documents_.size());
  int taken = 0;
  for (std::size_t i = 0; i < documents_.size(); ++i) {
    EXPECT_EQ(readerTakes(documents_[i]), valid[i].get<bool>()) << documents_[i];
    taken += valid[i].get<bool>() ? 1 : 0;
  }
  EXPECT_GT(taken, 100);
  EXPECT_GT(static_cast<int>(documents_.size()) - taken, 100);
}

TEST(ExperimentMistakes, AreToldWithMemberFoundAllowedAndTheNearestName) {
  const auto refused = [](const std::string& text) {
    return errorOf([&] { experimentFromJson(text); });
  };
  EXPECT_EQ(refused(R"({"objective": {"kl_wieght": 1}})"),
            "experiment.objective has an unknown member \"kl_wieght\"; it may have advantage, "
            "advantage_feature, advantage_group, entropy_weight, kl_weight, parameters, "
            "propensity_rule, regulariser, rows, scheme, task_weight, weight. Did you mean "
            "\"kl_weight\"?");
  EXPECT_EQ(refused(R"({"split": {"validation": 2}})"),
            "experiment.split.validation is 2; expected a number from 0 to 0.9.");
  EXPECT_EQ(refused(R"({"split": {"rule": "tiem"}})"),
            "experiment.split.rule is \"tiem\"; expected one of automatic, time, hash. Did you "
            "mean \"time\"?");
  EXPECT_THAT(refused(R"({"objective": {"scheme": "gpro"}})"),
              HasSubstr("There is no scheme \"gpro\"; choose one of "));
  EXPECT_THAT(refused(R"({"objective": {"scheme": "gpro"}})"), HasSubstr("Did you mean \"grpo\"?"));
  EXPECT_THAT(refused(R"({"objective": {"scheme": "grpo", "parameters": {"epx": 1}}})"),
              HasSubstr("has no parameter \"epx\"; it has eps. Did you mean \"eps\"?"));
  EXPECT_THAT(refused(R"({"objective": {"scheme": "grpo", "parameters": {"eps": -1}}})"),
              HasSubstr("experiment.objective.parameters.eps is -1; expected a number from "));
  Experiment experiment;
  experiment.valueWeights = {{"clicks", 1}};
  const std::vector<std::string> tasks{"click", "like"};
  EXPECT_EQ(errorOf([&] { valueWeights(experiment, tasks); }),
            "experiment.value_weights names the task \"clicks\", which the dataset lacks; its "
            "tasks are click, like. Did you mean \"click\"?");
}

TEST(NearestName, TakesTheFewestChanges) {
  const std::vector<std::string> known{"kl_weight", "task_weight", "scheme", "seed"};
  EXPECT_EQ(nearestName("kl_weigth", known), "kl_weight");  // neighbours swapped
  EXPECT_EQ(nearestName("klweight", known), "kl_weight");   // one left out
  EXPECT_EQ(nearestName("schemes", known), "scheme");       // one too many
  EXPECT_EQ(nearestName("sead", known), "seed");            // another one
  EXPECT_EQ(nearestName("task", known), "task_weight");     // its beginning
  EXPECT_EQ(nearestName("weight", known), "kl_weight");     // an end
  EXPECT_EQ(nearestName("temperature", known), "");
  EXPECT_EQ(nearestName("", known), "");
  EXPECT_EQ(nearestName(std::string(100000, 'x'), known), "");
  EXPECT_EQ(nearestName("x", {}), "");
}

TEST(ExperimentDifferences, AreTheFieldsThatMeanSomethingElse) {
  Experiment first, second;
  first.objective.scheme = second.objective.scheme = "grpo";
  second.objective.parameters["eps"] = 0.2;  // the standard value
  EXPECT_TRUE(experimentDifferences(first, second).empty());
  second.objective.parameters["eps"] = 0.3;
  second.estimator.hidden = {8, 4};
  second.valueWeights["like"] = 2;
  const auto differences = experimentDifferences(first, second);
  ASSERT_EQ(differences.size(), 3u);
  EXPECT_EQ(differences[0].field, "estimator.hidden");
  EXPECT_EQ(differences[0].second, "[8, 4]");
  EXPECT_EQ(differences[1].field, "objective.parameters.eps");
  EXPECT_EQ(differences[1].first, "0.2");
  EXPECT_EQ(differences[1].second, "0.3");
  EXPECT_EQ(differences[2].field, "value_weights.like");
  EXPECT_EQ(differences[2].first, "");
}

}  // namespace
}  // namespace luce
