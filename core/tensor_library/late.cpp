// The functions that compute with tensors, for programs that load LibTorch late: each calls the one
// of the same name in luce-tensors.so. See tensor_library.h.
#include "core/tensor_library/tensor_module.h"

namespace luce {

Estimator::Estimator(EstimatorShape shape, std::uint64_t seed, const std::string& device)
    : Estimator(tensorFunctions().makeEstimator(std::move(shape), seed, device)) {}
Estimator::Estimator(Estimator&&) noexcept = default;
Estimator& Estimator::operator=(Estimator&&) noexcept = default;
Estimator::~Estimator() = default;

Estimator Estimator::fromCheckpoint(std::span<const std::byte> checkpoint,
                                    const std::string& device) {
  return tensorFunctions().fromCheckpoint(checkpoint, device);
}

const EstimatorShape& Estimator::shape() const {
  return (this->*tensorFunctions().shape)();
}

std::vector<std::byte> Estimator::checkpoint() const {
  return (this->*tensorFunctions().checkpoint)();
}

Estimator Estimator::clone() const {
  return (this->*tensorFunctions().clone)();
}

void Estimator::copyWeights(const Estimator& other) {
  (this->*tensorFunctions().copyWeights)(other);
}

Predictions Estimator::predict(const SlateTable& table, std::span<const std::uint32_t> slates,
                               std::stop_token stop) const {
  return (this->*tensorFunctions().predict)(table, slates, std::move(stop));
}

std::vector<float> Estimator::probabilities(const GatheredSlates& rows) const {
  return (this->*tensorFunctions().probabilities)(rows);
}

bool Estimator::onProcessor() const {
  return (this->*tensorFunctions().onProcessor)();
}

std::span<float> Estimator::parameters() {
  return (this->*tensorFunctions().parameters)();
}

std::span<const float> Estimator::parameters() const {
  return (this->*tensorFunctions().constParameters)();
}

std::unique_ptr<StepEngine> makeAutogradEngine(Estimator& estimator,
                                               const OptimiserNumbers& optimiser,
                                               Precision precision) {
  return tensorFunctions().makeAutogradEngine(estimator, optimiser, precision);
}

std::unique_ptr<TensorTrainer> makeTensorTrainer(Estimator& estimator,
                                                 const Learner::Settings& settings,
                                                 std::vector<double> valueWeights) {
  return tensorFunctions().makeTensorTrainer(estimator, settings, std::move(valueWeights));
}

std::unique_ptr<ProcessGroup> joinProcessGroup(const LaunchPlace& place,
                                               std::chrono::seconds patience,
                                               const std::string& device) {
  return tensorFunctions().joinProcessGroup(place, patience, device);
}

std::vector<DeviceDescription> devices() {
  return tensorFunctions().devices();
}

std::string resolveDevice(const std::string& wanted) {
  return tensorFunctions().resolveDevice(wanted);
}

int useThreads(int threads) {
  return tensorFunctions().useThreads(threads);
}

int threadsInUse() {
  return tensorFunctions().threadsInUse();
}

std::string torchScriptModule(const RankingModel& ranker) {
  return tensorFunctions().torchScriptModule(ranker);
}

}  // namespace luce
