#include "core/export/torchscript.h"

#include <gmock/gmock.h>

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <limits>
#include <nlohmann/json.hpp>
#include <numeric>

#include "core/common/error.h"
#include "tests/support/tiny_logs.h"

namespace luce {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

/// Debian's python3-torch belongs to the system's own interpreter.
std::string pythonWithTorch() {
  for (const std::string python : {"/usr/bin/python3", "python3"}) {
    if (std::system((python + " -c 'import torch' > /dev/null 2>&1").c_str()) == 0) return python;
  }
  return "";
}

class TorchScriptExport : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path(testing::TempDir()) /
              ("luce_torchscript_" +
               std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  /// What Python computes for the inputs with the exported file.
  json runInPython(const std::string& python, const json& inputs) {
    std::ofstream(folder_ / "inputs.json") << inputs.dump();
    std::ofstream(folder_ / "check.py")
        << "import json, torch\n"
           "i = json.load(open('inputs.json'))\n"
           "m = torch.jit.load('ranker.pt')\n"
           "n = torch.tensor([[float('nan') if v is None else v for v in r] for r in "
           "i['numeric']], dtype=torch.float32)\n"
           "c = torch.tensor(i['category'], dtype=torch.int64).reshape(n.shape[0], -1)\n"
           "s, p = m(n, c)\n"
           "json.dump({'s': s.tolist(), 'p': p.tolist(), 'tasks': list(m.tasks), 'numeric': "
           "list(m.numeric_features), 'category': list(m.category_features), 'weights': "
           "m.value_weights.tolist()}, open('outputs.json', 'w'))\n";
    const std::string command = "cd '" + folder_.string() + "' && " + python + " check.py";
    EXPECT_EQ(std::system(command.c_str()), 0);
    std::ifstream file(folder_ / "outputs.json");
    return json::parse(file);
  }

  fs::path folder_;
};

json inputsOf(const GatheredSlates& gathered, std::size_t numbers, std::size_t categories) {
  json inputs{{"numeric", json::array()}, {"category", json::array()}};
  for (std::size_t row = 0; row < static_cast<std::size_t>(gathered.rows()); ++row) {
    json values = json::array();
    for (std::size_t i = 0; i < numbers; ++i) {
      const float value = gathered.numeric[row * numbers + i];
      values.push_back(std::isnan(value) ? json() : json(value));
    }
    inputs["numeric"].push_back(values);
    for (std::size_t i = 0; i < categories; ++i) {
      inputs["category"].push_back(gathered.category[row * categories + i]);
    }
  }
  return inputs;
}

TEST_F(TorchScriptExport, PythonComputesTheSame) {
  const std::string python = pythonWithTorch();
  if (python.empty()) GTEST_SKIP() << "no Python with torch here";
  const SlateTable table = tinySlateLog(30);
  std::vector<std::uint32_t> slates(table.slateCount());
  std::iota(slates.begin(), slates.end(), 0);
  const std::vector<double> vm{1.0, -2.5};
  for (const bool linear : {true, false}) {
    for (const int dimension : {0, 4}) {
      EstimatorSettings settings;
      settings.hidden = linear ? std::vector<int>{} : std::vector<int>{16, 8};
      settings.embeddingDimension = dimension;
      settings.itemEmbedding = linear;
      const Estimator estimator({featureLayout(table.schema()), table.schema().tasks,
                                 numericMoments(table, slates), settings},
                                3);
      exportTorchScript(estimator, vm, folder_ / "ranker.pt");
      GatheredSlates gathered;
      gatherSlates(table, slates, gathered);
      const json outputs =
          runInPython(python, inputsOf(gathered, estimator.shape().features.numeric.size(),
                                       estimator.shape().features.category.size()));
      const Predictions predictions = estimator.predict(table, slates);
      for (std::size_t row = 0; row < static_cast<std::size_t>(gathered.rows()); ++row) {
        double score = 0;
        for (std::size_t task = 0; task < 2; ++task) {
          EXPECT_NEAR(outputs["p"][row][task].get<double>(), predictions.task(task)[row], 1e-5);
          score += vm[task] * predictions.task(task)[row];
        }
        EXPECT_NEAR(outputs["s"][row].get<double>(), score, 1e-5);
      }
      EXPECT_EQ(outputs["tasks"], json(table.schema().tasks));
      EXPECT_EQ(outputs["numeric"], json(estimator.shape().features.numeric));
      EXPECT_EQ(outputs["category"], json(estimator.shape().features.category));
      EXPECT_EQ(outputs["weights"], json(vm));
    }
  }
}

TEST_F(TorchScriptExport, MissingAndWildValuesAreTamedInsideTheModule) {
  const std::string python = pythonWithTorch();
  if (python.empty()) GTEST_SKIP() << "no Python with torch here";
  const SlateTable table = tinyBanditLog(50);
  std::vector<std::uint32_t> slates(table.slateCount());
  std::iota(slates.begin(), slates.end(), 0);
  const NumericMoments moments = numericMoments(table, slates);
  const Estimator estimator(
      {featureLayout(table.schema()), table.schema().tasks, moments, EstimatorSettings{}}, 3);
  exportTorchScript(estimator, std::vector<double>{1.0}, folder_ / "ranker.pt");
  // A missing value equals the mean; a wild one equals ten deviations.
  const json outputs = runInPython(
      python, {{"numeric",
                {{nullptr, nullptr, nullptr},
                 {moments.mean[0], moments.mean[1], moments.mean[2]},
                 {1e30, moments.mean[1], moments.mean[2]},
                 {moments.mean[0] + 10 * moments.deviation[0], moments.mean[1], moments.mean[2]}}},
               {"category", {7, 7, 7, 7}}});
  EXPECT_NEAR(outputs["p"][0][0].get<double>(), outputs["p"][1][0].get<double>(), 1e-6);
  EXPECT_NEAR(outputs["p"][2][0].get<double>(), outputs["p"][3][0].get<double>(), 1e-5);
}

TEST_F(TorchScriptExport, FailureLeavesNothingBehind) {
  const SlateTable table = tinySlateLog(4);
  const std::vector<std::uint32_t> slates{0, 1};
  const Estimator estimator({featureLayout(table.schema()), table.schema().tasks,
                             numericMoments(table, slates), EstimatorSettings{}},
                            1);
  const fs::path target = folder_ / "no such folder" / "ranker.pt";
  EXPECT_THAT(
      [&] {
        exportTorchScript(estimator, std::vector<double>{1, 1}, target);
      },
      testing::ThrowsMessage<Error>(testing::HasSubstr("ranker.pt")));
  EXPECT_TRUE(fs::is_empty(folder_));
  EXPECT_THROW(exportTorchScript(estimator, std::vector<double>{1}, folder_ / "ranker.pt"), Error);
  EXPECT_TRUE(fs::is_empty(folder_));
}

}  // namespace
}  // namespace luce
