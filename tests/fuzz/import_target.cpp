// One importer on a log, a schema and a file beside the log.

#include <cmath>
#include <cstdlib>
#include <cstring>
#include <vector>

#include "core/dataset/importers/import_log.h"
#include "core/dataset/slate_table.h"
#include "tests/fuzz/fuzz_folder.h"

// Which importer, and what its files are called; see CMakeLists.txt.
extern const char* const kFuzzedFormat;
extern const char* const kFuzzedLog;
extern const char* const kFuzzedBeside;

namespace luce {
namespace {

constexpr char kSeparator = '\x1e';

std::vector<std::string_view> partsOf(std::string_view bytes) {
  std::vector<std::string_view> parts;
  while (parts.size() < 2) {
    const std::size_t end = bytes.find(kSeparator);
    if (end == std::string_view::npos) break;
    parts.push_back(bytes.substr(0, end));
    bytes.remove_prefix(end + 1);
  }
  parts.push_back(bytes);
  return parts;
}

void require(bool sound) {
  if (!sound) std::abort();
}

void requireSound(const SlateTable& table) {
  for (const double propensity : table.logged().propensity) {
    require(std::isnan(propensity) || (propensity > 0 && propensity <= 1));
  }
  for (const float label : table.logged().labels.values()) require(label >= 0 && label <= 1);
  for (std::size_t slate = 0; slate < table.slateCount(); ++slate) {
    const CandidateRange range = table.candidates(slate);
    require(range.count > 0 && range.first + range.count <= table.candidateCount());
  }
}

void importOnce(const ImportRequest& request) {
  try {
    SlateTableBuilder builder;
    chooseImporter(kFuzzedFormat, request.files).import(request, builder, {}, {});
    requireSound(builder.finish());
  } catch (const Error& error) {
    require(std::strlen(error.what()) > 0);
  }
}

}  // namespace
}  // namespace luce

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace luce;
  static const FuzzFolder folder;
  const auto parts = partsOf(bytesOf(data, size));
  ImportRequest request;
  request.files = {folder.write(kFuzzedLog, parts[0])};
  std::filesystem::remove(folder / kFuzzedBeside);
  if (parts.size() > 2) folder.write(kFuzzedBeside, parts[2]);
  if (parts.size() > 1 && !parts[1].empty()) {
    try {
      request.mapping = mappingFromJson(std::string(parts[1]));
    } catch (const Error&) {
      return -1;
    }
    // Only the file that is there to be read.
    if (request.mapping.items) request.mapping.items->file = folder / kFuzzedBeside;
    if (request.mapping.users) request.mapping.users->file = folder / kFuzzedBeside;
  }
  importOnce(request);
  request.leaveOutFaulty = true;
  importOnce(request);
  return 0;
}
