#include "tests/export/model_cases.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

namespace luce {

using nlohmann::json;

namespace {

ModelCase modelCase(const std::string& name, int numbers, int categories, int tasks,
                    EstimatorSettings settings) {
  ModelCase result{name, {}, {}};
  std::mt19937 random(static_cast<unsigned>(numbers * 100 + categories * 10 + tasks));
  std::normal_distribution<float> normal;
  for (int i = 0; i < numbers; ++i) {
    result.shape.features.numeric.push_back("number " + std::to_string(i));
    result.shape.moments.mean.push_back(100 * normal(random));
    result.shape.moments.deviation.push_back(std::exp(3 * normal(random)));
  }
  for (int i = 0; i < categories; ++i) {
    result.shape.features.category.push_back("Größe " + std::to_string(i));
  }
  result.shape.features.category.push_back("item");
  for (int i = 0; i < tasks; ++i) {
    result.shape.tasks.push_back("task" + std::to_string(i));
    result.weights.push_back(3.0 * normal(random));
  }
  result.shape.settings = std::move(settings);
  return result;
}

}  // namespace

std::vector<ModelCase> modelCases() {
  return {
      modelCase("linear", 3, 1, 2, {.hidden = {}, .embeddingDimension = 4, .hashBuckets = 50}),
      modelCase("deep", 5, 3, 4, {.hidden = {16, 8}, .embeddingDimension = 8}),
      modelCase("without_item", 2, 2, 1,
                {.hidden = {8}, .embeddingDimension = 3, .itemEmbedding = false}),
      modelCase("no_categories", 4, 2, 3, {.hidden = {16}, .embeddingDimension = 0}),
      modelCase("no_numbers", 0, 2, 2, {.hidden = {8}, .embeddingDimension = 5}),
      modelCase("linear_no_numbers", 0, 0, 2, {.hidden = {}, .embeddingDimension = 2}),
      modelCase("nothing", 0, 1, 2, {.hidden = {4}, .embeddingDimension = 0}),
      modelCase("one_bucket", 1, 1, 1, {.hidden = {4}, .embeddingDimension = 1, .hashBuckets = 1})};
}

Estimator randomEstimator(const ModelCase& model) {
  return Estimator(model.shape, 5);
}

RankingModel rankingModel(const ModelCase& model) {
  return rankingModelOf(randomEstimator(model).checkpoint(), model.weights, 0.5);
}

std::vector<GatheredSlates> wildBatches(const EstimatorShape& shape) {
  std::mt19937 random(17);
  std::normal_distribution<float> normal;
  std::uniform_real_distribution<float> uniform(0, 1);
  std::vector<GatheredSlates> batches;
  for (const std::int64_t rows : {0, 1, 1000}) {
    GatheredSlates batch;
    batch.offsets = {0, rows};
    for (std::int64_t row = 0; row < rows; ++row) {
      for (std::size_t i = 0; i < shape.features.numeric.size(); ++i) {
        const float chance = uniform(random);
        float value = shape.moments.mean[i] + shape.moments.deviation[i] * 4 * normal(random);
        if (chance < 0.1f) value = std::numeric_limits<float>::quiet_NaN();
        if (chance > 0.96f) value = std::copysign(3e38f, value);
        if (chance > 0.98f) value = std::copysign(std::numeric_limits<float>::infinity(), value);
        batch.numeric.push_back(value);
      }
      for (std::size_t i = 0; i < shape.features.category.size(); ++i) {
        batch.category.push_back(static_cast<std::uint32_t>(random()));
      }
    }
    batches.push_back(std::move(batch));
  }
  return batches;
}

json batchJson(const GatheredSlates& batch) {
  json numbers = json::array();
  for (const float value : batch.numeric) {
    if (std::isnan(value)) {
      numbers.push_back(nullptr);
    } else if (std::isinf(value)) {
      numbers.push_back(value > 0 ? "inf" : "-inf");
    } else {
      numbers.push_back(value);
    }
  }
  return {{"rows", batch.rows()}, {"numeric", numbers}, {"categories", batch.category}};
}

void expectSame(const ModelCase& model, const Estimator& estimator, const GatheredSlates& batch,
                const json& outputs) {
  const std::vector<float> expected = estimator.probabilities(batch);
  const auto rows = static_cast<std::size_t>(batch.rows());
  const std::size_t tasks = model.shape.tasks.size();
  ASSERT_EQ(outputs.at("scores").size(), rows) << model.name;
  ASSERT_EQ(outputs.at("p").size(), rows * tasks) << model.name;
  double worst = 0;
  for (std::size_t row = 0; row < rows; ++row) {
    double score = 0, scale = 1;
    for (std::size_t task = 0; task < tasks; ++task) {
      const double p = expected[task * rows + row];
      score += model.weights[task] * p;
      scale += std::abs(model.weights[task]);
      worst = std::max(worst, std::abs(outputs["p"][row * tasks + task].get<double>() - p));
    }
    worst = std::max(worst, std::abs(outputs["scores"][row].get<double>() - score) / scale);
  }
  EXPECT_LT(worst, 1e-5) << model.name << ", " << rows << " rows";
}

}  // namespace luce
