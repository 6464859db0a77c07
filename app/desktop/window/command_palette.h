// Every command of the window by its name: type a few letters, press Enter.
#pragma once

#include <QAbstractListModel>
#include <QAction>
#include <QDialog>
#include <QLineEdit>
#include <QListView>
#include <QPointer>
#include <vector>

namespace luce::desktop {

/// How well a name fits what was typed: the letters in order, better at the beginning of words and
/// side by side; below zero = not at all. An empty text fits everything equally.
int fitOf(const QString& typed, const QString& name);

struct NamedCommand {
  QString name;  ///< with its menu: "Experiment ▸ Train"
  QPointer<QAction> action;
};

class CommandModel : public QAbstractListModel {
  Q_OBJECT

 public:
  using QAbstractListModel::QAbstractListModel;

  void setCommands(std::vector<NamedCommand> commands);
  /// Shows what fits, best first; commands that cannot be used now come last and greyed.
  void filter(const QString& typed);
  QAction* action(int row) const;

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;

 private:
  std::vector<NamedCommand> commands_;
  std::vector<std::size_t> shown_;
};

class CommandPalette : public QDialog {
  Q_OBJECT

 public:
  explicit CommandPalette(std::vector<NamedCommand> commands, QWidget* window);

  QLineEdit& box() { return *box_; }
  QListView& list() { return *list_; }

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void filter();
  void run(const QModelIndex& index);

  CommandModel model_;
  QLineEdit* box_;
  QListView* list_;
};

}  // namespace luce::desktop
