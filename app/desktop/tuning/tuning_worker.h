// Tries settings beside the window. Sweeps, the sliders' own setting, importance and solving each
// have a thread; a newer request replaces an older one of its kind. Answers carry the question's
// number, so that late ones can be told.
#pragma once

#include <QObject>
#include <QString>
#include <memory>
#include <mutex>
#include <stop_token>
#include <vector>

#include "app/desktop/study/newest_job.h"
#include "core/tuning/importance.h"
#include "core/tuning/importance_solver.h"
#include "core/tuning/sweep.h"

namespace luce::desktop {

/// What settings are tried on.
struct TuningSource {
  std::shared_ptr<const SlateTable> table;
  std::shared_ptr<const Predictions> predictions;
  TuningBasis basis;
};

/// A finished sweep, with what further settings need to be judged alike.
struct SweepView {
  TuningSource source;
  SettingEvaluator evaluator;
  SweepResult result;
};

class TuningWorker : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;
  /// Breaks off what is in progress and waits for its end.
  ~TuningWorker() override;

  void sweep(int question, const TuningSource& source, const Sweep& sweep,
             const TuningSetting& base);
  void cancelSweep();
  void judge(int question, std::shared_ptr<const SweepView> sweep, const TuningSetting& setting);
  void weigh(int question, std::shared_ptr<const Predictions> predictions,
             const TaskWeights& weights);
  void solve(int question, std::shared_ptr<const Predictions> predictions,
             const std::vector<std::string>& tasks, const TaskWeights& base,
             const std::vector<double>& wanted);
  void cancelSolving();

 Q_SIGNALS:
  void sweepProgressed(int question, double fraction);
  void swept(int question, std::shared_ptr<const luce::desktop::SweepView> sweep);
  void sweepRefused(int question, QString reason);
  void judged(int question, std::shared_ptr<const luce::SweepPoint> point);
  void weighed(int question, std::shared_ptr<const std::vector<luce::TaskImportance>> importance);
  void solveProgressed(int question, double fraction);
  void solved(int question, std::shared_ptr<const luce::ImportanceSolution> solution);
  void solveRefused(int question, QString reason);

 private:
  std::stop_token renew(std::stop_source& source);
  void cancel(std::stop_source& source);

  std::mutex mutex_;
  std::stop_source sweepStop_, weighStop_, solveStop_;
  NewestJob sweep_, judge_, weigh_, solve_;  // last, so that their threads end before the others go
};

}  // namespace luce::desktop
