#include "app/desktop/window/settings_dialog.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/desktop/kept_settings.h"
#include "app/desktop/recent_files.h"

namespace luce::desktop {

namespace {

constexpr const char* kReopenKey = "start/reopens_last_study";
constexpr const char* kLanguageKey = "language";
constexpr int kTextStep = 10;

}  // namespace

bool reopensLastStudy() {
  return KeptSettings().value(kReopenKey, false).toBool();
}

QString chosenLanguage() {
  return KeptSettings().value(kLanguageKey).toString();
}

SettingsDialog::SettingsDialog(Appearance& appearance, QWidget* window)
    : QDialog(window),
      appearance_(appearance),
      scheme_(new QComboBox),
      textSize_(new QSpinBox),
      language_(new QComboBox),
      reopen_(new QCheckBox(tr("&Open the last study when Luce starts"))) {
  setWindowTitle(tr("Settings"));
  scheme_->addItem(tr("As the system has it"), static_cast<int>(ColourScheme::System));
  scheme_->addItem(tr("Light"), static_cast<int>(ColourScheme::Light));
  scheme_->addItem(tr("Dark"), static_cast<int>(ColourScheme::Dark));
  scheme_->setCurrentIndex(scheme_->findData(static_cast<int>(appearance.scheme())));
  scheme_->setWhatsThis(
      tr("Light or dark. The colours of policies, tasks and runs mean the same "
         "in both."));
  textSize_->setRange(Appearance::kSmallestText, Appearance::kLargestText);
  textSize_->setSingleStep(kTextStep);
  textSize_->setSuffix(tr(" %"));
  textSize_->setValue(appearance.textSize());
  textSize_->setWhatsThis(
      tr("Size of all text, of the system's own. Large text suits a "
         "projector."));
  language_->addItem(tr("As the system has it"), QString());
  language_->addItem("English", "en");
  language_->addItem("Deutsch", "de");
  language_->setCurrentIndex(std::max(0, language_->findData(chosenLanguage())));
  language_->setWhatsThis(tr("The language of the window, from the next start on."));
  reopen_->setChecked(reopensLastStudy());
  reopen_->setWhatsThis(
      tr("Otherwise Luce begins with the start page. After a crash it offers the "
         "study in any case."));
  auto* restart = new QLabel(tr("A new language appears at the next start."));
  restart->setForegroundRole(QPalette::PlaceholderText);
  restart->setVisible(false);

  auto* form = new QFormLayout;
  form->addRow(tr("&Colours"), scheme_);
  form->addRow(tr("&Text size"), textSize_);
  form->addRow(tr("&Language"), language_);
  form->addRow(QString(), restart);
  form->addRow(reopen_);
  auto* clear = new QPushButton(tr("Forget &recent files"));
  clear->setEnabled(!recentFiles().isEmpty());
  clear->setWhatsThis(tr("Empties the list of files that were opened. The files stay."));
  auto* layoutReset = new QPushButton(tr("Put &panels back"));
  layoutReset->setWhatsThis(tr("Every panel where it stood at first."));
  form->addRow(clear);
  form->addRow(layoutReset);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close | QDialogButtonBox::RestoreDefaults);
  auto* layout = new QVBoxLayout(this);
  layout->addLayout(form);
  layout->addStretch();
  layout->addWidget(buttons);
  // Else Enter in the box of the text size would press the first button of all.
  buttons->button(QDialogButtonBox::Close)->setDefault(true);

  connect(scheme_, &QComboBox::currentIndexChanged, this, [this] {
    appearance_.choose(static_cast<ColourScheme>(scheme_->currentData().toInt()));
  });
  connect(textSize_, &QSpinBox::valueChanged, &appearance_, &Appearance::chooseTextSize);
  connect(language_, &QComboBox::currentIndexChanged, this, [this, restart] {
    KeptSettings().setValue(kLanguageKey, language_->currentData());
    restart->setVisible(true);
  });
  connect(reopen_, &QCheckBox::toggled, this,
          [](bool reopens) { KeptSettings().setValue(kReopenKey, reopens); });
  connect(clear, &QPushButton::clicked, this, [this, clear] {
    forgetRecentFiles();
    clear->setEnabled(false);
    Q_EMIT recentFilesCleared();
  });
  connect(layoutReset, &QPushButton::clicked, this, &SettingsDialog::layoutResetAsked);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  connect(buttons->button(QDialogButtonBox::RestoreDefaults), &QPushButton::clicked, this,
          &SettingsDialog::restoreDefaults);
}

void SettingsDialog::restoreDefaults() {
  scheme_->setCurrentIndex(0);
  textSize_->setValue(100);
  language_->setCurrentIndex(0);
  reopen_->setChecked(false);
}

}  // namespace luce::desktop
