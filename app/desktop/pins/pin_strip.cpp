#include "app/desktop/pins/pin_strip.h"

#include <algorithm>

namespace luce::desktop {

PinStrip::PinStrip(Study& study, QWidget* parent)
    : QScrollArea(parent),
      study_(study),
      pinned_(study),
      action_(new QAction(tr("&Pin"), this)),
      layout_(new QHBoxLayout) {
  action_->setCheckable(true);
  action_->setShortcut(QKeySequence(tr("Ctrl+D")));
  action_->setToolTip(tr("Keep the shown slate in view (Ctrl+D)"));
  action_->setWhatsThis(
      tr("Pins the shown slate to the strip of cards, which follow training and sliders. Pinned "
         "slates are remembered with the dataset."));
  auto* cards = new QWidget;
  layout_->setContentsMargins(4, 2, 4, 2);
  layout_->setSpacing(6);
  layout_->addStretch();
  cards->setLayout(layout_);
  setWidget(cards);
  setWidgetResizable(true);
  setFrameShape(QFrame::NoFrame);
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setFocusPolicy(Qt::NoFocus);
  setAccessibleName(tr("Pinned slates"));
  setVisible(false);
  connect(action_, &QAction::triggered, this, [this](bool pin) {
    if (!study_.slate()) return;
    if (pin) {
      pinned_.pin(*study_.slate());
    } else {
      pinned_.unpin(*study_.slate());
    }
    updateAction();
  });
  connect(&pinned_, &PinnedSlates::changed, this, &PinStrip::rebuild);
  connect(&study_, &Study::slateChanged, this, &PinStrip::updateAction);
  connect(&study_, &Study::pinnedViewed, this,
          [this](const std::shared_ptr<const std::vector<SlateView>>& views) {
            for (const SlateView& view : *views) {
              for (PinCard* card : cards_) {
                if (card->slate() == view.slate) card->show(view);
              }
            }
          });
  updateAction();
}

void PinStrip::rebuild() {
  for (PinCard* card : cards_) {
    // Deleted later: the click that asked for it may still be under way.
    card->hide();
    card->deleteLater();
  }
  cards_.clear();
  for (const std::uint32_t slate : pinned_.slates()) {
    const std::string key(study_.dataset()->table->slateKey(slate));
    auto* card = new PinCard(slate, QString::fromStdString(key));
    layout_->insertWidget(layout_->count() - 1, card);
    connect(card, &PinCard::chosen, this, [this, slate] { study_.showSlate(slate); });
    connect(card, &PinCard::unpinAsked, this, [this, slate] { pinned_.unpin(slate); });
    cards_.push_back(card);
  }
  setVisible(!cards_.empty());
  updateAction();
}

void PinStrip::updateAction() {
  const std::optional<std::uint32_t> slate = study_.slate();
  const bool pinned = slate && pinned_.contains(*slate);
  action_->setChecked(pinned);
  action_->setEnabled(slate && (pinned || !pinned_.full()));
  for (PinCard* card : cards_) card->setCurrent(slate && card->slate() == *slate);
}

}  // namespace luce::desktop
