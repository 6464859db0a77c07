// Estimators of many shapes with random weights, and batches that a log would never have.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/estimator/estimator.h"
#include "core/export/ranking_model.h"

namespace luce {

struct ModelCase {
  std::string name;
  EstimatorShape shape;
  TaskWeights weights;
};
/// Linear and deep ones, with and without numbers, categories and the item's embedding.
std::vector<ModelCase> modelCases();

/// Of the case, from a seed.
Estimator randomEstimator(const ModelCase& model);
RankingModel rankingModel(const ModelCase& model);

/// 0, 1 and 1,000 rows; a tenth of the numbers missing, a few huge or infinite.
std::vector<GatheredSlates> wildBatches(const EstimatorShape& shape);

/// {"rows": R, "numeric": flat list, null = missing, "categories": flat list}
nlohmann::json batchJson(const GatheredSlates& batch);

/// Whether {"scores": …, "p": flat list} are what the estimator itself predicts, to 1e-5.
void expectSame(const ModelCase& model, const Estimator& estimator, const GatheredSlates& batch,
                const nlohmann::json& outputs);

/// Python that turns a batch `b` of batchJson for F numbers and C categories into the arrays n, c.
inline constexpr const char* kReadBatch =
    "import numpy as np\n"
    "def arrays(b, F, C):\n"
    "    n = [np.nan if v is None else float(v) for v in b['numeric']]\n"
    "    return (np.array(n, dtype=np.float32).reshape(b['rows'], F),\n"
    "            np.array(b['categories'], dtype=np.int64).reshape(b['rows'], C))\n";

}  // namespace luce
