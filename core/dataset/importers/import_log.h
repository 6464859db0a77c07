// The whole of an import, as the command line and the desktop do it.
#pragma once

#include <string>

#include "core/dataset/importers/importer.h"

namespace luce {

/// Reads and validates on this thread while the sink stores on another one. Throws what the
/// importer and the sink throw, and ImportError if faulty lines leave no slate of the log.
ImportOutcome importLog(const Importer& importer, const ImportRequest& request, DatasetSink& sink,
                        const Progress& progress, std::stop_token stop);

/// How a log was imported, one JSON object for a workspace: format, files, the complete mapping,
/// what was left out.
std::string importDocument(const Importer& importer, const ImportRequest& request,
                           const ImportOutcome& outcome);

}  // namespace luce
