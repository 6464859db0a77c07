// The movies beside MovieLens ratings as a table: movieId, title, year, a column of 0 and 1 for
// each genre.
#pragma once

#include <filesystem>
#include <memory>

#include "core/dataset/importers/record_reader.h"

namespace luce {

/// u.item, movies.dat or movies.csv, told apart by their content; nothing if it is none of them.
/// Throws Error if the file cannot be read.
std::unique_ptr<LogRecords> openMovies(const std::filesystem::path& file);

}  // namespace luce
