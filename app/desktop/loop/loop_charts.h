// The charts of a feedback loop: four measures at once, or one of them large.
#pragma once

#include <QStackedLayout>
#include <QWidget>
#include <memory>
#include <vector>

#include "app/desktop/loop/loop_chart.h"

namespace luce::desktop {

class LoopCharts : public QWidget {
  Q_OBJECT

 public:
  explicit LoopCharts(QWidget* parent = nullptr);

  void show(std::shared_ptr<const LoopView> view);
  void setMarks(const std::vector<RoundMark>& marks);
  void showRanker(const QString& name, bool shown);
  /// An id of loopMeasures(); empty: four at once.
  void enlarge(const std::string& measure);
  const std::string& enlarged() const { return enlarged_; }

  /// Those that are shown.
  std::vector<LoopChart*> charts() const;

 Q_SIGNALS:
  /// By the person.
  void enlargeAsked(QString measure);
  /// By a chart's legend.
  void rankerToggled(QString name, bool shown);

 private:
  LoopChart* addChart(const std::string& measure);
  /// Made when it is asked for.
  LoopChart* large(const std::string& measure);
  template <class Do>
  void forAll(Do&& deed);

  QStackedLayout* pages_;
  QWidget* grid_;
  StepCrosshair* crosshair_;
  std::vector<LoopChart*> small_, large_;
  std::string enlarged_;
  std::shared_ptr<const LoopView> view_;
  std::vector<RoundMark> marks_;
  std::vector<QString> hidden_;
};

}  // namespace luce::desktop
