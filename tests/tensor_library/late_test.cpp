// LibTorch, loaded when it is first needed. The estimator's and the learner's own tests are part of
// this program too: they compute by the loaded library here.
#include <dlfcn.h>
#include <gmock/gmock.h>
#include <link.h>

#include <string>
#include <thread>
#include <vector>

#include "core/common/error.h"
#include "core/estimator/device.h"
#include "core/tensor_library/tensor_library.h"

namespace luce {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

bool hasLibrary(const std::string& name) {
  std::pair<const std::string&, bool> search(name, false);
  dl_iterate_phdr(
      [](dl_phdr_info* library, std::size_t, void* given) {
        auto& [wanted, found] = *static_cast<decltype(search)*>(given);
        found = found || std::string(library->dlpi_name).find(wanted) != std::string::npos;
        return 0;
      },
      &search);
  return search.second;
}

/// Before the first test.
const bool hadTorchAtStart = hasLibrary("libtorch");

TEST(LateTensors, LibTorchComesWithTheFirstCallAndNotBefore) {
  EXPECT_FALSE(hadTorchAtStart);
  EXPECT_FALSE(devices().empty());
  EXPECT_TRUE(hasLibrary("libtorch"));
  EXPECT_TRUE(hasLibrary("luce-tensors.so"));
}

TEST(LateTensors, MayBeAskedForByManyAtOnce) {
  std::vector<std::string> answers(8);
  {
    std::vector<std::jthread> threads;
    for (std::string& answer : answers) {
      threads.emplace_back([&answer] {
        loadTensors();
        answer = resolveDevice("cpu");
      });
    }
  }
  EXPECT_THAT(answers, testing::Each("cpu"));
}

TEST(LateTensors, ItsErrorsAreTheProgramsOwn) {
  EXPECT_THAT([] { resolveDevice("abacus"); }, ThrowsMessage<Error>(HasSubstr("abacus")));
}

TEST(LateTensors, ItsCopyOfCoreIsNotMistakenForTheProgramsOwn) {
  loadTensors();
  // Its one function is seen, none of its others.
  EXPECT_NE(dlsym(RTLD_DEFAULT, "luceTensorFunctions"), nullptr);
  EXPECT_EQ(dlsym(RTLD_DEFAULT,
                  "_ZN4luce13resolveDeviceERKNSt7__cxx1112basic_stringIcSt11char_"
                  "traitsIcESaIcEEE"),
            nullptr);
}

}  // namespace
}  // namespace luce
