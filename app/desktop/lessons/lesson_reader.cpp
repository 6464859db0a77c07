#include "app/desktop/lessons/lesson_reader.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <algorithm>
#include <map>
#include <utility>

#include "app/desktop/formula/formula_parser.h"
#include "app/desktop/lessons/lesson_markup.h"
#include "app/desktop/lessons/lesson_names.h"
#include "core/simulation/feedback/loop_settings.h"

namespace luce::desktop {

namespace {

using Is = LessonCheck::Is;

const QStringList kHeaderFields{"Lesson", "Minutes", "Summary", "Log"};
const QStringList kStepFields{"Show", "Set up", "Try", "Check", "Done", "Question"};
const QStringList kTextFields{"Try", "Done", "Question"};

struct Operator {
  const char* text;
  Is is;
};
/// Longer ones before those that they begin with.
constexpr Operator kOperators[] = {{"!=", Is::Unequal}, {"<=", Is::AtMost}, {">=", Is::AtLeast},
                                   {"<", Is::Below},    {">", Is::Above},   {"=", Is::Equal},
                                   {"has", Is::Has}};
constexpr Operator kEndings[] = {
    {"changes", Is::Changes}, {"grows", Is::Grows}, {"falls", Is::Falls}};

/// Numbers, true, false, null and lists as in JSON; other words stand for themselves.
nlohmann::json readValue(const QString& text) {
  const nlohmann::json value =
      nlohmann::json::parse(text.toStdString(), nullptr, /*allow_exceptions=*/false);
  return value.is_discarded() ? nlohmann::json(text.toStdString()) : value;
}

/// A line of a file, or a field that goes on over several.
struct Part {
  enum class Kind { Field, Title, Text, Answer };
  Kind kind = Kind::Text;
  int line = 0;
  QString name;   ///< of a field; "x" of a right answer
  QString value;  ///< may have several lines
};

class LessonFile {
 public:
  LessonFile(const QString& content, const QString& file, bool translation)
      : file_(QFileInfo(file).fileName()), translation_(translation) {
    split(content);
  }

  Lesson read() {
    Lesson lesson;
    lesson.id = file_.section('.', 0, 0);
    std::size_t next = 0;
    for (; next < parts_.size() && parts_[next].kind != Part::Kind::Title; ++next) {
      readHeader(parts_[next], lesson);
    }
    if (lesson.title.isEmpty()) {
      fail(1, "the field Lesson is missing: begin the file with \"Lesson: \" and the title");
    }
    if (lesson.minutes == 0 && !translation_) {
      fail(1, "the field Minutes is missing: add \"Minutes: \" and how long the lesson takes");
    }
    while (next < parts_.size()) {
      const int line = parts_[next].line;
      lesson.steps.emplace_back().title = parts_[next].value;
      for (++next; next < parts_.size() && parts_[next].kind != Part::Kind::Title; ++next) {
        readPart(parts_[next], lesson.steps.back());
      }
      finish(lesson.steps.back(), line);
    }
    if (lesson.steps.empty()) fail(1, "there is no step: begin one with \"# \" and its title");
    return lesson;
  }

  [[noreturn]] void fail(int line, const QString& problem) const {
    throw LessonError(file_, line, problem);
  }

 private:
  void split(const QString& content) {
    static const QRegularExpression field("^([A-Z][a-z]+(?: up)?):\\s*(.*)$");
    static const QRegularExpression answer("^\\(([ x])\\)\\s+(.*)$");
    const QStringList lines = content.split('\n');
    bool goesOn = false;  // whether indented lines belong to the part before
    for (int i = 0; i < lines.size(); ++i) {
      const QString text = lines[i].trimmed().isEmpty() ? QString() : lines[i];
      const int line = i + 1;
      if (text.startsWith("# ")) {
        parts_.push_back({Part::Kind::Title, line, {}, text.sliced(2).trimmed()});
        goesOn = false;
      } else if (const auto match = field.match(text);
                 match.hasMatch() && (isField(match.captured(1)) || !hasTitle())) {
        parts_.push_back({Part::Kind::Field, line, match.captured(1), match.captured(2).trimmed()});
        goesOn = true;
      } else if (const auto choice = answer.match(text); choice.hasMatch()) {
        parts_.push_back({Part::Kind::Answer, line, choice.captured(1), choice.captured(2)});
        goesOn = true;
      } else if (goesOn && (text.isEmpty() || text.startsWith("  "))) {
        parts_.back().value += '\n' + text.trimmed();
      } else if (!parts_.empty() && parts_.back().kind == Part::Kind::Text) {
        parts_.back().value += '\n' + text;
      } else if (!text.isEmpty()) {
        parts_.push_back({Part::Kind::Text, line, {}, text});
        goesOn = false;
      }
    }
    for (Part& part : parts_) part.value = part.value.trimmed();
  }

  bool isField(const QString& name) const {
    return kStepFields.contains(name) || kHeaderFields.contains(name);
  }
  bool hasTitle() const {
    return std::any_of(parts_.begin(), parts_.end(),
                       [](const Part& part) { return part.kind == Part::Kind::Title; });
  }

  void readHeader(const Part& part, Lesson& lesson) const {
    if (part.kind != Part::Kind::Field || !kHeaderFields.contains(part.name)) {
      fail(part.line, QString("before the first step only these fields may stand: %1; begin a step "
                              "with \"# \" and its title")
                          .arg(kHeaderFields.join(", ")));
    }
    if (part.value.isEmpty()) fail(part.line, QString("%1 is empty").arg(part.name));
    if (part.name == "Lesson") lesson.title = part.value;
    if (part.name == "Summary") lesson.summary = part.value;
    if (part.name == "Lesson" || part.name == "Summary") return;
    if (translation_) refuseInTranslation(part);
    if (part.name == "Minutes") {
      lesson.minutes = part.value.toInt();
      if (lesson.minutes < 1) {
        fail(part.line, QString("Minutes is \"%1\": write a whole number").arg(part.value));
      }
    } else if (part.value != "sample") {
      fail(part.line, QString("Log is \"%1\": the only log that lessons may ask for is sample; "
                              "leave the field out for any log")
                          .arg(part.value));
    } else {
      lesson.usesSample = true;
    }
  }

  [[noreturn]] void refuseInTranslation(const Part& part) const {
    fail(part.line,
         QString("%1 stands in the lesson itself; a translation has texts alone").arg(part.name));
  }

  void readPart(const Part& part, LessonStep& step) const {
    if (part.kind == Part::Kind::Text) {
      if (!step.deed.isEmpty() || !step.question.isEmpty() || !step.checks.empty()) {
        fail(part.line,
             "text after the step's fields: move it before them, or indent it by two spaces to go "
             "on with the field");
      }
      checkText(part);
      step.text += (step.text.isEmpty() ? "" : "\n\n") + part.value;
      return;
    }
    if (part.kind == Part::Kind::Answer) {
      readAnswer(part, step);
      return;
    }
    if (!kStepFields.contains(part.name)) {
      fail(
          part.line,
          QString("%1 is no field of a step; there are %2").arg(part.name, kStepFields.join(", ")));
    }
    if (part.value.isEmpty()) fail(part.line, QString("%1 is empty").arg(part.name));
    if (kTextFields.contains(part.name)) {
      checkText(part);
      QString& text = part.name == "Try"    ? step.deed
                      : part.name == "Done" ? step.done
                                            : step.question;
      if (!text.isEmpty()) {
        fail(part.line, QString("a second %1: a step has one; begin another step").arg(part.name));
      }
      text = part.value;
      return;
    }
    if (translation_) refuseInTranslation(part);
    try {
      if (part.name == "Check") step.checks.push_back(readCheck(part.value));
      if (part.name == "Set up") step.settings.push_back(readSetting(part.value));
    } catch (const Error& error) {
      fail(part.line, QString("%1: %2").arg(part.name, QString::fromUtf8(error.what())));
    }
    if (part.name == "Show") {
      if (!isLessonControl(part.value)) failControl(part.line, part.value);
      step.show = part.value;
    }
  }

  [[noreturn]] void failControl(int line, const QString& name) const {
    fail(line, QString("there is no control \"%1\"; the lessons' README lists all").arg(name));
  }

  void readAnswer(const Part& part, LessonStep& step) const {
    if (step.question.isEmpty()) {
      fail(part.line, "an answer without a question: add \"Question: \" before it");
    }
    checkText(part);
    const qsizetype end = part.value.indexOf('\n');
    const QString why = end < 0 ? QString() : part.value.sliced(end).trimmed();
    if (why.isEmpty()) {
      fail(part.line,
           "an answer without its why: explain it on the next lines, indented by two spaces");
    }
    step.answers.push_back({part.value.first(end), part.name == "x", why});
  }

  void checkText(const Part& part) const {
    LessonMarkup markup;
    try {
      markup = splitFormulas(part.value);
    } catch (const Error& error) {
      fail(part.line, QString::fromUtf8(error.what()) + ": close it, or write \\$ for a dollar");
    }
    for (const LessonFormula& formula : markup.formulas) {
      try {
        parseFormula(formula.source);
      } catch (const FormulaError& error) {
        const int line = part.line + static_cast<int>(part.value.first(formula.at).count('\n'));
        fail(line, QString("the formula $%1$, %2")
                       .arg(formula.source.trimmed(), QString::fromUtf8(error.what())));
      }
    }
    for (const QString& name : linkedControls(part.value)) {
      if (!isLessonControl(name)) failControl(part.line, name);
    }
  }

  void finish(LessonStep& step, int line) const {
    if (step.text.isEmpty()) fail(line, "the step has no text");
    if (!translation_ && step.deed.isEmpty() != step.checks.empty()) {
      fail(line, step.deed.isEmpty() ? "the step has a Check and no Try: say what to do"
                                     : "the step has a Try and no Check: say when it is done");
    }
    if (!step.done.isEmpty() && step.deed.isEmpty()) fail(line, "the step has a Done and no Try");
    const auto right = std::count_if(step.answers.begin(), step.answers.end(),
                                     [](const LessonAnswer& answer) { return answer.right; });
    if (!step.question.isEmpty() && (step.answers.size() < 2 || right != 1)) {
      fail(line,
           "the question needs at least two answers, \"( ) …\", one of them right, \"(x) …\"");
    }
  }

  QString file_;
  bool translation_;
  std::vector<Part> parts_;
};

}  // namespace

LessonCheck readCheck(const QString& text) {
  LessonCheck check;
  check.text = text.simplified();
  const QString ending = check.text.section(' ', -1);
  QString subject;
  for (const Operator& known : kEndings) {
    if (ending != known.text) continue;
    check.is = known.is;
    subject = check.text.section(' ', 0, -2);
  }
  for (const Operator& known : kOperators) {
    if (!subject.isEmpty()) break;
    const bool word = QChar(known.text[0]).isLetter();
    const QString mark = word ? QString(" %1 ").arg(known.text) : QString(known.text);
    const qsizetype at = check.text.indexOf(mark);
    if (at <= 0) continue;
    subject = check.text.first(at).trimmed();
    const QString value = check.text.sliced(at + mark.size()).trimmed();
    if (value.isEmpty()) throw Error("a value is missing after " + std::string(known.text));
    check.is = known.is;
    check.value = readValue(value);
    const bool ordered = known.is == Is::Below || known.is == Is::AtMost || known.is == Is::Above ||
                         known.is == Is::AtLeast;
    if (ordered && !check.value.is_number()) {
      throw Error("\"" + value.toStdString() + "\" is no number, and only numbers have an order");
    }
  }
  if (subject.isEmpty()) {
    throw Error("\"" + text.toStdString() +
                "\" is no condition: write a subject, one of = != < <= > >= has, and a value; or a "
                "subject and changes, grows or falls");
  }
  if (!isLessonSubject(subject)) {
    throw Error("\"" + subject.toStdString() +
                "\" is no fact and no setting; the lessons' README lists all");
  }
  check.subject = subject;
  return check;
}

LessonSetting readSetting(const QString& text) {
  const qsizetype equal = text.indexOf('=');
  const QString subject = text.first(std::max<qsizetype>(0, equal)).trimmed();
  const QString value = text.sliced(equal + 1).trimmed();
  if (equal < 0 || subject.isEmpty() || value.isEmpty()) {
    throw Error("\"" + text.toStdString() + "\" is no setting: write a name, = and a value");
  }
  if (!isLessonSetting(subject) && !isSettableFact(subject)) {
    throw Error("\"" + subject.toStdString() +
                "\" cannot be set; the lessons' README lists the settings");
  }
  LessonSetting setting{subject, readValue(value)};
  if (subject == "loop") loopFromJson(setting.value.dump());  // refuses what is not allowed
  return setting;
}

Lesson readLesson(const QString& content, const QString& file) {
  return LessonFile(content, file, false).read();
}

Lesson translatedLesson(const Lesson& lesson, const QString& content, const QString& file) {
  LessonFile reader(content, file, true);
  const Lesson words = reader.read();
  if (words.steps.size() != lesson.steps.size()) {
    reader.fail(1, QString("the translation has %1 steps and the lesson %2")
                       .arg(words.steps.size())
                       .arg(lesson.steps.size()));
  }
  Lesson translated = lesson;
  translated.title = words.title;
  translated.summary = words.summary;
  for (std::size_t i = 0; i < words.steps.size(); ++i) {
    const LessonStep& from = words.steps[i];
    LessonStep& to = translated.steps[i];
    const auto fits = [](const QString& a, const QString& b) { return a.isEmpty() == b.isEmpty(); };
    if (!fits(from.deed, to.deed) || !fits(from.done, to.done) ||
        !fits(from.question, to.question) || from.answers.size() != to.answers.size()) {
      reader.fail(1, QString("step %1, \"%2\", has not the same fields as in the lesson")
                         .arg(i + 1)
                         .arg(from.title));
    }
    to.title = from.title;
    to.text = from.text;
    to.deed = from.deed;
    to.done = from.done;
    to.question = from.question;
    for (std::size_t j = 0; j < from.answers.size(); ++j) {
      if (from.answers[j].right != to.answers[j].right) {
        reader.fail(1, QString("step %1: another answer is right than in the lesson").arg(i + 1));
      }
      to.answers[j] = from.answers[j];
    }
  }
  return translated;
}

}  // namespace luce::desktop
