#include "app/desktop/lessons/lesson_markup.h"

#include <QRegularExpression>

#include "core/common/error.h"

namespace luce::desktop {

namespace {

constexpr char16_t kFirst = 0xe000;
constexpr int kMost = 1000;

}  // namespace

int formulaAt(QChar character) {
  const int number = character.unicode() - kFirst;
  return number >= 0 && number < kMost ? number : -1;
}

LessonMarkup splitFormulas(const QString& text) {
  LessonMarkup markup;
  for (qsizetype place = 0; place < text.size();) {
    if (text[place] == '\\' && place + 1 < text.size() && text[place + 1] == '$') {
      markup.markdown += '$';
      place += 2;
      continue;
    }
    if (text[place] != '$') {
      markup.markdown += text[place++];
      continue;
    }
    const bool displayed = QStringView(text).sliced(place).startsWith(u"$$");
    const QString mark = displayed ? "$$" : "$";
    const qsizetype from = place + mark.size();
    const qsizetype end = text.indexOf(mark, from);
    if (end < 0) throw Error("a formula begins with " + mark.toStdString() + " and never ends");
    if (static_cast<int>(markup.formulas.size()) == kMost) throw Error("too many formulas");
    const QChar stand(static_cast<char16_t>(kFirst + markup.formulas.size()));
    markup.markdown += displayed ? "\n\n" + QString(stand) + "\n\n" : QString(stand);
    markup.formulas.push_back({text.sliced(from, end - from), displayed, from});
    place = end + mark.size();
  }
  return markup;
}

QStringList linkedControls(const QString& text) {
  static const QRegularExpression link("\\]\\(control:([^)]*)\\)");
  QStringList names;
  for (auto match = link.globalMatch(text); match.hasNext();) {
    names << match.next().captured(1);
  }
  return names;
}

}  // namespace luce::desktop
