#include "app/desktop/window/window_dialogs.h"

#include "app/desktop/window/about_dialog.h"
#include "app/desktop/window/command_palette.h"
#include "app/desktop/window/settings_dialog.h"
#include "app/desktop/window/shortcut_sheet.h"

namespace luce::desktop {

WindowDialogs::WindowDialogs(Study& study, Appearance* appearance, const WindowActions& actions,
                             QWidget& window)
    : QObject(&window), study_(study), appearance_(appearance), window_(window) {
  connect(actions.settings, &QAction::triggered, this, &WindowDialogs::showSettings);
  connect(actions.compare, &QAction::triggered, this, &WindowDialogs::compareSchemes);
  connect(actions.palette, &QAction::triggered, this,
          [this, &actions] { open(new CommandPalette(actions.commands(), &window_)); });
  connect(actions.shortcuts, &QAction::triggered, this,
          [this, &actions] { open(new ShortcutSheet(actions.commands(), &window_)); });
  connect(actions.about, &QAction::triggered, this, [this] { open(new AboutDialog(&window_)); });
  actions.settings->setEnabled(appearance_ != nullptr);
}

void WindowDialogs::open(QDialog* dialog) {
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->open();
}

void WindowDialogs::showSettings() {
  if (appearance_ == nullptr) return;
  auto* dialog = new SettingsDialog(*appearance_, &window_);
  connect(dialog, &SettingsDialog::recentFilesCleared, this, &WindowDialogs::recentFilesCleared);
  connect(dialog, &SettingsDialog::layoutResetAsked, this, &WindowDialogs::layoutResetAsked);
  open(dialog);
}

void WindowDialogs::compareSchemes() {
  if (comparison_ == nullptr) comparison_ = new ComparisonDialog(study_, &window_);
  comparison_->show();
  comparison_->raise();
  comparison_->activateWindow();
}

}  // namespace luce::desktop
