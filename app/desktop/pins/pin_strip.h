// The pinned slates as a strip of cards, not there when there are none.
#pragma once

#include <QAction>
#include <QHBoxLayout>
#include <QScrollArea>
#include <vector>

#include "app/desktop/pins/pin_card.h"
#include "app/desktop/pins/pinned_slates.h"

namespace luce::desktop {

class PinStrip : public QScrollArea {
  Q_OBJECT

 public:
  explicit PinStrip(Study& study, QWidget* parent = nullptr);

  /// Pins the shown slate, or takes it away; ticked while it is pinned.
  QAction& pinAction() { return *action_; }
  PinnedSlates& pinned() { return pinned_; }
  const std::vector<PinCard*>& cards() const { return cards_; }
  QSize sizeHint() const override { return {400, 118}; }
  QSize minimumSizeHint() const override { return {100, 100}; }

 private:
  void rebuild();
  void updateAction();

  Study& study_;
  PinnedSlates pinned_;
  QAction* action_;
  QHBoxLayout* layout_;
  std::vector<PinCard*> cards_;
};

}  // namespace luce::desktop
