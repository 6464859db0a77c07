#include "core/dataset/importers/import_log.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/dataset/importers/queued_sink.h"

namespace luce {

namespace {

/// Throws ImportError: nothing is left of the log.
[[noreturn]] void failEmpty(const ImportRequest& request, const ImportOutcome& outcome) {
  std::vector<ImportProblem> problems{{.file = request.files.front(),
                                       .line = 0,
                                       .column = 0,
                                       .columnName = {},
                                       .found = "a faulty line in every slate",
                                       .expected = "a slate without faulty lines",
                                       .remedy = "Mend the lines, or say what the columns mean."}};
  problems.insert(problems.end(), outcome.problems.begin(), outcome.problems.end());
  const auto known = static_cast<std::int64_t>(problems.size());
  throw ImportError(std::move(problems), std::max(known, outcome.faultyLines + 1));
}

}  // namespace

ImportOutcome importLog(const Importer& importer, const ImportRequest& request, DatasetSink& sink,
                        const Progress& progress, std::stop_token stop) {
  QueuedSink queue(sink);
  ImportOutcome outcome = importer.import(request, queue, progress, std::move(stop));
  queue.finish();
  if (queue.slates() == 0 && outcome.faultyLines > 0) failEmpty(request, outcome);
  return outcome;
}

std::string importDocument(const Importer& importer, const ImportRequest& request,
                           const ImportOutcome& outcome) {
  using nlohmann::json;
  json files = json::array();
  for (const auto& file : request.files) files.push_back(file.string());
  const json document{{"format", importer.id()},
                      {"files", files},
                      {"mapping", json::parse(mappingToJson(outcome.mapping))},
                      {"lines", outcome.lines},
                      {"faulty_lines", outcome.faultyLines},
                      {"slates_left_out", outcome.slatesLeftOut}};
  return document.dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace luce
