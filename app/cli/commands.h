// The commands of luce-cli, one file each. Every function adds its command to the program; the
// command's work throws luce::Error for a failure (exit 1) and CLI::ValidationError for wrong usage
// (exit 2).
#pragma once

#include <CLI/CLI.hpp>

namespace luce::cli {

void addImport(CLI::App& program);
void addInfo(CLI::App& program);
void addTrain(CLI::App& program);
void addDevices(CLI::App& program);
void addEvaluate(CLI::App& program);
void addPolicy(CLI::App& program);
void addWhatIf(CLI::App& program);
void addTune(CLI::App& program);
void addObjective(CLI::App& program);
void addSimulate(CLI::App& program);
void addExport(CLI::App& program);
void addRuns(CLI::App& program);
void addPolicies(CLI::App& program);
void addCompare(CLI::App& program);
void addStudy(CLI::App& program);
void addEstimators(CLI::App& program);
void addExperiment(CLI::App& program);
void addDemo(CLI::App& program);
void addCompletion(CLI::App& program);
void addNames(CLI::App& program);   ///< hidden: completion asks it
void addManual(CLI::App& program);  ///< hidden: the build writes luce-cli(1) with it

}  // namespace luce::cli
