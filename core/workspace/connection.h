// Makes a connection to a database of unknown origin as harmless as SQLite can.
#pragma once

#include <sqlite3.h>

namespace luce {

/// To be called before anything is read. Nothing stored in the file runs: no triggers, no views, no
/// functions with side effects; nothing can be attached or loaded; values, statements and
/// expressions are bounded.
void harden(sqlite3* connection);

/// Lets values be as long as SQLite allows while it lives: for checkpoints and policies' columns.
class LongValues {
 public:
  explicit LongValues(sqlite3* connection);
  ~LongValues();
  LongValues(const LongValues&) = delete;
  LongValues& operator=(const LongValues&) = delete;

 private:
  sqlite3* connection_;
  int before_;
};

}  // namespace luce
