#include "app/desktop/lessons/lesson_player.h"

#include <algorithm>
#include <utility>

#include "app/desktop/lessons/lesson_names.h"
#include "app/desktop/study/merging_command.h"
#include "core/common/error.h"

namespace luce::desktop {

namespace {

using nlohmann::json;

/// The experiment with some members changed. Throws Error for values that are not allowed.
Experiment changed(const Experiment& experiment, const std::vector<LessonSetting>& settings) {
  json document = json::parse(experimentToJson(experiment));
  for (const LessonSetting& setting : settings) {
    if (isSettableFact(setting.subject)) continue;
    json& objective = document["objective"];
    if (setting.subject == "objective.scheme" && objective["scheme"] != setting.value) {
      // Another scheme has parameters and a comparison of its own.
      objective["parameters"] = json::object();
      objective["advantage"] = nullptr;
    }
    if (setting.subject.startsWith("reward_weights.") && document["reward_weights"].is_null()) {
      document["reward_weights"] = document["value_weights"];
    }
    const std::string path = '/' + QString(setting.subject).replace('.', '/').toStdString();
    document[json::json_pointer(path)] = setting.value;
  }
  Experiment made = experimentFromJson(document.dump());
  schemeParameters(made.objective);  // refuses what the scheme does not know
  return made;
}

}  // namespace

LessonPlayer::LessonPlayer(Study& study, LessonValue value, LessonProgress& progress,
                           QObject* parent)
    : QObject(parent), study_(study), value_(std::move(value)), progress_(progress) {
  // What was there before another log is opened cannot come back.
  connect(&study_, &Study::datasetChanged, this, [this] {
    if (!lesson_) return;
    atLesson_ = stateNow();
    enter();
  });
}

LessonPlayer::State LessonPlayer::stateNow() const {
  const json log = value_("log"), page = value_("page");
  const auto text = [](const json& value) {
    return value.is_string() ? QString::fromStdString(value.get<std::string>()) : QString();
  };
  return {study_.experiment(), study_.slate(), text(log), text(page)};
}

void LessonPlayer::begin(const Lesson& lesson) {
  lesson_ = lesson;
  step_ = progress_.isComplete(lesson) ? 0 : progress_.step(lesson);
  atLesson_ = stateNow();
  Q_EMIT lessonChanged();
  enter();
}

void LessonPlayer::end() {
  if (!lesson_) return;
  lesson_.reset();
  atLesson_.reset();
  atStep_.reset();
  done_ = false;
  Q_EMIT lessonChanged();
}

void LessonPlayer::enter() {
  progress_.setStep(*lesson_, step_);
  atStep_ = stateNow();
  done_ = false;
  judge_.begin(current().checks, value_);
  Q_EMIT stepChanged();
  lookAgain();
}

void LessonPlayer::goTo(int step) {
  if (!lesson_ || step == step_) return;
  step_ = std::clamp(step, 0, static_cast<int>(lesson_->steps.size()) - 1);
  enter();
}

void LessonPlayer::next() {
  if (!lesson_) return;
  // What only tells something is done when it was read.
  if (current().checks.empty() && current().question.isEmpty()) {
    progress_.setDone(*lesson_, step_);
  }
  if (isLast()) {
    end();
  } else {
    goTo(step_ + 1);
  }
}

void LessonPlayer::previous() {
  if (lesson_ && step_ > 0) goTo(step_ - 1);
}

void LessonPlayer::answered(bool right) {
  if (lesson_ && right && current().checks.empty()) progress_.setDone(*lesson_, step_);
}

void LessonPlayer::lookAgain() {
  if (!lesson_ || done_ || !judge_.judge(value_)) return;
  done_ = true;
  progress_.setDone(*lesson_, step_);
  Q_EMIT deedChanged();
}

void LessonPlayer::setUp() {
  if (!lesson_) return;
  // Some facts, as the feedback loop's, need no log.
  if (study_.dataset() != nullptr && !setUpExperiment()) return;
  for (const LessonSetting& setting : current().settings) {
    if (!isSettableFact(setting.subject)) continue;
    const json& value = setting.value;
    Q_EMIT factAsked(
        setting.subject,
        QString::fromStdString(value.is_string() ? value.get<std::string>() : value.dump()));
  }
}

bool LessonPlayer::setUpExperiment() {
  try {
    const Experiment made = changed(study_.experiment(), current().settings);
    //: A change of settings, in the history. %1: the title of a lesson.
    study_.changeExperiment(made, tr("set up by the lesson “%1”").arg(lesson_->title), kOwnStep);
    return true;
  } catch (const Error& error) {
    Q_EMIT failed({tr("The lesson cannot be set up on this log"), error.what(), {}});
    return false;
  }
}

void LessonPlayer::goBackTo(const std::optional<State>& state, const QString& title) {
  if (!lesson_ || !state || study_.dataset() == nullptr) return;
  if (state->log == stateNow().log && !state->log.isEmpty()) {
    study_.changeExperiment(state->experiment, title, kOwnStep);
    if (state->slate) study_.showSlate(*state->slate);
  }
  if (!state->page.isEmpty()) Q_EMIT factAsked("page", state->page);
}

void LessonPlayer::resetStep() {
  goBackTo(atStep_, tr("back to the beginning of the step"));
  if (lesson_) enter();
}

void LessonPlayer::resetLesson() {
  goBackTo(atLesson_, tr("back to the beginning of the lesson"));
  if (!lesson_) return;
  step_ = 0;
  enter();
}

}  // namespace luce::desktop
