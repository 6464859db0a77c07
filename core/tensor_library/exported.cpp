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
      .makeLearner =
          [](Estimator& estimator, const Learner::Settings& settings,
             std::vector<double> valueWeights) {
            return Learner(estimator, settings, std::move(valueWeights));
          },
      .superviseStep = &Learner::superviseStep,
      .alignStep = &Learner::alignStep,
      .results = &Learner::results,
      .deferred = &Learner::deferred,
      .objective = &Learner::objective,
      .seen = &Learner::seen,
      .devices = &luce::devices,
      .resolveDevice = &luce::resolveDevice,
      .useThreads = &luce::useThreads,
      .checkBlas = &luce::checkBlas,
      .torchScriptModule = &luce::torchScriptModule,
  };
  return &functions;
}
