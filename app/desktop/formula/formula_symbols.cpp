#include "app/desktop/formula/formula_symbols.h"

namespace luce::desktop {

namespace {

QString character(char32_t code) {
  return QString::fromUcs4(&code, 1);
}

char32_t codeOf(const QString& letter) {
  return letter.toUcs4().value(0);
}

struct Holes {
  char32_t letter, place;
};

/// Letters of an alphabet that had a place in Unicode before the alphabet came.
constexpr Holes kScriptHoles[] = {{'B', 0x212c}, {'E', 0x2130}, {'F', 0x2131}, {'H', 0x210b},
                                  {'I', 0x2110}, {'L', 0x2112}, {'M', 0x2133}, {'R', 0x211b}};
constexpr Holes kDoubleHoles[] = {{'C', 0x2102}, {'H', 0x210d}, {'N', 0x2115}, {'P', 0x2119},
                                  {'Q', 0x211a}, {'R', 0x211d}, {'Z', 0x2124}, {'1', 0x1d7d9}};

template <std::size_t Size>
QString capital(const QString& letter, char32_t first, const Holes (&holes)[Size]) {
  const char32_t code = codeOf(letter);
  for (const Holes& hole : holes) {
    if (hole.letter == code) return character(hole.place);
  }
  return code >= 'A' && code <= 'Z' ? character(first + code - 'A') : letter;
}

QString bold(const QString& letter) {
  const char32_t code = codeOf(letter);
  if (code >= 'A' && code <= 'Z') return character(0x1d400 + code - 'A');
  if (code >= 'a' && code <= 'z') return character(0x1d41a + code - 'a');
  return code >= '0' && code <= '9' ? character(0x1d7ce + code - '0') : letter;
}

std::map<QString, FormulaSymbol> makeSymbols() {
  using Class = FormulaClass;
  std::map<QString, FormulaSymbol> symbols;
  const auto put = [&](Class spacing,
                       std::initializer_list<std::pair<const char*, const char*>> pairs) {
    for (const auto& [command, text] : pairs) {
      symbols[command] = {QString::fromUtf8(text), spacing};
    }
  };
  put(Class::Ordinary,
      {{"alpha", "α"},      {"beta", "β"},    {"gamma", "γ"},  {"delta", "δ"},  {"epsilon", "ε"},
       {"varepsilon", "ε"}, {"zeta", "ζ"},    {"eta", "η"},    {"theta", "θ"},  {"iota", "ι"},
       {"kappa", "κ"},      {"lambda", "λ"},  {"mu", "μ"},     {"nu", "ν"},     {"xi", "ξ"},
       {"pi", "π"},         {"rho", "ρ"},     {"sigma", "σ"},  {"tau", "τ"},    {"upsilon", "υ"},
       {"phi", "φ"},        {"varphi", "φ"},  {"chi", "χ"},    {"psi", "ψ"},    {"omega", "ω"},
       {"Gamma", "Γ"},      {"Delta", "Δ"},   {"Theta", "Θ"},  {"Lambda", "Λ"}, {"Xi", "Ξ"},
       {"Pi", "Π"},         {"Sigma", "Σ"},   {"Phi", "Φ"},    {"Psi", "Ψ"},    {"Omega", "Ω"},
       {"infty", "∞"},      {"partial", "∂"}, {"nabla", "∇"},  {"ldots", "…"},  {"cdots", "⋯"},
       {"dots", "…"},       {"ell", "ℓ"},     {"forall", "∀"}, {"exists", "∃"}, {"emptyset", "∅"},
       {"prime", "′"},      {"%", "%"},       {"&", "&"},      {"_", "_"},      {"#", "#"},
       {"$", "$"},          {"star", "⋆"}});
  put(Class::Binary, {{"cdot", "·"},
                      {"times", "×"},
                      {"pm", "±"},
                      {"mp", "∓"},
                      {"div", "÷"},
                      {"circ", "∘"},
                      {"ast", "∗"},
                      {"cup", "∪"},
                      {"cap", "∩"},
                      {"setminus", "∖"}});
  put(Class::Relation,
      {{"le", "≤"},         {"leq", "≤"},       {"ge", "≥"},      {"geq", "≥"},
       {"ne", "≠"},         {"neq", "≠"},       {"approx", "≈"},  {"equiv", "≡"},
       {"sim", "∼"},        {"propto", "∝"},    {"in", "∈"},      {"mid", "∣"},
       {"to", "→"},         {"gets", "←"},      {"mapsto", "↦"},  {"ll", "≪"},
       {"gg", "≫"},         {"implies", "⇒"},   {"subset", "⊂"},  {"Rightarrow", "⇒"},
       {"rightarrow", "→"}, {"leftarrow", "←"}, {"parallel", "∥"}});
  put(Class::Open, {{"{", "{"}, {"langle", "⟨"}, {"lfloor", "⌊"}, {"lceil", "⌈"}, {"lbrace", "{"}});
  put(Class::Close,
      {{"}", "}"}, {"rangle", "⟩"}, {"rfloor", "⌋"}, {"rceil", "⌉"}, {"rbrace", "}"}});
  put(Class::Ordinary, {{"|", "‖"}, {"vert", "|"}, {"Vert", "‖"}});
  for (const char* name : {"log", "ln", "exp", "sin", "cos", "tanh", "clip", "softmax", "sg", "std",
                           "mean", "var", "rank"}) {
    symbols[name] = {name, Class::Operator};
  }
  for (const char* name : {"min", "max", "lim", "sup", "inf", "argmax", "argmin"}) {
    symbols[name] = {name, Class::Operator, false, true};
  }
  symbols["argmax"].text = "arg max";
  symbols["argmin"].text = "arg min";
  symbols["sum"] = {QStringLiteral("∑"), Class::Operator, true, true};
  symbols["prod"] = {QStringLiteral("∏"), Class::Operator, true, true};
  symbols["int"] = {QStringLiteral("∫"), Class::Operator, true, false};
  return symbols;
}

}  // namespace

const std::map<QString, FormulaSymbol>& formulaSymbols() {
  static const std::map<QString, FormulaSymbol> symbols = makeSymbols();
  return symbols;
}

std::optional<QString> inAlphabet(const QString& command, const QString& letters) {
  if (command == "text" || command == "mathrm") return letters;
  QString changed;
  for (const char32_t code : letters.toUcs4()) {
    const QString letter = character(code);
    if (command == "mathbf") {
      changed += bold(letter);
    } else if (command == "mathbb") {
      changed += capital(letter, 0x1d538, kDoubleHoles);
    } else if (command == "mathcal") {
      changed += capital(letter, 0x1d49c, kScriptHoles);
    } else {
      return std::nullopt;
    }
  }
  return changed;
}

const std::map<QString, double>& formulaSpaces() {
  static const std::map<QString, double> spaces{{"!", -3.0 / 18}, {",", 3.0 / 18}, {":", 4.0 / 18},
                                                {";", 5.0 / 18},  {" ", 0.25},     {"quad", 1},
                                                {"qquad", 2}};
  return spaces;
}

FormulaClass spacingOf(const QString& character) {
  static const std::map<FormulaClass, QString> members{
      {FormulaClass::Binary, QStringLiteral("+−±·×∗∘∪∩÷")},
      {FormulaClass::Relation, QStringLiteral("=<>≤≥≠≈≡∼∝∈∣→←↦⇒≪≫:⊂∥")},
      {FormulaClass::Open, QStringLiteral("([⟨⌊⌈")},
      {FormulaClass::Close, QStringLiteral(")]⟩⌋⌉!")},
      {FormulaClass::Punctuation, QStringLiteral(",;")}};
  for (const auto& [spacing, characters] : members) {
    if (characters.contains(character)) return spacing;
  }
  return FormulaClass::Ordinary;
}

QString slanted(const QString& letter) {
  const char32_t code = codeOf(letter);
  if (code == 'h') return character(0x210e);
  if (code >= 'a' && code <= 'z') return character(0x1d44e + code - 'a');
  if (code >= 'A' && code <= 'Z') return character(0x1d434 + code - 'A');
  if (code >= 0x3b1 && code <= 0x3c9) return character(0x1d6fc + code - 0x3b1);
  return code == 0x2202 ? character(0x1d715) : letter;
}

}  // namespace luce::desktop
