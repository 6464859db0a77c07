#include <fmt/format.h>

#include <cmath>
#include <numeric>

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

/// A scheme with the advantage it is asked with.
struct Quantity {
  const Scheme* scheme = nullptr;
  AdvantageKind advantage = AdvantageKind::Raw;
};

/// "grpo" is the scheme with its own advantage, "grpo_raw" the same on raw rewards, "gbpo_group" on
/// rewards normalised within their group.
Quantity findQuantity(const std::string& name) {
  for (const AdvantageKind kind : {AdvantageKind::Raw, AdvantageKind::Group, AdvantageKind::Mean,
                                   AdvantageKind::LeaveOneOut}) {
    const std::string suffix = "_" + toString(kind);
    if (!name.ends_with(suffix)) continue;
    return {&findScheme(name.substr(0, name.size() - suffix.size())), kind};
  }
  const Scheme& scheme = findScheme(name);
  return {&scheme, scheme.description().advantage};
}

Quantity requireQuantity(const std::string& name) {
  try {
    return findQuantity(name);
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
        if (mask[b][i].get<int>() == 0) continue;
        scores_.push_back(source.at("s")[b][i]);
        place_.emplace_back(b, i);
      }
      offsets_.push_back(static_cast<std::int64_t>(scores_.size()));
    }
  }

  ordered_json evaluate(const Quantity& quantity) {
    const SchemeDescription& description = quantity.scheme->description();
    const json& hyper = source_.at("hyper");
    PolicyLoss loss{
        .scheme = quantity.scheme, .advantage = quantity.advantage, .temperature = hyper.at("tau")};
    for (const SchemeParameter& parameter : description.parameters) {
      loss.parameters.push_back(parameterOf(hyper, parameter));
    }
    // The expected reward asks for actions, not for propensities: no row is left out for want of
    // one.
    const bool fullInformation =
        description.reduction == Reduction::SlateMean && description.pairs == PairSet::Rows;
    selectRows(fullInformation);
    ObjectiveBatch<double> batch{offsets_, scores_, &rows_, rewards_};
    std::vector<double> reference, model, gradient(scores_.size());
    std::vector<std::int64_t> order;
    if (description.usesReference) {
      reference = referenceLogPolicy(loss.temperature);
      batch.referenceLogPolicy = reference;
    }
    if (description.usesModelReward) {
      model = valuesOf("q");
      batch.modelReward = model;
    }
    if (description.pairs == PairSet::Stages) {
      order = listOrder(description.list);
      batch.listOrder = order;
    }
    const ObjectiveValue value = SlateObjective<double>().evaluate(loss, batch, gradient);
    return {{"name", source_.at("name")}, {"loss", value.reward}, {"grad_s", padded(gradient)}};
  }

 private:
  void selectRows(bool fullInformation) {
    rows_.candidate.clear();
    rows_.slate.clear();
    rows_.behaviour.clear();
    rewards_.clear();
    for (std::size_t k = 0; k < place_.size(); ++k) {
      const auto [b, i] = place_[k];
      const json& propensity = source_.at("prop")[b][i];
      const bool dropped =
          propensity.is_null() && rows_.rule == PropensityRule::Drop && !fullInformation;
      if (source_.at("logged")[b][i].get<int>() == 0 || dropped) continue;
      rows_.candidate.push_back(static_cast<std::int64_t>(k));
      rows_.slate.push_back(static_cast<std::uint32_t>(b));
      rows_.behaviour.push_back(propensity.is_null() ? kMissing : propensity.get<double>());
      rewards_.push_back(source_.at("reward")[b][i]);
    }
  }

  std::vector<double> valuesOf(const char* member) const {
    std::vector<double> values;
    for (const auto& [b, i] : place_) values.push_back(source_.at(member)[b][i]);
    return values;
  }

  /// Shown: the order of the file.
  std::vector<std::int64_t> listOrder(ListOrder list) const {
    std::vector<std::int64_t> order(place_.size());
    std::iota(order.begin(), order.end(), std::int64_t{0});
    if (list == ListOrder::Shown) return order;
    LoggedRows all;
    all.candidate = order;
    orderByReward(offsets_, all, valuesOf("reward"), order);
    return order;
  }

  static double parameterOf(const json& hyper, const SchemeParameter& parameter) {
    const auto found = hyper.find(parameter.id);
    return found == hyper.end() || found->is_null() ? parameter.standard : found->get<double>();
  }

  std::vector<double> referenceLogPolicy(double temperature) const {
    std::vector<double> logPolicy(scores_.size()), policy(scores_.size());
    const std::vector<double> scores = valuesOf("ref_s");
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

ordered_json describe(const SchemeDescription& description) {
  ordered_json parameters = ordered_json::array();
  for (const SchemeParameter& parameter : description.parameters) {
    parameters.push_back({{"id", parameter.id},
                          {"title", parameter.title},
                          {"help", parameter.help},
                          {"unit", parameter.unit},
                          {"low", parameter.low},
                          {"high", parameter.high},
                          {"default", parameter.standard},
                          {"logarithmic", parameter.logarithmic}});
  }
  return {{"id", description.id},
          {"title", description.title},
          {"family", toString(description.family)},
          {"meaning", description.meaning},
          {"formula", description.formula},
          {"source", description.source},
          {"advantage", toString(description.advantage)},
          {"uses_advantage", description.usesAdvantage},
          {"uses_propensity", description.usesRatio},
          {"parameters", parameters}};
}

void listSchemes(const Output& output) {
  ordered_json schemeList = ordered_json::array(), regulariserList = ordered_json::array();
  std::vector<std::vector<std::string>> table{
      {"scheme", "title", "family", "loss of a pair", "advantage", "source"}};
  const auto add = [&](std::span<const Scheme* const> list, ordered_json& objects) {
    for (const Scheme* scheme : list) {
      const SchemeDescription& description = scheme->description();
      objects.push_back(describe(description));
      table.push_back(
          {description.id, description.title, toString(description.family), description.formula,
           description.usesAdvantage ? toString(description.advantage) : "–", description.source});
    }
  };
  add(schemes(), schemeList);
  add(regularisers(), regulariserList);
  if (output.json) {
    printJson({{"schemes", schemeList}, {"regularisers", regulariserList}});
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
  const Quantity quantity = requireQuantity(options.scheme);
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
                      "Scheme or regulariser; with _raw, _group, _mean or _leave_one_out added: on "
                      "such advantages");
  command->add_option("--cases", options->cases, "Cases (JSON)");
  command->add_flag("--list", options->list, "List the schemes with their parameters");
  command->add_flag("--json", options->output.json, "Print one JSON object");
  command->callback([options] { run(*options); });
}

}  // namespace luce::cli
