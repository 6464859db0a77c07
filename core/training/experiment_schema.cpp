#include "core/training/experiment_schema.h"

#include <fmt/format.h>

#include <map>
#include <nlohmann/json.hpp>

#include "core/common/error.h"
#include "core/training/experiment_members.h"

namespace luce {

namespace {

using nlohmann::ordered_json;

/// What members mean, by path.
const std::map<std::string, std::string>& meanings() {
  static const std::map<std::string, std::string> texts{
      {"split", "How the dataset is cut into training, validation and test slates."},
      {"split.rule",
       "time: the oldest slates train, the newest test; hash: by a hash of seed and slate key; "
       "automatic: time where every slate has one, else hash."},
      {"split.validation", "Share of the slates."},
      {"split.test", "Share of the slates."},
      {"split.seed", "Of the hash."},
      {"estimator", "The model of the task probabilities."},
      {"estimator.hidden", "Widths of the hidden layers; an empty list: a linear model."},
      {"estimator.embedding_dimension", "Of categories; 0 = no embedding."},
      {"estimator.hash_buckets", "Rows of the embedding table that categories are hashed into."},
      {"estimator.item_embedding", "Whether items have an embedding by their key."},
      {"value_weights",
       "vm: weight of each task in the score s = Σ vm·p, by task; empty: 1 each. Tasks not named "
       "have 0."},
      {"reward_weights",
       "w: weight of each task in the reward r = Σ w·action, by task; null: the value weights."},
      {"temperature", "τ of the policy softmax(s/τ)."},
      {"objective", "What alignment minimises."},
      {"objective.scheme", "The clipping scheme; luce-cli objective --list tells them."},
      {"objective.parameters",
       "The scheme's parameters by name; those not named have their standard value."},
      {"objective.rows",
       "Which logged (slate, item) pairs enter; null: what the log supports without bias."},
      {"objective.propensity_rule",
       "What a row without a stated propensity gets: one (1), self (the policy's own), uniform "
       "(1/N) or drop."},
      {"objective.advantage", "How advantages come from rewards; null: the scheme's own."},
      {"objective.advantage_group",
       "Which rows share one mean and spread; automatic: the slate where it has several rows, else "
       "the batch."},
      {"objective.advantage_feature",
       "Of the group context: the context feature; empty: the first."},
      {"objective.weight", "λ of the reward term during alignment."},
      {"objective.kl_weight", "β of the regulariser."},
      {"objective.regulariser", "What holds the policy near the reference policy."},
      {"objective.entropy_weight", "η of the entropy, which is subtracted."},
      {"objective.task_weight", "Of the task loss during alignment."},
      {"optimiser", "AdamW."},
      {"optimiser.learning_rate", "During supervised warm-up."},
      {"optimiser.alignment_learning_rate", "During alignment."},
      {"optimiser.weight_decay", "Decoupled."},
      {"optimiser.gradient_clip", "Largest gradient norm of a step; 0 = none."},
      {"schedule", "How long, and in which portions."},
      {"schedule.supervised_epochs", "Warm-up on the task loss alone."},
      {"schedule.alignment_epochs", "Alignment with the reward."},
      {"schedule.slates_per_batch", "Slates of a step."},
      {"schedule.evaluations_per_epoch", "Held-out estimates."},
      {"schedule.keep_best",
       "Whether the run ends on the weights of its best held-out estimate, not on its last."},
      {"schedule.trail", "Whether checkpoints along the way are kept for replay."},
      {"start", "Weights of another run of the workspace to start from; null: random weights."},
      {"start.run", "The other run's name."},
      {"start.checkpoint", "Which of its weights: a role, or a step of its trail."},
      {"start.reference",
       "What holds the policy during alignment: the weights that it starts from (start), or the "
       "other run's supervised checkpoint (source)."},
      {"seed", "Of weights, the order of slates and everything else that is drawn."},
      {"device", "auto, cpu, cuda or cuda:N."},
      {"precision", "What the layers multiply in while they are trained; weights are float32."},
      {"threads",
       "Of the processor; 0 = one a processor. The same number gives the same numbers."}};
  return texts;
}

/// Describes the members instead of reading them; values are the defaults. JSON null counts as left
/// out everywhere.
class SchemaWriter {
 public:
  SchemaWriter(ordered_json& schema, std::string path) : schema_(schema), path_(std::move(path)) {
    schema_["properties"] = ordered_json::object();
    schema_["additionalProperties"] = false;
  }

  template <class Section, class Visit>
  void section(const char* name, Section& value, Visit&& visit) {
    ordered_json& member = add(name, {"object", "null"});
    SchemaWriter inner(member, pathOf(name) + ".");
    visit(inner, value);
  }
  template <class Section, class Visit>
  void optionalSection(const char* name, std::optional<Section>&, Visit&& visit) {
    Section value;
    section(name, value, visit);
    schema_["properties"][name]["default"] = nullptr;
  }
  void number(const char* name, double value, double low, double high) {
    ordered_json& member = add(name, {"number", "null"});
    member["minimum"] = low;
    member["maximum"] = high;
    member["default"] = value;
  }
  template <class Integer>
  void integer(const char* name, Integer value, std::int64_t low, std::int64_t high) {
    ordered_json& member = add(name, {"integer", "null"});
    member["minimum"] = low;
    member["maximum"] = high;
    member["default"] = value;
  }
  void integers(const char* name, const std::vector<int>& values, int low, int high) {
    ordered_json& member = add(name, {"array", "null"});
    member["items"] = {{"type", "integer"}, {"minimum", low}, {"maximum", high}};
    member["default"] = values;
  }
  void boolean(const char* name, bool value) { add(name, {"boolean", "null"})["default"] = value; }
  void text(const char* name, const std::string& value) {
    add(name, {"string", "null"})["default"] = value;
  }
  void name(const char* name, const std::string& value, const std::vector<std::string>& known) {
    choices(name, known)["default"] = value;
  }
  void requiredText(const char* name, const std::string&, const char*) {
    ordered_json& member = add(name, "string");
    member["minLength"] = 1;
    schema_["required"].push_back(name);
  }
  template <class Choice>
  void choice(const char* name, Choice value, std::initializer_list<Choice> values) {
    choices(name, textsOf(values))["default"] = toString(value);
  }
  template <class Choice>
  void optionalChoice(const char* name, const std::optional<Choice>&,
                      std::initializer_list<Choice> values) {
    choices(name, textsOf(values))["default"] = nullptr;
  }
  void numbersByName(const char* name, const std::map<std::string, double>& values) {
    ordered_json& member = add(name, {"object", "null"});
    member["additionalProperties"] = {{"type", "number"}};
    member["default"] = values;
  }
  void optionalNumbersByName(const char* name,
                             const std::optional<std::map<std::string, double>>&) {
    numbersByName(name, {});
    schema_["properties"][name]["default"] = nullptr;
  }
  void checkpoint(const char* name, const StartSettings& start) {
    ordered_json& member = add(name, ordered_json());
    member.erase("type");
    ordered_json roles = startRoles();
    roles.push_back(nullptr);
    member["anyOf"] = {{{"enum", roles}}, {{"type", "integer"}, {"minimum", 0}}};
    member["default"] = start.role;
  }

 private:
  std::string pathOf(const char* name) const { return path_ + name; }

  ordered_json& add(const char* name, const ordered_json& type) {
    ordered_json& member = schema_["properties"][name];
    member["description"] = meanings().at(pathOf(name));
    member["type"] = type;
    return member;
  }
  ordered_json& choices(const char* name, const std::vector<std::string>& known) {
    ordered_json& member = add(name, ordered_json());
    member.erase("type");
    member["enum"] = known;
    member["enum"].push_back(nullptr);
    return member;
  }
  template <class Choice>
  static std::vector<std::string> textsOf(std::initializer_list<Choice> values) {
    std::vector<std::string> texts;
    for (const Choice value : values) texts.push_back(toString(value));
    return texts;
  }

  ordered_json& schema_;
  std::string path_;
};

/// "If this is the scheme, then these are the parameters."
ordered_json parametersOf(const SchemeDescription& scheme, bool standard) {
  ordered_json properties = ordered_json::object();
  for (const SchemeParameter& parameter : scheme.parameters) {
    ordered_json& member = properties[parameter.id];
    member["title"] = parameter.title;
    member["description"] = parameter.help;
    member["type"] = "number";
    member["minimum"] = parameter.low;
    member["maximum"] = parameter.high;
    member["default"] = parameter.standard;
  }
  ordered_json condition;
  if (standard) {
    condition["properties"]["scheme"]["enum"] = {scheme.id, nullptr};
  } else {
    condition["properties"]["scheme"]["const"] = scheme.id;
    condition["required"] = {"scheme"};
  }
  return {{"if", condition},
          {"then",
           {{"title", scheme.title},
            {"description", fmt::format("{} Loss of a pair: {}. Source: {}.", scheme.meaning,
                                        scheme.formula, scheme.source)},
            {"properties",
             {{"parameters", {{"properties", properties}, {"additionalProperties", false}}}}}}}};
}

}  // namespace

std::string experimentSchema() {
  ordered_json schema;
  schema["$schema"] = "https://json-schema.org/draft/2020-12/schema";
  schema["title"] = "Experiment of Luce";
  schema["description"] =
      "One document that fixes everything of a run. Members left out, or null, have their default.";
  schema["type"] = "object";
  SchemaWriter writer(schema, "");
  Experiment standard;
  visitExperiment(writer, standard);
  ordered_json& objective = schema["properties"]["objective"];
  for (const Scheme* scheme : schemes()) {
    const SchemeDescription& description = scheme->description();
    objective["allOf"].push_back(
        parametersOf(description, description.id == standard.objective.scheme));
  }
  return schema.dump(2) + "\n";
}

}  // namespace luce
