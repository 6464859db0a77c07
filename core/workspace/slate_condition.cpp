#include "core/workspace/slate_condition.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sqlite3.h>

#include <algorithm>
#include <cctype>
#include <cstring>
#include <string_view>

#include "core/common/error.h"
#include "core/workspace/browser_columns.h"

namespace luce {

namespace {

constexpr std::size_t kMostNames = 30;
constexpr std::size_t kLongest = 16'384;  // bytes

const std::set<std::string>& functions() {
  static const std::set<std::string> harmless{
      "abs",       "ceil",  "ceiling", "coalesce", "cos",    "date",      "datetime",
      "exp",       "floor", "glob",    "ifnull",   "iif",    "instr",     "julianday",
      "length",    "like",  "ln",      "log",      "log10",  "log2",      "lower",
      "ltrim",     "max",   "min",     "mod",      "nullif", "pow",       "power",
      "round",     "rtrim", "sign",    "sin",      "sqrt",   "strftime",  "substr",
      "substring", "time",  "trim",    "trunc",    "typeof", "unixepoch", "upper"};
  return harmless;
}

std::string lowered(std::string_view text) {
  std::string result(text);
  for (char& letter : result) {
    letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
  }
  return result;
}

/// Looks at a condition character by character, past its texts and quoted names.
class ExpressionCheck {
 public:
  explicit ExpressionCheck(std::string_view text) : text_(text) {}

  void run() {
    while (at_ < text_.size()) {
      const char letter = text_[at_];
      if (letter == '\'' || letter == '"' || letter == '`') {
        skipQuoted(letter, letter == '\'' ? "text" : "name");
      } else if (letter == '[') {
        skipQuoted(']', "name");
      } else if (isWord(letter)) {
        readWord();
      } else {
        readSign(letter);
      }
    }
    if (open_ > 0) throw Error("A parenthesis is opened but not closed; add \")\".");
  }

 private:
  static bool isWord(char letter) {
    return std::isalnum(static_cast<unsigned char>(letter)) != 0 || letter == '_' ||
           (static_cast<unsigned char>(letter) & 0x80) != 0;
  }

  void skipQuoted(char end, const char* what) {
    const std::size_t start = at_++;
    for (;; ++at_) {
      if (at_ >= text_.size()) {
        throw Error(fmt::format("The {} that begins with {} has no closing {}.", what,
                                text_.substr(start, 20), end));
      }
      if (text_[at_] != end) continue;
      // Twice in a row stands for the sign itself.
      const bool twice = end != ']' && at_ + 1 < text_.size() && text_[at_ + 1] == end;
      if (!twice) break;
      ++at_;
    }
    ++at_;
  }

  void readWord() {
    const std::size_t start = at_;
    while (at_ < text_.size() && isWord(text_[at_])) ++at_;
    const std::string word = lowered(text_.substr(start, at_ - start));
    if (word == "select" || word == "values" || word == "with") {
      throw Error(
          fmt::format("A condition cannot hold a query of its own (\"{}\"); it is one expression "
                      "over the columns, such as click > 0. A column of that name goes in double "
                      "quotes.",
                      text_.substr(start, at_ - start)));
    }
  }

  void readSign(char letter) {
    const std::string_view two = text_.substr(at_, 2);
    if (letter == ';') {
      throw Error(
          "A condition is one expression: take the \";\" out. Join several with AND or OR.");
    }
    if (two == "--" || two == "/*") {
      throw Error(fmt::format("A condition cannot hold a comment: take the \"{}\" out.", two));
    }
    if (std::strchr("?:@$#", letter) != nullptr && letter != '\0') {
      throw Error(
          fmt::format("The sign {} has no meaning in a condition; texts go in single "
                      "quotes, such as item = 'i7'.",
                      letter));
    }
    if (letter == '\0') throw Error("The condition has a NUL character; take it out.");
    if (letter == '(') ++open_;
    if (letter == ')' && --open_ < 0) {
      throw Error("A parenthesis is closed that was not opened; take a \")\" out.");
    }
    ++at_;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  int open_ = 0;
};

/// Sets `rest` to what follows the prefix if the message begins with it.
bool begins(const std::string& message, std::string_view prefix, std::string& rest) {
  if (message.rfind(prefix, 0) != 0) return false;
  rest = message.substr(prefix.size());
  return true;
}

}  // namespace

void requireOneExpression(const std::string& condition) {
  if (condition.size() > kLongest) {
    throw Error(fmt::format("The condition is longer than {} characters.", kLongest));
  }
  if (condition.find_first_not_of(" \t\r\n") == std::string::npos) {
    throw Error("The condition is empty; type one such as click > 0.");
  }
  ExpressionCheck(condition).run();
}

ReadingGuard::ReadingGuard(SQLite::Database& database, std::set<std::string> tables)
    : handle_(database.getHandle()), tables_(std::move(tables)) {
  sqlite3_set_authorizer(handle_, &ReadingGuard::authorize, this);
}

ReadingGuard::~ReadingGuard() {
  sqlite3_set_authorizer(handle_, nullptr, nullptr);
}

int ReadingGuard::authorize(void* self, int action, const char* first, const char* second,
                            const char* database, const char* trigger) {
  const auto text = [](const char* characters) {
    return std::string(characters == nullptr ? "" : characters);
  };
  const bool elsewhere = database != nullptr && std::strcmp(database, "main") != 0;
  const bool allowed = !elsewhere && trigger == nullptr &&
                       static_cast<ReadingGuard*>(self)->allows(action, text(first), text(second));
  return allowed ? SQLITE_OK : SQLITE_DENY;
}

bool ReadingGuard::allows(int action, const std::string& first, const std::string& second) {
  switch (action) {
    case SQLITE_SELECT:
      return true;
    case SQLITE_READ:
      if (tables_.contains(first)) return true;
      refusal_ = fmt::format(
          "A condition sees this dataset's columns alone; it cannot look into \"{}\".", first);
      return false;
    case SQLITE_FUNCTION:
      if (functions().contains(lowered(second)) || second == kSlateTotal) return true;
      refusal_ = fmt::format("The function {} cannot be used in a condition; these can: {}.",
                             second, fmt::join(functions(), ", "));
      return false;
    default:
      refusal_ = "A condition can only compare columns; it cannot change or open anything.";
      return false;
  }
}

namespace {

/// "a, b, c and 5 more".
std::string listedNames(const std::vector<std::string>& columns) {
  const std::size_t shown = std::min(columns.size(), kMostNames);
  std::string list = fmt::format(
      "{}", fmt::join(columns.begin(), columns.begin() + static_cast<std::ptrdiff_t>(shown), ", "));
  if (shown < columns.size()) list += fmt::format(" and {} more", columns.size() - shown);
  return list;
}

}  // namespace

std::string explainedMistake(const std::string& message, const std::vector<std::string>& columns) {
  const std::string there = fmt::format("The columns are {}.", listedNames(columns));
  std::string rest;
  if (begins(message, "no such column: ", rest)) {
    return fmt::format("There is no column {}. {} Texts go in single quotes.", rest, there);
  }
  if (begins(message, "no such function: ", rest)) {
    return fmt::format("There is no function {}; these can be used: {}.", rest,
                       fmt::join(functions(), ", "));
  }
  if (begins(message, "no such table: ", rest)) {
    return fmt::format(
        "{} is no list of values; write them in parentheses, such as item IN ('a', "
        "'b').",
        rest);
  }
  if (begins(message, "near \")\"", rest) || message == "incomplete input") {
    return "The condition stops in the middle: a value or a column is missing at its end or before "
           "a \")\".";
  }
  if (begins(message, "near ", rest)) {
    const std::string where = rest.substr(0, rest.find(": syntax error"));
    return fmt::format(
        "The condition cannot be understood at {}. Compare columns, such as click > 0 AND item = "
        "'i7'. {}",
        where, there);
  }
  if (begins(message, "unrecognized token: ", rest)) {
    return fmt::format("The condition cannot be understood at {}.", rest);
  }
  return fmt::format("The condition cannot be used: {}. {}", message, there);
}

}  // namespace luce
