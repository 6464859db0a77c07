// A model card (Mitchell et al. 2019): what a model was made of, what it came to, how to use it and
// what not to use it for, as Markdown beside the exported file.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/dataset/split.h"
#include "core/evaluation/evaluate.h"
#include "core/export/formats.h"
#include "core/export/python_snippet.h"
#include "core/export/ranking_model.h"
#include "core/workspace/workspace.h"

namespace luce {

struct ModelCard {
  std::string file;  ///< name of the exported file, without its folder
  ExportFormat format;
  DatasetSummary dataset;
  RunRecord run;
  std::string checkpoint;  ///< "result", "best", "supervised" or a step
  Split split;
  PolicySettings settings;             ///< under which it is exported and was judged
  std::optional<PolicyReport> report;  ///< on the test slates; none: it was not judged
  ExampleRows example;
  std::vector<float> exampleProbabilities;  ///< of those rows: task columns
};

/// The Python of the card stands in its only ```python block, the scores of the example rows in the
/// only ```text block, as a JSON list.
std::string modelCardMarkdown(const ModelCard& card, const RankingModel& ranker);

}  // namespace luce
