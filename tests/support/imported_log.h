// Imports small logs that a test writes, and what is wrong with them.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/dataset/importers/importer.h"
#include "core/dataset/slate_table.h"

namespace luce {

struct ImportedLog {
  SlateTable table;
  ImportOutcome outcome;
};

/// Throws what the import throws.
ImportedLog importedLog(const std::vector<std::filesystem::path>& files,
                        const std::string& format = "auto", const LogMapping& mapping = {},
                        bool leaveOutFaulty = false);

/// The problems of a log that must be refused, each as people are told it, without the folder; the
/// error's own text where it is no list of problems; "not refused" if it was imported.
std::vector<std::string> problemsOf(const std::vector<std::filesystem::path>& files,
                                    const std::string& format = "auto",
                                    const LogMapping& mapping = {}, bool leaveOutFaulty = false);

/// The names of features, in schema order, with their scope and kind: "age (context number)".
std::vector<std::string> describedFeatures(const SlateTable& table);

}  // namespace luce
