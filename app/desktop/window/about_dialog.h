// What Luce is, what it is built with, and under which licences.
#pragma once

#include <QDialog>

namespace luce::desktop {

class AboutDialog : public QDialog {
  Q_OBJECT

 public:
  explicit AboutDialog(QWidget* window);
};

}  // namespace luce::desktop
