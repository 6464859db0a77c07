// All keys at a glance, by menu, and those of charts, tables and sliders.
#pragma once

#include <QAction>
#include <QDialog>
#include <vector>

#include "app/desktop/window/command_palette.h"

namespace luce::desktop {

class ShortcutSheet : public QDialog {
  Q_OBJECT

 public:
  ShortcutSheet(const std::vector<NamedCommand>& commands, QWidget* window);
  QString html() const { return html_; }

 private:
  static QString elsewhere();

  QString html_;
};

}  // namespace luce::desktop
