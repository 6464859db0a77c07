#include "core/export/torchscript.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/common/error.h"
#include "core/policy/plackett_luce.h"
#include "core/policy/value_model.h"
#include "tests/export/model_cases.h"
#include "tests/export/outside.h"
#include "tests/support/temporary_folder.h"

namespace luce {
namespace {

using nlohmann::json;

const std::string kLoad = std::string(kReadBatch) +
                          "import torch\n"
                          "def tensors(b, m):\n"
                          "    n, c = arrays(b, m['F'], m['C'])\n"
                          "    return torch.from_numpy(n), torch.from_numpy(c)\n";

json question(const ModelCase& model, const TemporaryFolder& folder,
              const std::vector<GatheredSlates>& batches) {
  folder.write(model.name + ".pt", torchScriptModule(rankingModel(model)));
  json asked{{"file", model.name + ".pt"},
             {"F", model.shape.features.numeric.size()},
             {"C", model.shape.features.category.size()},
             {"batches", json::array()}};
  for (const GatheredSlates& batch : batches) asked["batches"].push_back(batchJson(batch));
  return asked;
}

TEST(TorchScript, PythonComputesWhatLuceDoes) {
  const std::string python = pythonWith("torch, numpy");
  if (python.empty()) GTEST_SKIP() << kNoPython;
  const TemporaryFolder folder;
  json inputs = json::array();
  for (const ModelCase& model : modelCases()) {
    inputs.push_back(question(model, folder, wildBatches(model.shape)));
  }
  const json results = runPython(
      python, folder / "",
      kLoad +
          "o = []\n"
          "for m in i:\n"
          "    module = torch.jit.load(m['file'])\n"
          "    r = {'tasks': list(module.tasks), 'numeric': list(module.numeric_features), "
          "'category': list(module.category_features), 'weights': module.value_weights.tolist(), "
          "'temperature': module.temperature, 'outputs': []}\n"
          "    for b in m['batches']:\n"
          "        s, p = module(*tensors(b, m))\n"
          "        r['outputs'].append({'scores': s.tolist(), 'p': p.flatten().tolist()})\n"
          "    o.append(r)\n",
      inputs);
  ASSERT_EQ(results.size(), modelCases().size());
  for (std::size_t i = 0; i < results.size(); ++i) {
    const ModelCase model = modelCases()[i];
    EXPECT_EQ(results[i].at("tasks"), json(model.shape.tasks));
    EXPECT_EQ(results[i].at("numeric"), json(model.shape.features.numeric));
    EXPECT_EQ(results[i].at("category"), json(model.shape.features.category));
    EXPECT_EQ(results[i].at("temperature"), 0.5);
    for (std::size_t task = 0; task < model.weights.size(); ++task) {
      EXPECT_FLOAT_EQ(results[i].at("weights").at(task).get<float>(),
                      static_cast<float>(model.weights[task]));
    }
    const std::vector<GatheredSlates> batches = wildBatches(model.shape);
    const Estimator estimator = randomEstimator(model);
    for (std::size_t k = 0; k < batches.size(); ++k) {
      expectSame(model, estimator, batches[k], results[i].at("outputs").at(k));
    }
  }
}

/// Three candidates of different scores.
class PlackettLuce : public testing::Test {
 protected:
  PlackettLuce() : model_(modelCases().front()) {
    slate_.offsets = {0, 3};
    for (int row = 0; row < 3; ++row) {
      for (std::size_t i = 0; i < model_.shape.features.numeric.size(); ++i) {
        slate_.numeric.push_back(model_.shape.moments.mean[i] +
                                 static_cast<float>(row) * model_.shape.moments.deviation[i]);
      }
      for (int i = 0; i < 2; ++i) slate_.category.push_back(static_cast<std::uint32_t>(row));
    }
    const std::vector<float> p = randomEstimator(model_).probabilities(slate_);
    scores_.resize(3);
    scoreCandidates(p, model_.weights, scores_);
  }

  /// π at a temperature, by core/policy.
  std::vector<double> policy(double temperature) const {
    const std::vector<double> scores(scores_.begin(), scores_.end());
    std::vector<double> logarithm(3), result(3);
    firstPlacePolicy<double>(slate_.offsets, scores, temperature, logarithm, result);
    return result;
  }

  json ask(const std::string& python, const std::string& script, const TemporaryFolder& folder) {
    return runPython(python, folder / "",
                     kLoad +
                         "module = torch.jit.load(i['file'])\n"
                         "n, c = tensors(i['batches'][0], i)\n" +
                         script,
                     question(model_, folder, {slate_}));
  }

  ModelCase model_;
  GatheredSlates slate_;
  std::vector<float> scores_;
};

TEST_F(PlackettLuce, PolicyIsTheFirstPlaceOfCorePolicy) {
  const std::string python = pythonWith("torch, numpy");
  if (python.empty()) GTEST_SKIP() << kNoPython;
  const TemporaryFolder folder;
  const json found = ask(python,
                         "o = [module.policy(n, c).tolist(), module.policy(n, c, 0.05).tolist(), "
                         "module.policy(n[:0], c[:0]).tolist()]\n",
                         folder);
  ASSERT_EQ(found.size(), 3u);
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_NEAR(found[0][i].get<double>(), policy(0.5)[i], 1e-5) << "the model's own temperature";
    EXPECT_NEAR(found[1][i].get<double>(), policy(0.05)[i], 1e-4);
  }
  EXPECT_EQ(found[2], json::array());
}

TEST_F(PlackettLuce, RankingsWithoutNoiseAreByScoreAndWithTheSameNoiseTheSame) {
  const std::string python = pythonWith("torch, numpy");
  if (python.empty()) GTEST_SKIP() << kNoPython;
  std::vector<int> order(3);
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [&](int a, int b) { return scores_[a] > scores_[b]; });
  const TemporaryFolder folder;
  const json found = ask(
      python,
      "u = torch.tensor([0.2, 0.9, 0.4])\n"
      "same = torch.cat([n[:1]] * 4), torch.cat([c[:1]] * 4)\n"
      "o = [module.rank(n, c).tolist(), module.rank(n, c, noise=u).tolist(), module.rank(n, c, "
      "noise=u).tolist(), module.rank(*same).tolist(), module.rank(n, c, noise=torch.tensor([0., "
      "1., 0.])).tolist(), module.rank(n[:0], c[:0]).tolist(), module.rank(n, c, 1e9, "
      "u).tolist()]\n",
      folder);
  ASSERT_EQ(found.size(), 7u);
  EXPECT_EQ(found[0], json(order));
  EXPECT_EQ(found[1], found[2]);
  EXPECT_EQ(found[3], json({0, 1, 2, 3})) << "equal scores stand in the order of the rows";
  EXPECT_EQ(found[4][0], 1) << "noise at the end of its range is still a number";
  EXPECT_EQ(found[5], json::array());
  EXPECT_EQ(found[6], json({1, 2, 0})) << "a high temperature leaves the noise alone";
}

TEST_F(PlackettLuce, DrawnRankingsHaveItsFrequencies) {
  const std::string python = pythonWith("torch, numpy");
  if (python.empty()) GTEST_SKIP() << kNoPython;
  constexpr double kDraws = 6000;
  const TemporaryFolder folder;
  const json counts = ask(python,
                          "torch.manual_seed(3)\n"
                          "o = {}\n"
                          "for draw in range(6000):\n"
                          "    k = ''.join(map(str, module.rank(n, c, 0.7, torch.rand(3, "
                          "dtype=torch.float64)).tolist()))\n"
                          "    o[k] = o.get(k, 0) + 1\n",
                          folder);
  const std::vector<double> first = policy(0.7);
  double chiSquare = 0;
  std::vector<int> order{0, 1, 2};
  do {
    // P(σ) = π_σ1 · π_σ2 / (1 − π_σ1)
    const double chance = first[order[0]] * first[order[1]] / (1 - first[order[0]]);
    std::string key;
    for (const int candidate : order) key += std::to_string(candidate);
    const double count = counts.value(key, 0.0);
    chiSquare += std::pow(count - kDraws * chance, 2) / (kDraws * chance);
  } while (std::next_permutation(order.begin(), order.end()));
  EXPECT_LT(chiSquare, 20.5) << "99.9 % quantile of five degrees of freedom";
}

TEST(RankingModelTest, WeightsMustBeOneATask) {
  const ModelCase model = modelCases().front();
  EXPECT_THAT([&] { rankingModelOf(randomEstimator(model).checkpoint(), {1}, 1); },
              testing::ThrowsMessage<Error>(testing::HasSubstr("2 tasks, but 1")));
}

}  // namespace
}  // namespace luce
