// Edits a name in a table whose rows may be told anew meanwhile: what has been typed stays. For the
// whole table: when the model is reset, Qt frees an open editor only from the view's own delegate,
// and one of a column would answer for an editor that is gone.
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
