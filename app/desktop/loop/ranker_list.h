// Which rankers a feedback loop has: every kind there is, to be ticked, and those of the document
// that have a name of their own.
#pragma once

#include <QListWidget>
#include <vector>

#include "core/simulation/feedback/loop_settings.h"

namespace luce::desktop {

class RankerList : public QListWidget {
  Q_OBJECT

 public:
  explicit RankerList(QWidget* parent = nullptr);

  /// Without a signal.
  void showRankers(const std::vector<RankerSettings>& rankers);
  /// The row of a kind; the first where there are several.
  QListWidgetItem* itemOf(const std::string& kind) const;

  QSize sizeHint() const override;

 Q_SIGNALS:
  /// By the person.
  void added(QString kind);
  void removed(int ranker);

 private:
  void take(QListWidgetItem* item);

  std::vector<std::pair<std::string, std::string>> shown_;  ///< kinds and names
};

}  // namespace luce::desktop
