#include "core/estimator/estimator.h"

#include <fmt/format.h>

#include "core/common/error.h"
#include "core/common/logistic.h"
#include "core/estimator/checkpoint.h"
#include "core/estimator/dense_pass.h"
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

/// Computes logits of gathered rows, by tensors or without; block after block.
class Predictor {
 public:
  explicit Predictor(const Estimator& estimator) : network_(estimator.network()) {
    if (!estimator.onProcessor()) return;
    crew_ = std::make_unique<Crew>(threadsInUse());
    pass_ = std::make_unique<DensePass>(network_.shape, *crew_);
  }

  /// Writes the block's probabilities into task columns of `total` values each, from `first` on.
  void append(const GatheredSlates& rows, std::size_t first, std::size_t total,
              std::vector<float>& probabilities) {
    const LinearAlgebraUse use;
    const auto count = static_cast<std::size_t>(rows.rows());
    const std::size_t tasks = network_.shape.tasks.size();
    logits_.resize(count * tasks);
    if (pass_ != nullptr) {
      pass_->predict(network_.numbers(), rows, logits_);
    } else {
      const torch::Tensor values = network_.logits(network_.inputs(rows, buffer_)).cpu();
      std::copy_n(values.contiguous().data_ptr<float>(), logits_.size(), logits_.begin());
    }
    block_.resize(logits_.size());
    logistic(logits_, block_);
    for (std::size_t task = 0; task < tasks; ++task) {
      float* const to = probabilities.data() + task * total + first;
      for (std::size_t i = 0; i < count; ++i) to[i] = block_[i * tasks + task];
    }
  }

 private:
  const Network& network_;
  std::unique_ptr<Crew> crew_;
  std::unique_ptr<DensePass> pass_;
  std::vector<std::int64_t> buffer_;
  std::vector<float> logits_, block_;
};

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
  if (count > 0) Predictor(*this).append(rows, 0, count, probabilities);
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
  Predictor predictor(*this);
  for (std::size_t begin = 0; begin < slates.size();) {
    if (stop.stop_requested()) throw Cancelled();
    const std::int64_t first = predictions.offsets[begin];
    std::size_t end = begin + 1;
    while (end < slates.size() && predictions.offsets[end + 1] - first <= kCandidatesPerBlock) {
      ++end;
    }
    gatherSlates(table, slates.subspan(begin, end - begin), gathered);
    if (gathered.rows() > 0) {
      predictor.append(gathered, static_cast<std::size_t>(first), total, predictions.probabilities);
    }
    begin = end;
  }
  return predictions;
}

}  // namespace luce
