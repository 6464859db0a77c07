#include "app/desktop/formula/formula_parser.h"

#include <utility>

#include "app/desktop/formula/formula_symbols.h"

namespace luce::desktop {

namespace {

using Kind = FormulaNode::Kind;
using Pointer = FormulaNode::Pointer;

const QStringList kAlphabets{"text", "mathrm", "mathbf", "mathbb", "mathcal"};
const std::map<QString, QString> kAccents{
    {"hat", QStringLiteral("ˆ")}, {"tilde", QStringLiteral("˜")}, {"bar", QString()}};

Pointer node(Kind kind, FormulaClass spacing = FormulaClass::Ordinary, const QString& text = {}) {
  return std::make_unique<FormulaNode>(FormulaNode{.kind = kind, .spacing = spacing, .text = text});
}

class Parser {
 public:
  explicit Parser(const QString& source) : source_(source) {}

  Pointer parse() {
    Pointer row = parseRow();
    if (!atEnd()) fail(startsWith("}") ? "nothing opens this brace" : "nothing opens this part");
    return row;
  }

 private:
  [[noreturn]] void fail(const QString& problem) const { throw FormulaError(place_ + 1, problem); }
  bool atEnd() const { return place_ >= source_.size(); }
  bool startsWith(const char* text) const {
    return QStringView(source_).sliced(place_).startsWith(QLatin1String(text));
  }
  bool take(const char* text) {
    if (atEnd() || !startsWith(text)) return false;
    place_ += static_cast<qsizetype>(std::char_traits<char>::length(text));
    return true;
  }
  void skipSpaces() {
    while (!atEnd() && source_[place_].isSpace()) ++place_;
  }
  /// One character, which may be two of UTF-16.
  QString takeCharacter() {
    const qsizetype units =
        source_[place_].isHighSurrogate() && place_ + 1 < source_.size() ? 2 : 1;
    place_ += units;
    return source_.sliced(place_ - units, units);
  }
  /// What follows a backslash, without taking it.
  QString command() const {
    if (!startsWith("\\")) return {};
    qsizetype end = place_ + 1;
    while (end < source_.size() && source_[end].unicode() < 128 && source_[end].isLetter()) ++end;
    if (end == place_ + 1 && end < source_.size()) ++end;
    return source_.sliced(place_ + 1, end - place_ - 1);
  }
  bool takeCommand(const char* name) {
    if (command() != QLatin1String(name)) return false;
    place_ += 1 + static_cast<qsizetype>(std::char_traits<char>::length(name));
    return true;
  }

  bool endsRow() const {
    if (atEnd() || startsWith("}") || startsWith("&") || startsWith("\\\\")) return true;
    const QString next = command();
    return next == "right" || next == "end";
  }

  Pointer parseRow() {
    Pointer row = node(Kind::Row);
    for (skipSpaces(); !endsRow(); skipSpaces()) row->children.push_back(parseScripted());
    return row;
  }

  Pointer parseScripted() {
    Pointer base;
    if (startsWith("_") || startsWith("^")) {
      base = node(Kind::Row);
    } else {
      base = parseAtom();
    }
    bool stacks = false;
    skipSpaces();
    if (command() == "limits") {
      if (base->spacing != FormulaClass::Operator) fail("\\limits follows only operators");
      skipCommand("limits");
      stacks = true;
    }
    Pointer below, above = parsePrimes();
    for (skipSpaces(); startsWith("_") || startsWith("^"); skipSpaces()) {
      const bool isBelow = startsWith("_");
      Pointer& script = isBelow ? below : above;
      if (script)
        fail(isBelow ? "a second subscript: put both into one pair of braces"
                     : "a second superscript: put both into one pair of braces");
      ++place_;
      script = parseArgument(isBelow ? "a subscript" : "a superscript");
    }
    if (!below && !above) return base;
    Pointer scripts = node(Kind::Scripts, base->spacing);
    scripts->alwaysStacks = stacks;
    scripts->children.push_back(std::move(base));
    scripts->children.push_back(std::move(below));
    scripts->children.push_back(std::move(above));
    return scripts;
  }

  Pointer parsePrimes() {
    QString primes;
    while (take("'")) primes += QChar(0x2032);
    return primes.isEmpty() ? nullptr : node(Kind::Upright, FormulaClass::Ordinary, primes);
  }

  /// One character, one command, or a part in braces.
  Pointer parseArgument(const char* what) {
    skipSpaces();
    if (endsRow() && !startsWith("{")) fail(QString("expected %1").arg(what));
    if (startsWith("_") || startsWith("^")) fail(QString("expected %1").arg(what));
    return parseAtom();
  }

  Pointer parseBraces() {
    const qsizetype opened = place_;
    ++place_;
    Pointer row = parseRow();
    if (!take("}")) {
      if (atEnd()) place_ = opened;
      fail(place_ == opened ? "this brace is never closed: expected }" : "expected }");
    }
    return row;
  }

  /// Letters in braces, taken as they are written.
  QString parseWords(const QString& after) {
    skipSpaces();
    if (!startsWith("{")) fail(QString("expected { after \\%1").arg(after));
    const qsizetype opened = place_++;
    const qsizetype from = place_;
    int depth = 1;
    for (; !atEnd(); ++place_) {
      if (startsWith("{")) ++depth;
      if (startsWith("}") && --depth == 0) break;
    }
    if (atEnd()) {
      place_ = opened;
      fail("this brace is never closed: expected }");
    }
    return source_.sliced(from, place_++ - from);
  }

  Pointer parseAtom() {
    if (startsWith("{")) return parseBraces();
    if (startsWith("\\")) return parseCommand();
    QString text = takeCharacter();
    if (text == "-") text = QChar(0x2212);
    if (text == "*") text = QChar(0x2217);
    if (text == "~") {
      Pointer space = node(Kind::Space);
      space->width = formulaSpaces().at(" ");
      return space;
    }
    return node(text[0].isDigit() || text == "." ? Kind::Upright : Kind::Symbol, spacingOf(text),
                text);
  }

  Pointer parseCommand() {
    const QString name = command();
    if (name.isEmpty()) fail("expected a command after \\");
    if (const auto space = formulaSpaces().find(name); space != formulaSpaces().end()) {
      skipCommand(name);
      Pointer made = node(Kind::Space);
      made->width = space->second;
      return made;
    }
    if (kAlphabets.contains(name)) return parseAlphabet(name);
    if (const auto accent = kAccents.find(name); accent != kAccents.end()) {
      skipCommand(name);
      Pointer made = node(Kind::Accent, FormulaClass::Ordinary, accent->second);
      made->children.push_back(parseArgument("what the accent stands over"));
      return made;
    }
    if (name == "frac") return parseFraction();
    if (name == "sqrt") {
      skipCommand(name);
      Pointer root = node(Kind::Root);
      root->children.push_back(parseArgument("what is under the root"));
      return root;
    }
    if (name == "left") return parseFenced();
    if (name == "begin") return parseCases();
    if (name == "limits") fail("\\limits follows only operators");
    const auto symbol = formulaSymbols().find(name);
    if (symbol == formulaSymbols().end()) {
      fail(QString("\\%1 is no command that Luce knows; see the lessons' README").arg(name));
    }
    skipCommand(name);
    const FormulaSymbol& found = symbol->second;
    Pointer made = node(found.spacing == FormulaClass::Operator ? Kind::Operator : Kind::Symbol,
                        found.spacing, found.text);
    made->large = found.large;
    made->stacksScripts = found.stacksScripts;
    return made;
  }

  void skipCommand(const QString& name) { place_ += 1 + name.size(); }

  Pointer parseAlphabet(const QString& name) {
    skipCommand(name);
    const QString words = parseWords(name);
    return node(Kind::Upright, FormulaClass::Ordinary, *inAlphabet(name, words));
  }

  Pointer parseFraction() {
    skipCommand("frac");
    Pointer fraction = node(Kind::Fraction, FormulaClass::Inner);
    fraction->children.push_back(parseArgument("the numerator of \\frac"));
    fraction->children.push_back(parseArgument("the denominator of \\frac"));
    return fraction;
  }

  QString parseDelimiter(const char* after) {
    skipSpaces();
    const QString expected = QString("expected a delimiter after \\%1, such as ( [ \\{ | or .")
                                 .arg(QLatin1String(after));
    if (atEnd()) fail(expected);
    if (!startsWith("\\")) {
      const QString text = takeCharacter();
      if (QStringLiteral("()[]|.⟨⟩⌊⌋⌈⌉").contains(text)) return text;
      place_ -= text.size();
      fail(expected);
    }
    const QString name = command();
    const auto symbol = formulaSymbols().find(name);
    const bool fits = symbol != formulaSymbols().end() &&
                      QStringLiteral("{}⟨⟩⌊⌋⌈⌉|‖").contains(symbol->second.text);
    if (!fits) fail(expected);
    skipCommand(name);
    return symbol->second.text;
  }

  Pointer parseFenced() {
    const qsizetype opened = place_;
    skipCommand("left");
    Pointer fenced = node(Kind::Fenced, FormulaClass::Inner);
    fenced->text = parseDelimiter("left");
    fenced->children.push_back(parseRow());
    if (!takeCommand("right")) {
      if (atEnd()) {
        place_ = opened;
        fail("this \\left is never closed: expected \\right");
      }
      fail("expected \\right");
    }
    fenced->text += parseDelimiter("right");
    return fenced;
  }

  Pointer parseCases() {
    const qsizetype opened = place_;
    skipCommand("begin");
    const qsizetype name = place_;
    if (parseWords("begin") != "cases") {
      place_ = name;
      fail("expected {cases}");
    }
    Pointer cases = node(Kind::Cases, FormulaClass::Inner);
    do {
      Pointer row = node(Kind::Row);
      do {
        row->children.push_back(parseRow());
      } while (take("&"));
      cases->children.push_back(std::move(row));
    } while (take("\\\\"));
    if (!takeCommand("end")) {
      if (atEnd()) {
        place_ = opened;
        fail("these cases never end: expected \\end{cases}");
      }
      fail("expected &, \\\\ or \\end{cases}");
    }
    const qsizetype end = place_;
    if (parseWords("end") != "cases") {
      place_ = end;
      fail("expected {cases}");
    }
    return cases;
  }

  const QString& source_;
  qsizetype place_ = 0;
};

}  // namespace

FormulaError::FormulaError(qsizetype column, const QString& problem)
    : Error(QString("column %1: %2").arg(column).arg(problem).toStdString()), column_(column) {}

FormulaNode::Pointer parseFormula(const QString& source) {
  return Parser(source).parse();
}

QStringList formulaCommands() {
  QStringList commands = kAlphabets;
  commands << "frac"
           << "sqrt"
           << "left"
           << "right"
           << "limits"
           << "begin"
           << "end";
  for (const auto& [name, accent] : kAccents) commands << name;
  for (const auto& [name, symbol] : formulaSymbols()) commands << name;
  for (const auto& [name, width] : formulaSpaces()) commands << name;
  commands.sort();
  return commands;
}

}  // namespace luce::desktop
