#include "app/desktop/data/condition_edit.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QScrollBar>
#include <algorithm>

namespace luce::desktop {

ConditionEdit::ConditionEdit(QWidget* parent)
    : QLineEdit(parent), completer_(new QCompleter(&model_, this)) {
  completer_->setWidget(this);
  // The list holds what fits, the best first.
  completer_->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
  completer_->setMaxVisibleItems(12);
  connect(completer_, qOverload<const QString&>(&QCompleter::activated), this,
          &ConditionEdit::insert);
  connect(this, &QLineEdit::textEdited, this, &ConditionEdit::propose);
}

void ConditionEdit::setNames(const QStringList& names) {
  names_ = names;
}

bool ConditionEdit::proposes() const {
  return completer_->popup()->isVisible();
}

QStringList ConditionEdit::namesLike(const QString& word) const {
  QStringList begin, hold;
  for (const QString& name : names_) {
    const QString plain = name.startsWith('"') && !word.startsWith('"') ? name.mid(1) : name;
    if (plain.startsWith(word, Qt::CaseInsensitive)) {
      begin.append(name);
    } else if (plain.contains(word, Qt::CaseInsensitive)) {
      hold.append(name);
    }
  }
  std::stable_sort(begin.begin(), begin.end(),
                   [](const QString& a, const QString& b) { return a.size() < b.size(); });
  return begin + hold;
}

ConditionEdit::Word ConditionEdit::wordAtCursor() const {
  const QString before = text().left(cursorPosition());
  if (before.count('\'') % 2 == 1) return {};
  auto start = before.size();
  while (start > 0 && (before[start - 1].isLetterOrNumber() || before[start - 1] == '_')) --start;
  if (start > 0 && before[start - 1] == '"') --start;
  return {static_cast<int>(start), before.mid(start)};
}

void ConditionEdit::propose() {
  const QString word = wordAtCursor().text;
  QAbstractItemView* popup = completer_->popup();
  if (word.isEmpty() || word[0].isDigit()) {
    popup->hide();
    return;
  }
  const QStringList names = namesLike(word);
  if (names.isEmpty() || (names.size() == 1 && names[0] == word)) {
    popup->hide();
    return;
  }
  showNames(names);
}

void ConditionEdit::showNames(const QStringList& names) {
  model_.setStringList(names);
  QAbstractItemView* popup = completer_->popup();
  QRect place = cursorRect();
  place.setWidth(popup->sizeHintForColumn(0) + popup->verticalScrollBar()->sizeHint().width() + 8);
  completer_->complete(place);
}

void ConditionEdit::insert(const QString& name) {
  const Word word = wordAtCursor();
  const QString after = text().mid(cursorPosition());
  setText(text().left(word.start) + name + after);
  setCursorPosition(word.start + static_cast<int>(name.size()));
}

void ConditionEdit::keyPressEvent(QKeyEvent* event) {
  const bool chooses = completer_->popup()->isVisible() &&
                       completer_->popup()->currentIndex().isValid() &&
                       (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter);
  if (chooses) {
    event->ignore();  // the list takes it
    return;
  }
  const bool asks = event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier;
  if (asks) {
    showNames(namesLike(wordAtCursor().text));
    return;
  }
  QLineEdit::keyPressEvent(event);
}

}  // namespace luce::desktop
