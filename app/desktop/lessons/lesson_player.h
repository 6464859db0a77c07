// Leads through a lesson: which step is shown, whether its deed is done, what it sets up, and the
// way back. Knows no widgets.
#pragma once

#include <QObject>
#include <QString>
#include <optional>

#include "app/desktop/lessons/lesson.h"
#include "app/desktop/lessons/lesson_judge.h"
#include "app/desktop/lessons/lesson_progress.h"
#include "app/desktop/study/study.h"

namespace luce::desktop {

class LessonPlayer : public QObject {
  Q_OBJECT

 public:
  /// value: facts and settings now; call lookAgain() when they change.
  LessonPlayer(Study& study, LessonValue value, LessonProgress& progress,
               QObject* parent = nullptr);

  /// Goes on where the lesson was left.
  void begin(const Lesson& lesson);
  void end();
  /// Null while no lesson runs.
  const Lesson* lesson() const { return lesson_ ? &*lesson_ : nullptr; }
  int step() const { return step_; }
  /// Of the running lesson.
  const LessonStep& current() const { return lesson_->steps[static_cast<std::size_t>(step_)]; }
  bool isLast() const { return step_ + 1 == static_cast<int>(lesson_->steps.size()); }
  /// Whether the shown step's deed was done since the step is shown. Stays true.
  bool deedDone() const { return done_; }

  void goTo(int step);
  /// At the last step: the lesson is complete and ends.
  void next();
  void previous();
  /// The shown step's settings as one change that can be undone. Facts are told by factAsked.
  void setUp();
  /// Back to the settings and the slate with which the step, or the lesson, began, as one change
  /// that can be undone.
  void resetStep();
  void resetLesson();
  /// A step whose question was answered rightly, and that asks for no deed, is done.
  void answered(bool right);
  /// Facts have changed, or another study is shown.
  void lookAgain();

 Q_SIGNALS:
  void lessonChanged();
  void stepChanged();
  /// The shown step's deed is done.
  void deedChanged();
  /// A step wants a fact set that is no setting, such as the page.
  void factAsked(QString name, QString value);
  void failed(luce::desktop::Failure failure);

 private:
  struct State {
    Experiment experiment;
    std::optional<std::uint32_t> slate;
    QString log;
    QString page;
  };

  State stateNow() const;
  /// False, and failed() said why, if the log does not allow the step's settings.
  bool setUpExperiment();
  void goBackTo(const std::optional<State>& state, const QString& title);
  void enter();

  Study& study_;
  LessonValue value_;
  LessonProgress& progress_;
  LessonJudge judge_;
  std::optional<Lesson> lesson_;
  std::optional<State> atLesson_, atStep_;
  int step_ = 0;
  bool done_ = false;
};

}  // namespace luce::desktop
