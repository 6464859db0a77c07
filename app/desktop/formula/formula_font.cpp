#include "app/desktop/formula/formula_font.h"

#include <QFontDatabase>
#include <QFontMetricsF>

namespace luce::desktop {

namespace {

constexpr uint kSlantedA = 0x1d44e;

FormulaFont find() {
  const QStringList present = QFontDatabase::families();
  for (const char* family : {"STIX Two Math", "Latin Modern Math", "Libertinus Math", "XITS Math",
                             "TeX Gyre Termes Math", "Cambria Math", "DejaVu Math TeX Gyre"}) {
    if (!present.contains(QLatin1String(family))) continue;
    const FormulaFont font{QLatin1String(family), true};
    if (QFontMetricsF(font.at(100, false)).inFontUcs4(kSlantedA)) return font;
  }
  for (const char* family : {"STIX Two Text", "Libertinus Serif", "DejaVu Serif"}) {
    if (present.contains(QLatin1String(family))) return {QLatin1String(family), false};
  }
  return {QFontDatabase::systemFont(QFontDatabase::GeneralFont).family(), false};
}

}  // namespace

const FormulaFont& FormulaFont::best() {
  static const FormulaFont font = find();
  return font;
}

QFont FormulaFont::at(double pixels, bool italic) const {
  QFont font(family);
  font.setPixelSize(static_cast<int>(pixels));
  font.setItalic(italic);
  font.setHintingPreference(QFont::PreferNoHinting);
  return font;
}

}  // namespace luce::desktop
