// Conditions that people type to choose slates: SQL expressions, kept from anything but judging the
// rows of one dataset.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <set>
#include <string>
#include <vector>

namespace luce {

/// Throws Error unless the text can only be one expression: no semicolon, comment, query of its
/// own, parameter, or parenthesis that closes what it has not opened.
void requireOneExpression(const std::string& condition);

/// While it lives, statements of the connection are compiled only if they read nothing but these
/// tables and call nothing but harmless functions.
class ReadingGuard {
 public:
  ReadingGuard(SQLite::Database& database, std::set<std::string> tables);
  ~ReadingGuard();
  ReadingGuard(const ReadingGuard&) = delete;
  ReadingGuard& operator=(const ReadingGuard&) = delete;

  /// What a statement was refused for, a sentence for people; empty = nothing.
  const std::string& refusal() const { return refusal_; }

 private:
  static int authorize(void* self, int action, const char* first, const char* second,
                       const char* database, const char* trigger);
  bool allows(int action, const std::string& first, const std::string& second);

  sqlite3* handle_;
  std::set<std::string> tables_;
  std::string refusal_;
};

/// What SQLite says of a condition that it does not understand, in words for people. columns: as
/// they are typed.
std::string explainedMistake(const std::string& message, const std::vector<std::string>& columns);

}  // namespace luce
