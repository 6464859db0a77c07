#include "core/foreign/foreign_policy.h"

#include "core/foreign/foreign_model.h"
#include "core/foreign/scores_csv.h"

namespace luce {

ForeignPolicy loadForeignPolicy(const std::filesystem::path& file, const SlateTable& table,
                                std::span<const std::uint32_t> slates, const Progress& progress,
                                std::stop_token stop) {
  if (namesScores(file)) {
    return {readScores(file, table, slates, progress, std::move(stop)), {}};
  }
  return runForeignModel(file, table, slates, {}, progress, std::move(stop));
}

}  // namespace luce
