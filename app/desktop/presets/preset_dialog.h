// Renames and deletes saved presets.
#pragma once

#include <QDialog>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>

#include "app/desktop/presets/preset_store.h"

namespace luce::desktop {

class PresetDialog : public QDialog {
  Q_OBJECT

 public:
  explicit PresetDialog(const PresetStore& store, QWidget* parent = nullptr);

  /// Editing an entry renames its preset.
  QListWidget& list() { return *list_; }
  QPushButton& deleteButton() { return *delete_; }

 private:
  void fill();
  void rename(QListWidgetItem* item);
  void removeCurrent();

  const PresetStore& store_;
  QListWidget* list_;
  QPushButton* delete_;
  QLabel* problem_;
};

}  // namespace luce::desktop
