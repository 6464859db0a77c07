#include "core/dataset/importers/mapped_importer.h"

#include <algorithm>

#include "core/dataset/importers/byte_stream.h"
#include "core/dataset/importers/flat_log.h"

namespace luce {

bool MappedImporter::recognises(const std::filesystem::path& file) const {
  try {
    const auto contained = containedFiles(file);
    if (contained.empty()) return format_->recognises(file);
    return std::any_of(contained.begin(), contained.end(),
                       [&](const auto& member) { return format_->recognises(member); });
  } catch (const Error&) {
    return false;
  }
}

ImportOutcome MappedImporter::import(const ImportRequest& request, DatasetSink& sink,
                                     const Progress& progress, std::stop_token stop) const {
  if (request.files.empty()) throw Error("There is no file to import.");
  ProblemList problems;
  const FlatLog log(
      *format_,
      chosenLogs(request.files, [&](const auto& file) { return format_->recognises(file); }),
      request.mapping, problems);
  problems.throwIfAny();
  ImportOutcome outcome = log.read(sink, {.leaveOutFaulty = request.leaveOutFaulty}, problems,
                                   progress, std::move(stop));
  if (!request.leaveOutFaulty) problems.throwIfAny(/*ofLines=*/true);
  return outcome;
}

}  // namespace luce
