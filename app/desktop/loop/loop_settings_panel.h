// What can be set of a feedback loop, beside its charts.
#pragma once

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>
#include <QWidget>
#include <functional>
#include <vector>

#include "app/desktop/controls/slider_row.h"
#include "app/desktop/loop/audience_controls.h"
#include "app/desktop/loop/loop_document.h"
#include "app/desktop/loop/ranker_list.h"

namespace luce::desktop {

class LoopSettingsPanel : public QWidget {
  Q_OBJECT

 public:
  explicit LoopSettingsPanel(LoopDocument& document, QWidget* parent = nullptr);

  QComboBox& presetBox() { return *preset_; }
  QSpinBox& usersBox() { return *users_; }
  QSpinBox& roundsBox() { return *rounds_; }
  QSpinBox& seedsBox() { return *seeds_; }
  QSpinBox& memoryBox() { return *memory_; }
  RankerList& rankers() { return *rankers_; }
  QComboBox& explorationBox() { return *exploration_; }
  QDoubleSpinBox& amountBox() { return *amount_; }
  QComboBox& estimatorBox() { return *estimator_; }
  SliderRow& weightRow(std::size_t task) { return *weights_[task]; }
  AudienceControls& audience() { return *audience_; }
  QToolButton& foldButton() { return *fold_; }
  const QLabel& presetHelp() const { return *presetHelp_; }

 private:
  QWidget* buildAudience();
  QWidget* buildLoop();
  QWidget* buildRankers();
  QWidget* buildWeights();
  QSpinBox* number(const QString& title, const QString& help, int low, int high,
                   const std::function<void(LoopSettings&, int)>& set);
  void showSettings();
  void takeExploration();

  LoopDocument& document_;
  QComboBox* preset_;
  QLabel* presetHelp_;
  QSpinBox* users_;
  QSpinBox* rounds_;
  QSpinBox* seeds_;
  QSpinBox* first_;
  QSpinBox* memory_;
  RankerList* rankers_;
  QComboBox* exploration_;
  QDoubleSpinBox* amount_;
  QComboBox* estimator_;
  QLabel* mixed_;
  std::vector<SliderRow*> weights_;
  QToolButton* fold_;
  AudienceControls* audience_;
  int controls_ = 0;  ///< numbers, each of which is one control for undo
};

}  // namespace luce::desktop
