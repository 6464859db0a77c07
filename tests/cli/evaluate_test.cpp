#include <fmt/format.h>
#include <gmock/gmock.h>

#include <cmath>
#include <fstream>
#include <sstream>

#include "tests/cli/trained_sample.h"

namespace luce {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;

class Evaluate : public TrainedSample {
 protected:
  static ProgramResult evaluate(const std::vector<std::string>& options) {
    return runCommand("evaluate", options);
  }
};

TEST_F(Evaluate, DrawnRowsGiveEveryEstimatorThatASlateLogAllows) {
  const ProgramResult result = evaluate({"--rows", "drawn", "--json"});
  ASSERT_EQ(result.exitCode, 0) << result.errors;
  const json estimators = result.json().at("estimators");
  for (const char* key : {"ips", "clipped_ips", "snips", "dm", "dr", "sndr", "switch_dr", "dros",
                          "sg_ips", "sg_dr", "beta_ips", "balanced_ips", "mips"}) {
    const json& value = estimators.at(key);
    EXPECT_TRUE(value.at("value").is_number()) << key << value;
    EXPECT_LE(value.at("low"), value.at("value")) << key;
    EXPECT_GE(value.at("high"), value.at("value")) << key;
    for (const char* kind : {"bootstrap", "normal", "bernstein"}) {
      EXPECT_TRUE(value.at("intervals").at(kind).at("low").is_number()) << key << kind;
    }
  }
  EXPECT_EQ(estimators.at("mips").at("category"), "item_genre");
  EXPECT_TRUE(estimators.at("position_ips").at("value").is_null());
  EXPECT_THAT(estimators.at("position_ips").at("unavailable").get<std::string>(),
              HasSubstr("first place"));
  EXPECT_EQ(estimators.at("switch_dr").at("parameter_choice"), "slope");
}

TEST_F(Evaluate, ParametersAreTakenAsGiven) {
  const json clipped =
      evaluate({"--rows", "drawn", "--parameter", "clipped_ips=0", "--no-reward-model", "--json"})
          .json()
          .at("estimators");
  EXPECT_EQ(clipped.at("clipped_ips").at("value"), 0);
  EXPECT_EQ(clipped.at("clipped_ips").at("parameter_choice"), "given");
  EXPECT_TRUE(clipped.at("dm").at("value").is_null());
  for (const char* wrong : {"ips=3", "switch_dr=-1", "sg_dr=2", "switch_dr=many", "switch_dr=nan",
                            "switch_dr=inf", "switch_dr=1e999"}) {
    EXPECT_EQ(evaluate({"--parameter", wrong}).exitCode, 2) << wrong;
  }
}

TEST_F(Evaluate, WithoutResamplesThereIsNoBootstrapInterval) {
  const json report = evaluate({"--resamples", "0", "--compare", "uniform", "--json"}).json();
  const json& snips = report.at("estimators").at("snips");
  EXPECT_TRUE(snips.at("value").is_number());
  EXPECT_TRUE(snips.at("low").is_null());
  EXPECT_TRUE(snips.at("high").is_null());
  EXPECT_TRUE(snips.at("intervals").at("bootstrap").at("low").is_null());
  EXPECT_TRUE(snips.at("intervals").at("normal").at("low").is_number());
  EXPECT_TRUE(report.at("ranking").at("ndcg").at("low").is_null());
  EXPECT_TRUE(report.at("differences").at("snips").at("low").is_null());
  EXPECT_TRUE(report.at("differences").at("snips").at("share_better").is_null());
  const json normal = evaluate({"--resamples", "0", "--interval", "normal", "--json"}).json();
  EXPECT_EQ(normal.at("estimators").at("snips").at("low"),
            snips.at("intervals").at("normal").at("low"));
  const ProgramResult text = evaluate({"--resamples", "0", "--compare", "uniform"});
  EXPECT_EQ(text.exitCode, 0) << text.errors;
  EXPECT_THAT(text.output, testing::Not(HasSubstr("nan")));
  const double value = snips.at("value");
  EXPECT_THAT(text.output, testing::Not(HasSubstr(fmt::format("[{0:.4g}, {0:.4g}]", value))));
  const json tuned =
      runCommand("tune", {"--sweep", "standard", "--points", "2", "--resamples", "0", "--json"})
          .json();
  EXPECT_TRUE(tuned.at("points")[0].at("reward").at("value").is_number());
  EXPECT_TRUE(tuned.at("points")[0].at("reward").at("low").is_null());
}

TEST_F(Evaluate, ComparesWithAnotherPolicyOnTheSameSlates) {
  const json both = evaluate({"--compare", "uniform", "--json"}).json();
  const json alone = runLuce({"evaluate", workspace(), "--policy", "uniform", "--weights",
                              "click=1,long_view=2,like=4", "--json"})
                         .json();
  const double own = both.at("estimators").at("ips").at("value");
  const double other = alone.at("estimators").at("ips").at("value");
  EXPECT_NEAR(both.at("compared").at("estimators").at("ips").at("value"), other, 1e-6);
  const json difference = both.at("differences").at("ips");
  EXPECT_NEAR(difference.at("difference").get<double>(), own - other, 1e-6);
  EXPECT_LE(difference.at("low"), difference.at("difference"));
  const json self = evaluate({"--compare", "a", "--json"}).json().at("differences").at("snips");
  EXPECT_EQ(self.at("difference"), 0);
  EXPECT_EQ(self.at("share_better"), 0.5);
  EXPECT_EQ(evaluate({"--compare", "b"}).exitCode, 1);
}

TEST_F(Evaluate, SegmentsAddUpAndAreNamedAsInTheLog) {
  const json report = evaluate({"--segments", "item_genre", "--json"}).json();
  EXPECT_EQ(report.at("segments").at("by"), "item_genre");
  std::int64_t rows = 0;
  for (const json& segment : report.at("segments").at("segments")) {
    rows += segment.at("rows").get<std::int64_t>();
    EXPECT_THAT(segment.at("segment").get<std::string>(), testing::Not(HasSubstr("#")));
  }
  EXPECT_EQ(rows, report.at("n"));
  const json users = evaluate({"--segments", "user_0", "--json"}).json().at("segments");
  for (const json& segment : users.at("segments")) {
    EXPECT_TRUE(segment.at("snips").at("low").is_number());
  }
  const ProgramResult unknown = evaluate({"--segments", "colour"});
  EXPECT_EQ(unknown.exitCode, 1);
  EXPECT_THAT(unknown.errors, AllOf(HasSubstr("colour"), HasSubstr("user_segment")));
}

TEST_F(Evaluate, ReportsRankingExposureAndWholeSlates) {
  const json report = evaluate({"--places", "1", "--json"}).json();
  EXPECT_TRUE(report.at("ranking").at("ndcg").at("low").is_number());
  EXPECT_TRUE(report.at("exposure").at("drawn").at("gini").is_number());
  EXPECT_FALSE(report.at("tasks").at("click").at("reliability").empty());
  // The first place of a drawn ranking earns the policy's expected reward.
  EXPECT_NEAR(report.at("slate_value").at("drawn").at("value"),
              report.at("estimators").at("ips").at("value"), 1e-5);
}

TEST_F(Evaluate, WritesTheEstimatesAsCsv) {
  const std::string file = (*folder_ / "estimates.csv").string();
  const json report = evaluate({"--csv", file, "--json"}).json();
  std::ifstream stream(file);
  std::string line;
  std::getline(stream, line);
  EXPECT_THAT(line, testing::StartsWith("policy,estimator,value,low,high"));
  std::getline(stream, line);
  std::istringstream cells(line);
  std::string policy, estimator, value;
  std::getline(cells, policy, ',');
  std::getline(cells, estimator, ',');
  std::getline(cells, value, ',');
  EXPECT_EQ(policy, "run a");
  EXPECT_EQ(estimator, "ips");
  EXPECT_NEAR(std::stod(value), report.at("estimators").at("ips").at("value"), 1e-12);
}

TEST_F(Evaluate, StudiesTheEstimatorsThemselves) {
  const std::string file = (*folder_ / "estimators.json").string();
  const ProgramResult result =
      runLuce({"estimators", "--sizes", "60,120", "--logs", "3", "--out", file, "--json"});
  ASSERT_EQ(result.exitCode, 0) << result.errors;
  const json study = result.json();
  ASSERT_EQ(study.at("sizes").size(), 2u);
  const json ips = study.at("sizes").at(1).at("estimators").at("ips");
  EXPECT_EQ(ips.at("logs"), 3);
  EXPECT_NEAR(std::pow(ips.at("root_mean_squared_error").get<double>(), 2),
              std::pow(ips.at("bias").get<double>(), 2) +
                  std::pow(ips.at("standard_deviation").get<double>(), 2) * 2 / 3,
              1e-9);
  std::ifstream stream(file);
  EXPECT_EQ(json::parse(stream), study);
}

}  // namespace
}  // namespace luce
