// A lesson: a short guided tour of the running window, as its file tells it. The format is
// described in resources/lessons/README.md.
#pragma once

#include <QString>
#include <QStringList>
#include <nlohmann/json.hpp>
#include <optional>
#include <vector>

namespace luce::desktop {

/// A condition on what the learner did: "temperature < 0.3", "slate changes".
struct LessonCheck {
  enum class Is { Equal, Unequal, Below, AtMost, Above, AtLeast, Has, Changes, Grows, Falls };

  QString subject;  ///< a fact of the window, or a setting of the experiment by its path
  Is is = Is::Equal;
  nlohmann::json value;  ///< null where nothing is compared with: Changes, Grows, Falls
  QString text;          ///< as it was written

  bool operator==(const LessonCheck&) const = default;
};

/// What "Set this up for me" does: a setting of the experiment, or a fact that can be set.
struct LessonSetting {
  QString subject;
  nlohmann::json value;
};

struct LessonAnswer {
  QString text;
  bool right = false;
  QString why;  ///< told when it is chosen
};

/// Texts are Markdown with formulas between dollars.
struct LessonStep {
  QString title;
  QString text;
  QString show;                     ///< name of the control that is pointed at; empty = none
  QString deed;                     ///< what to do; empty = nothing
  std::vector<LessonCheck> checks;  ///< all must hold at once for the deed to be done
  QString done;                     ///< told once the deed is done
  std::vector<LessonSetting> settings;
  QString question;
  std::vector<LessonAnswer> answers;
};

struct Lesson {
  QString id;  ///< the file's name without endings
  QString title;
  QString summary;
  int minutes = 0;
  bool usesSample = false;  ///< it speaks of the sample log
  std::vector<LessonStep> steps;
};

}  // namespace luce::desktop
