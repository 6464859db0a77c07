// Whether a lesson's checks hold.
#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <vector>

#include "app/desktop/lessons/lesson.h"

namespace luce::desktop {

/// The value of a fact or setting now; null where there is none.
using LessonValue = std::function<nlohmann::json(const QString& subject)>;

class LessonJudge {
 public:
  /// before: what Changes, Grows and Falls compare with, one value a check.
  static bool holds(const LessonCheck& check, const nlohmann::json& now,
                    const nlohmann::json& before);

  /// Takes the values as they are as the "before" of all checks; where there is none yet, the first
  /// that comes.
  void begin(const std::vector<LessonCheck>& checks, const LessonValue& value);
  /// Whether all hold. False without any.
  bool judge(const LessonValue& value);

 private:
  std::vector<LessonCheck> checks_;
  std::vector<nlohmann::json> before_;
};

}  // namespace luce::desktop
