#include "app/desktop/loop/loop_words.h"

#include <QCoreApplication>
#include <QStringList>
#include <map>
#include <nlohmann/json.hpp>

#include "core/simulation/audience/day_log.h"
#include "core/training/requirements.h"

namespace luce::desktop {

namespace {

QString translated(const char* text) {
  return QCoreApplication::translate("LoopWords", text);
}

QString tr(const char* text) {
  return QCoreApplication::translate("luce::desktop::LoopPage", text);
}

AudienceSettings sized(AudienceSettings audience, const AudienceSettings& size) {
  audience.users = size.users;
  audience.items = size.items;
  audience.slateSize = size.slateSize;
  return audience;
}

QString listed(const QStringList& names) {
  if (names.size() < 2) return names.join(QString());
  return tr("%1 and %2").arg(names.mid(0, names.size() - 1).join(", "), names.back());
}

/// The same advice on several rankers is given once, with all their names.
QStringList adviceOnRankers(const LoopSettings& settings) {
  SlateTableBuilder builder;
  builder.begin(audienceSchema(settings.audience));
  const SlateTable table = builder.finish();
  std::vector<QString> order;
  std::map<QString, QStringList> names;
  for (const RankerSettings& ranker : settings.rankers) {
    const bool aligns =
        ranker.type() == RankerKind::Estimator && ranker.experiment.schedule.alignmentEpochs > 0;
    if (!aligns) continue;
    const QString title = QString::fromStdString(rankerTitle(ranker.kind));
    for (const std::string& advice : adviceOn(table, ranker.experiment.objective)) {
      const QString text = QString::fromStdString(advice).replace(title, "%1");
      if (!names.contains(text)) order.push_back(text);
      if (!names[text].contains(title)) names[text].append(title);
    }
  }
  QStringList advice;
  for (const QString& text : order) advice.append(QString(text).replace("%1", listed(names[text])));
  return advice;
}

}  // namespace

QString titleOf(const LoopMeasure& measure) {
  return translated(measure.title);
}

QString helpOf(const LoopMeasure& measure) {
  return translated(measure.help);
}

QString titleOf(const AudiencePreset& preset) {
  return translated(preset.title);
}

QString helpOf(const AudiencePreset& preset) {
  return translated(preset.help);
}

QString groupOf(const AudienceParameter& parameter) {
  return translated(parameter.group);
}

QString helpOf(const AudienceParameter& parameter) {
  return translated(parameter.help);
}

QString titleOf(const AudienceParameter& parameter) {
  QString name = QString::fromLatin1(parameter.id).replace('_', ' ');
  name[0] = name[0].toUpper();
  return translated(name.toLatin1());
}

AudienceSettings audienceOf(const AudiencePreset* preset, const AudienceSettings& size) {
  if (preset == nullptr) return sized({}, size);
  return sized(audienceFromJson({{"preset", preset->id}}, "audience"), size);
}

const AudiencePreset* presetOf(const AudienceSettings& audience) {
  for (const AudiencePreset& preset : audiencePresets()) {
    if (audienceOf(&preset, audience) == audience) return &preset;
  }
  return nullptr;
}

QString nameOf(const AudienceSettings& audience) {
  if (const AudiencePreset* preset = presetOf(audience)) return titleOf(*preset);
  return audienceOf(nullptr, audience) == audience ? tr("Standard audience")
                                                   : tr("Audience of its own");
}

QStringList cautions(const LoopSettings& settings) {
  QStringList words;
  if (settings.rounds < 2) {
    words << tr(
        "The first round is the logging policy's for all rankers: without a second one "
        "there is nothing to compare.");
  }
  if (settings.seeds == 1) {
    words << tr("One seed has no interval: no difference can be told from chance.");
  } else if (settings.seeds == 2) {
    words << tr(
        "Intervals over two seeds are very wide; with three they are less than a third of that.");
  }
  for (const RankerSettings& ranker : settings.rankers) {
    if (ranker.valueWeights == settings.audience.valueWeights) continue;
    words << tr(
        "Some rankers weigh actions otherwise than the audience's own weights, by which "
        "rewards are measured.");
    break;
  }
  for (const RankerSettings& ranker : settings.rankers) {
    const bool learns =
        ranker.type() == RankerKind::Estimator || ranker.type() == RankerKind::Popularity;
    if (!learns || ranker.exploration.kind != ExplorationKind::None) continue;
    words << tr(
        "Without exploration a ranker hardly learns of what it ranks low, and its errors "
        "stay.");
    break;
  }
  return words + adviceOnRankers(settings);
}

}  // namespace luce::desktop
