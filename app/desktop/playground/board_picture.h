// The board as a file or on the clipboard, with the scheme above it and what it comes to below.
#pragma once

#include <QFont>
#include <QPalette>
#include <QStringList>
#include <vector>

#include "app/desktop/charts/picture.h"
#include "core/playground/blackboard_slate.h"

namespace luce::desktop {

class BoardPicture : public Picture {
 public:
  /// former: π before, may be empty. words: below the board, a line each. size: in points of the
  /// screen, all text in proportion.
  BoardPicture(BlackboardSlate slate, std::vector<double> former, QStringList words,
               const QSize& size, const QPalette& palette, const QFont& font);

 protected:
  void paint(QPainter& painter) const override;

 private:
  BlackboardSlate slate_;
  std::vector<double> former_;
  QStringList words_;
  QPalette palette_;
  QFont font_;
};

}  // namespace luce::desktop
