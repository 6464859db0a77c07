// The files of lessons: what they say, and what is said of those with mistakes.
#include "app/desktop/lessons/lesson_reader.h"

#include <gmock/gmock.h>

#include <QDir>
#include <QFile>

#include "app/desktop/lessons/lesson_judge.h"
#include "app/desktop/lessons/lesson_markup.h"
#include "app/desktop/lessons/lesson_names.h"

namespace luce::desktop {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using Is = LessonCheck::Is;

const QString kLesson =
    "Lesson: A tour\n"
    "Minutes: 7\n"
    "Summary: What it is about.\n"
    "Log: sample\n"
    "\n"
    "# First step\n"
    "\n"
    "Some *text* with $x_i$.\n"
    "\n"
    "- a list\n"
    "\n"
    "Show: temperature\n"
    "Set up: temperature = 0.5\n"
    "Set up: objective.scheme = ppo_clip\n"
    "Try: Make it colder,\n"
    "  as cold as you like.\n"
    "Check: temperature < 0.2\n"
    "Check: objective.scheme = ppo_clip\n"
    "Done: That was it.\n"
    "\n"
    "  A second paragraph.\n"
    "\n"
    "# Second step\n"
    "\n"
    "Text.\n"
    "\n"
    "Question: Which one?\n"
    "( ) This\n"
    "  No, since $a<b$.\n"
    "(x) That\n"
    "  Yes.\n";

TEST(LessonReader, TakesEveryField) {
  const Lesson lesson = readLesson(kLesson, "/somewhere/tour.md");
  EXPECT_EQ(lesson.id, "tour");
  EXPECT_EQ(lesson.title, "A tour");
  EXPECT_EQ(lesson.summary, "What it is about.");
  EXPECT_EQ(lesson.minutes, 7);
  EXPECT_TRUE(lesson.usesSample);
  ASSERT_EQ(lesson.steps.size(), 2u);
  const LessonStep& first = lesson.steps[0];
  EXPECT_EQ(first.title, "First step");
  EXPECT_EQ(first.text, "Some *text* with $x_i$.\n\n- a list");
  EXPECT_EQ(first.show, "temperature");
  EXPECT_EQ(first.deed, "Make it colder,\nas cold as you like.");
  EXPECT_EQ(first.done, "That was it.\n\nA second paragraph.");
  ASSERT_EQ(first.checks.size(), 2u);
  EXPECT_EQ(first.checks[0].subject, "temperature");
  EXPECT_EQ(first.checks[0].is, Is::Below);
  EXPECT_EQ(first.checks[0].value, 0.2);
  EXPECT_EQ(first.checks[1].value, "ppo_clip");
  ASSERT_EQ(first.settings.size(), 2u);
  EXPECT_EQ(first.settings[0].value, 0.5);
  const LessonStep& second = lesson.steps[1];
  ASSERT_EQ(second.answers.size(), 2u);
  EXPECT_FALSE(second.answers[0].right);
  EXPECT_TRUE(second.answers[1].right);
  EXPECT_EQ(second.answers[1].text, "That");
  EXPECT_EQ(second.answers[0].why, "No, since $a<b$.");
}

struct Mistake {
  const char* find;
  const char* replace;
  int line;
  std::vector<std::string> told;
};

TEST(LessonReader, SaysWhereAMistakeIsAndWhatToDo) {
  const std::vector<Mistake> mistakes{
      {"Lesson: A tour\n", "", 1, {"field Lesson is missing", "\"Lesson: \""}},
      {"Minutes: 7\n", "", 1, {"field Minutes is missing"}},
      {"Minutes: 7", "Minutes: soon", 2, {"Minutes is \"soon\"", "whole number"}},
      {"Log: sample", "Log: mine", 4, {"Log is \"mine\"", "sample"}},
      {"Summary: What", "Colour: What", 3, {"only these fields", "Lesson, Minutes"}},
      {"Show: temperature", "Show: thermostat", 12, {"no control \"thermostat\"", "README"}},
      {"Set up: temperature = 0.5",
       "Set up: temperature",
       13,
       {"no setting", "name, = and a value"}},
      {"Set up: temperature", "Set up: warmth", 13, {"\"warmth\" cannot be set"}},
      {"Set up: temperature = 0.5", "Set up: loop = {\"turns\": 3}", 13, {"turns"}},
      {"Check: temperature < 0.2", "Check: temperature < cold", 17, {"\"cold\" is no number"}},
      {"Check: temperature < 0.2", "Check: temperature", 17, {"is no condition", "changes"}},
      {"Check: temperature < 0.2", "Check: warmth < 0.2", 17, {"\"warmth\" is no fact"}},
      {"Check: temperature < 0.2", "Check: temperature <", 17, {"value is missing after <"}},
      {"Try: Make it colder,\n  as cold as you like.\n", "", 6, {"a Check and no Try"}},
      {"Check: temperature < 0.2\nCheck: objective.scheme = ppo_clip\n",
       "",
       6,
       {"a Try and no Check"}},
      {"Done: That", "Try: That", 19, {"a second Try"}},
      {"Text.\n", "", 23, {"the step has no text"}},
      {"$x_i$", "$x_$", 8, {"formula $x_$", "column 3", "expected a subscript"}},
      {"- a list", "- a\n  $\\frac{1}$", 11, {"denominator"}},
      {"$x_i$", "$x_i", 8, {"never ends", "\\$"}},
      {"*text*", "[text](control:nothing)", 8, {"no control \"nothing\""}},
      {"(x) That", "( ) That", 23, {"one of them right"}},
      {"( ) This\n  No, since $a<b$.\n", "", 23, {"at least two answers"}},
      {"  Yes.\n", "", 30, {"without its why"}},
      {"Question: Which one?\n", "", 27, {"answer without a question"}},
      {"Done: That was it.\n\n  A second",
       "Done: That was it.\n\nA second",
       21,
       {"text after the step's fields", "indent"}},
      {"# First step", "No step", 6, {"before the first step"}}};
  for (const Mistake& mistake : mistakes) {
    QString content = kLesson;
    ASSERT_TRUE(content.contains(mistake.find)) << mistake.find;
    content.replace(content.indexOf(mistake.find), QString(mistake.find).size(), mistake.replace);
    try {
      readLesson(content, "tour.md");
      ADD_FAILURE() << "taken: " << mistake.find << " → " << mistake.replace;
    } catch (const LessonError& error) {
      const std::string start = "tour.md, line " + std::to_string(mistake.line) + ": ";
      EXPECT_THAT(error.what(), HasSubstr(start)) << mistake.find;
      for (const std::string& words : mistake.told) EXPECT_THAT(error.what(), HasSubstr(words));
    }
  }
}

const QString kGerman =
    "Lesson: Eine Führung\n"
    "Summary: Worum es geht.\n"
    "# Erster Schritt\n"
    "Text mit $x_i$.\n"
    "Try: Mach es kälter.\n"
    "Done: Das war es.\n"
    "# Zweiter Schritt\n"
    "Text.\n"
    "Question: Welche?\n"
    "( ) Diese\n"
    "  Nein.\n"
    "(x) Jene\n"
    "  Ja.\n";

TEST(LessonReader, ATranslationGivesTheWordsAndNothingElse) {
  const Lesson lesson = readLesson(kLesson, "tour.md");
  const Lesson german = translatedLesson(lesson, kGerman, "tour.de.md");
  EXPECT_EQ(german.id, "tour");
  EXPECT_EQ(german.title, "Eine Führung");
  EXPECT_EQ(german.minutes, 7);
  ASSERT_EQ(german.steps.size(), 2u);
  EXPECT_EQ(german.steps[0].deed, "Mach es kälter.");
  EXPECT_EQ(german.steps[0].show, "temperature");
  EXPECT_EQ(german.steps[0].checks, lesson.steps[0].checks);
  EXPECT_EQ(german.steps[1].answers[1].text, "Jene");
  EXPECT_TRUE(german.steps[1].answers[1].right);
}

TEST(LessonReader, ATranslationMustFit) {
  const Lesson lesson = readLesson(kLesson, "tour.md");
  for (const auto& [find, replace, told] :
       std::initializer_list<std::tuple<const char*, const char*, const char*>>{
           {"# Zweiter Schritt\nText.\n", "", "has 1 steps and the lesson 2"},
           {"Done: Das war es.\n", "", "step 1"},
           {"Done: Das", "Show: temperature\nDone: Das", "stands in the lesson itself"},
           {"( ) Diese\n  Nein.\n(x) Jene\n  Ja.\n", "(x) Diese\n  Nein.\n( ) Jene\n  Ja.\n",
            "another answer is right"}}) {
    QString content = kGerman;
    ASSERT_TRUE(content.contains(find));
    content.replace(find, replace);
    try {
      translatedLesson(lesson, content, "tour.de.md");
      ADD_FAILURE() << "taken without " << find;
    } catch (const LessonError& error) {
      EXPECT_THAT(error.what(), AllOf(HasSubstr("tour.de.md"), HasSubstr(told)));
    }
  }
}

TEST(LessonReader, ReadsEveryKindOfCondition) {
  const auto reads = [](const char* text, const char* subject, Is is, const nlohmann::json& value) {
    const LessonCheck check = readCheck(text);
    EXPECT_EQ(check.subject, subject) << text;
    EXPECT_EQ(check.is, is) << text;
    EXPECT_EQ(check.value, value) << text;
  };
  reads("temperature = 0.3", "temperature", Is::Equal, 0.3);
  reads("page != dataPage", "page", Is::Unequal, "dataPage");
  reads("run != \"\"", "run", Is::Unequal, "");
  reads("value_weights.like>=4", "value_weights.like", Is::AtLeast, 4);
  reads("objective.parameters.eps <= 0.4", "objective.parameters.eps", Is::AtMost, 0.4);
  reads("run.objective.kl_weight > 0", "run.objective.kl_weight", Is::Above, 0);
  reads("front has clip_curve", "front", Is::Has, "clip_curve");
  reads("training = true", "training", Is::Equal, true);
  reads("shown_step != null", "shown_step", Is::Unequal, nullptr);
  reads("slate  changes", "slate", Is::Changes, nullptr);
  reads("finished_runs grows", "finished_runs", Is::Grows, nullptr);
  reads("temperature falls", "temperature", Is::Falls, nullptr);
}

TEST(LessonJudge, ComparesAsThePersonSees) {
  const auto holds = [](const char* check, const nlohmann::json& now,
                        const nlohmann::json& before = nullptr) {
    return LessonJudge::holds(readCheck(check), now, before);
  };
  EXPECT_TRUE(holds("temperature = 0.3", 0.3));
  EXPECT_TRUE(holds("temperature = 0.3", 0.30000000001)) << "rounded by a slider";
  EXPECT_FALSE(holds("temperature = 0.3", 0.301));
  EXPECT_FALSE(holds("temperature < 0.3", 0.3));
  EXPECT_TRUE(holds("temperature <= 0.3", 0.3));
  EXPECT_TRUE(holds("temperature < 0.3", 0.2));
  EXPECT_TRUE(holds("temperature > 0.3", 0.4));
  EXPECT_FALSE(holds("temperature > 0.3", nullptr)) << "not known yet";
  EXPECT_TRUE(holds("objective.scheme = ips", "ips"));
  EXPECT_FALSE(holds("objective.scheme = ips", "grpo"));
  EXPECT_TRUE(holds("front has losses", nlohmann::json{"slate", "losses"}));
  EXPECT_FALSE(holds("front has losses", nlohmann::json{"slate"}));
  EXPECT_TRUE(holds("slate changes", 2, 1));
  EXPECT_FALSE(holds("slate changes", 1, 1));
  EXPECT_TRUE(holds("finished_runs grows", 2, 1));
  EXPECT_FALSE(holds("finished_runs grows", 1, 2));
  EXPECT_TRUE(holds("temperature falls", 1, 2));
}

TEST(LessonJudge, WantsAllAtOnceAndComparesWithTheBeginning) {
  std::map<QString, nlohmann::json> facts{{"slate", nullptr}, {"temperature", 1}};
  const auto value = [&](const QString& name) { return facts[name]; };
  LessonJudge judge;
  EXPECT_FALSE(judge.judge(value)) << "there is nothing to judge";
  judge.begin({readCheck("slate changes"), readCheck("temperature < 0.5")}, value);
  EXPECT_FALSE(judge.judge(value));
  facts["slate"] = 1;
  EXPECT_FALSE(judge.judge(value)) << "the first slate is no change";
  facts["slate"] = 2;
  EXPECT_FALSE(judge.judge(value));
  facts["temperature"] = 0.2;
  EXPECT_TRUE(judge.judge(value));
  facts["slate"] = 1;
  EXPECT_FALSE(judge.judge(value));
}

TEST(LessonMarkup, TellsFormulasFromText) {
  const LessonMarkup markup = splitFormulas("a $x$ costs \\$5 $$y+1$$ end");
  ASSERT_EQ(markup.formulas.size(), 2u);
  EXPECT_EQ(markup.formulas[0].source, "x");
  EXPECT_FALSE(markup.formulas[0].displayed);
  EXPECT_EQ(markup.formulas[1].source, "y+1");
  EXPECT_TRUE(markup.formulas[1].displayed);
  EXPECT_EQ(formulaAt(markup.markdown[2]), 0);
  EXPECT_EQ(formulaAt('a'), -1);
  EXPECT_TRUE(markup.markdown.contains("costs $5"));
  EXPECT_EQ(linkedControls("[a](control:rows) and [b](https://x) and [c](control:scheme)"),
            (QStringList{"rows", "scheme"}));
}

QString contentOf(const QString& file) {
  QFile source(file);
  EXPECT_TRUE(source.open(QIODevice::ReadOnly)) << file.toStdString();
  return QString::fromUtf8(source.readAll());
}

TEST(ShippedLessons, AllReadAndAreShort) {
  const QDir folder(LUCE_SOURCE_DIR "/resources/lessons");
  int lessons = 0;
  for (const QFileInfo& file : folder.entryInfoList({"*.md"}, QDir::Files)) {
    if (file.fileName() == "README.md" || file.completeBaseName().contains('.')) continue;
    ++lessons;
    const Lesson lesson = readLesson(contentOf(file.filePath()), file.fileName());
    EXPECT_GE(lesson.steps.size(), 5u) << lesson.id.toStdString();
    EXPECT_LE(lesson.steps.size(), 9u) << lesson.id.toStdString();
    for (const LessonStep& step : lesson.steps) {
      EXPECT_LT(step.text.size(), 1000) << lesson.id.toStdString() << step.title.toStdString();
    }
    const QString german = QString("%1/%2.de.md").arg(file.path(), lesson.id);
    translatedLesson(lesson, contentOf(german), QFileInfo(german).fileName());
  }
  EXPECT_EQ(lessons, 8);
}

TEST(ShippedLessons, TheReadmeNamesEveryControlAndFact) {
  const QString readme = contentOf(LUCE_SOURCE_DIR "/resources/lessons/README.md");
  for (const auto* names : {&lessonControls(), &lessonFacts()}) {
    for (const LessonName& name : *names) {
      EXPECT_TRUE(readme.contains('`' + name.name)) << name.name.toStdString();
    }
  }
}

}  // namespace
}  // namespace luce::desktop
