// Says on a page that means the weights a run keeps that the charts show another step's.
#pragma once

#include <QLabel>

#include "app/desktop/study/study.h"

namespace luce::desktop {

class KeptWeightsNote : public QLabel {
  Q_OBJECT

 public:
  explicit KeptWeightsNote(Study& study, QWidget* parent = nullptr);

 private:
  void follow();

  Study& study_;
};

}  // namespace luce::desktop
