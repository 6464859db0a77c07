// LibTorch and what computes with it, loaded when it is first needed.
//
// LibTorch brings some 250 shared libraries, which take longer to load than a window to appear. A
// program that shows or answers something first is therefore not linked with it (luce_load_tensors
// in core/CMakeLists.txt). Every function that computes with tensors (of Estimator, device.h …) is
// there defined in late.cpp, which calls the function of the same name in luce-tensors.so:
//
//   program                                  luce-tensors.so, loaded by tensor_module.cpp
//     core  ──calls──▶  late.cpp  ─────────▶  estimator.cpp, autograd_engine.cpp …  ──▶  LibTorch
//                                   by          ──▶  a copy of what they need of core
//                             TensorFunctions
//
// Nothing that calls them needs to know: the first call loads the library and waits for it.
//
// The two speak through plain values and through objects whose layout both know from the same
// headers: they must be of one build. Objects with tensors inside are made and destroyed in the
// library: an Estimator holds its network by std::shared_ptr, which knows how, others have a
// virtual destructor. The library shows one
// function (exports.map), so that its copy of core and the program's are never mixed up; whatever
// both compare must therefore be compared by value, not by address.
//
// A new function that plain code calls is added in three places: the struct, exported.cpp,
// late.cpp. Otherwise such programs do not link.
#pragma once

namespace luce {

/// Loads LibTorch if that has not been done: some half a second on the processor. Returns when it
/// is there; from any thread, also from several at once. Programs that are linked with LibTorch
/// have it from the start. Throws Error when luce-tensors.so is missing or of another version.
void loadTensors();

}  // namespace luce
