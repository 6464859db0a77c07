#include <fmt/format.h>

#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "core/estimator/device.h"

namespace luce::cli {

namespace {

void run(const Output& output) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const DeviceDescription& device : devices()) {
    if (!output.json) {
      fmt::print("{:<8}{}{}\n", device.id, device.title,
                 device.memory > 0
                     ? fmt::format(", {:.1f} GB", static_cast<double>(device.memory) / 1e9)
                     : "");
    }
    list.push_back({{"id", device.id}, {"title", device.title}, {"memory", device.memory}});
  }
  if (output.json) printJson({{"libtorch", libtorchVersion()}, {"devices", list}});
}

}  // namespace

void addDevices(CLI::App& program) {
  auto output = std::make_shared<Output>();
  CLI::App* command =
      program.add_subcommand("devices", "What --device may name here, with its memory");
  command->add_flag("--json", output->json, "Print one JSON object");
  command->callback([output] { run(*output); });
}

}  // namespace luce::cli
