// Beside the board: scheme, rows, steps, weights and what holds the policy back.
#pragma once

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QVBoxLayout>
#include <QWidget>
#include <functional>
#include <vector>

#include "app/desktop/controls/parameter_rows.h"
#include "app/desktop/controls/scheme_box.h"
#include "app/desktop/controls/slider_row.h"
#include "app/desktop/playground/playground_document.h"

namespace luce::desktop {

class PlaygroundControls : public QWidget {
  Q_OBJECT

 public:
  explicit PlaygroundControls(PlaygroundDocument& document, QWidget* parent = nullptr);

  SchemeBox& schemeBox() { return *scheme_; }
  ParameterRows& parameters() { return *parameters_; }
  QComboBox& rowsBox() { return *rows_; }
  QComboBox& propensityBox() { return *propensities_; }
  QComboBox& advantageBox() { return *advantage_; }
  SliderRow& stepSizeRow() { return *stepSize_; }
  SliderRow& temperatureRow() { return *temperature_; }
  SliderRow& divergenceRow() { return *divergence_; }
  const std::vector<SliderRow*>& valueRows() const { return values_; }
  QCheckBox& linkBox() { return *linked_; }

 private:
  using Edit = std::function<void(BlackboardSlate&)>;

  QWidget* buildScheme();
  QWidget* buildStep();
  QWidget* buildValues();
  QWidget* buildRestraint();
  void connectBoxes();
  void connectRows();
  void change(const QString& title, int control, const Edit& edit);
  void show();
  void showWords();
  void rebuildTasks();

  PlaygroundDocument& document_;
  SchemeBox* scheme_;
  QLabel* meaning_;
  ParameterRows* parameters_;
  QComboBox* rows_;
  QLabel* rowsMeaning_;
  QComboBox* propensities_;
  QComboBox* advantage_;
  SliderRow* stepSize_;
  SliderRow* temperature_;
  std::vector<std::string> tasks_;
  std::vector<SliderRow*> values_, rewards_;
  QVBoxLayout* valueLayout_;
  QVBoxLayout* rewardLayout_;
  QWidget* rewardPart_;
  QCheckBox* linked_;
  SliderRow* weight_;
  SliderRow* divergence_;
  QComboBox* regulariser_;
  QComboBox* reference_;
  SliderRow* entropy_;
};

}  // namespace luce::desktop
