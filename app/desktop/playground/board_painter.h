// Draws a board: the same on the screen, in a picture and on a page, at any size.
#pragma once

#include <QCoreApplication>
#include <QFont>
#include <QPainter>
#include <QPalette>
#include <optional>
#include <vector>

#include "app/desktop/playground/board_layout.h"

namespace luce::desktop {

struct BoardScene {
  const BlackboardSlate& slate;
  const BlackboardView& view;
  const std::vector<double>& former;    ///< π before; may be empty
  std::optional<BoardSpot> focus = {};  ///< framed
  std::optional<std::size_t> hovered = {};
};

class BoardPainter {
  Q_DECLARE_TR_FUNCTIONS(BoardPainter)

 public:
  /// All must outlive the painter's use.
  BoardPainter(QPainter& painter, const BoardScene& scene, const BoardLayout& layout,
               const QPalette& palette);
  void paint();

 private:
  void paintGrid();
  void paintGutter();
  void paintNames(std::size_t i);
  void paintProbabilities(std::size_t i);
  void paintActions(std::size_t i);
  void paintFacts(std::size_t i);
  void paintScore(std::size_t i);
  void paintPolicies(std::size_t i);
  void paintTrustRegion();
  void paintRatio(std::size_t i);
  void paintFocus();

  /// Lines of text from the top, each with a patch of its colour before it if that is valid.
  struct Line {
    QString text;
    QColor patch = {};
    bool heading = false;
    bool dashed = false;  ///< the patch is an outline
  };
  void paintLines(BoardBand band, const std::vector<Line>& lines);
  void arrow(double x, double from, double length, const QColor& colour, double width);
  void bar(const QRectF& track, double share, const QColor& colour, double number);
  void numberOver(const QRectF& track, double number);

  QPainter& painter_;
  const BoardScene& scene_;
  const BoardLayout& layout_;
  QColor text_, faint_, base_;
  double size_;
};

}  // namespace luce::desktop
