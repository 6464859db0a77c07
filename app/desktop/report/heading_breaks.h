#pragma once

#include <QTextDocument>

namespace luce::desktop {

/// A heading, or a table's caption, at the foot of a page goes to the next one, with what it is the
/// heading of. The text must have its page size.
void keepHeadingsWithTexts(QTextDocument& text);

}  // namespace luce::desktop
