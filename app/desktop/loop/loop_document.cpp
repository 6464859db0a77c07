#include "app/desktop/loop/loop_document.h"

#include <QFile>
#include <algorithm>
#include <filesystem>
#include <ostream>

#include "app/desktop/loop/loop_words.h"
#include "core/common/error.h"
#include "core/common/safe_file.h"

namespace luce::desktop {

namespace {

bool learns(const RankerSettings& ranker) {
  return ranker.type() == RankerKind::Estimator;
}

/// The oracle needs none, and the logging policy has its own.
bool explores(const RankerSettings& ranker) {
  return ranker.type() != RankerKind::Oracle && ranker.type() != RankerKind::Logging;
}

bool weighs(const RankerSettings& ranker) {
  return ranker.type() != RankerKind::Random && ranker.type() != RankerKind::Logging;
}

template <class Applies>
const RankerSettings* firstOf(const LoopSettings& settings, Applies&& applies) {
  const auto found = std::find_if(settings.rankers.begin(), settings.rankers.end(), applies);
  return found == settings.rankers.end() ? nullptr : &*found;
}

std::size_t placeOf(const std::string& kind) {
  const std::vector<std::string> kinds = rankerKinds();
  return static_cast<std::size_t>(std::find(kinds.begin(), kinds.end(), kind) - kinds.begin());
}

/// What added rankers are made from.
Experiment baseOf(const LoopSettings& settings) {
  Experiment base = standardLoopExperiment(settings.audience);
  const TaskWeights weights = weightsOf(settings);
  for (std::size_t task = 0; task < kAudienceTasks.size(); ++task) {
    base.valueWeights[std::string(kAudienceTasks[task])] = weights[task];
  }
  const RankerSettings* other = firstOf(settings, learns);
  if (other == nullptr) return base;
  const Experiment& experiment = other->experiment;
  base.estimator = experiment.estimator;
  base.temperature = experiment.temperature;
  base.optimiser = experiment.optimiser;
  base.split = experiment.split;
  base.device = experiment.device;
  base.threads = experiment.threads;
  base.schedule.slatesPerBatch = experiment.schedule.slatesPerBatch;
  if (experiment.schedule.alignmentEpochs > 0) {
    base.schedule.supervisedEpochs = experiment.schedule.supervisedEpochs;
    base.schedule.alignmentEpochs = experiment.schedule.alignmentEpochs;
  } else {
    base.schedule.alignmentEpochs = experiment.schedule.supervisedEpochs / 2;
    base.schedule.supervisedEpochs =
        experiment.schedule.supervisedEpochs - base.schedule.alignmentEpochs;
  }
  return base;
}

/// First of "title", "title 2", … that no other ranker has.
std::string freeName(const LoopSettings& settings, const std::string& title) {
  std::string name = title;
  const auto taken = [&](const RankerSettings& ranker) { return ranker.name == name; };
  for (int number = 2; firstOf(settings, taken) != nullptr; ++number) {
    name = title + " " + std::to_string(number);
  }
  return name;
}

}  // namespace

LoopDocument::LoopDocument(QObject* parent) : QObject(parent), settings_(standardLoop()) {}

void LoopDocument::change(const LoopSettings& settings, const QString& title, int control) {
  if (settings == settings_) return;
  undo_.push(new MergingCommand<LoopSettings>(
      settings_, settings, control,
      [this](const LoopSettings& shown) {
        settings_ = shown;
        Q_EMIT changed();
      },
      [title](const LoopSettings&, const LoopSettings&) { return title; }));
}

void LoopDocument::open(const QString& file) {
  QFile source(file);
  if (!source.open(QIODevice::ReadOnly)) {
    throw Error(tr("%1 could not be read: %2.").arg(file, source.errorString()).toStdString());
  }
  change(loopFromJson(source.readAll().toStdString()), tr("Open a feedback loop"));
}

void LoopDocument::save(const QString& file) const {
  const std::string text = loopToJson(settings_);
  writeFileSafely(std::filesystem::path(file.toStdString()),
                  [&](std::ostream& stream) { stream << text << '\n'; });
}

LoopSettings withAudience(LoopSettings settings, const AudienceSettings& audience) {
  const auto standardRows = [](const RankerSettings& ranker, const AudienceSettings& of) {
    return rankerOf(ranker.kind, standardLoopExperiment(of), {}).experiment.objective.rows;
  };
  for (RankerSettings& ranker : settings.rankers) {
    if (!learns(ranker)) continue;
    auto& rows = ranker.experiment.objective.rows;
    if (rows == standardRows(ranker, settings.audience)) rows = standardRows(ranker, audience);
  }
  settings.audience = audience;
  return settings;
}

LoopSettings withPreset(LoopSettings settings, const AudiencePreset* preset) {
  const AudienceSettings audience = audienceOf(preset, settings.audience);
  return withWeights(withAudience(std::move(settings), audience), audience.valueWeights);
}

LoopSettings withWeights(LoopSettings settings, const TaskWeights& weights) {
  for (RankerSettings& ranker : settings.rankers) {
    ranker.valueWeights = weights;
    if (!learns(ranker)) continue;
    for (std::size_t task = 0; task < kAudienceTasks.size(); ++task) {
      ranker.experiment.valueWeights[std::string(kAudienceTasks[task])] = weights[task];
    }
  }
  return settings;
}

LoopSettings withExploration(LoopSettings settings, const Exploration& exploration) {
  for (RankerSettings& ranker : settings.rankers) {
    if (explores(ranker)) ranker.exploration = exploration;
  }
  return settings;
}

LoopSettings withHidden(LoopSettings settings, const std::vector<int>& hidden) {
  for (RankerSettings& ranker : settings.rankers) {
    if (learns(ranker)) ranker.experiment.estimator.hidden = hidden;
  }
  return settings;
}

LoopSettings withRanker(LoopSettings settings, const std::string& kind) {
  RankerSettings added = rankerOf(kind, baseOf(settings), explorationOf(settings));
  added.name = freeName(settings, added.name);
  const std::size_t place = placeOf(kind);
  const auto before =
      std::find_if(settings.rankers.begin(), settings.rankers.end(),
                   [&](const RankerSettings& ranker) { return placeOf(ranker.kind) > place; });
  settings.rankers.insert(before, added);
  return settings;
}

LoopSettings withoutRanker(LoopSettings settings, std::size_t ranker) {
  settings.rankers.erase(settings.rankers.begin() + static_cast<std::ptrdiff_t>(ranker));
  return settings;
}

TaskWeights weightsOf(const LoopSettings& settings) {
  const RankerSettings* ranker = firstOf(settings, weighs);
  return ranker == nullptr ? settings.audience.valueWeights : ranker->valueWeights;
}

Exploration explorationOf(const LoopSettings& settings) {
  const RankerSettings* ranker = firstOf(settings, explores);
  return ranker == nullptr ? Exploration{} : ranker->exploration;
}

std::vector<int> hiddenOf(const LoopSettings& settings) {
  const RankerSettings* ranker = firstOf(settings, learns);
  return ranker == nullptr ? standardLoopExperiment(settings.audience).estimator.hidden
                           : ranker->experiment.estimator.hidden;
}

bool agreeOnWeights(const LoopSettings& settings) {
  const TaskWeights weights = weightsOf(settings);
  return firstOf(settings, [&](const RankerSettings& ranker) {
           return weighs(ranker) && ranker.valueWeights != weights;
         }) == nullptr;
}

bool agreeOnExploration(const LoopSettings& settings) {
  const Exploration exploration = explorationOf(settings);
  return firstOf(settings, [&](const RankerSettings& ranker) {
           return explores(ranker) && ranker.exploration != exploration;
         }) == nullptr;
}

}  // namespace luce::desktop
