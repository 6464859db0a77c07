// Numbers on the command line: what is not finite, or too large, is refused as wrong usage.
#include <gmock/gmock.h>

#include <regex>
#include <sstream>

#include "tests/cli/program.h"

namespace luce {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr int kWrongUsage = 2;

struct NumberOption {
  std::string command, name;
};

std::vector<std::string> commands() {
  std::vector<std::string> names;
  std::istringstream help(runLuce({"--help"}).output);
  bool listed = false;
  for (std::string line; std::getline(help, line);) {
    std::smatch match;
    if (line.starts_with("Subcommands:")) listed = true;
    if (listed && std::regex_search(line, match, std::regex("^  ([a-z][a-z-]*) "))) {
      names.push_back(match[1]);
    }
  }
  return names;
}

/// Options whose help says that their value is of the type.
std::vector<NumberOption> optionsOf(const std::string& type) {
  std::vector<NumberOption> options;
  for (const std::string& command : commands()) {
    std::istringstream help(runLuce({command, "--help"}).output);
    for (std::string line; std::getline(help, line);) {
      std::smatch match;
      if (std::regex_search(line, match, std::regex("^  (--[a-z-]+) " + type + "\\b"))) {
        options.push_back({command, match[1]});
      }
    }
  }
  return options;
}

void expectRefused(const NumberOption& option, const std::string& value) {
  const ProgramResult result = runLuce({option.command, option.name, value});
  EXPECT_EQ(result.exitCode, kWrongUsage) << option.command << ' ' << option.name << ' ' << value;
  EXPECT_THAT(result.errors, AllOf(HasSubstr(option.name), HasSubstr(value), HasSubstr("number")));
  EXPECT_THAT(result.output, IsEmpty());
}

TEST(NumberOptions, RefuseWhatIsNotFinite) {
  const std::vector<NumberOption> options = optionsOf("FLOAT");
  ASSERT_GE(options.size(), 7u) << "temperatures of six commands and a tolerance";
  for (const NumberOption& option : options) {
    for (const char* value : {"nan", "inf", "-inf", "1e999", "many"}) expectRefused(option, value);
  }
}

TEST(NumberOptions, RefuseWeightsThatAreNotFinite) {
  const std::vector<NumberOption> options = optionsOf("WEIGHTS");
  ASSERT_GE(options.size(), 10u) << "value and reward weights of five commands";
  for (const NumberOption& option : options) {
    for (const char* value : {"click=nan", "click=1,like=inf", "click=1e999", "click="}) {
      const ProgramResult result = runLuce({option.command, option.name, value});
      EXPECT_EQ(result.exitCode, kWrongUsage) << option.command << option.name << value;
      EXPECT_THAT(result.errors, AllOf(HasSubstr(option.name), HasSubstr("no finite number")));
    }
  }
  EXPECT_EQ(runLuce({"tune", "--importance", "click=nan"}).exitCode, kWrongUsage);
}

TEST(NumberOptions, RefuseSeedsThatNoneCanBe) {
  for (const char* command : {"train", "evaluate", "tune", "estimators"}) {
    for (const char* value : {"99999999999999999999999", "18446744073709551616",
                              "9223372036854775808", "-1", "1.5", "nan"}) {
      expectRefused({command, "--seed"}, value);
    }
  }
}

TEST(NumberOptions, AStepIsAWholeNumber) {
  for (const char* value : {"nan", "inf", "2.5", "99999999999999999999999"}) {
    EXPECT_EQ(runLuce({"evaluate", "--checkpoint", value}).exitCode, kWrongUsage) << value;
    EXPECT_THAT(runLuce({"evaluate", "--checkpoint", value}).errors, HasSubstr("--checkpoint"));
  }
}

}  // namespace
}  // namespace luce
