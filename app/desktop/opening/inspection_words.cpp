#include "app/desktop/opening/inspection_words.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>
#include <cmath>

namespace luce::desktop {

namespace {

QString tr(const char* text) {
  return QCoreApplication::translate("luce::desktop", text);
}

QString counted(std::int64_t count) {
  return QLocale().toString(static_cast<qlonglong>(count));
}

/// An estimate has two digits that mean something.
QString about(double count) {
  if (count < 100) return counted(std::llround(count));
  const double unit = std::pow(10, std::floor(std::log10(count)) - 1);
  return counted(std::llround(std::round(count / unit) * unit));
}

QString sizes(const LogInspection& log) {
  if (log.smallestSlate > 0 && log.smallestSlate < log.largestSlate) {
    return tr("%1 to %2").arg(counted(log.smallestSlate), counted(log.largestSlate));
  }
  return counted(log.largestSlate);
}

}  // namespace

QString verdictOf(const LogInspection& log) {
  if (!log.isFlat) {
    return tr("This format says itself what its columns mean; there is nothing to choose.");
  }
  if (log.records == 0) return tr("Nothing can be tried before the problems listed are mended.");
  const bool bandit = log.columns.schema.shape == LogShape::Bandit;
  QString text = log.wholeFile ? tr("All %1 lines tried: ") : tr("%1 lines tried: ");
  text = text.arg(counted(log.records));
  if (log.slates == 0) return text + tr("no sound slate among them.");
  const QString slates = countOf(log.slates, QT_TRANSLATE_NOOP("luce::desktop", "slate"),
                                 QT_TRANSLATE_NOOP("luce::desktop", "slates"));
  const QString items = countOf(log.items, QT_TRANSLATE_NOOP("luce::desktop", "item"),
                                QT_TRANSLATE_NOOP("luce::desktop", "items"));
  text += bandit                  ? tr("%1 over a catalogue of %2").arg(slates, items)
          : log.largestSlate == 1 ? tr("%1 of a single candidate, %2").arg(slates, items)
                                  : tr("%1 of %2 candidates, %3").arg(slates, sizes(log), items);
  if (!log.wholeFile) text += tr("; about %1 slates in all").arg(about(log.estimatedSlates));
  return text + '.';
}

QString leftOutOf(const LogInspection& log) {
  if (log.problemCount == 0 || log.slates == 0) return {};
  return tr("%1 among those tried. Importing the sound slates leaves out the whole "
            "slate of each faulty line, since a slate that lacks a candidate would be another "
            "slate: %2 of %3.")
      .arg(countOf(log.faultyRecords, QT_TRANSLATE_NOOP("luce::desktop", "faulty line"),
                   QT_TRANSLATE_NOOP("luce::desktop", "faulty lines")),
           counted(log.slatesLeftOut),
           countOf(log.slates + log.slatesLeftOut, QT_TRANSLATE_NOOP("luce::desktop", "slate"),
                   QT_TRANSLATE_NOOP("luce::desktop", "slates")));
}

QString adviceOn(const MappingDraft& draft) {
  const std::vector<std::string> names = draft.tellTales();
  if (names.empty()) return {};
  QStringList quoted;
  for (const std::string& name : names) quoted.append(QString::fromStdString(name));
  return tr("Mind: %1 sounds like something measured after the slate was shown. As a feature it "
            "gives labels away; ignore it, or make it a task with a threshold.")
      .arg(quoted.join(", "));
}

QString countOf(std::int64_t count, const char* one, const char* many) {
  return QString("%1 %2").arg(counted(count), count == 1 ? tr(one) : tr(many));
}

QString filesTitle(const QStringList& files) {
  if (files.isEmpty()) return {};
  const QFileInfo first(files.front());
  const QString name = first.fileName().isEmpty() ? first.filePath() : first.fileName();
  return files.size() == 1 ? name : tr("%1 and %2 more").arg(name).arg(files.size() - 1);
}

}  // namespace luce::desktop
