// Renames and deletes saved presets, and brings deleted ones back.
#pragma once

#include <QDialog>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <vector>

#include "app/desktop/presets/preset_store.h"

namespace luce::desktop {

class PresetDialog : public QDialog {
  Q_OBJECT

 public:
  /// removed: those that can be brought back, the latest last; outlives the dialog.
  PresetDialog(const PresetStore& store, std::vector<RemovedPreset>& removed,
               QWidget* parent = nullptr);

  /// Editing an entry renames its preset.
  QListWidget& list() { return *list_; }
  QPushButton& deleteButton() { return *delete_; }
  QPushButton& bringBackButton() { return *bringBack_; }

 private:
  void fill();
  void rename(QListWidgetItem* item);
  void removeCurrent();
  void bringBack();
  void updateButtons();

  const PresetStore& store_;
  std::vector<RemovedPreset>& removed_;
  QListWidget* list_;
  QPushButton* rename_;
  QPushButton* delete_;
  QPushButton* bringBack_;
  QLabel* problem_;
};

}  // namespace luce::desktop
