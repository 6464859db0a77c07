# libseccomp locks luce-model-runner in, without which no foreign model is opened.
option(LUCE_MODEL_RUNNER "Judge TorchScript models from elsewhere (needs libseccomp-dev)" ON)
if(LUCE_MODEL_RUNNER)
  find_path(SECCOMP_INCLUDE_DIR seccomp.h)
  find_library(SECCOMP_LIBRARY seccomp)
  if(NOT (SECCOMP_INCLUDE_DIR AND SECCOMP_LIBRARY))
    message(FATAL_ERROR "libseccomp is not there. Install libseccomp-dev, or build without foreign "
                        "models: -DLUCE_MODEL_RUNNER=OFF.")
  endif()
endif()
