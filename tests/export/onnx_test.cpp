#include "core/export/onnx.h"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/export/model_cases.h"
#include "tests/export/outside.h"
#include "tests/support/temporary_folder.h"

namespace luce {
namespace {

using nlohmann::json;

const std::string kRun = std::string(kReadBatch) +
                         "import onnx, onnxruntime\n"
                         "o = []\n"
                         "for m in i:\n"
                         "    onnx.checker.check_model(m['file'], full_check=True)\n"
                         "    s = onnxruntime.InferenceSession(m['file'])\n"
                         "    about = s.get_modelmeta().custom_metadata_map\n"
                         "    r = {'about': about, 'outputs': [], 'opset': "
                         "onnx.load(m['file']).opset_import[0].version}\n"
                         "    for b in m['batches']:\n"
                         "        n, c = arrays(b, m['F'], m['C'])\n"
                         "        scores, p = s.run(['scores', 'p'], {'numeric': n, 'categories': "
                         "c})\n"
                         "        r['outputs'].append({'scores': scores.tolist(), 'p': "
                         "p.ravel().tolist()})\n"
                         "    o.append(r)\n";

json question(const ModelCase& model, const TemporaryFolder& folder) {
  folder.write(model.name + ".onnx", onnxModel(rankingModel(model)));
  json batches = json::array();
  for (const GatheredSlates& batch : wildBatches(model.shape)) batches.push_back(batchJson(batch));
  return {{"file", model.name + ".onnx"},
          {"F", model.shape.features.numeric.size()},
          {"C", model.shape.features.category.size()},
          {"batches", batches}};
}

TEST(Onnx, RuntimeComputesWhatLuceDoes) {
  const std::string python = pythonWith("onnx, onnxruntime");
  if (python.empty()) GTEST_SKIP() << kNoPython;
  const TemporaryFolder folder;
  json inputs = json::array();
  for (const ModelCase& model : modelCases()) inputs.push_back(question(model, folder));
  const json results = runPython(python, folder / "", kRun, inputs);
  ASSERT_EQ(results.size(), modelCases().size());
  for (std::size_t i = 0; i < results.size(); ++i) {
    const ModelCase model = modelCases()[i];
    const json& about = results[i].at("about");
    EXPECT_EQ(json::parse(about.at("tasks").get<std::string>()), json(model.shape.tasks));
    EXPECT_EQ(json::parse(about.at("numeric_features").get<std::string>()),
              json(model.shape.features.numeric));
    EXPECT_EQ(json::parse(about.at("category_features").get<std::string>()),
              json(model.shape.features.category));
    EXPECT_EQ(json::parse(about.at("value_weights").get<std::string>()), json(model.weights));
    EXPECT_EQ(about.at("temperature"), "0.5");
    EXPECT_GE(results[i].at("opset").get<int>(), 15);
    const std::vector<GatheredSlates> batches = wildBatches(model.shape);
    const Estimator estimator = randomEstimator(model);
    for (std::size_t k = 0; k < batches.size(); ++k) {
      expectSame(model, estimator, batches[k], results[i].at("outputs").at(k));
    }
  }
}

// Another program may take its 64-bit hashes as they are: the remainder is that of Python, never
// negative.
TEST(Onnx, AnyIntegerIsReducedToARow) {
  const std::string python = pythonWith("onnx, onnxruntime");
  if (python.empty()) GTEST_SKIP() << kNoPython;
  const TemporaryFolder folder;
  const ModelCase model = modelCases().front();
  const auto buckets = static_cast<std::int64_t>(model.shape.settings.hashBuckets);
  json inputs = json::array({question(model, folder)});
  const std::vector<std::int64_t> wild{-1, -buckets, -buckets - 3, 4611686018427387904, 7, -7};
  GatheredSlates reduced;
  reduced.offsets = {0, 3};
  reduced.numeric.assign(3 * model.shape.features.numeric.size(), 1.0f);
  for (const std::int64_t hash : wild) {
    reduced.category.push_back(static_cast<std::uint32_t>(((hash % buckets) + buckets) % buckets));
  }
  json batch = batchJson(reduced);
  batch["categories"] = wild;
  inputs[0]["batches"] = json::array({batch});
  const json results = runPython(python, folder / "", kRun, inputs);
  ASSERT_EQ(results.size(), 1u);
  expectSame(model, randomEstimator(model), reduced, results[0].at("outputs").at(0));
}

}  // namespace
}  // namespace luce
