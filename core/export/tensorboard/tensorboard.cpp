#include "core/export/tensorboard/tensorboard.h"

#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <iomanip>
#include <limits>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "core/common/error.h"
#include "core/common/safe_file.h"
#include "core/estimator/safetensors.h"
#include "core/export/tensorboard/event_file.h"
#include "core/export/tensorboard/protobuf_message.h"
#include "core/training/experiment_fields.h"

namespace luce {

namespace {

/// Seconds since 1970 UTC of an ISO 8601 text; 0 when it is none.
double secondsOf(const std::string& time) {
  std::tm parts{};
  std::istringstream text(time);
  text >> std::get_time(&parts, "%Y-%m-%dT%H:%M:%S");
  return text ? static_cast<double>(timegm(&parts)) : 0.0;
}

// Messages of the hparams plugin, by tensorboard/plugins/hparams/plugin_data.proto.
constexpr const char* kSessionStart = "_hparams_/session_start_info";
constexpr const char* kSessionEnd = "_hparams_/session_end_info";

std::string sessionStart(const RunRecord& run) {
  constexpr int kStartInfo = 3, kHparams = 1, kKey = 1, kValue = 2, kGroup = 4, kStartSeconds = 5;
  constexpr int kNumber = 2, kText = 3;  // of google.protobuf.Value
  ProtobufMessage info;
  for (const auto& [key, text] : experimentFields(experimentFromJson(run.experiment))) {
    ProtobufMessage value;
    const nlohmann::json number = nlohmann::json::parse(text, nullptr, false);
    if (number.is_number()) {
      value.real(kNumber, number.get<double>());
    } else {
      value.text(kText, text);
    }
    info.message(kHparams, ProtobufMessage().text(kKey, key).message(kValue, value));
  }
  info.text(kGroup, run.name).real(kStartSeconds, secondsOf(run.started));
  return ProtobufMessage().message(kStartInfo, info).bytes();
}

std::string sessionEnd(const RunRecord& run) {
  constexpr int kEndInfo = 4, kStatus = 1, kEndSeconds = 2;
  constexpr int kSuccess = 1, kFailure = 2, kRunning = 3;
  const int status = run.status == RunStatus::Running  ? kRunning
                     : run.status == RunStatus::Failed ? kFailure
                                                       : kSuccess;
  const ProtobufMessage info = ProtobufMessage()
                                   .integer(kStatus, status)
                                   .real(kEndSeconds, secondsOf(run.started) + run.seconds);
  return ProtobufMessage().message(kEndInfo, info).bytes();
}

std::string markdown(const RunRecord& run) {
  std::string text = fmt::format("Run of the dataset {}, {} after {:.1f} s.", run.dataset,
                                 toString(run.status), run.seconds);
  if (!run.message.empty()) text += " " + run.message;
  return text + "\n\n```json\n" + nlohmann::ordered_json::parse(run.experiment).dump(2) + "\n```\n";
}

/// When steps were taken, as the metrics tell it; the run's beginning where they do not.
class StepTimes {
 public:
  explicit StepTimes(double begin) : begin_(begin) {}

  void add(const MetricPoint& metric) {
    // Anyone may have written the workspace: a time beyond measure is none.
    constexpr double kLongest = 1e9;
    if (metric.seconds >= 0 && metric.seconds <= kLongest) seconds_[metric.step] = metric.seconds;
  }
  /// Seconds since 1970 UTC: of the latest step up to this one that has a time.
  double at(std::int64_t step) const {
    const auto after = seconds_.upper_bound(step);
    return after == seconds_.begin() ? begin_ : begin_ + std::prev(after)->second;
  }

 private:
  double begin_;
  std::map<std::int64_t, double> seconds_;
};

void writeWeights(const Workspace& workspace, const RunRecord& run, const StepTimes& times,
                  EventFile& events, const Progress& progress, const std::stop_token& stop) {
  const std::vector<std::int64_t> steps = workspace.trail(run.id);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (stop.stop_requested()) throw Cancelled();
    if (progress) progress(static_cast<double>(i) / static_cast<double>(steps.size()), run.name);
    const auto content = workspace.loadTrail(run.id, steps[i]);
    if (!content) continue;
    events.setWallTime(times.at(steps[i]));
    for (const NamedTensor& tensor : readSafetensors(*content).tensors) {
      events.histogram(steps[i], "weights/" + tensor.name, tensor.values);
    }
  }
}

void writeRun(const Workspace& workspace, const RunRecord& run, std::ostream& file,
              const Progress& progress, const std::stop_token& stop) {
  const double begin = secondsOf(run.started);
  EventFile events(file, begin);
  events.text("experiment", markdown(run));
  if (!run.note.empty()) events.text("note", run.note);
  events.hparams(kSessionStart, sessionStart(run));
  StepTimes times(begin);
  for (const MetricPoint& metric : workspace.metrics(run.id)) {
    times.add(metric);
    events.setWallTime(times.at(metric.step));
    events.scalar(metric.step, metric.name, metric.value);
  }
  writeWeights(workspace, run, times, events, progress, stop);
  // Setting up counts for metrics, and not for the run's seconds.
  constexpr std::int64_t kLast = std::numeric_limits<std::int64_t>::max();
  events.setWallTime(std::max(begin + run.seconds, times.at(kLast)));
  events.hparams(kSessionEnd, sessionEnd(run));
}

}  // namespace

std::vector<std::string> folderNames(std::span<const std::string> runs) {
  std::vector<std::string> names;
  std::set<std::string> taken;
  for (const std::string& run : runs) {
    std::string name = run;
    for (char& letter : name) {
      const auto code = static_cast<unsigned char>(letter);
      if (letter == '/' || letter == '\\' || code < 0x20) letter = '_';
    }
    if (name.empty() || name.front() == '.') name.insert(0, "_");
    std::string free = name;
    for (int i = 2; !taken.insert(free).second; ++i) free = fmt::format("{}_{}", name, i);
    names.push_back(free);
  }
  return names;
}

void exportTensorBoard(const Workspace& workspace, std::span<const RunRecord> runs,
                       const std::filesystem::path& folder, const Progress& progress,
                       std::stop_token stop) {
  std::vector<std::string> names;
  for (const RunRecord& run : runs) names.push_back(run.name);
  names = folderNames(names);
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const std::filesystem::path own = folder / names[i];
    std::error_code failure;
    std::filesystem::create_directories(own, failure);
    if (failure) {
      throw Error(
          fmt::format("The folder {} cannot be made: {}.", own.string(), failure.message()));
    }
    const Progress part = [&](double fraction, std::string_view stage) {
      if (!progress) return;
      progress((static_cast<double>(i) + fraction) / static_cast<double>(runs.size()), stage);
    };
    writeFileSafely(own / "events.out.tfevents.luce",
                    [&](std::ostream& file) { writeRun(workspace, runs[i], file, part, stop); });
  }
}

}  // namespace luce
