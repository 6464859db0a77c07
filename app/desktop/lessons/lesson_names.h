// What lessons may speak of: controls that they point at, facts and settings that they check.
#pragma once

#include <QString>
#include <QStringList>
#include <vector>

namespace luce::desktop {

struct LessonName {
  QString name;
  QString meaning;  ///< for the README
};

/// Object names of controls in the window. One that ends in '.' stands for all that begin so.
const std::vector<LessonName>& lessonControls();
bool isLessonControl(const QString& name);

/// What can be checked beside settings.
const std::vector<LessonName>& lessonFacts();
/// A fact, a setting of the experiment by its path, "run." and a setting of the opened run's, or
/// "loop." and one of the feedback loop's.
bool isLessonSubject(const QString& name);
/// A setting of the experiment, such as "objective.kl_weight" or "value_weights.like".
bool isLessonSetting(const QString& name);
/// Facts that can be set up: page, front, and loop, the settings of the feedback loop.
bool isSettableFact(const QString& name);

}  // namespace luce::desktop
