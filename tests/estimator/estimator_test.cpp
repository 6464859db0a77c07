#include "core/estimator/estimator.h"

#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmath>
#include <cstring>
#include <numeric>
#include <thread>

#include "core/common/error.h"
#include "core/estimator/blas_check.h"
#include "core/estimator/device.h"
#include "core/estimator/safetensors.h"
#include "tests/support/tiny_logs.h"

namespace luce {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

std::vector<std::uint32_t> allSlates(const SlateTable& table) {
  std::vector<std::uint32_t> slates(table.slateCount());
  std::iota(slates.begin(), slates.end(), 0);
  return slates;
}

EstimatorShape shapeFor(const SlateTable& table, EstimatorSettings settings = {}) {
  const std::vector<std::uint32_t> slates = allSlates(table);
  return {featureLayout(table.schema()), table.schema().tasks, numericMoments(table, slates),
          std::move(settings)};
}

std::vector<std::byte> bytes(const std::string& text) {
  std::vector<std::byte> content(text.size());
  std::memcpy(content.data(), text.data(), text.size());
  return content;
}

std::map<std::string, NamedTensor> tensorsOf(const Estimator& estimator) {
  std::map<std::string, NamedTensor> tensors;
  for (NamedTensor& tensor : readSafetensors(estimator.checkpoint()).tensors) {
    tensors[tensor.name] = std::move(tensor);
  }
  return tensors;
}

/// The network as its header states it, written a second time with plain loops.
std::vector<double> forwardByHand(const Estimator& estimator, const GatheredSlates& inputs,
                                  std::size_t row) {
  const EstimatorShape& shape = estimator.shape();
  const auto tensors = tensorsOf(estimator);
  std::vector<double> x;
  const std::size_t numbers = shape.features.numeric.size();
  for (std::size_t column = 0; column < numbers; ++column) {
    const double value = inputs.numeric[row * numbers + column];
    const double normal = (value - shape.moments.mean[column]) / shape.moments.deviation[column];
    x.push_back(std::isnan(value) ? 0.0 : std::min(10.0, std::max(-10.0, normal)));
  }
  const std::size_t categories = shape.features.category.size();
  const auto dimension = static_cast<std::size_t>(shape.settings.embeddingDimension);
  const auto buckets = static_cast<std::size_t>(shape.settings.hashBuckets);
  for (std::size_t column = 0; column < categories; ++column) {
    const std::size_t bucket = inputs.category[row * categories + column] % buckets;
    const auto& values = tensors.at("embedding").values;
    for (std::size_t k = 0; k < dimension; ++k) {
      x.push_back(values[(column * buckets + bucket) * dimension + k]);
    }
  }
  for (std::size_t layer = 0; layer <= shape.settings.hidden.size(); ++layer) {
    const auto& weight = tensors.at("layers." + std::to_string(layer) + ".weight");
    const auto& bias = tensors.at("layers." + std::to_string(layer) + ".bias");
    std::vector<double> y(bias.values.begin(), bias.values.end());
    for (std::size_t j = 0; j < y.size(); ++j) {
      for (std::size_t i = 0; i < x.size(); ++i) y[j] += weight.values[j * x.size() + i] * x[i];
      if (layer < shape.settings.hidden.size()) y[j] = std::max(0.0, y[j]);
    }
    x = y;
  }
  for (double& value : x) value = 1 / (1 + std::exp(-value));
  return x;
}

TEST(Estimator, PredictsWhatItsHeaderSays) {
  for (const bool bandit : {false, true}) {
    const SlateTable table = bandit ? tinyBanditLog(12) : tinySlateLog(12);
    EstimatorSettings settings;
    settings.hidden = {7, 3};
    settings.hashBuckets = 11;
    const Estimator estimator(shapeFor(table, settings), 5);
    const std::vector<std::uint32_t> slates{3, 7, 1};
    const Predictions predictions = estimator.predict(table, slates);
    GatheredSlates inputs;
    gatherSlates(table, slates, inputs);
    ASSERT_EQ(predictions.offsets, inputs.offsets);
    for (std::size_t row = 0; row < static_cast<std::size_t>(inputs.rows()); ++row) {
      const std::vector<double> expected = forwardByHand(estimator, inputs, row);
      for (std::size_t task = 0; task < predictions.tasks; ++task) {
        EXPECT_NEAR(predictions.task(task)[row], expected[task], 1e-5);
      }
    }
  }
}

TEST(Estimator, SameSeedSameWeightsOtherSeedOthers) {
  const SlateTable table = tinySlateLog(4);
  const Estimator a(shapeFor(table), 1), b(shapeFor(table), 1), c(shapeFor(table), 2);
  EXPECT_EQ(a.checkpoint(), b.checkpoint());
  EXPECT_NE(a.checkpoint(), c.checkpoint());
}

TEST(Estimator, CheckpointRestoresPredictionsExactly) {
  const SlateTable table = tinySlateLog(20);
  const std::vector<std::uint32_t> slates = allSlates(table);
  for (const bool linear : {false, true}) {
    EstimatorSettings settings;
    if (linear) settings.hidden.clear();
    settings.itemEmbedding = !linear;
    const Estimator estimator(shapeFor(table, settings), 9);
    const Estimator restored = Estimator::fromCheckpoint(estimator.checkpoint());
    EXPECT_EQ(restored.predict(table, slates).probabilities,
              estimator.predict(table, slates).probabilities);
    EXPECT_EQ(restored.checkpoint(), estimator.checkpoint());
  }
}

TEST(Estimator, WithoutEmbeddingsOnlyNumbersCount) {
  const SlateTable table = tinySlateLog(6);
  EstimatorSettings settings;
  settings.embeddingDimension = 0;
  const Estimator estimator(shapeFor(table, settings), 1);
  EXPECT_FALSE(tensorsOf(estimator).contains("embedding"));
  EXPECT_EQ(tensorsOf(estimator).at("layers.0.weight").shape[1], 2);
  EXPECT_EQ(estimator.predict(table, allSlates(table)).probabilities.size(), 6u * 5 * 2);
}

TEST(Estimator, RefusesDamagedCheckpoints) {
  const SlateTable table = tinySlateLog(4);
  const std::vector<std::byte> good = Estimator(shapeFor(table), 1).checkpoint();
  const auto refuses = [](std::vector<std::byte> content) {
    EXPECT_THROW(Estimator::fromCheckpoint(content), Error);
  };
  refuses({});
  refuses(bytes("not a checkpoint at all, only text"));
  for (const std::size_t length : {4ul, 8ul, 40ul, good.size() / 2, good.size() - 1}) {
    refuses({good.begin(), good.begin() + static_cast<std::ptrdiff_t>(length)});
  }
  std::vector<std::byte> hugeHeader = good;
  hugeHeader[6] = std::byte{0xff};
  refuses(hugeHeader);
  EXPECT_THAT(
      [&] {
        Estimator::fromCheckpoint(writeSafetensors({{{"weight", {1}, {0.5f}}}, {}}));
      },
      ThrowsMessage<Error>(HasSubstr("does not hold a Luce estimator")));
}

TEST(Estimator, RefusesAnotherDataset) {
  const SlateTable slates = tinySlateLog(4);
  const SlateTable bandit = tinyBanditLog(4);
  const Estimator estimator(shapeFor(slates), 1);
  EXPECT_THAT([&] { estimator.predict(bandit, allSlates(bandit)); },
              ThrowsMessage<Error>(HasSubstr("features")));
}

TEST(Estimator, PredictionStopsOnRequest) {
  const SlateTable table = tinySlateLog(4);
  const Estimator estimator(shapeFor(table), 1);
  std::stop_source source;
  source.request_stop();
  EXPECT_THROW(estimator.predict(table, allSlates(table), source.get_token()), Cancelled);
}

TEST(Safetensors, ReadsAFileWrittenByHand) {
  // As the format's specification lays it out: length, header, values.
  const std::string header =
      R"({"a":{"dtype":"F32","shape":[2,1],"data_offsets":[0,8]},"__metadata__":{"k":"v"}})";
  std::string content(8, '\0');
  content[0] = static_cast<char>(header.size());
  content += header;
  const float values[2] = {1.5f, -2.0f};
  content.append(reinterpret_cast<const char*>(values), sizeof(values));
  const TensorFile file = readSafetensors(bytes(content));
  ASSERT_EQ(file.tensors.size(), 1u);
  EXPECT_THAT(file.tensors[0].values, testing::ElementsAre(1.5f, -2.0f));
  EXPECT_THAT(file.tensors[0].shape, testing::ElementsAre(2, 1));
  EXPECT_EQ(file.metadata.at("k"), "v");
}

TEST(Device, UnknownDevicesAreRefusedWithThoseThereAre) {
  EXPECT_EQ(resolveDevice("cpu"), "cpu");
  EXPECT_THAT([] { resolveDevice("tpu"); },
              ThrowsMessage<Error>(testing::AllOf(HasSubstr("tpu"), HasSubstr("cpu"))));
}

TEST(Device, MeasuresTheBlas) {
  const BlasCheck check = checkBlas();
  EXPECT_GT(check.gigaflops, 0.1);
  EXPECT_EQ(check.fast, check.advice.empty());
}

// OpenBLAS waits for ever when another thread forks in the middle of a multiplication.
TEST(Device, ForksDoNotDisturbMultiplications) {
  useThreads(2);
  const SlateTable table = tinySlateLog(2000);
  const std::vector<std::uint32_t> slates = allSlates(table);
  const Estimator estimator(shapeFor(table, {.hidden = {256, 256}}), 1);
  std::jthread forking([](std::stop_token stop) {
    while (!stop.stop_requested()) {
      const pid_t child = fork();
      if (child == 0) _exit(0);
      waitpid(child, nullptr, 0);
    }
  });
  for (int i = 0; i < 50; ++i) {
    EXPECT_EQ(estimator.predict(table, slates).slates.size(), slates.size());
  }
}

}  // namespace
}  // namespace luce
