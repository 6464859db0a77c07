// The one place for what is set once and holds for every study. What is changed applies at once.
#pragma once

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QSpinBox>

#include "app/desktop/window/appearance.h"

namespace luce::desktop {

/// Whether the study that was open last is opened when Luce starts.
bool reopensLastStudy();
/// The language that was chosen, such as "de"; empty = the system's.
QString chosenLanguage();

class SettingsDialog : public QDialog {
  Q_OBJECT

 public:
  SettingsDialog(Appearance& appearance, QWidget* window);

  QComboBox& schemeChoice() { return *scheme_; }
  QSpinBox& textSizeBox() { return *textSize_; }
  QComboBox& languageChoice() { return *language_; }
  QCheckBox& reopenBox() { return *reopen_; }

 Q_SIGNALS:
  void recentFilesCleared();
  void layoutResetAsked();

 private:
  void restoreDefaults();

  Appearance& appearance_;
  QComboBox* scheme_;
  QSpinBox* textSize_;
  QComboBox* language_;
  QCheckBox* reopen_;
};

}  // namespace luce::desktop
