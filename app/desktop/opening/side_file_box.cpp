#include "app/desktop/opening/side_file_box.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "app/desktop/file_question.h"

namespace luce::desktop {

SideFileBox::SideFileBox(const QString& title, QWidget* parent)
    : QWidget(parent),
      title_(title),
      name_(new QLineEdit),
      choose_(new QToolButton),
      remove_(new QToolButton),
      keyPart_(new QWidget),
      key_(new QComboBox) {
  name_->setReadOnly(true);
  name_->setPlaceholderText(tr("no file"));
  name_->setAccessibleName(title);
  name_->setFocusPolicy(Qt::NoFocus);
  choose_->setText(tr("Choose…"));
  choose_->setAccessibleName(tr("Choose a file: %1").arg(title));
  remove_->setText("×");
  remove_->setToolTip(tr("Without this file"));
  remove_->setAccessibleName(tr("Without a file: %1").arg(title));
  key_->setAccessibleName(tr("Key of the file: %1").arg(title));
  key_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  auto* file = new QHBoxLayout;
  file->addWidget(new QLabel(title));
  file->addWidget(name_, 1);
  file->addWidget(choose_);
  file->addWidget(remove_);
  auto* key = new QHBoxLayout(keyPart_);
  key->setContentsMargins(16, 0, 0, 0);
  key->addWidget(new QLabel(tr("found by its column")));
  key->addWidget(key_, 1);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addLayout(file);
  layout->addWidget(keyPart_);
  connect(choose_, &QToolButton::clicked, this, &SideFileBox::choose);
  connect(remove_, &QToolButton::clicked, this, [this] {
    show(std::nullopt);
    Q_EMIT edited();
  });
  connect(key_, &QComboBox::activated, this, &SideFileBox::edited);
  show(std::nullopt);
}

void SideFileBox::show(const std::optional<SideFile>& shown) {
  const bool side = shown && !shown->file.empty();
  const QString path = side ? QString::fromStdString(shown->file.string()) : QString();
  // A file whose columns are not known yet stays: it is being chosen.
  if (side || path_.isEmpty() || key_->count() > 0) {
    if (path != path_) key_->clear();
    path_ = path;
  }
  if (side) {
    const QString key = QString::fromStdString(shown->key);
    if (key_->findText(key) < 0) key_->addItem(key);
    key_->setCurrentIndex(key_->findText(key));
  }
  name_->setText(QFileInfo(path_).fileName());
  name_->setToolTip(path_);
  remove_->setEnabled(!path_.isEmpty());
  keyPart_->setVisible(!path_.isEmpty());
}

std::optional<SideFile> SideFileBox::side() const {
  if (path_.isEmpty() || key_->currentText().isEmpty()) return std::nullopt;
  return SideFile{path_.toStdString(), key_->currentText().toStdString()};
}

void SideFileBox::setFile(const QString& file) {
  path_ = file;
  key_->clear();
  name_->setText(QFileInfo(file).fileName());
  name_->setToolTip(file);
  remove_->setEnabled(true);
  keyPart_->setVisible(true);
  Q_EMIT columnsAsked(file);
}

void SideFileBox::offerColumns(const QStringList& columns, const QString& preferred) {
  const QString before = key_->currentText();
  key_->clear();
  key_->addItems(columns);
  const int wanted = key_->findText(before.isEmpty() ? preferred : before, Qt::MatchFixedString);
  key_->setCurrentIndex(wanted >= 0 ? wanted : 0);
  if (key_->currentText() != before) Q_EMIT edited();
}

void SideFileBox::choose() {
  const QString chosen =
      askForFile(this, {.title = title_,
                        .place = QFileInfo(path_).absolutePath(),
                        .filters = {tr("Tables (*.csv *.tsv *.gz)"), tr("All files (*)")}});
  if (!chosen.isEmpty()) setFile(chosen);
}

}  // namespace luce::desktop
