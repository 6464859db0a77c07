// What is so in the window now, for the checks of lessons: told by the window's own signals, never
// asked for again and again.
#pragma once

#include <QObject>
#include <QSet>
#include <QString>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>

#include "core/evaluation/evaluate.h"

namespace luce::desktop {

class MainWindow;

class LessonFacts : public QObject {
  Q_OBJECT

 public:
  explicit LessonFacts(MainWindow& window, QObject* parent = nullptr);

  /// Of a fact or setting (see isLessonSubject); null where there is none now.
  nlohmann::json value(const QString& subject) const;

 Q_SIGNALS:
  void changed();

 private:
  void followStudy();
  void followPanels();
  void followCharts();
  void followPages();
  void followLoop();
  void readSettings();
  nlohmann::json fact(const QString& name) const;

  MainWindow& window_;
  nlohmann::json settings_, runSettings_, loopSettings_;
  QSet<QString> front_, zoomed_;
  bool candidateChosen_ = false;
  int finishedRuns_ = 0;
  int laidOver_ = 0;
  std::int64_t trainedSteps_ = 0;
  std::optional<PolicyReport> report_;
};

}  // namespace luce::desktop
