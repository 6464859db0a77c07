// What a database holds, as one number.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace luce {

/// Of every value of every row of the tables whose names match the pattern (SQL's GLOB), and of
/// what made them; rows of `table` only where the condition holds, if one is given.
std::uint64_t digestOf(const std::filesystem::path& file, const std::string& tables,
                       const std::string& table = "", const std::string& condition = "");

/// "ok" if SQLite's integrity_check finds nothing, else what it finds.
std::string integrityOf(const std::filesystem::path& file);

/// The first value that a query gives.
std::string ask(const std::filesystem::path& file, const std::string& sql);

}  // namespace luce
