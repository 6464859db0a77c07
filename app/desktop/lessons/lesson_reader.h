// Reads lessons from their files, and says what is wrong with one: file, line, field and remedy.
#pragma once

#include <QString>

#include "app/desktop/lessons/lesson.h"
#include "core/common/error.h"

namespace luce::desktop {

class LessonError : public Error {
 public:
  LessonError(const QString& file, int line, const QString& problem)
      : Error(QString("%1, line %2: %3").arg(file).arg(line).arg(problem).toStdString()) {}
};

/// file: its name, for errors and for the lesson's id. Throws LessonError at the first mistake:
/// unknown fields, controls, facts and settings, formulas that cannot be read, a question without a
/// right answer, a deed without a check …
Lesson readLesson(const QString& content, const QString& file);

/// The lesson with the texts of a translation, which has the same steps with texts alone. Throws
/// LessonError where the two do not fit.
Lesson translatedLesson(const Lesson& lesson, const QString& content, const QString& file);

/// "Temperature < 0.3" and so on. Throws Error that says what is allowed.
LessonCheck readCheck(const QString& text);
LessonSetting readSetting(const QString& text);

}  // namespace luce::desktop
