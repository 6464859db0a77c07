#include "app/desktop/opening/column_reason.h"

#include <QCoreApplication>
#include <QStringList>

namespace luce::desktop {

namespace {

constexpr const char* kContext = "luce::desktop::reasonWords";

constexpr const char* kReasons[]{
    QT_TRANSLATE_NOOP("luce::desktop::reasonWords", "a nameless row number"),
    QT_TRANSLATE_NOOP("luce::desktop::reasonWords", "an id"),
    QT_TRANSLATE_NOOP("luce::desktop::reasonWords", "another column has its role now"),
    QT_TRANSLATE_NOOP("luce::desktop::reasonWords", "as last time"),
    QT_TRANSLATE_NOOP("luce::desktop::reasonWords", "chosen by you"),
    QT_TRANSLATE_NOOP("luce::desktop::reasonWords", "codes"),
    QT_TRANSLATE_NOOP("luce::desktop::reasonWords", "describes the slate as a whole"),
    QT_TRANSLATE_NOOP("luce::desktop::reasonWords", "its name"),
    QT_TRANSLATE_NOOP("luce::desktop::reasonWords", "its name begins like a context's"),
    QT_TRANSLATE_NOOP("luce::desktop::reasonWords", "its name begins with \"label\""),
    QT_TRANSLATE_NOOP("luce::desktop::reasonWords", "its name; mind the threshold"),
    QT_TRANSLATE_NOOP("luce::desktop::reasonWords", "kind told"),
    QT_TRANSLATE_NOOP("luce::desktop::reasonWords", "known of this format"),
    QT_TRANSLATE_NOOP("luce::desktop::reasonWords", "named in the schema"),
    QT_TRANSLATE_NOOP("luce::desktop::reasonWords", "named like an action"),
    QT_TRANSLATE_NOOP("luce::desktop::reasonWords", "no other role"),
    QT_TRANSLATE_NOOP("luce::desktop::reasonWords", "numbers"),
    QT_TRANSLATE_NOOP("luce::desktop::reasonWords", "texts"),
    QT_TRANSLATE_NOOP("luce::desktop::reasonWords", "texts: for numbers write 0.5 instead of 0,5"),
    QT_TRANSLATE_NOOP("luce::desktop::reasonWords", "zeros and ones after an action"),
    QT_TRANSLATE_NOOP("luce::desktop::reasonWords", "zeros and ones at the end of the line"),
};

}  // namespace

QString reasonWords(const std::string& why) {
  QStringList parts = QString::fromStdString(why).split(", ");
  for (QString& part : parts) {
    for (const char* const reason : kReasons) {
      if (part != QLatin1String(reason)) continue;
      part = QCoreApplication::translate(kContext, reason);
      break;
    }
  }
  return parts.join(", ");
}

}  // namespace luce::desktop
