#include "app/desktop/whatif/catalogue_dialog.h"

#include <QDialogButtonBox>
#include <QVBoxLayout>

#include "app/desktop/window/first_size.h"

namespace luce::desktop {

namespace {

constexpr int kMostListed = 500;

}  // namespace

CatalogueDialog::CatalogueDialog(std::shared_ptr<const SlateTable> table, QWidget* parent)
    : QDialog(parent),
      table_(std::move(table)),
      filter_(new QLineEdit),
      list_(new QListWidget),
      count_(new QLabel) {
  setWindowTitle(tr("Add an item of the catalogue"));
  filter_->setPlaceholderText(tr("Part of the item's key"));
  filter_->setClearButtonEnabled(true);
  filter_->setAccessibleName(tr("Part of the item's key"));
  list_->setAccessibleName(tr("Items"));
  count_->setForegroundRole(QPalette::PlaceholderText);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
  add_ = buttons->addButton(tr("&Add"), QDialogButtonBox::AcceptRole);
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(filter_);
  layout->addWidget(list_, 1);
  layout->addWidget(count_);
  layout->addWidget(buttons);
  resizeWithinScreen(*this, {380, 460});
  // Known to the dialog only now: Enter adds.
  buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);
  add_->setDefault(true);
  filter_->setFocus();
  connect(filter_, &QLineEdit::textChanged, this, &CatalogueDialog::search);
  connect(list_, &QListWidget::itemActivated, this, &QDialog::accept);
  connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  search();
}

std::optional<std::uint32_t> CatalogueDialog::item() const {
  const QListWidgetItem* chosen = list_->currentItem();
  return chosen == nullptr ? std::nullopt : std::optional(chosen->data(Qt::UserRole).toUInt());
}

void CatalogueDialog::search() {
  const std::string part = filter_->text().trimmed().toStdString();
  const StringColumn& keys = table_->catalogue().keys;
  list_->clear();
  std::size_t found = 0;
  for (std::size_t item = 0; item < keys.size(); ++item) {
    if (keys[item].find(part) == std::string_view::npos) continue;
    if (++found > kMostListed) continue;
    auto* entry = new QListWidgetItem(QString::fromStdString(std::string(keys[item])), list_);
    entry->setData(Qt::UserRole, static_cast<quint32>(item));
  }
  list_->setCurrentRow(list_->count() > 0 ? 0 : -1);
  add_->setEnabled(list_->count() > 0);
  count_->setText(found > kMostListed ? tr("The first %L1 of %L2 items").arg(kMostListed).arg(found)
                                      : tr("%L1 items").arg(found));
}

}  // namespace luce::desktop
