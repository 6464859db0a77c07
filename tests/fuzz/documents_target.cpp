// The documents that people write by hand: schema files, experiments, simulations, sweeps.

#include <cstdlib>

#include "core/common/error.h"
#include "core/dataset/importers/log_mapping.h"
#include "core/dataset/schema.h"
#include "core/simulation/simulator.h"
#include "core/training/experiment.h"
#include "core/tuning/sweep_document.h"
#include "tests/fuzz/fuzz_folder.h"

namespace luce {
namespace {

template <class Read>
void read(Read&& reader) {
  try {
    reader();
  } catch (const Error&) {
  }
}

}  // namespace
}  // namespace luce

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace luce;
  const std::string text(bytesOf(data, size));
  read([&] {
    const LogMapping mapping = mappingFromJson(text);
    if (mappingFromJson(mappingToJson(mapping)) != mapping) std::abort();
  });
  read([&] {
    const Schema schema = schemaFromJson(text);
    if (schemaFromJson(schemaToJson(schema)) != schema) std::abort();
    requireConsistent(schema);
  });
  read([&] { experimentFromJson(text); });
  read([&] { simulationFromJson(text); });
  read([&] {
    const Sweep sweep = sweepFromJson(text);
    if (sweepFromJson(sweepToJson(sweep)) != sweep) std::abort();
  });
  return 0;
}
