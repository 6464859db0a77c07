// A line for a condition: proposes the names of columns for the word that is being typed.
#pragma once

#include <QCompleter>
#include <QLineEdit>
#include <QStringListModel>

namespace luce::desktop {

class ConditionEdit : public QLineEdit {
  Q_OBJECT

 public:
  explicit ConditionEdit(QWidget* parent = nullptr);
  /// As they are typed.
  void setNames(const QStringList& names);
  /// Whether a list of names is shown.
  bool proposes() const;
  QCompleter& completer() { return *completer_; }

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  struct Word {
    int start = 0;
    QString text;  ///< from its start to the cursor; empty inside of a text in quotes
  };
  Word wordAtCursor() const;
  /// Names that begin with the word, the shortest first, then those that hold it.
  QStringList namesLike(const QString& word) const;
  void propose();
  void showNames(const QStringList& names);
  void insert(const QString& name);

  QStringList names_;
  QStringListModel model_;
  QCompleter* completer_;
};

}  // namespace luce::desktop
