// The study's charts as panels that can be moved, tabbed, floated and hidden, and stay as a person
// left them.
#pragma once

#include <QDockWidget>
#include <QMainWindow>
#include <cstdint>
#include <vector>

#include "app/desktop/charts/clip_curve_chart.h"
#include "app/desktop/charts/diagnostics_chart.h"
#include "app/desktop/charts/held_out_chart.h"
#include "app/desktop/charts/loss_chart.h"
#include "app/desktop/charts/ratio_chart.h"
#include "app/desktop/charts/slate_chart.h"
#include "app/desktop/inspector/slate_inspector.h"

namespace luce::desktop {

class Workbench : public QMainWindow {
  Q_OBJECT

 public:
  explicit Workbench(QWidget* parent = nullptr);

  SlateChart& slate() { return *slate_; }
  RatioChart& ratios() { return *ratios_; }
  ClipCurveChart& clipCurve() { return *clipCurve_; }
  HeldOutChart& heldOut() { return *heldOut_; }
  LossChart& losses() { return *losses_; }
  DiagnosticsChart& diagnostics() { return *diagnostics_; }
  /// Of all charts over training steps.
  StepCrosshair& crosshair() { return *crosshair_; }
  SlateInspector& candidates() { return *candidates_; }

  /// How many steps a run that is being trained will have in all; 0 = no more than there are.
  void expectSteps(std::int64_t steps);

  const std::vector<QDockWidget*>& panels() const { return panels_; }
  /// Shows the panel that holds the widget, in front of those that share its place.
  void raisePanel(const QWidget& content);
  /// Whether it is shown and no other panel is in front of it.
  bool isInFront(const QWidget& content) const;

  /// Where everything stood at first.
  void resetLayout();
  QByteArray layoutState() const;
  /// False and no change for the state of another version.
  bool restoreLayout(const QByteArray& state);

 private:
  QDockWidget* addPanel(const QString& title, const char* name, QWidget* content,
                        const QString& help);
  QDockWidget* panelOf(const QWidget& content) const;
  template <class Chart>
  void restBehindOthers(Chart& chart);

  void arrange();
  void giveSizes();

  SlateChart* slate_;
  RatioChart* ratios_;
  ClipCurveChart* clipCurve_;
  HeldOutChart* heldOut_;
  LossChart* losses_;
  DiagnosticsChart* diagnostics_;
  StepCrosshair* crosshair_;
  SlateInspector* candidates_;
  std::vector<QDockWidget*> panels_;
  QByteArray arranged_;  ///< the first layout
};

}  // namespace luce::desktop
