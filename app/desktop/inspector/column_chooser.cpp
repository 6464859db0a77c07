#include "app/desktop/inspector/column_chooser.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QWidgetAction>

#include "app/desktop/kept_settings.h"

namespace luce::desktop {

namespace {

constexpr const char* kGroup = "inspector/columns";

/// Slashes in names of features must not make groups.
QString settingOf(const CandidateColumn& column) {
  return QString("%1/%2").arg(kGroup, QString::fromLatin1(column.id.toUtf8().toPercentEncoding()));
}

}  // namespace

ColumnChooser::ColumnChooser(QTableView& view, QWidget* parent)
    : QToolButton(parent), view_(view), menu_(this) {
  setText(tr("Columns"));
  setPopupMode(QToolButton::InstantPopup);
  setMenu(&menu_);
  setAccessibleName(tr("Choose columns"));
  setToolTip(tr("Choose which columns are shown"));
  setWhatsThis(
      tr("Which columns the table has: features of the candidates, predicted probabilities, "
         "policies, importance ratio, advantage and reward. The choice is remembered."));
  connect(&menu_, &QMenu::aboutToShow, this, &ColumnChooser::rebuild);
  view_.horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
  connect(
      view_.horizontalHeader(), &QWidget::customContextMenuRequested, this,
      [this](const QPoint& place) { menu_.popup(view_.horizontalHeader()->mapToGlobal(place)); });
}

void ColumnChooser::setColumns(const std::vector<CandidateColumn>& columns) {
  columns_ = columns;
  const KeptSettings settings;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const bool shown = settings.value(settingOf(columns_[i]), columns_[i].shownAtFirst).toBool();
    view_.setColumnHidden(static_cast<int>(i), !shown);
  }
}

void ColumnChooser::setShown(int column, bool shown) {
  view_.setColumnHidden(column, !shown);
  KeptSettings().setValue(settingOf(columns_[static_cast<std::size_t>(column)]), shown);
}

bool ColumnChooser::isShown(int column) const {
  return !view_.isColumnHidden(column);
}

void ColumnChooser::reset() {
  KeptSettings().remove(kGroup);
  setColumns(columns_);
}

void ColumnChooser::rebuild() {
  menu_.clear();
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const int column = static_cast<int>(i);
    // A box instead of a menu's own tick: the list stays open while several are ticked.
    auto* box = new QCheckBox(columns_[i].title);
    box->setToolTip(columns_[i].meaning);
    box->setChecked(isShown(column));
    // A table without the items' names cannot be read.
    box->setEnabled(columns_[i].kind != CandidateColumn::Kind::Item);
    connect(box, &QCheckBox::toggled, this,
            [this, column](bool shown) { setShown(column, shown); });
    auto* action = new QWidgetAction(&menu_);
    action->setDefaultWidget(box);
    menu_.addAction(action);
  }
  menu_.addSeparator();
  menu_.addAction(tr("Standard columns"), this, &ColumnChooser::reset);
}

}  // namespace luce::desktop
