#include "core/dataset/importers/import_log.h"

#include <nlohmann/json.hpp>

#include "core/dataset/importers/queued_sink.h"

namespace luce {

ImportOutcome importLog(const Importer& importer, const ImportRequest& request, DatasetSink& sink,
                        const Progress& progress, std::stop_token stop) {
  QueuedSink queue(sink);
  ImportOutcome outcome = importer.import(request, queue, progress, std::move(stop));
  queue.finish();
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
