#include "app/desktop/lessons/lesson_judge.h"

#include <algorithm>
#include <cmath>

namespace luce::desktop {

namespace {

using nlohmann::json;

/// What a slider shows is rounded, so that a number is met when it looks met.
bool same(const json& a, const json& b) {
  if (!a.is_number() || !b.is_number()) return a == b;
  const double x = a.get<double>(), y = b.get<double>();
  return std::abs(x - y) <= 1e-6 * std::max({1.0, std::abs(x), std::abs(y)});
}

}  // namespace

bool LessonJudge::holds(const LessonCheck& check, const json& now, const json& before) {
  using Is = LessonCheck::Is;
  const bool numbers = now.is_number() && check.value.is_number();
  const double a = numbers ? now.get<double>() : 0, b = numbers ? check.value.get<double>() : 0;
  const bool moved = now.is_number() && before.is_number();
  const double from = moved ? before.get<double>() : 0, to = moved ? now.get<double>() : 0;
  switch (check.is) {
    case Is::Equal:
      return same(now, check.value);
    case Is::Unequal:
      return !same(now, check.value);
    case Is::Below:
      return numbers && a < b && !same(now, check.value);
    case Is::AtMost:
      return numbers && (a < b || same(now, check.value));
    case Is::Above:
      return numbers && a > b && !same(now, check.value);
    case Is::AtLeast:
      return numbers && (a > b || same(now, check.value));
    case Is::Has:
      return now.is_array() && std::find(now.begin(), now.end(), check.value) != now.end();
    case Is::Changes:
      return !same(now, before);
    case Is::Grows:
      return moved && to > from;
    case Is::Falls:
      return moved && to < from;
  }
  return false;
}

void LessonJudge::begin(const std::vector<LessonCheck>& checks, const LessonValue& value) {
  checks_ = checks;
  before_.clear();
  for (const LessonCheck& check : checks_) before_.push_back(value(check.subject));
}

bool LessonJudge::judge(const LessonValue& value) {
  bool all = !checks_.empty();
  for (std::size_t i = 0; i < checks_.size(); ++i) {
    const json now = value(checks_[i].subject);
    if (before_[i].is_null()) before_[i] = now;
    all = all && holds(checks_[i], now, before_[i]);
  }
  return all;
}

}  // namespace luce::desktop
