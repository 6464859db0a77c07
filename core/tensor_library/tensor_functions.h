// Where luce-tensors.so has the functions that plain code calls. See tensor_library.h.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/estimator/device.h"
#include "core/estimator/estimator.h"
#include "core/export/torchscript.h"
#include "core/training/autograd_engine.h"
#include "core/training/parallel/process_group.h"
#include "core/training/tensor_trainer.h"

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

  decltype(&Estimator::onProcessor) onProcessor;
  std::span<float> (Estimator::*parameters)();
  std::span<const float> (Estimator::*constParameters)() const;

  decltype(&luce::makeAutogradEngine) makeAutogradEngine;
  decltype(&luce::makeTensorTrainer) makeTensorTrainer;

  decltype(&luce::joinProcessGroup) joinProcessGroup;

  decltype(&luce::devices) devices;
  decltype(&luce::resolveDevice) resolveDevice;
  decltype(&luce::useThreads) useThreads;
  decltype(&luce::threadsInUse) threadsInUse;

  decltype(&luce::torchScriptModule) torchScriptModule;
};

/// The one function that luce-tensors.so shows, and its name.
using TellTensorFunctions = const TensorFunctions*();
inline constexpr const char* kTellTensorFunctions = "luceTensorFunctions";

}  // namespace luce
