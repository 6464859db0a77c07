#include "app/desktop/window/language.h"

#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include "app/desktop/window/settings_dialog.h"

namespace luce::desktop {

namespace {

/// What is written in the sources.
constexpr const char* kOwn = "en";

}  // namespace

bool applyLanguage(QApplication& application, const QString& language) {
  if (language == kOwn) return true;
  auto* own = new QTranslator(&application);
  if (!own->load(QString(":/luce/translations/luce_%1.qm").arg(language))) {
    delete own;
    return false;
  }
  QApplication::installTranslator(own);
  auto* qt = new QTranslator(&application);
  if (qt->load("qtbase_" + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
    QApplication::installTranslator(qt);
  }
  return true;
}

void applyLanguage(QApplication& application) {
  QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
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
