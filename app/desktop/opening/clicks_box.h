// Clicks for logs of graded relevance, which have none.
#pragma once

#include <QDoubleSpinBox>
#include <QSpinBox>
#include <QWidget>

#include "core/dataset/importers/log_mapping.h"

namespace luce::desktop {

class ClicksBox : public QWidget {
  Q_OBJECT

 public:
  explicit ClicksBox(QWidget* parent = nullptr);

  /// Without a signal.
  void show(const ClickSimulation& clicks);
  ClickSimulation clicks() const;
  QDoubleSpinBox& biasBox() { return *bias_; }
  QSpinBox& placesBox() { return *places_; }

 Q_SIGNALS:
  void edited();

 private:
  QDoubleSpinBox* bias_;
  QDoubleSpinBox* noise_;
  QDoubleSpinBox* temperature_;
  QSpinBox* places_;
  QSpinBox* seed_;
};

}  // namespace luce::desktop
