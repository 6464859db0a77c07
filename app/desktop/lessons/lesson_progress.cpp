#include "app/desktop/lessons/lesson_progress.h"

#include <algorithm>

#include "app/desktop/kept_settings.h"

namespace luce::desktop {

namespace {

QString stepKey(const Lesson& lesson) {
  return QString("lessons/%1/step").arg(lesson.id);
}

QString doneKey(const Lesson& lesson) {
  return QString("lessons/%1/done").arg(lesson.id);
}

QStringList doneSteps(const Lesson& lesson) {
  return KeptSettings().value(doneKey(lesson)).toStringList();
}

/// Steps are told apart by their place and what is checked there: titles may be translated.
QString nameOf(const Lesson& lesson, int step) {
  QString name = QString::number(step + 1);
  for (const LessonCheck& check : lesson.steps[static_cast<std::size_t>(step)].checks) {
    name += ' ' + check.text;
  }
  return name;
}

}  // namespace

int LessonProgress::step(const Lesson& lesson) const {
  const int last = static_cast<int>(lesson.steps.size()) - 1;
  return std::clamp(KeptSettings().value(stepKey(lesson), 0).toInt(), 0, last);
}

void LessonProgress::setStep(const Lesson& lesson, int step) {
  if (step == this->step(lesson)) return;
  KeptSettings().setValue(stepKey(lesson), step);
  Q_EMIT changed();
}

bool LessonProgress::isDone(const Lesson& lesson, int step) const {
  return doneSteps(lesson).contains(nameOf(lesson, step));
}

void LessonProgress::setDone(const Lesson& lesson, int step) {
  QStringList done = doneSteps(lesson);
  const QString name = nameOf(lesson, step);
  if (done.contains(name)) return;
  KeptSettings().setValue(doneKey(lesson), done << name);
  Q_EMIT changed();
}

int LessonProgress::doneCount(const Lesson& lesson) const {
  const QStringList done = doneSteps(lesson);
  int count = 0;
  for (int step = 0; step < static_cast<int>(lesson.steps.size()); ++step) {
    count += done.contains(nameOf(lesson, step)) ? 1 : 0;
  }
  return count;
}

bool LessonProgress::isComplete(const Lesson& lesson) const {
  return doneCount(lesson) == static_cast<int>(lesson.steps.size());
}

void LessonProgress::forget(const Lesson& lesson) {
  KeptSettings settings;
  settings.remove(stepKey(lesson));
  settings.remove(doneKey(lesson));
  Q_EMIT changed();
}

}  // namespace luce::desktop
