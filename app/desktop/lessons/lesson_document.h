// Fills documents with a lesson's text, and finds its links to controls.
#pragma once

#include <QString>
#include <QTextDocument>
#include <QUrl>

namespace luce::desktop {

/// text: see lesson_markup.h; a formula that cannot be read is shown as it is written.
void fillDocument(QTextDocument& document, const QString& text);
/// The control that a link points at; empty = it is another link.
QString controlOf(const QUrl& link);

}  // namespace luce::desktop
