// Batches that the memory has no room for.
#include <gmock/gmock.h>
#include <sys/resource.h>
#include <unistd.h>

#include <fstream>

#include "core/estimator/device.h"
#include "core/training/trainer.h"
#include "tests/support/own_process.h"
#include "tests/support/tiny_logs.h"

namespace luce {
namespace {

using testing::HasSubstr;

Experiment wideExperiment(int slatesPerBatch) {
  Experiment experiment;
  experiment.estimator.hidden = {2048};
  experiment.split.validation = 0;
  experiment.split.test = 0;
  experiment.schedule.supervisedEpochs = 2;
  experiment.schedule.alignmentEpochs = 1;
  experiment.schedule.slatesPerBatch = slatesPerBatch;
  experiment.schedule.trail = false;
  experiment.threads = 1;
  return experiment;
}

TrainingOutcome trainOn(const SlateTable& table, const Experiment& experiment) {
  TrainingControl control;
  return train(table, experiment, control, nullptr, {});
}

/// From now on this process gets no more than so many bytes beyond what it has.
void limitMemory(std::size_t more) {
  std::ifstream facts("/proc/self/statm");
  std::size_t pages = 0;
  facts >> pages;
  const rlim_t bytes = pages * static_cast<std::size_t>(sysconf(_SC_PAGE_SIZE)) + more;
  const rlimit limit{bytes, bytes};
  setrlimit(RLIMIT_AS, &limit);
}

// 5,000 candidates through 8,192 units take 164 MB: more than earlier tests of this process may
// have left free within it.
TEST(ShortMemory, MakesBatchesSmallerAndTellsSo) {
  const std::string told = inOwnProcess([] {
    const SlateTable table = tinySlateLog(1000);
    // Whatever the libraries take at their first step.
    trainOn(tinySlateLog(4), wideExperiment(4));
    Experiment experiment = wideExperiment(1000);
    experiment.estimator.hidden = {8192};
    limitMemory(140u << 20);
    const TrainingOutcome outcome = trainOn(table, experiment);
    return toString(outcome.phase) + " after " + std::to_string(outcome.steps) +
           " steps: " + outcome.message;
  });
  EXPECT_THAT(told, HasSubstr("finished after"));
  EXPECT_THAT(told, HasSubstr("Batches of 1000 slates did not fit into the memory of cpu; training "
                              "goes on with "));
  EXPECT_THAT(told, testing::Not(HasSubstr("after 3 steps")));
}

TEST(ShortMemory, EndsARunWhoseSmallestBatchIsTooLarge) {
  const std::string told = inOwnProcess([] {
    const SlateTable table = tinySlateLog(20);
    trainOn(tinySlateLog(4), wideExperiment(4));
    Experiment experiment = wideExperiment(2);
    // The weights of 34 MB fit several times, what Adam remembers of them does not.
    experiment.estimator.hidden = {2048, 4096};
    limitMemory(170u << 20);
    const TrainingOutcome outcome = trainOn(table, experiment);
    return toString(outcome.phase) + ": " + outcome.message;
  });
  EXPECT_THAT(told, HasSubstr("A batch of 1 slates does not fit into the memory of cpu"));
  EXPECT_THAT(told, HasSubstr("Choose a smaller batch"));
}

}  // namespace
}  // namespace luce
