// A chart's legend whose entries show and hide what they name by a click. Entries are known by
// their names, so that the choice stays while series are replaced by others of the same name.
#pragma once

#include <QAbstractSeries>
#include <QBrush>
#include <QChart>
#include <QLegendMarker>
#include <QObject>
#include <QPen>
#include <map>
#include <set>
#include <vector>

QT_FORWARD_DECLARE_CLASS(QBarSet)

namespace luce::desktop {

class LegendToggles : public QObject {
  Q_OBJECT

 public:
  struct Entry {
    QString name;
    bool shown = true;
    QLegendMarker* marker = nullptr;
  };

  explicit LegendToggles(QChart& chart);

  /// In the legend's order.
  std::vector<Entry> entries() const;
  bool shown(const QString& name) const { return !hidden_.contains(name); }
  void show(const QString& name, bool shown);

  /// The series goes with the entry of this name and has none of its own. An empty name = it is
  /// always shown.
  void tie(QAbstractSeries& series, const QString& name);
  /// Whether there is anything to show of a series; without, it is neither drawn nor in the legend.
  void setOffered(QAbstractSeries& series, bool offered);
  /// After series or the legend's colours changed.
  void refresh();

 Q_SIGNALS:
  void changed();

 private:
  void toggleClicked();
  void dim(QLegendMarker& marker, bool shown);
  void refreshBar(QBarSet& bars, bool shown);
  /// Forgets an object once it is gone.
  void watch(const QObject& object);

  QChart& chart_;
  std::set<QString> hidden_;
  std::set<const QObject*> watched_;
  std::map<const QObject*, QString> tied_;
  std::set<const QObject*> withheld_;
  std::map<const QObject*, QBrush> barBrushes_;  ///< of hidden bars
};

}  // namespace luce::desktop
