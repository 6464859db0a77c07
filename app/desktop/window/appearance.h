// Light or dark, as the desktop has it or as a person chose, and the size of all text.
#pragma once

#include <QApplication>
#include <QDBusVariant>
#include <QFont>
#include <QObject>
#include <QPalette>
#include <QString>

namespace luce::desktop {

enum class ColourScheme { System, Light, Dark };

class Appearance : public QObject {
  Q_OBJECT

 public:
  /// Applies what was chosen before, and follows the desktop's changes from then on.
  explicit Appearance(QApplication& application);

  ColourScheme scheme() const { return scheme_; }
  /// Remembered.
  void choose(ColourScheme scheme);
  /// Of the desktop's own size, from kSmallestText to kLargestText percent. Remembered.
  int textSize() const { return textSize_; }
  void chooseTextSize(int percent);
  /// All text larger for a while, percent of the chosen size: for an audience. Not remembered.
  void magnify(int percent);
  /// Whether what is shown now is dark.
  bool dark() const;

  static constexpr int kSmallestText = 70;
  static constexpr int kLargestText = 250;

 private Q_SLOTS:
  /// The settings portal's signal (XDG Desktop Portal, org.freedesktop.appearance).
  void takeSystemSetting(const QString& group, const QString& key, const QDBusVariant& value);

 private:
  void askSystem();
  void apply();

  QApplication& application_;
  QPalette systemPalette_;
  QString systemStyle_;
  QString style_;  ///< the one in use; empty = the system's as it was
  QFont systemFont_;
  ColourScheme scheme_ = ColourScheme::System;
  bool systemIsDark_ = false;
  int textSize_ = 100;
  int magnification_ = 100;
};

}  // namespace luce::desktop
