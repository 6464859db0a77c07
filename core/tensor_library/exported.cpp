// luce-tensors.so's side; see tensor_library.h.
#include "core/tensor_library/tensor_functions.h"

extern "C" luce::TellTensorFunctions luceTensorFunctions;

const luce::TensorFunctions* luceTensorFunctions() {
  using namespace luce;
  static const TensorFunctions functions{
      .version = LUCE_VERSION,
      .makeEstimator =
          [](EstimatorShape shape, std::uint64_t seed, const std::string& device) {
            return Estimator(std::move(shape), seed, device);
          },
      .fromCheckpoint = &Estimator::fromCheckpoint,
      .shape = &Estimator::shape,
      .checkpoint = &Estimator::checkpoint,
      .clone = &Estimator::clone,
      .copyWeights = &Estimator::copyWeights,
      .predict = &Estimator::predict,
      .probabilities = &Estimator::probabilities,
      .onProcessor = &Estimator::onProcessor,
      .parameters = &Estimator::parameters,
      .constParameters = &Estimator::parameters,
      .makeAutogradEngine = &luce::makeAutogradEngine,
      .makeTensorTrainer = &luce::makeTensorTrainer,
      .joinProcessGroup = &luce::joinProcessGroup,
      .devices = &luce::devices,
      .resolveDevice = &luce::resolveDevice,
      .useThreads = &luce::useThreads,
      .threadsInUse = &luce::threadsInUse,
      .torchScriptModule = &luce::torchScriptModule,
  };
  return &functions;
}
