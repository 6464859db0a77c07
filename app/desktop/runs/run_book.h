// What people do to the runs of a study's workspace, each of it one step for undo: rename, colour,
// annotate, remove, bring back.
#pragma once

#include <QObject>
#include <vector>

#include "app/desktop/study/asked_steps.h"
#include "app/desktop/study/study.h"

namespace luce::desktop {

class RunBook : public QObject {
  Q_OBJECT

 public:
  explicit RunBook(Study& study, QObject* parent = nullptr);

  void rename(std::int64_t run, const QString& name);
  void setNote(std::int64_t run, const QString& note);
  /// colour: "#rrggbb"; empty = by the run's number.
  void setColour(const std::vector<std::int64_t>& runs, const QString& colour);
  /// Runs that are still being trained stay.
  void putAway(const std::vector<std::int64_t>& runs);
  void bringBack(const std::vector<std::int64_t>& runs);
  /// Puts the run's experiment into the sliders, for the open dataset.
  void takeExperiment(std::int64_t run);

  /// Null if there is none.
  const RunEntry* find(std::int64_t run) const;

 Q_SIGNALS:
  void failed(luce::desktop::Failure failure);
  void told(QString message);

 private:
  void push(const QString& title, std::vector<RunChange> before, std::vector<RunChange> after);
  void takeAnswer(int number, const QString& error);
  /// As a step is called: "the run a", "3 runs".
  QString nameOf(const std::vector<std::int64_t>& runs) const;

  Study& study_;
  AskedSteps steps_;
};

}  // namespace luce::desktop
