// Formulas: what can be written, where its parts stand, and how it looks.
#include "app/desktop/formula/formula.h"

#include <gmock/gmock.h>

#include <QApplication>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QTextDocument>
#include <QTextEdit>
#include <cmath>

#include "app/desktop/formula/formula_label.h"
#include "app/desktop/formula/formula_parser.h"
#include "app/desktop/formula/formula_text.h"
#include "tests/support/temporary_folder.h"

namespace luce::desktop {
namespace {

using testing::HasSubstr;
using Text = FormulaLayout::Text;

/// Both ways of drawing letters: with a mathematical font, and slanted letters of an ordinary one.
const FormulaFont& mathematical() {
  return FormulaFont::best();
}
const FormulaFont kOrdinary{"DejaVu Serif", false};

const Text& find(const FormulaLayout& layout, const QString& text) {
  for (const Text& part : layout.texts) {
    if (part.text == text) return part;
  }
  ADD_FAILURE() << "no " << text.toStdString();
  return layout.texts.front();
}

FormulaLayout laidOut(const QString& source, bool displayed = true) {
  return Formula(source, displayed, mathematical()).layout();
}

TEST(Formula, StacksAFractionAroundItsBar) {
  for (const bool displayed : {true, false}) {
    const FormulaLayout layout = laidOut("\\frac{1}{234}", displayed);
    ASSERT_EQ(layout.rules.size(), 1u);
    const QRectF bar = layout.rules.front();
    double below = 1e9;
    for (const Text& text : layout.texts) {
      if (text.text == "1") {
        EXPECT_LT(text.ink.bottom(), bar.top());
        EXPECT_NEAR(text.at.x() + text.ink.width() / 2, bar.center().x(), 0.15);
      } else {
        below = std::min(below, text.ink.top());
      }
    }
    EXPECT_GT(below, bar.bottom());
    EXPECT_LT(bar.bottom(), 0) << "the bar lies above the baseline, where a minus does";
    EXPECT_GE(layout.ascent, -layout.texts.front().ink.top());
    EXPECT_GE(bar.width(), layout.width - 0.01);
  }
}

TEST(Formula, PutsScriptsBesideTheirLetter) {
  const FormulaLayout layout = laidOut("3_1^2");
  const Text &base = find(layout, "3"), &below = find(layout, "1"), &above = find(layout, "2");
  EXPECT_GT(below.at.y(), 0.1);
  EXPECT_LT(above.at.y(), -0.3);
  EXPECT_GE(below.ink.left(), base.ink.right() - 0.05);
  EXPECT_GE(above.ink.left(), base.ink.right() - 0.05);
  EXPECT_LT(above.ink.bottom(), below.ink.top()) << "they do not touch";
  EXPECT_LT(below.size, base.size);
  EXPECT_GE(layout.descent, below.ink.bottom());
}

TEST(Formula, APrimeStandsHighAndBesideIndices) {
  const FormulaLayout layout = laidOut("3'_1");
  const Text& prime = find(layout, QChar(0x2032));
  EXPECT_LT(prime.ink.bottom(), -0.3);
  EXPECT_GE(prime.ink.left(), find(layout, "3").ink.right());
  EXPECT_GT(find(layout, "1").at.y(), 0.1);
}

TEST(Formula, CentresLimitsWhereTheyAreDisplayed) {
  const FormulaLayout displayed = laidOut("\\sum_{1}^{2} 5");
  const Text& sign = find(displayed, QStringLiteral("∑"));
  const Text &low = find(displayed, "1"), &high = find(displayed, "2");
  EXPECT_NEAR(low.ink.center().x(), sign.ink.center().x(), 0.12);
  EXPECT_NEAR(high.ink.center().x(), sign.ink.center().x(), 0.12);
  EXPECT_GT(low.ink.top(), sign.ink.bottom());
  EXPECT_LT(high.ink.bottom(), sign.ink.top());
  EXPECT_GT(find(displayed, "5").ink.left(), sign.ink.right());

  const FormulaLayout inLine = laidOut("\\sum_{1}^{2} 5", false);
  const Text& small = find(inLine, QStringLiteral("∑"));
  EXPECT_LT(small.size, sign.size);
  EXPECT_GT(find(inLine, "1").ink.left(), small.ink.center().x());
  EXPECT_LT(inLine.ascent + inLine.descent, displayed.ascent + displayed.descent);

  const FormulaLayout forced = laidOut("\\sum\\limits_{1} 5", false);
  EXPECT_GT(find(forced, "1").ink.top(), find(forced, QStringLiteral("∑")).ink.bottom());
}

TEST(Formula, NestsDownToAFloor) {
  const FormulaLayout layout = laidOut("1^{2^{3^{4^{5}}}}");
  EXPECT_DOUBLE_EQ(find(layout, "1").size, 1);
  EXPECT_LT(find(layout, "2").size, 0.8);
  EXPECT_LE(find(layout, "3").size, find(layout, "2").size);
  EXPECT_DOUBLE_EQ(find(layout, "5").size, kSmallestFormulaText);
  EXPECT_DOUBLE_EQ(find(layout, "4").size, kSmallestFormulaText);
  EXPECT_LT(find(layout, "5").at.y(), find(layout, "4").at.y());
}

TEST(Formula, FencesGrowWithWhatTheyHold) {
  const FormulaLayout plain = laidOut("\\left(1\\right)");
  EXPECT_EQ(plain.outlines.size(), 0u) << "letters are high enough";
  const FormulaLayout grown = laidOut("\\left(\\frac{1}{2}\\right)");
  ASSERT_EQ(grown.outlines.size(), 2u);
  for (const QPainterPath& fence : grown.outlines) {
    EXPECT_LE(fence.boundingRect().top(), find(grown, "1").ink.top() + 0.02);
    EXPECT_GE(fence.boundingRect().bottom(), find(grown, "2").ink.bottom() - 0.02);
  }
  EXPECT_LT(grown.outlines[0].boundingRect().right(), find(grown, "1").ink.left());
  EXPECT_GT(grown.outlines[1].boundingRect().left(), find(grown, "1").ink.right());
  const FormulaLayout oneSided = laidOut("\\left.\\frac{1}{2}\\right|");
  EXPECT_EQ(oneSided.outlines.size(), 1u);
}

TEST(Formula, ARootCoversWhatIsUnderIt) {
  const FormulaLayout layout = laidOut("\\sqrt{1+2}");
  ASSERT_EQ(layout.rules.size(), 1u);
  EXPECT_LT(layout.rules[0].bottom(), find(layout, "1").ink.top());
  EXPECT_LE(layout.rules[0].left(), find(layout, "1").ink.left());
  EXPECT_GE(layout.rules[0].right(), find(layout, "2").ink.right());
  ASSERT_EQ(layout.outlines.size(), 1u);
  EXPECT_NEAR(layout.outlines[0].boundingRect().right(), layout.rules[0].left(), 0.05);
}

TEST(Formula, AccentsStandOverTheirLetter) {
  for (const char* source : {"\\hat{8}", "\\tilde{8}"}) {
    const FormulaLayout layout = laidOut(source);
    ASSERT_EQ(layout.texts.size(), 2u);
    EXPECT_LT(layout.texts[1].ink.bottom(), layout.texts[0].ink.top());
    EXPECT_NEAR(layout.texts[1].ink.center().x(), layout.texts[0].ink.center().x(), 0.08);
    EXPECT_NEAR(layout.width, laidOut("8").width, 1e-9);
  }
  const FormulaLayout bar = laidOut("\\bar{8}");
  ASSERT_EQ(bar.rules.size(), 1u);
  EXPECT_LT(bar.rules[0].bottom(), bar.texts[0].ink.top());
}

TEST(Formula, LinesUpCases) {
  const FormulaLayout layout = laidOut("\\begin{cases}1 & 2\\\\34 & 5\\end{cases}");
  EXPECT_EQ(layout.outlines.size(), 1u) << "a brace";
  EXPECT_NEAR(find(layout, "2").at.x(), find(layout, "5").at.x(), 1e-9);
  EXPECT_NEAR(find(layout, "1").at.x(), find(layout, "3").at.x(), 1e-9);
  EXPECT_GT(find(layout, "5").at.y(), find(layout, "2").at.y() + 1);
  EXPECT_GT(find(layout, "2").at.x(), find(layout, "4").ink.right() + 0.5);
}

TEST(Formula, SpacesRelationsWiderThanProductsAndSignsNotAtAll) {
  const auto gap = [](const QString& source, const QString& sign) {
    const FormulaLayout layout = laidOut(source);
    return find(layout, sign).at.x() - find(layout, "1").at.x() - laidOut("1").width;
  };
  EXPECT_NEAR(gap("1=2", "="), 5.0 / 18, 1e-9);
  EXPECT_NEAR(gap("1+2", "+"), 4.0 / 18, 1e-9);
  EXPECT_NEAR(gap("1,2", ","), 0, 1e-9);
  const FormulaLayout sign = laidOut("-1");
  EXPECT_NEAR(find(sign, "1").at.x(), laidOut("-").width, 1e-9);
  EXPECT_NEAR(laidOut("1\\quad 2").width, laidOut("12").width + 1, 1e-9);
}

TEST(Formula, SlantsVariablesAndNothingElse) {
  const FormulaLayout ordinary =
      Formula("x\\,\\log 2\\,\\text{if so}\\,\\pi", true, kOrdinary).layout();
  EXPECT_TRUE(find(ordinary, "x").italic);
  EXPECT_TRUE(find(ordinary, QStringLiteral("π")).italic);
  EXPECT_FALSE(find(ordinary, "log").italic);
  EXPECT_FALSE(find(ordinary, "2").italic);
  EXPECT_FALSE(find(ordinary, "if so").italic);
  if (mathematical().mathematical) {
    EXPECT_EQ(laidOut("x").texts[0].text.toUcs4().value(0), 0x1d465u);
    EXPECT_EQ(laidOut("\\pi").texts[0].text.toUcs4().value(0), 0x1d70bu);
    EXPECT_EQ(laidOut("h").texts[0].text.toUcs4().value(0), 0x210eu) << "its place is elsewhere";
    EXPECT_EQ(laidOut("\\mathcal{L}").texts[0].text.toUcs4().value(0), 0x2112u);
    EXPECT_EQ(laidOut("\\mathbb{E}").texts[0].text.toUcs4().value(0), 0x1d53cu);
  }
}

struct Fault {
  const char* source;
  qsizetype column;
  const char* expected;
};

TEST(Formula, TellsTheColumnAndWhatWasExpected) {
  for (const Fault& fault :
       std::initializer_list<Fault>{{"a + \\frac{1}", 13, "denominator"},
                                    {"\\frac", 6, "numerator"},
                                    {"x_", 3, "a subscript"},
                                    {"x^^2", 3, "a superscript"},
                                    {"x_1_2", 4, "second subscript"},
                                    {"a{b", 2, "expected }"},
                                    {"a}", 2, "nothing opens this brace"},
                                    {"\\unknown x", 1, "\\unknown is no command"},
                                    {"\\left(x", 1, "expected \\right"},
                                    {"\\left x\\right)", 7, "expected a delimiter"},
                                    {"x \\right)", 3, "nothing opens this part"},
                                    {"\\begin{matrix}", 7, "expected {cases}"},
                                    {"\\begin{cases}a", 1, "expected \\end{cases}"},
                                    {"x\\limits_1", 2, "\\limits follows only operators"},
                                    {"\\text x", 7, "expected {"},
                                    {"\\", 1, "expected a command"}}) {
    try {
      parseFormula(fault.source);
      ADD_FAILURE() << fault.source << " was taken";
    } catch (const FormulaError& error) {
      EXPECT_EQ(error.column(), fault.column) << fault.source << ": " << error.what();
      EXPECT_THAT(error.what(), HasSubstr(fault.expected)) << fault.source;
    }
  }
}

TEST(Formula, EveryCommandCanBeDrawn) {
  for (const QString& name : formulaCommands()) {
    QString source = '\\' + name;
    if (name == "frac") source += "12";
    if (name == "left") source = "\\left(1\\right)";
    if (name == "right") source = "\\left(1\\right)";
    if (name == "begin" || name == "end") source = "\\begin{cases}1\\end{cases}";
    if (name == "limits") source = "\\sum\\limits_1";
    if (name.startsWith("math") || name == "text") source += "{A}";
    if (QStringList{"hat", "tilde", "bar", "sqrt"}.contains(name)) source += " 1";
    for (const FormulaFont& font : {mathematical(), kOrdinary}) {
      const Formula formula(source, true, font);
      const bool space = QStringList{"!", ",", ":", ";", " ", "quad", "qquad"}.contains(name);
      EXPECT_TRUE(space || formula.size(1).height() > 0) << name.toStdString();
    }
  }
}

TEST(Formula, ScalesExactly) {
  const Formula formula("\\frac{x_i}{\\sum_j x_j}");
  EXPECT_NEAR(formula.size(40).width(), 2 * formula.size(20).width(), 1e-9);
  EXPECT_NEAR(formula.size(40).height(), 2 * formula.size(20).height(), 1e-9);
}

QImage drawn(const Formula& formula, double em, const QColor& colour = Qt::black) {
  constexpr int kMargin = 6;
  const QSizeF size = formula.size(em);
  QImage picture(static_cast<int>(std::ceil(size.width())) + 2 * kMargin,
                 static_cast<int>(std::ceil(size.height())) + 2 * kMargin, QImage::Format_RGB32);
  picture.fill(Qt::white);
  QPainter painter(&picture);
  painter.setPen(colour);
  formula.draw(painter, {kMargin, kMargin + formula.ascent(em)}, em);
  return picture;
}

/// How many of a picture's dark pixels have a dark one of the other close by.
double shareFound(const QImage& picture, const QImage& other) {
  constexpr int kReach = 2, kDark = 140;
  int dark = 0, found = 0;
  for (int y = 0; y < picture.height(); ++y) {
    for (int x = 0; x < picture.width(); ++x) {
      if (qGray(picture.pixel(x, y)) > kDark) continue;
      ++dark;
      bool near = false;
      for (int dy = -kReach; dy <= kReach && !near; ++dy) {
        for (int dx = -kReach; dx <= kReach && !near; ++dx) {
          near = other.valid(x + dx, y + dy) && qGray(other.pixel(x + dx, y + dy)) <= kDark;
        }
      }
      found += near ? 1 : 0;
    }
  }
  EXPECT_GT(dark, 300) << "nothing is drawn";
  return static_cast<double>(found) / dark;
}

TEST(Formula, LooksLikeThePictureThatWasLookedAt) {
  // With the ordinary font, which every machine has.
  const Formula formula(
      "\\pi_i=\\frac{e^{s_i/\\tau}}{\\sum_{j=1}^{N}e^{s_j/\\tau}}\\quad "
      "\\hat{V}=\\sqrt{\\left(\\frac{1}{n}\\right)}\\quad \\ell=\\begin{cases}-\\rho A & A\\ge "
      "0\\\\"
      "\\max(\\rho,\\bar{c}) & \\text{else}\\end{cases}",
      true, kOrdinary);
  const QImage picture = drawn(formula, 24);
  const QString file = LUCE_SOURCE_DIR "/tests/desktop/golden/formula.png";
  if (qEnvironmentVariableIsSet("LUCE_REGENERATE_GOLDEN")) {
    ASSERT_TRUE(picture.save(file));
    return;
  }
  const QImage golden = QImage(file).convertToFormat(QImage::Format_RGB32);
  ASSERT_FALSE(golden.isNull());
  EXPECT_NEAR(picture.width(), golden.width(), 0.05 * golden.width());
  EXPECT_NEAR(picture.height(), golden.height(), 0.05 * golden.height());
  const QImage scaled =
      picture.scaled(golden.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
  EXPECT_GT(shareFound(golden, scaled), 0.98);
  EXPECT_GT(shareFound(scaled, golden), 0.98);
}

TEST(Formula, IsDrawnInTheColourOfThePen) {
  const QImage picture = drawn(Formula("\\frac{\\sum 1}{\\sqrt 2}"), 30, Qt::red);
  int red = 0;
  for (int y = 0; y < picture.height(); ++y) {
    for (int x = 0; x < picture.width(); ++x) {
      const QColor colour = picture.pixelColor(x, y);
      EXPECT_GE(colour.red(), 250) << "nothing is drawn in another colour";
      red += colour.green() < 60 ? 1 : 0;
    }
  }
  EXPECT_GT(red, 50);
}

TEST(Formula, IsPrintedAsLettersAndLines) {
  const TemporaryFolder folder;
  const QString file = QString::fromStdString((folder / "formula.pdf").string());
  {
    QPdfWriter writer(file);
    QPainter painter(&writer);
    Formula("\\frac{x}{\\left(\\frac{1}{2}\\right)}", true, kOrdinary)
        .draw(painter, {500, 2000}, 400);
  }
  QFile printed(file);
  ASSERT_TRUE(printed.open(QIODevice::ReadOnly));
  const QByteArray content = printed.readAll();
  EXPECT_TRUE(content.contains("/Subtype /Type0") || content.contains("/FontDescriptor"));
  EXPECT_FALSE(content.contains("/Subtype /Image")) << "no pixels";
}

TEST(FormulaLabel, FollowsTheFontAndIsReadAsTex) {
  FormulaLabel label("\\frac{a}{b}");
  EXPECT_EQ(label.accessibleName(), "\\frac{a}{b}");
  const QSize small = label.sizeHint();
  QFont font = label.font();
  font.setPointSizeF(2 * font.pointSizeF());
  label.setFont(font);
  EXPECT_NEAR(label.sizeHint().height(), 2 * small.height(), 6);
  label.setSource("\\frac{a}");
  EXPECT_THAT(label.toolTip().toStdString(), HasSubstr("column 9"));
  EXPECT_FALSE(label.grab().isNull());
}

TEST(FormulaText, StandsInLinesThatWrapAroundIt) {
  QTextDocument document;
  FormulaText::install(document);
  QTextCursor cursor(&document);
  cursor.insertText("one two three ");
  FormulaText::insert(cursor, std::make_shared<const Formula>("x_i+1", false));
  cursor.insertText(" four five", QTextCharFormat());
  document.setTextWidth(10000);
  EXPECT_EQ(document.firstBlock().layout()->lineCount(), 1);
  const double oneLine = document.size().height();
  document.setTextWidth(document.idealWidth() * 0.6);
  EXPECT_EQ(document.firstBlock().layout()->lineCount(), 2);
  EXPECT_GT(document.size().height(), 1.5 * oneLine);
  EXPECT_EQ(FormulaText::plainText(document), "one two three $x_i+1$ four five");
  QTextCursor part(&document);
  part.setPosition(10);
  part.setPosition(17, QTextCursor::KeepAnchor);
  EXPECT_EQ(FormulaText::plainText(part), "ree $x_i+1$ f");
}

TEST(FormulaText, AWideFormulaShrinksToItsPage) {
  QTextDocument document;
  FormulaText::install(document);
  QTextCursor cursor(&document);
  FormulaText::insert(cursor, std::make_shared<const Formula>("1+2+3+4+5+6+7+8+9"));
  document.setTextWidth(1000);
  const double wide = document.idealWidth();
  ASSERT_LT(wide, 900);
  document.setTextWidth(wide / 2);
  EXPECT_LE(document.idealWidth(), wide / 2 + 1);
  EXPECT_GT(document.idealWidth(), wide / 3);
}

TEST(FormulaText, AHighFormulaMakesRoomForItself) {
  QTextDocument document;
  FormulaText::install(document);
  QTextCursor cursor(&document);
  cursor.insertText("x");
  const double low = document.size().height();
  const auto formula = std::make_shared<const Formula>("\\sum_{i=1}^{N} \\frac{1}{2}");
  FormulaText::insert(cursor, formula);
  const double em = QFontInfo(document.defaultFont()).pixelSize();
  EXPECT_GT(document.size().height() - low, formula->size(em).height() - em);
}

}  // namespace
}  // namespace luce::desktop
