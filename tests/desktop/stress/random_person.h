// Does at random what a person can do: clicks, drags, wheel, keys and commands on whatever is
// shown. The same seed makes the same choices as long as the window is the same.
#pragma once

#include <QWidget>
#include <random>

#include "app/desktop/main_window.h"

namespace luce::desktop {

class RandomPerson {
 public:
  RandomPerson(MainWindow& window, std::uint64_t seed);

  /// One deed. File dialogs of the toolkit are only cancelled.
  void act();
  int deeds() const { return deeds_; }
  /// In words, for a report.
  QString latest() const { return latest_; }

 private:
  QWidget* chooseRoot();
  QWidget* choosePart(QWidget& root);
  QPoint anywhere(const QWidget& widget);
  void useMouse(QWidget& widget);
  void useKeys(QWidget& widget);
  void useCommand();
  int upTo(int count);

  MainWindow& window_;
  std::mt19937_64 random_;
  int deeds_ = 0;
  QString latest_;
};

}  // namespace luce::desktop
