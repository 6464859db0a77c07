// What the policy under the sliders would earn on the held-out slates, and how far to trust it.
#pragma once

#include <QGridLayout>
#include <QLabel>
#include <QTimer>
#include <QWidget>
#include <optional>
#include <string>
#include <vector>

#include "core/evaluation/evaluate.h"
#include "core/policy/policy_summary.h"

namespace luce::desktop {

class EstimatePanel : public QWidget {
  Q_OBJECT

 public:
  explicit EstimatePanel(QWidget* parent = nullptr);
  /// IPS and SNIPS at once; their intervals and all else come with the report, once the sliders
  /// rest.
  void preview(const PolicySummary& summary);
  /// The same where the next report most often comes soon, so that intervals need not make way:
  /// only if it does not.
  void previewIfAlone(const PolicySummary& summary);
  void show(const PolicyReport& report);
  void clear();
  /// All that is shown, a line for each estimator.
  QString text() const;

 private:
  /// An estimator's line.
  struct Figure {
    QLabel* name;
    QLabel* value;
    QLabel* interval;
  };
  Figure addFigure(QGridLayout& grid, const QString& name);
  void showFigures(bool shown);

  Figure snips_, ips_, clipped_, logging_;
  QWidget* figures_;
  QLabel* facts_;  ///< what differs from report to report
  QLabel* words_;
  struct Reported {
    double snips, ips;
  };
  std::optional<Reported> reported_;  ///< latest
  std::optional<PolicySummary> waiting_;
  QTimer patience_;
};

}  // namespace luce::desktop
