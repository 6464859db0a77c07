// The answer to a file dialog, as a person types it.
#pragma once

#include <QFileDialog>
#include <QLineEdit>

namespace luce::desktop {

inline void chooseIn(QFileDialog& dialog, const QString& file) {
  dialog.findChild<QLineEdit*>("fileNameEdit")->setText(file);
  QMetaObject::invokeMethod(&dialog, "accept");
}

}  // namespace luce::desktop
