// The panels beside the pages: where each stands at first, and back to that.
#pragma once

#include <QDockWidget>
#include <QMainWindow>
#include <vector>

namespace luce::desktop {

class SideDocks {
 public:
  /// From top to bottom at the left, and at the right from Lesson on. Docks of one place share it
  /// as tabs, the first in front.
  enum class Place { Slates, Runs, Judgement, Lesson, Settings };

  explicit SideDocks(QMainWindow& window) : window_(window) {}

  QDockWidget* add(const QString& title, const char* name, QWidget* content, Place place,
                   const QString& help);
  /// Not shown before a person asks for it.
  void hideAtFirst(QDockWidget* dock);
  /// Also puts the window's tool bars back.
  void reset();
  void hideAll();
  const std::vector<QDockWidget*>& all() const { return docks_; }

 private:
  struct Entry {
    QDockWidget* dock;
    Place place;
    bool shown = true;
  };

  void arrange();
  void giveSizes();
  QDockWidget* first(Place place) const;

  QMainWindow& window_;
  QByteArray arranged_;  ///< the window's state after the first reset
  std::vector<Entry> entries_;
  std::vector<QDockWidget*> docks_;
};

}  // namespace luce::desktop
