// What the policy under the sliders would earn on the held-out slates, and how far to trust it.
#pragma once

#include <QLabel>
#include <QWidget>
#include <string>
#include <vector>

#include "core/evaluation/evaluate.h"

namespace luce::desktop {

class EstimatePanel : public QWidget {
  Q_OBJECT

 public:
  explicit EstimatePanel(QWidget* parent = nullptr);
  void show(const PolicyReport& report);
  void clear();
  QString text() const { return words_->text(); }

 private:
  QLabel* words_;
};

}  // namespace luce::desktop
