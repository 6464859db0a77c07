// The preview with its head: select one or more columns and give them a role, by mouse or keyboard.
#pragma once

#include <QMenu>
#include <QTableView>

#include "app/desktop/opening/preview_model.h"
#include "app/desktop/opening/role_header.h"

namespace luce::desktop {

class PreviewTable : public QTableView {
  Q_OBJECT

 public:
  explicit PreviewTable(QWidget* parent = nullptr);

  void show(std::shared_ptr<const LogInspection> log, const MappingDraft& draft);
  void showDraft(const MappingDraft& draft);
  /// Scrolls to the column, and to the line if it is shown.
  void goTo(std::int64_t line, int column);
  std::vector<std::size_t> selectedColumns() const;
  int currentColumn() const { return currentIndex().isValid() ? currentIndex().column() : -1; }
  PreviewModel& previewModel() { return *model_; }
  RoleHeader& roleHeader() { return *header_; }
  /// The choice of roles for the selected columns; made anew each time.
  QMenu* makeRoleMenu();

 Q_SIGNALS:
  void roleChosen(std::vector<std::size_t> columns, luce::ColumnRole role);
  void currentColumnChanged(int column);

 protected:
  void contextMenuEvent(QContextMenuEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
  void changeEvent(QEvent* event) override;

 private:
  void showMenu(int column);
  void fitColumns();
  /// Values and faults stay readable in selected columns.
  void softenSelection();

  PreviewModel* model_;
  RoleHeader* header_;
};

}  // namespace luce::desktop
