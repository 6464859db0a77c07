#include "app/desktop/window/appearance.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QStyle>
#include <QStyleFactory>
#include <algorithm>

#include "app/desktop/kept_settings.h"
#include "app/desktop/window/outlined_style.h"

namespace luce::desktop {

namespace {

constexpr const char* kSchemeKey = "appearance/scheme";
constexpr const char* kTextSizeKey = "appearance/text_size";
constexpr const char* kPortal = "org.freedesktop.portal.Desktop";
constexpr const char* kPortalPath = "/org/freedesktop/portal/desktop";
constexpr const char* kPortalSettings = "org.freedesktop.portal.Settings";
constexpr const char* kGroup = "org.freedesktop.appearance";
constexpr const char* kKey = "color-scheme";
constexpr unsigned kPrefersDark = 1;

/// Fusion looks the same with every palette, unlike styles that draw with colours of their own.
constexpr const char* kStyle = "Fusion";

struct Shades {
  QRgb window, base, alternate, button, text, faint, link, highlight, tip;
};

QPalette paletteOf(const Shades& shades) {
  const QColor text(shades.text), faint(shades.faint);
  QPalette palette(QColor(shades.button), QColor(shades.window));
  palette.setColor(QPalette::Window, shades.window);
  palette.setColor(QPalette::Base, shades.base);
  palette.setColor(QPalette::AlternateBase, shades.alternate);
  palette.setColor(QPalette::Button, shades.button);
  palette.setColor(QPalette::ToolTipBase, shades.tip);
  for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                          QPalette::ToolTipText, QPalette::BrightText}) {
    palette.setColor(role, text);
  }
  palette.setColor(QPalette::PlaceholderText, faint);
  palette.setColor(QPalette::Link, shades.link);
  palette.setColor(QPalette::LinkVisited, shades.link);
  palette.setColor(QPalette::Highlight, shades.highlight);
  palette.setColor(QPalette::HighlightedText, Qt::white);
  for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
    palette.setColor(QPalette::Disabled, role, faint);
  }
  palette.setColor(QPalette::Disabled, QPalette::Highlight, shades.alternate);
  palette.setColor(QPalette::Disabled, QPalette::HighlightedText, faint);
  return palette;
}

QPalette lightPalette() {
  return paletteOf({.window = 0xfff3f3f4,
                    .base = 0xffffffff,
                    .alternate = 0xfff5f6f8,
                    .button = 0xffececee,
                    .text = 0xff1b1d20,
                    .faint = 0xff6a6e75,
                    .link = 0xff0059a8,
                    .highlight = 0xff0067b8,
                    .tip = 0xfffdfdf2});
}

QPalette darkPalette() {
  return paletteOf({.window = 0xff25272b,
                    .base = 0xff1b1d20,
                    .alternate = 0xff22252a,
                    .button = 0xff33363c,
                    .text = 0xffe4e6ea,
                    .faint = 0xff989da6,
                    .link = 0xff6cb8f0,
                    .highlight = 0xff1f6fb0,
                    .tip = 0xff33363c});
}

ColourScheme schemeNamed(const QString& name) {
  if (name == "light") return ColourScheme::Light;
  if (name == "dark") return ColourScheme::Dark;
  return ColourScheme::System;
}

QString nameOf(ColourScheme scheme) {
  switch (scheme) {
    case ColourScheme::Light:
      return "light";
    case ColourScheme::Dark:
      return "dark";
    default:
      return "system";
  }
}

}  // namespace

Appearance::Appearance(QApplication& application)
    : application_(application),
      systemPalette_(QApplication::palette()),
      systemStyle_(QApplication::style()->name()),
      systemFont_(QApplication::font()),
      scheme_(schemeNamed(KeptSettings().value(kSchemeKey).toString())),
      textSize_(std::clamp(KeptSettings().value(kTextSizeKey, 100).toInt(), kSmallestText,
                           kLargestText)) {
  apply();
  askSystem();
}

void Appearance::choose(ColourScheme scheme) {
  if (scheme == scheme_) return;
  scheme_ = scheme;
  KeptSettings().setValue(kSchemeKey, nameOf(scheme));
  apply();
}

void Appearance::chooseTextSize(int percent) {
  percent = std::clamp(percent, kSmallestText, kLargestText);
  if (percent == textSize_) return;
  textSize_ = percent;
  KeptSettings().setValue(kTextSizeKey, percent);
  apply();
}

void Appearance::magnify(int percent) {
  if (percent == magnification_) return;
  magnification_ = percent;
  apply();
}

bool Appearance::dark() const {
  return isDark(QApplication::palette());
}

void Appearance::askSystem() {
  QDBusConnection bus = QDBusConnection::sessionBus();
  if (!bus.isConnected()) return;
  bus.connect(kPortal, kPortalPath, kPortalSettings, "SettingChanged", this,
              SLOT(takeSystemSetting(QString, QString, QDBusVariant)));
  QDBusMessage question =
      QDBusMessage::createMethodCall(kPortal, kPortalPath, kPortalSettings, "Read");
  question << kGroup << kKey;
  auto* answer = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
  connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
    const QDBusPendingReply<QDBusVariant> reply = *answer;
    if (reply.isValid()) takeSystemSetting(kGroup, kKey, reply.value());
    answer->deleteLater();
  });
}

void Appearance::takeSystemSetting(const QString& group, const QString& key,
                                   const QDBusVariant& value) {
  if (group != kGroup || key != kKey) return;
  // Read answers with a variant inside of a variant; the signal has one.
  QVariant setting = value.variant();
  if (setting.canConvert<QDBusVariant>()) setting = setting.value<QDBusVariant>().variant();
  const bool dark = setting.toUInt() == kPrefersDark;
  if (dark == systemIsDark_) return;
  systemIsDark_ = dark;
  if (scheme_ == ColourScheme::System) apply();
}

void Appearance::apply() {
  QFont font = systemFont_;
  font.setPointSizeF(systemFont_.pointSizeF() * textSize_ / 100 * magnification_ / 100);
  if (QApplication::font() != font) QApplication::setFont(font);
  const bool own = scheme_ != ColourScheme::System || (systemIsDark_ && !isDark(systemPalette_));
  const QString style = own ? QString(kStyle) : systemStyle_;
  if (style_ != style) {
    style_ = style;
    const bool fusion = style.compare(kStyle, Qt::CaseInsensitive) == 0;
    QApplication::setStyle(fusion ? new OutlinedStyle : QStyleFactory::create(style));
  }
  if (own) {
    const bool dark = scheme_ != ColourScheme::Light;
    QApplication::setPalette(dark ? darkPalette() : lightPalette());
  } else {
    QApplication::setPalette(systemPalette_);
  }
}

}  // namespace luce::desktop
