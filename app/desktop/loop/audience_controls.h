// Every number of a simulated audience, by groups, made from the core's description of them.
#pragma once

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QSpinBox>
#include <QWidget>
#include <map>
#include <string>
#include <vector>

#include "core/simulation/audience/audience_settings.h"

namespace luce::desktop {

class AudienceControls : public QWidget {
  Q_OBJECT

 public:
  /// Of the number of users, which stands elsewhere, there is none.
  explicit AudienceControls(QWidget* parent = nullptr);

  /// Without a signal.
  void showAudience(const AudienceSettings& audience);

  /// id: of an audience parameter but "users". Throws std::out_of_range.
  QAbstractSpinBox& box(const std::string& id) const;
  QDoubleSpinBox& weightBox(std::size_t task) const { return *weights_[task]; }
  QCheckBox& propensitiesBox() { return *propensities_; }
  QComboBox& examinationBox() { return *examination_; }

 Q_SIGNALS:
  /// By the person. title: what was changed; control: equal for changes that belong together.
  void edited(luce::AudienceSettings audience, QString title, int control);

 private:
  void addParameter(const AudienceParameter& parameter, int control);
  void addWeights();

  AudienceSettings shown_;
  std::map<std::string, QSpinBox*> whole_;
  std::map<std::string, QDoubleSpinBox*> real_;
  std::vector<QDoubleSpinBox*> weights_;
  QCheckBox* propensities_;
  QComboBox* examination_;
};

}  // namespace luce::desktop
