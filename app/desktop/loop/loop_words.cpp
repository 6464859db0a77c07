#include "app/desktop/loop/loop_words.h"

#include <QCoreApplication>
#include <QStringList>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>

#include "app/desktop/theme.h"
#include "core/simulation/audience/day_log.h"
#include "core/training/requirements.h"

namespace luce::desktop {

namespace {

/// What the core says, for translators; a test knows when something is missing.
[[maybe_unused]] constexpr const char* kTextsOfTheCore[]{
    QT_TRANSLATE_NOOP("luce::desktop", "True reward of a request"),
    QT_TRANSLATE_NOOP("luce::desktop",
                      "What a request earns in expectation, by the audience's own value weights."),
    QT_TRANSLATE_NOOP("luce::desktop", "True reward of a user and day"),
    QT_TRANSLATE_NOOP(
        "luce::desktop",
        "Reward of a request times the share of users who are there: what the service earns."),
    QT_TRANSLATE_NOOP("luce::desktop", "Regret"),
    QT_TRANSLATE_NOOP(
        "luce::desktop",
        "What the best order of the same candidates by immediate reward would have earned more."),
    QT_TRANSLATE_NOOP("luce::desktop", "Return rate"),
    QT_TRANSLATE_NOOP("luce::desktop", "Share of the day's users who come back the next day."),
    QT_TRANSLATE_NOOP("luce::desktop", "Satisfaction"),
    QT_TRANSLATE_NOOP("luce::desktop", "Mean satisfaction of all users, 0 to 1."),
    QT_TRANSLATE_NOOP("luce::desktop", "Requests"),
    QT_TRANSLATE_NOOP("luce::desktop", "Users who were there."),
    QT_TRANSLATE_NOOP("luce::desktop", "Coverage"),
    QT_TRANSLATE_NOOP("luce::desktop", "Share of the items on offer that were looked at."),
    QT_TRANSLATE_NOOP("luce::desktop", "Gini"),
    QT_TRANSLATE_NOOP("luce::desktop",
                      "Inequality of looks over items: 0 = all the same, 1 = one has all."),
    QT_TRANSLATE_NOOP("luce::desktop", "Promised over true reward"),
    QT_TRANSLATE_NOOP(
        "luce::desktop",
        "Predicted over true reward of what was shown; 1 = calibrated, above = promises too much."),
    QT_TRANSLATE_NOOP("luce::desktop", "Calibration error of clicks"),
    QT_TRANSLATE_NOOP("luce::desktop",
                      "Expected calibration error of predicted clicks against the truth."),
    QT_TRANSLATE_NOOP("luce::desktop", "Aligned"),
    QT_TRANSLATE_NOOP(
        "luce::desktop",
        "Looks tell the truth: what is clicked is enjoyed, so short and long term agree."),
    QT_TRANSLATE_NOOP("luce::desktop", "Clickbait"),
    QT_TRANSLATE_NOOP("luce::desktop",
                      "What looks best is worst: clicks pay now, and users stop returning later."),
    QT_TRANSLATE_NOOP("luce::desktop", "Sparse reward"),
    QT_TRANSLATE_NOOP("luce::desktop",
                      "Nearly all value lies in a rare action: few rows say what pays."),
    QT_TRANSLATE_NOOP("luce::desktop", "Cold start"),
    QT_TRANSLATE_NOOP(
        "luce::desktop",
        "Items and users are replaced all the time, and little is known of any of them."),
    QT_TRANSLATE_NOOP("luce::desktop", "Shifted logging policy"),
    QT_TRANSLATE_NOOP("luce::desktop",
                      "The first log comes from a policy that is sure of itself and wrong."),
    QT_TRANSLATE_NOOP("luce::desktop", "No propensities"),
    QT_TRANSLATE_NOOP("luce::desktop",
                      "Logs say neither how likely a candidate was placed first nor whether a "
                      "place was looked at."),
    QT_TRANSLATE_NOOP(
        "luce::desktop",
        "How much the very relevant bores: no estimator that is linear in its features knows."),
    QT_TRANSLATE_NOOP("luce::desktop", "Boredom"),
    QT_TRANSLATE_NOOP("luce::desktop", "Size"),
    QT_TRANSLATE_NOOP("luce::desktop", "Actions"),
    QT_TRANSLATE_NOOP("luce::desktop", "Causes"),
    QT_TRANSLATE_NOOP("luce::desktop", "Looking"),
    QT_TRANSLATE_NOOP("luce::desktop", "Coming back"),
    QT_TRANSLATE_NOOP("luce::desktop", "Change"),
    QT_TRANSLATE_NOOP("luce::desktop", "Log"),
    QT_TRANSLATE_NOOP("luce::desktop", "Users"),
    QT_TRANSLATE_NOOP("luce::desktop", "Items"),
    QT_TRANSLATE_NOOP("luce::desktop", "Slate size"),
    QT_TRANSLATE_NOOP("luce::desktop", "Topics"),
    QT_TRANSLATE_NOOP("luce::desktop", "Click rate"),
    QT_TRANSLATE_NOOP("luce::desktop", "Long view rate"),
    QT_TRANSLATE_NOOP("luce::desktop", "Like rate"),
    QT_TRANSLATE_NOOP("luce::desktop", "Relevance on click"),
    QT_TRANSLATE_NOOP("luce::desktop", "Appeal on click"),
    QT_TRANSLATE_NOOP("luce::desktop", "Relevance on long view"),
    QT_TRANSLATE_NOOP("luce::desktop", "Quality on long view"),
    QT_TRANSLATE_NOOP("luce::desktop", "Relevance on like"),
    QT_TRANSLATE_NOOP("luce::desktop", "Quality on like"),
    QT_TRANSLATE_NOOP("luce::desktop", "Relevance on enjoyment"),
    QT_TRANSLATE_NOOP("luce::desktop", "Quality on enjoyment"),
    QT_TRANSLATE_NOOP("luce::desktop", "Appeal of quality"),
    QT_TRANSLATE_NOOP("luce::desktop", "Position bias"),
    QT_TRANSLATE_NOOP("luce::desktop", "Persistence"),
    QT_TRANSLATE_NOOP("luce::desktop", "Satiation"),
    QT_TRANSLATE_NOOP("luce::desktop", "Satisfaction rate"),
    QT_TRANSLATE_NOOP("luce::desktop", "Empty session"),
    QT_TRANSLATE_NOOP("luce::desktop", "Return slope"),
    QT_TRANSLATE_NOOP("luce::desktop", "Comeback"),
    QT_TRANSLATE_NOOP("luce::desktop", "Drift"),
    QT_TRANSLATE_NOOP("luce::desktop", "Item turnover"),
    QT_TRANSLATE_NOOP("luce::desktop", "User turnover"),
    QT_TRANSLATE_NOOP("luce::desktop", "Taste noise"),
    QT_TRANSLATE_NOOP("luce::desktop", "Appeal noise"),
    QT_TRANSLATE_NOOP("luce::desktop", "Quality noise"),
    QT_TRANSLATE_NOOP("luce::desktop", "Logging quality"),
    QT_TRANSLATE_NOOP("luce::desktop", "Logging temperature"),
    QT_TRANSLATE_NOOP("luce::desktop", "Users of the service, present or not."),
    QT_TRANSLATE_NOOP("luce::desktop", "Items on offer at any time."),
    QT_TRANSLATE_NOOP("luce::desktop", "Candidates of a request."),
    QT_TRANSLATE_NOOP("luce::desktop", "Dimensions of tastes."),
    QT_TRANSLATE_NOOP("luce::desktop", "Share of looked-at random candidates that are clicked."),
    QT_TRANSLATE_NOOP("luce::desktop", "Share of them that are viewed for long."),
    QT_TRANSLATE_NOOP("luce::desktop", "Share of them that are liked."),
    QT_TRANSLATE_NOOP("luce::desktop",
                      "Share of users with medium satisfaction who return the next day."),
    QT_TRANSLATE_NOOP("luce::desktop", "How much relevance raises clicks."),
    QT_TRANSLATE_NOOP("luce::desktop", "How much an appealing look raises clicks."),
    QT_TRANSLATE_NOOP("luce::desktop", "How much relevance raises long views of what was clicked."),
    QT_TRANSLATE_NOOP("luce::desktop", "How much quality raises long views of what was clicked."),
    QT_TRANSLATE_NOOP("luce::desktop",
                      "How much relevance raises likes of what was viewed for long."),
    QT_TRANSLATE_NOOP("luce::desktop",
                      "How much quality raises likes of what was viewed for long."),
    QT_TRANSLATE_NOOP("luce::desktop", "How much relevance raises enjoyment of what was clicked."),
    QT_TRANSLATE_NOOP("luce::desktop", "How much quality raises enjoyment of what was clicked."),
    QT_TRANSLATE_NOOP(
        "luce::desktop",
        "Correlation of appeal and quality over items: 1 = looks tell the truth, −1 = clickbait."),
    QT_TRANSLATE_NOOP("luce::desktop",
                      "Place k is looked at with probability k^−bias when reached."),
    QT_TRANSLATE_NOOP("luce::desktop", "Share of users who go on to the next place."),
    QT_TRANSLATE_NOOP("luce::desktop", "Share of long views after which users do not go on."),
    QT_TRANSLATE_NOOP("luce::desktop", "How fast satisfaction follows enjoyment."),
    QT_TRANSLATE_NOOP("luce::desktop", "What a session without a click does for satisfaction."),
    QT_TRANSLATE_NOOP("luce::desktop", "How much satisfaction decides about returning."),
    QT_TRANSLATE_NOOP("luce::desktop", "Share of absent users who look in again, a day."),
    QT_TRANSLATE_NOOP("luce::desktop", "How far tastes move a day."),
    QT_TRANSLATE_NOOP("luce::desktop", "Share of items replaced by new ones, a day."),
    QT_TRANSLATE_NOOP("luce::desktop", "Share of users replaced by new ones, a day."),
    QT_TRANSLATE_NOOP("luce::desktop", "Noise on the tastes that the log shows."),
    QT_TRANSLATE_NOOP("luce::desktop", "Noise on the appeal that the log shows."),
    QT_TRANSLATE_NOOP("luce::desktop", "Noise on the quality that the log shows."),
    QT_TRANSLATE_NOOP("luce::desktop",
                      "Correlation of the logging policy's scores with the true value."),
    QT_TRANSLATE_NOOP("luce::desktop", "Temperature of the logging policy."),
};

QString translated(const char* text) {
  return QCoreApplication::translate("luce::desktop", text);
}

QString tr(const char* text) {
  return QCoreApplication::translate("luce::desktop", text);
}

AudienceSettings sized(AudienceSettings audience, const AudienceSettings& size) {
  audience.users = size.users;
  audience.items = size.items;
  audience.slateSize = size.slateSize;
  audience.topics = size.topics;
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

QString meanText(const SeedMean& mean) {
  // What should be nothing is left with the rounding of many sums.
  constexpr double kNothing = 1e-12;
  constexpr int kDigitsOfWidth = 2;
  const auto cleared = [](double value) { return std::abs(value) < kNothing ? 0 : value; };
  const QString text = theme::number(cleared(mean.mean));
  if (!std::isfinite(mean.halfWidth)) return text;
  return tr("%1 ± %2").arg(text, QString::number(cleared(mean.halfWidth), 'g', kDigitsOfWidth));
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
