#include "app/desktop/window/message_boxes.h"

#include <QApplication>
#include <QMessageBox>
#include <QStringList>

#include "app/desktop/core_words.h"

namespace luce::desktop {

void showNotice(QWidget* window, const QString& title, const QString& text) {
  auto* box = new QMessageBox(QMessageBox::Information, QApplication::applicationDisplayName(),
                              title, QMessageBox::Ok, window);
  box->setInformativeText(wordsOfCore(text));
  box->setAttribute(Qt::WA_DeleteOnClose);
  box->open();
}

QDialog* showFailureBox(QWidget* window, const Failure& failure) {
  auto* box = new QMessageBox(QMessageBox::Warning, QApplication::applicationDisplayName(),
                              failure.title, QMessageBox::Ok, window);
  box->setInformativeText(wordsOfCore(failure.text));
  QStringList details;
  for (const QString& detail : failure.details) details.append(wordsOfCore(detail));
  if (details.size() > 1) box->setDetailedText(details.join('\n'));
  box->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  box->setAttribute(Qt::WA_DeleteOnClose);
  box->open();
  return box;
}

}  // namespace luce::desktop
