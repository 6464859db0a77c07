#include "app/desktop/window/language.h"

#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include "app/desktop/window/settings_dialog.h"

namespace luce::desktop {

namespace {

/// What is written in the sources.
constexpr const char* kOwn = "en";

/// Numbers have decimal points in every language, as in files and on the command line, so what
/// groups their digits must be no point and, where that is a decimal comma, no comma.
QLocale numbersIn(const QString& language) {
  if (language == "de") return {QLocale::German, QLocale::Switzerland};
  return {QLocale::English, QLocale::UnitedStates};
}

}  // namespace

bool applyLanguage(QApplication& application, const QString& language) {
  if (language == kOwn) return true;
  auto* own = new QTranslator(&application);
  if (!own->load(QString(":/luce/translations/luce_%1.qm").arg(language))) {
    delete own;
    return false;
  }
  QApplication::installTranslator(own);
  QLocale::setDefault(numbersIn(language));
  auto* qt = new QTranslator(&application);
  if (qt->load("qtbase_" + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
    QApplication::installTranslator(qt);
  }
  return true;
}

void applyLanguage(QApplication& application) {
  QLocale::setDefault(numbersIn(kOwn));
  const QString chosen = chosenLanguage();
  if (!chosen.isEmpty()) {
    applyLanguage(application, chosen);
    return;
  }
  for (const QString& wanted : QLocale::system().uiLanguages()) {
    if (applyLanguage(application, wanted.section('-', 0, 0))) return;
  }
}

}  // namespace luce::desktop
