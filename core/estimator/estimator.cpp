#include "core/estimator/estimator.h"

#include <fmt/format.h>

#include "core/common/error.h"
#include "core/estimator/checkpoint.h"
#include "core/estimator/device.h"
#include "core/estimator/linear_algebra_use.h"
#include "core/estimator/network.h"

namespace luce {

namespace {

constexpr std::int64_t kCandidatesPerBlock = 16384;

void requireSameColumns(const EstimatorShape& shape, const SlateTable& table) {
  if (featureLayout(table.schema()) != shape.features) {
    throw Error(
        "The dataset's features are not those that this estimator was trained on; choose the "
        "run's own dataset or train a new run.");
  }
  if (table.schema().tasks != shape.tasks) {
    throw Error("The dataset's tasks are not those that this estimator was trained on.");
  }
}

void appendBlock(const torch::Tensor& logits, std::size_t first, std::size_t total,
                 std::vector<float>& probabilities) {
  const torch::Tensor columns = torch::sigmoid(logits).t().contiguous().cpu();
  const auto rows = static_cast<std::size_t>(columns.size(1));
  const float* values = columns.data_ptr<float>();
  for (std::size_t task = 0; task < static_cast<std::size_t>(columns.size(0)); ++task) {
    std::copy_n(values + task * rows, rows, probabilities.data() + task * total + first);
  }
}

}  // namespace

Estimator::Estimator(std::unique_ptr<Network> network) : network_(std::move(network)) {}

Estimator::Estimator(EstimatorShape shape, std::uint64_t seed, const std::string& device)
    : network_(std::make_unique<Network>(std::move(shape), torch::Device(resolveDevice(device)))) {
  network_->initialise(seed);
}

Estimator::Estimator(Estimator&&) noexcept = default;
Estimator& Estimator::operator=(Estimator&&) noexcept = default;
Estimator::~Estimator() = default;

Estimator Estimator::fromCheckpoint(std::span<const std::byte> checkpoint,
                                    const std::string& device) {
  const TensorFile file = readSafetensors(checkpoint);
  auto network =
      std::make_unique<Network>(shapeFromMetadata(file), torch::Device(resolveDevice(device)));
  network->assign(file);
  return Estimator(std::move(network));
}

const EstimatorShape& Estimator::shape() const {
  return network_->shape;
}

std::vector<std::byte> Estimator::checkpoint() const {
  const torch::NoGradGuard noGradient;
  TensorFile file;
  file.metadata[kCheckpointMetadata] = shapeToJson(network_->shape);
  for (const auto& [name, parameter] : network_->parameters()) {
    const torch::Tensor values = parameter.cpu().contiguous();
    const float* data = values.data_ptr<float>();
    file.tensors.push_back({name, values.sizes().vec(), {data, data + values.numel()}});
  }
  return writeSafetensors(file);
}

Estimator Estimator::clone() const {
  auto copy = std::make_unique<Network>(network_->shape, network_->device);
  copy->copyWeights(*network_);
  return Estimator(std::move(copy));
}

void Estimator::copyWeights(const Estimator& other) {
  network_->copyWeights(*other.network_);
}

bool Estimator::onProcessor() const {
  return network_->device.is_cpu();
}

std::span<float> Estimator::parameters() {
  return network_->numbers();
}

std::span<const float> Estimator::parameters() const {
  return std::as_const(*network_).numbers();
}

std::vector<float> Estimator::probabilities(const GatheredSlates& rows) const {
  const c10::InferenceMode inference;
  const auto count = static_cast<std::size_t>(rows.rows());
  std::vector<float> probabilities(count * network_->shape.tasks.size());
  std::vector<std::int64_t> buffer;
  if (count > 0) {
    appendBlock(network_->logits(network_->inputs(rows, buffer)), 0, count, probabilities);
  }
  return probabilities;
}

Predictions Estimator::predict(const SlateTable& table, std::span<const std::uint32_t> slates,
                               std::stop_token stop) const {
  requireSameColumns(network_->shape, table);
  const c10::InferenceMode inference;
  Predictions predictions;
  predictions.slates.assign(slates.begin(), slates.end());
  predictions.tasks = table.taskCount();
  predictions.offsets.reserve(slates.size() + 1);
  predictions.offsets.push_back(0);
  for (const std::uint32_t slate : slates) {
    predictions.offsets.push_back(predictions.offsets.back() + table.candidates(slate).count);
  }
  const auto total = static_cast<std::size_t>(predictions.candidates());
  predictions.probabilities.resize(total * predictions.tasks);

  GatheredSlates gathered;
  std::vector<std::int64_t> rows;
  for (std::size_t begin = 0; begin < slates.size();) {
    if (stop.stop_requested()) throw Cancelled();
    const std::int64_t first = predictions.offsets[begin];
    std::size_t end = begin + 1;
    while (end < slates.size() && predictions.offsets[end + 1] - first <= kCandidatesPerBlock) {
      ++end;
    }
    gatherSlates(table, slates.subspan(begin, end - begin), gathered);
    if (gathered.rows() > 0) {
      const LinearAlgebraUse use;
      appendBlock(network_->logits(network_->inputs(gathered, rows)),
                  static_cast<std::size_t>(first), total, predictions.probabilities);
    }
    begin = end;
  }
  return predictions;
}

}  // namespace luce
