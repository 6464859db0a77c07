#include "core/training/experiment.h"

#include <fmt/ranges.h>

#include <algorithm>

#include "core/common/json_reader.h"
#include "core/training/experiment_members.h"

namespace luce {

namespace {

using nlohmann::json;

using std::initializer_list;

/// Reads the members of one object of a document.
class ExperimentReader {
 public:
  explicit ExperimentReader(JsonReader& reader) : reader_(reader) {}

  template <class Section, class Visit>
  void section(const char* name, Section& value, Visit&& visit) {
    const json* object = reader_.member(name);
    if (object == nullptr) return;
    JsonReader inner(*object, reader_.pathOf(name));
    ExperimentReader visitor(inner);
    visit(visitor, value);
    inner.finish();
  }
  template <class Section, class Visit>
  void optionalSection(const char* name, std::optional<Section>& value, Visit&& visit) {
    if (reader_.member(name) != nullptr) section(name, value.emplace(), visit);
  }
  void number(const char* name, double& value, double low, double high) {
    reader_.number(name, value, low, high);
  }
  template <class Integer>
  void integer(const char* name, Integer& value, std::int64_t low, std::int64_t high) {
    reader_.integer(name, value, low, high);
  }
  void integers(const char* name, std::vector<int>& values, int low, int high) {
    reader_.integers(name, values, low, high);
  }
  void boolean(const char* name, bool& value) { reader_.boolean(name, value); }
  void text(const char* name, std::string& value) { reader_.text(name, value); }
  /// Whoever looks for the name refuses unknown ones.
  void name(const char* name, std::string& value, const std::vector<std::string>&) {
    reader_.text(name, value);
  }
  void requiredText(const char* name, std::string& value, const char* what) {
    reader_.text(name, value);
    if (value.empty()) reader_.wrong(name, json(value), what);
  }
  template <class Choice>
  void choice(const char* name, Choice& value, initializer_list<Choice> choices) {
    std::string text = toString(value);
    reader_.text(name, text);
    std::vector<std::string> known;
    for (const Choice candidate : choices) {
      known.push_back(toString(candidate));
      if (known.back() == text) {
        value = candidate;
        return;
      }
    }
    reader_.wrongChoice(name, text, known);
  }
  template <class Choice>
  void optionalChoice(const char* name, std::optional<Choice>& value,
                      initializer_list<Choice> choices) {
    if (reader_.member(name) == nullptr) return;
    value = *choices.begin();
    choice(name, *value, choices);
  }
  void numbersByName(const char* name, std::map<std::string, double>& values) {
    reader_.numbersByName(name, values);
  }
  void optionalNumbersByName(const char* name,
                             std::optional<std::map<std::string, double>>& values) {
    if (reader_.member(name) != nullptr) reader_.numbersByName(name, values.emplace());
  }
  void checkpoint(const char* name, StartSettings& start) {
    const json* found = reader_.member(name);
    if (found == nullptr) return;
    if (found->is_number()) {
      reader_.integer(name, start.step.emplace(), 0);
      return;
    }
    const std::vector<std::string>& roles = startRoles();
    if (!found->is_string() ||
        std::find(roles.begin(), roles.end(), found->get<std::string>()) == roles.end()) {
      reader_.wrong(name, *found,
                    fmt::format("one of {}, or a step of the run's trail", fmt::join(roles, ", ")));
    }
    start.role = found->get<std::string>();
  }

 private:
  JsonReader& reader_;
};

/// Writes them.
class ExperimentWriter {
 public:
  explicit ExperimentWriter(json& object) : object_(object) { object_ = json::object(); }

  template <class Section, class Visit>
  void section(const char* name, Section& value, Visit&& visit) {
    ExperimentWriter visitor(object_[name]);
    visit(visitor, value);
  }
  template <class Section, class Visit>
  void optionalSection(const char* name, std::optional<Section>& value, Visit&& visit) {
    object_[name] = nullptr;
    if (value) section(name, *value, visit);
  }
  void number(const char* name, double value, double, double) { object_[name] = value; }
  template <class Integer>
  void integer(const char* name, Integer value, std::int64_t, std::int64_t) {
    object_[name] = value;
  }
  void integers(const char* name, const std::vector<int>& values, int, int) {
    object_[name] = values;
  }
  void boolean(const char* name, bool value) { object_[name] = value; }
  void text(const char* name, const std::string& value) { object_[name] = value; }
  void name(const char* name, const std::string& value, const std::vector<std::string>&) {
    object_[name] = value;
  }
  void requiredText(const char* name, const std::string& value, const char*) {
    object_[name] = value;
  }
  template <class Choice>
  void choice(const char* name, Choice value, initializer_list<Choice>) {
    object_[name] = toString(value);
  }
  template <class Choice>
  void optionalChoice(const char* name, const std::optional<Choice>& value,
                      initializer_list<Choice>) {
    object_[name] = value ? json(toString(*value)) : json();
  }
  void numbersByName(const char* name, const std::map<std::string, double>& values) {
    object_[name] = values;
  }
  void optionalNumbersByName(const char* name,
                             const std::optional<std::map<std::string, double>>& values) {
    object_[name] = values ? json(*values) : json();
  }
  void checkpoint(const char* name, const StartSettings& start) {
    object_[name] = start.step ? json(*start.step) : json(start.role);
  }

 private:
  json& object_;
};

TaskWeights weightsByTask(const std::map<std::string, double>& named, const char* which,
                          std::span<const std::string> tasks) {
  TaskWeights weights(tasks.size(), named.empty() ? 1.0 : 0.0);
  for (const auto& [task, weight] : named) {
    const auto found = std::find(tasks.begin(), tasks.end(), task);
    if (found == tasks.end()) {
      throw Error(fmt::format(
          "experiment.{} names the task \"{}\", which the dataset lacks; its "
          "tasks are {}.{}",
          which, task, fmt::join(tasks, ", "), didYouMean(task, {tasks.begin(), tasks.end()})));
    }
    weights[static_cast<std::size_t>(found - tasks.begin())] = weight;
  }
  return weights;
}

}  // namespace

std::string toString(Precision precision) {
  return precision == Precision::BFloat16 ? "bfloat16" : "float32";
}

const std::vector<std::string>& startRoles() {
  static const std::vector<std::string> roles{"result", "best", "supervised"};
  return roles;
}

std::string experimentToJson(const Experiment& experiment) {
  json document;
  ExperimentWriter writer(document);
  Experiment copy = experiment;
  visitExperiment(writer, copy);
  return document.dump(2);
}

Experiment experimentFromJson(const std::string& text) {
  const json document = JsonReader::parse(text, "The experiment");
  JsonReader reader(document, "experiment");
  Experiment experiment;
  ExperimentReader visitor(reader);
  visitExperiment(visitor, experiment);
  reader.finish();
  // These refuse unknown names now.
  schemeParameters(experiment.objective);
  findRegulariser(experiment.objective.regulariser);
  return experiment;
}

TaskWeights valueWeights(const Experiment& experiment, std::span<const std::string> tasks) {
  return weightsByTask(experiment.valueWeights, "value_weights", tasks);
}

TaskWeights rewardWeights(const Experiment& experiment, std::span<const std::string> tasks) {
  return experiment.rewardWeights
             ? weightsByTask(*experiment.rewardWeights, "reward_weights", tasks)
             : valueWeights(experiment, tasks);
}

std::vector<double> schemeParameters(const ObjectiveSettings& settings) {
  const Scheme& scheme = findTrainableScheme(settings.scheme);
  const auto& specifications = scheme.description().parameters;
  std::vector<double> values = standardParameters(scheme);
  for (const auto& setting : settings.parameters) {
    const std::string& id = setting.first;
    const double value = setting.second;
    const auto found =
        std::find_if(specifications.begin(), specifications.end(),
                     [&](const SchemeParameter& parameter) { return parameter.id == id; });
    if (found == specifications.end()) {
      std::vector<std::string> known;
      for (const SchemeParameter& parameter : specifications) known.push_back(parameter.id);
      throw Error(fmt::format(
          "The scheme \"{}\" has no parameter \"{}\"; {}.{}", settings.scheme, id,
          known.empty() ? "it has none" : fmt::format("it has {}", fmt::join(known, ", ")),
          didYouMean(id, known)));
    }
    if (!(value >= found->low && value <= found->high)) {
      throw Error(
          fmt::format("experiment.objective.parameters.{} is {}; expected a number from {} "
                      "to {}.",
                      id, value, found->low, found->high));
    }
    values[static_cast<std::size_t>(found - specifications.begin())] = value;
  }
  return values;
}

}  // namespace luce
