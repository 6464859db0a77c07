// The tensor side of training/step_engine.h.
#pragma once

#include "core/estimator/estimator_settings.h"
#include "core/training/step_engine.h"

namespace luce {

std::unique_ptr<StepEngine> makeAutogradEngine(Estimator& estimator,
                                               const OptimiserNumbers& optimiser,
                                               Precision precision);

}  // namespace luce
