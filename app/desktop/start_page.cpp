#include "app/desktop/start_page.h"

#include <QFileInfo>
#include <QLabel>
#include <QVBoxLayout>

namespace luce::desktop {

namespace {

QLabel* words(const QString& text, double scale, bool faint) {
  auto* label = new QLabel(text);
  QFont font = label->font();
  font.setPointSizeF(font.pointSizeF() * scale);
  label->setFont(font);
  label->setWordWrap(true);
  label->setAlignment(Qt::AlignCenter);
  if (faint) label->setForegroundRole(QPalette::PlaceholderText);
  return label;
}

}  // namespace

StartPage::StartPage(QWidget* parent)
    : QWidget(parent),
      sample_(new QPushButton(tr("Open the sample log"))),
      open_(new QPushButton(tr("Open a log or a workspace…"))),
      recent_(new QListWidget),
      recentPart_(new QWidget) {
  auto* recentLayout = new QVBoxLayout(recentPart_);
  recentLayout->setContentsMargins(0, 12, 0, 0);
  recentLayout->addWidget(new QLabel(tr("Opened before")));
  recentLayout->addWidget(recent_);
  recent_->setAccessibleName(tr("Recent files"));

  auto* column = new QVBoxLayout;
  column->setSpacing(10);
  column->addStretch(2);
  column->addWidget(words("Luce", 3.0, false));
  column->addWidget(words(
      tr("Train a ranker for the value it is used for, and see whether it pays."), 1.2, false));
  column->addSpacing(16);
  column->addWidget(sample_);
  column->addWidget(open_);
  column->addWidget(words(
      tr("or drop it here: files of a log, plain or packed, a folder, a workspace"), 1.0, true));
  column->addWidget(recentPart_, 2);
  column->addStretch(2);
  for (QPushButton* button : {sample_, open_}) button->setMinimumHeight(40);
  sample_->setDefault(true);

  auto* middle = new QWidget;
  middle->setLayout(column);
  middle->setMaximumWidth(520);
  auto* layout = new QHBoxLayout(this);
  layout->addStretch();
  layout->addWidget(middle, 4);
  layout->addStretch();
  connect(sample_, &QPushButton::clicked, this, &StartPage::sampleAsked);
  connect(open_, &QPushButton::clicked, this, &StartPage::openAsked);
  connect(recent_, &QListWidget::itemActivated, this,
          [this](QListWidgetItem* item) { Q_EMIT fileAsked(item->data(Qt::UserRole).toString()); });
  connect(recent_, &QListWidget::itemClicked, this,
          [this](QListWidgetItem* item) { Q_EMIT fileAsked(item->data(Qt::UserRole).toString()); });
}

void StartPage::setRecentFiles(const QStringList& files) {
  recent_->clear();
  for (const QString& file : files) {
    auto* item = new QListWidgetItem(
        QString("%1   %2").arg(QFileInfo(file).fileName(), QFileInfo(file).absolutePath()));
    item->setData(Qt::UserRole, file);
    recent_->addItem(item);
  }
  recentPart_->setVisible(!files.isEmpty());
}

}  // namespace luce::desktop
