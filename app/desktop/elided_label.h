// A line of text that ends in "…" where its room is too small; what it says in full is its tip.
#pragma once

#include <QLabel>

namespace luce::desktop {

class ElidedLabel : public QLabel {
  Q_OBJECT

 public:
  explicit ElidedLabel(const QString& text = {}, QWidget* parent = nullptr);

  /// Narrow, so that numbers beside it keep their room.
  QSize minimumSizeHint() const override;
  /// Whether some of the text is not to be seen.
  bool elided() const;

 protected:
  bool event(QEvent* event) override;
  /// Rich text is drawn as by any label.
  void paintEvent(QPaintEvent* event) override;

 private:
  bool plain() const;
};

}  // namespace luce::desktop
