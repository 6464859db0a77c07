// Answers what a window asks when it is closed.
#pragma once

#include <QApplication>
#include <QMessageBox>
#include <QPushButton>
#include <QStringList>
#include <QTimer>

namespace luce::desktop {

/// Clicks the button of the message box that opens next, and adds what the box said to questions,
/// which must live until then. Without a box nothing is added.
inline void answerNextQuestion(QMessageBox::StandardButton button, QStringList& questions) {
  QTimer::singleShot(0, qApp, [&questions, button] {
    auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
    if (box == nullptr) return;
    questions << box->text();
    box->button(button)->click();
  });
}

}  // namespace luce::desktop
