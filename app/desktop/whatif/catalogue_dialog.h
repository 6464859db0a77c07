// Chooses an item of the catalogue by a part of its key.
#pragma once

#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <memory>
#include <optional>

#include "core/dataset/slate_table.h"

namespace luce::desktop {

class CatalogueDialog : public QDialog {
  Q_OBJECT

 public:
  explicit CatalogueDialog(std::shared_ptr<const SlateTable> table, QWidget* parent = nullptr);

  /// Index in the catalogue.
  std::optional<std::uint32_t> item() const;
  QLineEdit& filter() { return *filter_; }
  QListWidget& list() { return *list_; }

 private:
  void search();

  std::shared_ptr<const SlateTable> table_;
  QLineEdit* filter_;
  QListWidget* list_;
  QLabel* count_;
  QPushButton* add_;
};

}  // namespace luce::desktop
