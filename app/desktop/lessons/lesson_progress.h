// How far a person has come in each lesson, remembered from start to start.
#pragma once

#include <QObject>
#include <QString>

#include "app/desktop/lessons/lesson.h"

namespace luce::desktop {

class LessonProgress : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;

  /// The step that was looked at last, from 0; always one of the lesson's.
  int step(const Lesson& lesson) const;
  void setStep(const Lesson& lesson, int step);
  bool isDone(const Lesson& lesson, int step) const;
  void setDone(const Lesson& lesson, int step);
  /// Steps done.
  int doneCount(const Lesson& lesson) const;
  bool isComplete(const Lesson& lesson) const;
  void forget(const Lesson& lesson);

 Q_SIGNALS:
  void changed();
};

}  // namespace luce::desktop
