// Edits a name in a table whose rows may be told anew meanwhile: what has been typed stays.
#pragma once

#include <QLineEdit>
#include <QStyledItemDelegate>

namespace luce::desktop {

class NameDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  using QStyledItemDelegate::QStyledItemDelegate;

  void setEditorData(QWidget* editor, const QModelIndex& index) const override {
    const auto* line = qobject_cast<QLineEdit*>(editor);
    if (line != nullptr && line->isModified()) return;
    QStyledItemDelegate::setEditorData(editor, index);
  }
};

}  // namespace luce::desktop
