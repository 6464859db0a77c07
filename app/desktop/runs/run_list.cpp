#include "app/desktop/runs/run_list.h"

#include <limits>

#include "core/common/error.h"
#include "core/training/experiment_fields.h"

namespace luce::desktop {

namespace {

double numberOf(const QString& text) {
  bool isNumber = false;
  const double number = text.toDouble(&isNumber);
  return isNumber ? number : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace

void RunList::read(const Workspace& workspace, WorkspaceView& view) {
  if (file_ != workspace.file().string()) *this = RunList();
  file_ = workspace.file().string();
  for (RunRecord& record : workspace.runs()) {
    view.runs.push_back(entryOf(workspace, std::move(record)));
  }
  for (RunRecord& record : workspace.runsPutAway()) {
    view.runsPutAway.push_back(entryOf(workspace, std::move(record)));
  }
  for (auto* entries : {&view.runs, &view.runsPutAway}) {
    for (RunEntry& entry : *entries) entry.parameters.resize(parameters_.size(), -1);
  }
  view.parameters = parameters_;
}

RunEntry RunList::entryOf(const Workspace& workspace, RunRecord record) {
  Known& known = known_[record.id];
  const bool same = record.status != RunStatus::Running && known.started == record.started &&
                    known.seconds == record.seconds && known.experiment == record.experiment;
  if (!same) known = learn(workspace, record);
  RunEntry entry;
  entry.record = std::move(record);
  entry.scheme = known.scheme;
  entry.heldOut = known.result.heldOut;
  entry.keptStep = known.result.keptStep;
  entry.parameters = known.parameters;
  return entry;
}

RunList::Known RunList::learn(const Workspace& workspace, const RunRecord& record) {
  Known known;
  known.started = record.started;
  known.experiment = record.experiment;
  // Of a run that goes on nothing is final.
  if (record.status != RunStatus::Running) known.seconds = record.seconds;
  known.result = resultOf(workspace, record.id);
  readExperiment(record.experiment, known);
  return known;
}

void RunList::readExperiment(const std::string& text, Known& known) {
  try {
    const Experiment experiment = experimentFromJson(text);
    known.scheme = QString::fromStdString(experiment.objective.scheme);
    for (const auto& [key, value] : experimentFields(experiment)) {
      const int index = indexOf(key, value);
      const std::size_t place = places_[key];
      if (known.parameters.size() <= place) known.parameters.resize(place + 1, -1);
      known.parameters[place] = index;
    }
  } catch (const Error&) {
    // A run of another Luce: it can be listed, renamed and removed all the same.
    known.scheme.clear();
    known.parameters.clear();
  }
}

int RunList::indexOf(const std::string& key, const std::string& value) {
  const auto [place, added] = places_.try_emplace(key, parameters_.size());
  if (added) {
    parameters_.push_back({QString::fromStdString(key), {}});
    values_.emplace_back();
  }
  RunParameter& parameter = parameters_[place->second];
  const auto [known, unknown] =
      values_[place->second].try_emplace(value, static_cast<int>(parameter.values.size()));
  if (unknown) {
    const QString text = QString::fromStdString(value);
    parameter.values.push_back({text, numberOf(text)});
  }
  return known->second;
}

}  // namespace luce::desktop
