// Where luce-tensors.so has the functions that plain code calls. See tensor_library.h.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/estimator/device.h"
#include "core/estimator/estimator.h"
#include "core/export/torchscript.h"
#include "core/training/learner.h"

namespace luce {

struct TensorFunctions {
  const char* version;  ///< of Luce

  Estimator (*makeEstimator)(EstimatorShape, std::uint64_t, const std::string&);
  decltype(&Estimator::fromCheckpoint) fromCheckpoint;
  decltype(&Estimator::shape) shape;
  decltype(&Estimator::checkpoint) checkpoint;
  decltype(&Estimator::clone) clone;
  decltype(&Estimator::copyWeights) copyWeights;
  decltype(&Estimator::predict) predict;
  decltype(&Estimator::probabilities) probabilities;

  Learner (*makeLearner)(Estimator&, const Learner::Settings&, std::vector<double>);
  decltype(&Learner::superviseStep) superviseStep;
  decltype(&Learner::alignStep) alignStep;
  decltype(&Learner::results) results;
  decltype(&Learner::deferred) deferred;
  decltype(&Learner::objective) objective;
  decltype(&Learner::seen) seen;

  decltype(&luce::devices) devices;
  decltype(&luce::resolveDevice) resolveDevice;
  decltype(&luce::useThreads) useThreads;
  decltype(&luce::checkBlas) checkBlas;

  decltype(&luce::torchScriptModule) torchScriptModule;
};

/// The one function that luce-tensors.so shows, and its name.
using TellTensorFunctions = const TensorFunctions*();
inline constexpr const char* kTellTensorFunctions = "luceTensorFunctions";

}  // namespace luce
