# Finds LibTorch in the folder LUCE_TORCH_ROOT (the unpacked LibTorch, or the folder torch of PyPI's
# wheel) for the processor alone. LibTorch's own CMake files ask for the whole CUDA toolkit when it
# was built for CUDA; its processor part runs without. LUCE_TORCH_CUDA takes its CUDA part too: the
# program then finds GPUs where NVIDIA's libraries of the LibTorch's version can be loaded, and does
# not start where they cannot.
#
# Sets TORCH_INCLUDE_DIRS and TORCH_LIBRARIES, as find_package(Torch) does.
set(TORCH_INCLUDE_DIRS ${LUCE_TORCH_ROOT}/include ${LUCE_TORCH_ROOT}/include/torch/csrc/api/include)
set(TORCH_LIBRARIES ${LUCE_TORCH_ROOT}/lib/libtorch_cpu.so ${LUCE_TORCH_ROOT}/lib/libc10.so)
option(LUCE_TORCH_CUDA "Link the CUDA part of LUCE_TORCH_ROOT too" OFF)
if(LUCE_TORCH_CUDA)
  set(cuda_libraries ${LUCE_TORCH_ROOT}/lib/libtorch_cuda.so ${LUCE_TORCH_ROOT}/lib/libc10_cuda.so)
  list(APPEND TORCH_LIBRARIES ${cuda_libraries})
endif()
foreach(needed IN LISTS TORCH_INCLUDE_DIRS TORCH_LIBRARIES)
  if(NOT EXISTS ${needed})
    message(FATAL_ERROR "LUCE_TORCH_ROOT is ${LUCE_TORCH_ROOT}, but ${needed} is missing; name the "
                        "folder of a LibTorch that holds include and lib.")
  endif()
endforeach()

file(STRINGS ${LUCE_TORCH_ROOT}/lib/libc10.so new_strings REGEX "__cxx11" LIMIT_COUNT 1)
if(NOT new_strings)
  message(FATAL_ERROR "The LibTorch in ${LUCE_TORCH_ROOT} was built with GCC's old std::string "
                      "(_GLIBCXX_USE_CXX11_ABI=0), which no other library here uses; take a "
                      "\"cxx11 ABI\" download, or a wheel of 2.7 or newer.")
endif()

if(LUCE_TORCH_CUDA)
  # Nothing here calls it by name: it enters its kernels when it is loaded. What it needs of NVIDIA's
  # is looked up at the start.
  list(REMOVE_ITEM TORCH_LIBRARIES ${cuda_libraries})
  list(JOIN cuda_libraries "," joined)
  list(APPEND TORCH_LIBRARIES -Wl,--no-as-needed,${joined},--as-needed -Wl,--allow-shlib-undefined)
endif()
