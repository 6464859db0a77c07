#include "app/desktop/study/experiment_change.h"

#include <QCoreApplication>
#include <QStringList>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "app/desktop/theme.h"

namespace luce::desktop {

namespace {

using Members = std::map<std::string, nlohmann::json>;

const std::string kScheme = "/objective/scheme";

/// All members by their path; a list is one member.
void collect(const nlohmann::json& value, const std::string& path, Members& members) {
  if (!value.is_object()) {
    members[path] = value;
    return;
  }
  for (const auto& [name, member] : value.items()) collect(member, path + '/' + name, members);
}

Members membersOf(const Experiment& experiment) {
  Members members;
  collect(nlohmann::json::parse(experimentToJson(experiment)), "", members);
  return members;
}

QString textOf(const nlohmann::json& value) {
  if (value.is_number()) return theme::number(value.get<double>());
  if (value.is_string()) return QString::fromStdString(value.get<std::string>());
  if (value.is_boolean()) {
    return value.get<bool>() ? QCoreApplication::translate("ExperimentChange", "on")
                             : QCoreApplication::translate("ExperimentChange", "off");
  }
  if (value.is_array() && !value.empty()) {
    QStringList parts;
    for (const nlohmann::json& part : value) parts.append(textOf(part));
    return parts.join(", ");
  }
  return value.is_null() ? QCoreApplication::translate("ExperimentChange", "automatic")
                         : QCoreApplication::translate("ExperimentChange", "none");
}

nlohmann::json valueAt(const Members& members, const std::string& path) {
  const auto found = members.find(path);
  return found == members.end() ? nlohmann::json() : found->second;
}

}  // namespace

QString describeChange(const QString& title, const Experiment& before, const Experiment& after) {
  const Members old = membersOf(before);
  const Members now = membersOf(after);
  std::set<std::string> changed;
  for (const Members* members : {&old, &now}) {
    for (const auto& [path, value] : *members) {
      if (valueAt(old, path) != valueAt(now, path)) changed.insert(path);
    }
  }
  if (changed.count(kScheme) > 0) changed = {kScheme};
  if (changed.size() != 1) return title;
  const std::string& path = *changed.begin();
  return QString("%1 %2 → %3").arg(title, textOf(valueAt(old, path)), textOf(valueAt(now, path)));
}

}  // namespace luce::desktop
