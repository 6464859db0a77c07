// Loops over floats compiled for several processors at once and chosen when the program starts. For
// functions in files that are compiled with optimisation and -fopenmp-simd.
#pragma once

// A sanitizer's own start-up comes too late for functions that are chosen at load time.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && \
    !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define LUCE_FOR_EACH_PROCESSOR __attribute__((target_clones("arch=x86-64-v3", "default")))
#else
#define LUCE_FOR_EACH_PROCESSOR
#endif
