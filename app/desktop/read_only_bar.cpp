#include "app/desktop/read_only_bar.h"

#include <QAction>

#include "app/desktop/core_words.h"
#include "app/desktop/text_size.h"

namespace luce::desktop {

namespace {

constexpr int kTextWidth = 700;

}  // namespace

ReadOnlyBar::ReadOnlyBar() : text_(new QLabel) {
  setObjectName("read_only");
  setWindowTitle(tr("Read only"));
  setMovable(false);
  // People cannot hide what they need to know.
  toggleViewAction()->setVisible(false);
  setStyleSheet("QToolBar { background: #fff3cd; border: none; } QLabel { color: #664d03; }");
  text_->setTextFormat(Qt::PlainText);
  text_->setWordWrap(true);
  text_->setContentsMargins(8, 4, 8, 4);
  // Wide enough for one line of most reasons; a narrower guess would make the bar tall.
  text_->setMinimumWidth(kTextWidth);
  text_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  text_->setAccessibleName(tr("Why this workspace can only be read"));
  auto* again = new QPushButton(tr("Try again"));
  again->setToolTip(tr("Open the workspace again, for writing if that is possible by now"));
  again->setWhatsThis(again->toolTip());
  copy_ = new QPushButton(tr("Save a copy…"));
  copy_->setToolTip(tr("Save all that the workspace holds in another file, and go on with that"));
  copy_->setWhatsThis(copy_->toolTip());
  addWidget(text_);
  again_ = addWidget(again);
  addWidget(copy_);
  for (QWidget* widget : std::initializer_list<QWidget*>{this, text_, again, copy_}) {
    followTextSize(*widget, 1);
  }
  connect(copy_, &QPushButton::clicked, this, &ReadOnlyBar::copyAsked);
  connect(again, &QPushButton::clicked, this, &ReadOnlyBar::againAsked);
  setVisible(false);
}

void ReadOnlyBar::tell(const QString& why, bool lost) {
  text_->setText(wordsOfCore(why));
  again_->setVisible(!lost);
  showIfNeeded();
}

void ReadOnlyBar::showIfNeeded() {
  setVisible(!text_->text().isEmpty());
}

}  // namespace luce::desktop
