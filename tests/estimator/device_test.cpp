#include "core/estimator/device.h"

#include <gmock/gmock.h>

#include <fstream>
#include <thread>

#include "core/estimator/cuda_driver.h"

namespace luce {
namespace {

using testing::HasSubstr;

TEST(CudaDriver, TellsNameAndMemoryOfAGpu) {
  const std::string driver = LUCE_TEST_DRIVER;
  const auto first = cudaDeviceFacts(0, driver);
  const auto second = cudaDeviceFacts(1, driver);
  ASSERT_TRUE(first && second);
  EXPECT_EQ(first->name, "Test GPU 0");
  EXPECT_EQ(first->memory, 8'000'000'000);
  EXPECT_EQ(second->name, "Test GPU 1");
  EXPECT_EQ(second->memory, 16'000'000'000);
  EXPECT_FALSE(cudaDeviceFacts(2, driver));
}

TEST(CudaDriver, IsNotMissedWhereThereIsNone) {
  EXPECT_FALSE(cudaDeviceFacts(0, "libluce-no-such-driver.so"));
  // A library, but no driver.
  EXPECT_FALSE(cudaDeviceFacts(0, "libsqlite3.so.0"));
}

TEST(Devices, BeginWithTheProcessorAndItsMemory) {
  const DeviceDescription processor = devices().front();
  EXPECT_EQ(processor.id, "cpu");
  EXPECT_THAT(processor.title, HasSubstr(std::to_string(std::thread::hardware_concurrency())));
  // The kernel's own count, in KiB.
  std::ifstream facts("/proc/meminfo");
  std::string name;
  std::int64_t kibibytes = 0;
  facts >> name >> kibibytes;
  ASSERT_EQ(name, "MemTotal:");
  EXPECT_NEAR(static_cast<double>(processor.memory), 1024.0 * static_cast<double>(kibibytes),
              0.01 * static_cast<double>(processor.memory));
}

}  // namespace
}  // namespace luce
