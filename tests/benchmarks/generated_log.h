// A log made for measurements: 16 numeric features, a category, four tasks, slates of ten.
#pragma once

#include <cstdint>
#include <filesystem>

namespace luce {

/// Writes about `bytes` of CSV, the same ones for the same size.
void writeGeneratedLog(const std::filesystem::path& file, std::int64_t bytes);

/// Size of the logs that are imported: LUCE_BENCHMARK_MEGABYTES, else 200 MB.
std::int64_t benchmarkBytes();

/// Where the log of that size lies; made when it is not there. It is removed when the program ends.
std::filesystem::path generatedLog();

/// A file name beside it that is free.
std::filesystem::path scratchFile(const char* name);

}  // namespace luce
