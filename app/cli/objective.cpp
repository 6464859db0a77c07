#include <fmt/format.h>

#include <cmath>

#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "core/common/error.h"
#include "core/common/json_reader.h"
#include "core/objective/slate_objective.h"
#include "core/policy/plackett_luce.h"

namespace luce::cli {

namespace {

using nlohmann::json;
using nlohmann::ordered_json;

struct Options {
  std::string scheme;
  std::string cases;
  bool list = false;
  Output output;
};

/// A quantity that the command computes: a scheme with its advantage, or a regulariser.
struct Quantity {
  const Scheme* scheme = nullptr;  ///< null: the exact divergence from the reference scores
  AdvantageKind advantage = AdvantageKind::Raw;
};

constexpr const char* kExactDivergence = "kl_exact";
constexpr const char* kRawSuffix = "_raw";

/// "grpo" is the scheme with its own advantage, "grpo_raw" the same with raw rewards.
Quantity findQuantity(const std::string& name) {
  if (name == kExactDivergence) return {};
  const bool raw = name.ends_with(kRawSuffix);
  const std::string id = raw ? name.substr(0, name.size() - std::strlen(kRawSuffix)) : name;
  try {
    const Scheme& scheme = findScheme(id);
    return {&scheme, raw ? AdvantageKind::Raw : scheme.description().advantage};
  } catch (const Error& error) {
    throw CLI::ValidationError("--scheme", error.what());
  }
}

/// One case of the file: padded lists, turned into a ragged batch and back.
class ObjectiveCase {
 public:
  explicit ObjectiveCase(const json& source) : source_(source) {
    const json& mask = source.at("mask");
    rows_.rule = propensityRuleFromString(source.at("missing"));
    for (std::size_t b = 0; b < mask.size(); ++b) {
      for (std::size_t i = 0; i < mask[b].size(); ++i) {
        if (mask[b][i].get<int>() != 0) addCandidate(b, i);
      }
      offsets_.push_back(static_cast<std::int64_t>(scores_.size()));
    }
  }

  ordered_json evaluate(const Quantity& quantity) {
    const json& hyper = source_.at("hyper");
    PolicyLoss loss;
    loss.scheme = quantity.scheme != nullptr ? quantity.scheme : schemes().front();
    loss.advantage = quantity.advantage;
    loss.temperature = hyper.at("tau");
    loss.weight = quantity.scheme != nullptr ? 1 : 0;
    loss.klWeight = quantity.scheme != nullptr ? 0 : 1;
    for (const SchemeParameter& parameter : loss.scheme->description().parameters) {
      loss.parameters.push_back(parameterOf(hyper, parameter));
    }
    std::vector<double> reference, gradient(scores_.size());
    if (quantity.scheme == nullptr) reference = referenceLogPolicy(loss.temperature);
    const ObjectiveValue value = SlateObjective<double>().evaluate(
        loss, {offsets_, scores_, &rows_, rewards_, reference}, gradient);
    return {{"name", source_.at("name")}, {"loss", value.total}, {"grad_s", padded(gradient)}};
  }

 private:
  void addCandidate(std::size_t b, std::size_t i) {
    const auto candidate = static_cast<std::int64_t>(scores_.size());
    scores_.push_back(source_.at("s")[b][i]);
    place_.emplace_back(b, i);
    const json& propensity = source_.at("prop")[b][i];
    const bool dropped = propensity.is_null() && rows_.rule == PropensityRule::Drop;
    if (source_.at("logged")[b][i].get<int>() == 0 || dropped) return;
    rows_.candidate.push_back(candidate);
    rows_.slate.push_back(static_cast<std::uint32_t>(b));
    rows_.behaviour.push_back(propensity.is_null() ? kMissing : propensity.get<double>());
    rewards_.push_back(source_.at("reward")[b][i]);
  }

  static double parameterOf(const json& hyper, const SchemeParameter& parameter) {
    const auto found = hyper.find(parameter.id);
    return found == hyper.end() || found->is_null() ? parameter.standard : found->get<double>();
  }

  std::vector<double> referenceLogPolicy(double temperature) const {
    std::vector<double> scores, logPolicy(scores_.size()), policy(scores_.size());
    for (const auto& [b, i] : place_) scores.push_back(source_.at("ref_s")[b][i]);
    firstPlacePolicy<double>(offsets_, scores, temperature, logPolicy, policy);
    return logPolicy;
  }

  ordered_json padded(const std::vector<double>& values) const {
    ordered_json result = ordered_json::array();
    for (const json& row : source_.at("mask")) {
      result.push_back(std::vector<double>(row.size(), 0.0));
    }
    for (std::size_t k = 0; k < values.size(); ++k) {
      result[place_[k].first][place_[k].second] = values[k];
    }
    return result;
  }

  const json& source_;
  std::vector<std::int64_t> offsets_{0};
  std::vector<double> scores_, rewards_;
  std::vector<std::pair<std::size_t, std::size_t>> place_;
  LoggedRows rows_;
};

void listSchemes(const Output& output) {
  ordered_json list = ordered_json::array();
  std::vector<std::vector<std::string>> table{
      {"scheme", "title", "row loss", "advantage", "source"}};
  for (const Scheme* scheme : schemes()) {
    const SchemeDescription& description = scheme->description();
    ordered_json parameters = ordered_json::array();
    for (const SchemeParameter& parameter : description.parameters) {
      parameters.push_back({{"id", parameter.id},
                            {"title", parameter.title},
                            {"help", parameter.help},
                            {"low", parameter.low},
                            {"high", parameter.high},
                            {"default", parameter.standard},
                            {"logarithmic", parameter.logarithmic}});
    }
    list.push_back({{"id", description.id},
                    {"title", description.title},
                    {"meaning", description.meaning},
                    {"formula", description.formula},
                    {"source", description.source},
                    {"advantage", toString(description.advantage)},
                    {"parameters", parameters}});
    table.push_back({description.id, description.title, description.formula,
                     toString(description.advantage), description.source});
  }
  if (output.json) {
    printJson({{"schemes", list}});
  } else {
    printTable(table);
  }
}

void run(const Options& options) {
  if (options.list) {
    listSchemes(options.output);
    return;
  }
  if (options.scheme.empty() || options.cases.empty()) {
    throw CLI::ValidationError("objective", "give --scheme and --cases, or --list");
  }
  const Quantity quantity = findQuantity(options.scheme);
  const json document = JsonReader::parse(readFile(options.cases), options.cases);
  ordered_json results = ordered_json::array();
  try {
    for (const json& source : document.at("cases")) {
      results.push_back(ObjectiveCase(source).evaluate(quantity));
    }
  } catch (const json::exception& error) {
    throw Error(fmt::format("{} does not have the layout of objective cases: {}.", options.cases,
                            error.what()));
  }
  if (options.output.json) {
    printJson({{"scheme", options.scheme}, {"cases", results}});
    return;
  }
  std::vector<std::vector<std::string>> table{{"case", "loss", "∂loss/∂s"}};
  for (const ordered_json& result : results) {
    table.push_back({result["name"], fmt::format("{:.9g}", result["loss"].get<double>()),
                     result["grad_s"].dump()});
  }
  printTable(table);
}

}  // namespace

void addObjective(CLI::App& program) {
  auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand(
      "objective", "Loss and its gradient by the scores, case by case, in double precision");
  command->add_option("--scheme", options->scheme,
                      "Scheme; with _raw added: on raw rewards; or kl_exact");
  command->add_option("--cases", options->cases, "Cases (JSON)");
  command->add_flag("--list", options->list, "List the schemes with their parameters");
  command->add_flag("--json", options->output.json, "Print one JSON object");
  command->callback([options] { run(*options); });
}

}  // namespace luce::cli
