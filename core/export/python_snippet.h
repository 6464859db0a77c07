// A few lines of Python that use an exported model, for its card. They run as they stand in the
// folder of the file, and define `scores` and `p` for the rows they begin with.
#pragma once

#include <string>
#include <vector>

#include "core/estimator/estimator.h"
#include "core/export/formats.h"

namespace luce {

/// Rows to try a model with. None comes from the log, whose people did not agree to be on a card.
struct ExampleRows {
  std::vector<std::vector<float>> numbers;      ///< rows × numeric features; NaN = missing
  std::vector<std::vector<std::string>> texts;  ///< rows × category features
};
/// Two candidates: all numbers at their mean and all texts missing; numbers one deviation above it
/// and texts that no log has.
ExampleRows exampleRows(const EstimatorShape& shape);
/// The rows as an estimator takes them, as one slate.
GatheredSlates gather(const ExampleRows& rows, const EstimatorShape& shape);

/// file: the name of the exported file, without its folder. Throws nothing; empty for formats that
/// are no model.
std::string pythonSnippet(const ExportFormat& format, const std::string& file,
                          const ExampleRows& rows);

}  // namespace luce
