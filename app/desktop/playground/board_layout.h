// Where everything of a board stands, and what lies under a point. One column a candidate, below
// each other: name, p of the tasks, actions, reward and advantage, score with its arrow, π_β beside
// π, ρ. Sizes follow the board's, text too.
#pragma once

#include <QRectF>
#include <cstddef>
#include <optional>
#include <vector>

#include "core/playground/blackboard_slate.h"
#include "core/playground/blackboard_view.h"

namespace luce::desktop {

/// What a person can set on the board, of a candidate.
enum class BoardQuantity { Drawn, Probability, Action, Offset, Propensity };

struct BoardSpot {
  std::size_t candidate = 0;
  BoardQuantity quantity = BoardQuantity::Probability;
  std::size_t task = 0;  ///< of Probability and Action
  bool operator==(const BoardSpot&) const = default;
};

enum class BoardBand { Name, Probabilities, Actions, Facts, Score, Policies, Ratio };

/// What the ends of the axes stand for: chosen in round steps, so that they hardly move while
/// something is dragged.
struct BoardScales {
  double scoreLow = 0, scoreHigh = 1;
  double gradient = 1;  ///< |∂L/∂s| of the longest arrow
  double policy = 1;    ///< probability at the top of π and π_β
  double decades = 1;   ///< of ρ on either side of 1
};
BoardScales scalesFor(const BlackboardView& view, const std::vector<double>& former,
                      const BlackboardSlate& slate);
/// The smallest of 1, 1.5, 2, 3, 5, 7 times a power of ten that is no less.
double roundedUp(double value);

class BoardLayout {
 public:
  BoardLayout(const QRectF& place, std::size_t candidates, std::size_t tasks,
              const BoardScales& scales);

  const BoardScales& scales() const { return scales_; }
  double textSize() const { return textSize_; }  ///< pixels
  QRectF board() const { return place_; }
  QRectF gutter(BoardBand band) const;  ///< left of the columns
  QRectF band(BoardBand band) const;    ///< across the columns
  QRectF column(std::size_t candidate) const;
  QRectF cell(BoardBand band, std::size_t candidate) const;

  /// A bar's place from 0 to the top of its scale; its number stands above the bar.
  QRectF probabilityTrack(std::size_t candidate, std::size_t task) const;
  QRectF toggle(std::size_t candidate, std::size_t task) const;
  QRectF propensityTrack(std::size_t candidate) const;
  QRectF policyTrack(std::size_t candidate) const;
  /// Where the score's bar stands, and the middle of its arrows.
  QRectF scoreBar(std::size_t candidate) const;
  double arrowMiddle(std::size_t candidate) const;
  double scoreY(double score) const;
  double arrowLength(double gradient) const;  ///< > 0: downwards, as on the screen
  double ratioY(double ratio) const;          ///< within the band, however far the ratio

  /// What a press there takes hold of.
  std::optional<BoardSpot> spotAt(const QPointF& point) const;
  std::optional<std::size_t> candidateAt(const QPointF& point) const;
  QRectF spotPlace(const BoardSpot& spot) const;
  /// What a bar dragged to this height says; not limited.
  double probabilityAt(const BoardSpot& spot, double y) const;
  /// Score a pixel upwards.
  double scorePerPixel() const;

 private:
  QRectF bar(const QRectF& cell, std::size_t number, std::size_t count) const;

  QRectF place_;
  std::size_t candidates_, tasks_;
  BoardScales scales_;
  double gutterWidth_, columnWidth_, textSize_;
};

}  // namespace luce::desktop
