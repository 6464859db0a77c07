// The message of what an action throws.
#pragma once

#include <string>
#include <utility>

#include "core/common/error.h"

namespace luce {

template <class Action>
std::string errorOf(Action&& action) {
  try {
    std::forward<Action>(action)();
  } catch (const Error& error) {
    return error.what();
  }
  return "no error";
}

}  // namespace luce
