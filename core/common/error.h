// Errors that Luce reports to people: always a whole sentence that names what was wrong and what
// can be done.
#pragma once

#include <stdexcept>
#include <string>

namespace luce {

class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Thrown by a long task whose std::stop_token was triggered. Nothing the task began is kept.
class Cancelled : public Error {
 public:
  Cancelled() : Error("Cancelled.") {}
};

}  // namespace luce
