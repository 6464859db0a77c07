// What the policy under the sliders would earn on the held-out slates, and how far to trust it.
#pragma once

#include <QLabel>
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
  void show(const PolicyReport& report);
  void clear();
  /// All that is shown, as rich text.
  QString text() const { return figures_->text() + words_->text(); }

 private:
  QLabel* figures_;
  QLabel* words_;
  struct Reported {
    double snips, ips;
  };
  std::optional<Reported> reported_;  ///< latest
};

}  // namespace luce::desktop
