// A workspace file of random bytes: opened, listed, read to the end.

#include "core/common/error.h"
#include "core/workspace/workspace.h"
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

void readAll(const Workspace& workspace) {
  read([&] {
    for (const DatasetSummary& dataset : workspace.datasets()) {
      read([&] { workspace.loadDataset(dataset.name); });
    }
  });
  read([&] { workspace.runsPutAway(); });
  read([&] { workspace.policiesPutAway(); });
  read([&] {
    for (const PolicyRecord& policy : workspace.policies()) {
      read([&] { workspace.loadPolicy(policy); });
    }
  });
  read([&] {
    for (const RunRecord& run : workspace.runs()) {
      read([&] { workspace.metrics(run.id); });
      read([&] {
        for (const CheckpointRecord& checkpoint : workspace.checkpoints(run.id)) {
          read([&] { workspace.loadCheckpoint(run.id, checkpoint.role); });
        }
      });
    }
  });
}

}  // namespace
}  // namespace luce

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace luce;
  static const FuzzFolder folder;
  const auto file = folder.write("study.luce", bytesOf(data, size));
  for (const char* ending : {"-wal", "-shm", "-journal"}) {
    std::filesystem::remove(file.string() + ending);
  }
  read([&] { readAll(Workspace::open(file)); });
  return 0;
}
