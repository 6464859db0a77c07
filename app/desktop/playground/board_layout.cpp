#include "app/desktop/playground/board_layout.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace luce::desktop {

namespace {

constexpr double kGutterShare = 0.135;
constexpr double kNarrowestGutter = 96;
constexpr double kTextOfHeight = 1.0 / 42;
constexpr double kTextOfColumn = 1.0 / 6.5;
constexpr double kSmallestText = 9;
constexpr double kArrowShare = 0.3;  ///< of the score's band: the longest arrow
constexpr double kRoomAbove = 0.34;  ///< of the score's band, over the bars
constexpr double kRoomBelow = 0.22;
constexpr double kColumnPadding = 0.05;  ///< of a column
constexpr double kBarGap = 0.12;         ///< of a bar's place
constexpr double kLineHeight = 1.35;     ///< of the text's size
constexpr double kMostDecades = 7;
constexpr double kLeastPolicyScale = 0.25;
constexpr double kFull = 0.95;  ///< of a scale: beyond it the next larger one is taken
constexpr double kLeastGradient = 1e-12;

/// Ends of the bands from the top, as shares of the height, in the order of BoardBand.
constexpr std::array<double, 8> kBandEnds{0, 0.055, 0.25, 0.31, 0.35, 0.635, 0.86, 1};

}  // namespace

double roundedUp(double value) {
  if (!(value > 0)) return 1;
  const double power = std::pow(10, std::floor(std::log10(value)));
  for (const double step : {1.0, 1.5, 2.0, 3.0, 5.0, 7.0}) {
    if (value <= step * power * (1 + 1e-9)) return step * power;
  }
  return 10 * power;
}

BoardScales scalesFor(const BlackboardView& view, const std::vector<double>& former,
                      const BlackboardSlate& slate) {
  BoardScales scales;
  double low = 0, high = 0, steepest = 0, likeliest = 0, decades = 1;
  for (const BoardCandidateView& seen : view.candidates) {
    low = std::min({low, seen.score, seen.modelScore});
    high = std::max({high, seen.score, seen.modelScore});
    for (const double part : {seen.gradient, seen.schemeGradient, seen.klGradient}) {
      steepest = std::max(steepest, std::abs(part));
    }
    likeliest = std::max({likeliest, seen.policy, seen.nextPolicy});
    if (seen.ratio > 0) decades = std::max(decades, std::abs(std::log10(seen.ratio)));
  }
  for (const double policy : former) likeliest = std::max(likeliest, policy);
  for (const BoardCandidate& candidate : slate.candidates) {
    likeliest = std::max(likeliest, candidate.propensity);
  }
  scales.scoreLow = low < 0 ? -roundedUp(-low) : 0;
  scales.scoreHigh = high > 0 || low == 0 ? roundedUp(high) : 0;
  scales.gradient = steepest > kLeastGradient ? roundedUp(steepest) : 1;
  scales.policy = 1;
  while (scales.policy > kLeastPolicyScale && likeliest <= kFull * scales.policy / 2) {
    scales.policy /= 2;
  }
  scales.decades = std::min(kMostDecades, std::ceil(decades - 1e-9));
  return scales;
}

BoardLayout::BoardLayout(const QRectF& place, std::size_t candidates, std::size_t tasks,
                         const BoardScales& scales)
    : place_(place), candidates_(candidates), tasks_(tasks), scales_(scales) {
  gutterWidth_ = std::max(kNarrowestGutter, kGutterShare * place.width());
  columnWidth_ = std::max(1.0, (place.width() - gutterWidth_) /
                                   static_cast<double>(std::max<std::size_t>(1, candidates)));
  textSize_ = std::max(kSmallestText, std::min(kTextOfHeight * place.height(),
                                               std::max(kTextOfColumn * columnWidth_,
                                                        0.6 * kTextOfHeight * place.height())));
}

QRectF BoardLayout::band(BoardBand band) const {
  const auto number = static_cast<std::size_t>(band);
  const double top = place_.top() + kBandEnds[number] * place_.height();
  const double bottom = place_.top() + kBandEnds[number + 1] * place_.height();
  return {place_.left() + gutterWidth_, top, place_.width() - gutterWidth_, bottom - top};
}

QRectF BoardLayout::gutter(BoardBand which) const {
  const QRectF across = band(which);
  return {place_.left(), across.top(), gutterWidth_, across.height()};
}

QRectF BoardLayout::column(std::size_t candidate) const {
  return {place_.left() + gutterWidth_ + static_cast<double>(candidate) * columnWidth_,
          place_.top(), columnWidth_, place_.height()};
}

QRectF BoardLayout::cell(BoardBand which, std::size_t candidate) const {
  const double padding = kColumnPadding * columnWidth_;
  return band(which).intersected(column(candidate)).adjusted(padding, 0, -padding, 0);
}

QRectF BoardLayout::bar(const QRectF& cell, std::size_t number, std::size_t count) const {
  const double width = cell.width() / static_cast<double>(count);
  const double line = kLineHeight * textSize_;
  return QRectF(cell.left() + static_cast<double>(number) * width, cell.top() + line, width,
                std::max(1.0, cell.height() - 1.3 * line))
      .adjusted(kBarGap * width, 0, -kBarGap * width, 0);
}

QRectF BoardLayout::probabilityTrack(std::size_t candidate, std::size_t task) const {
  return bar(cell(BoardBand::Probabilities, candidate), task, tasks_);
}

QRectF BoardLayout::toggle(std::size_t candidate, std::size_t task) const {
  const QRectF place = cell(BoardBand::Actions, candidate);
  const double width = place.width() / static_cast<double>(tasks_);
  return {place.left() + static_cast<double>(task) * width, place.top(), width, place.height()};
}

QRectF BoardLayout::propensityTrack(std::size_t candidate) const {
  return bar(cell(BoardBand::Policies, candidate), 0, 2);
}

QRectF BoardLayout::policyTrack(std::size_t candidate) const {
  return bar(cell(BoardBand::Policies, candidate), 1, 2);
}

QRectF BoardLayout::scoreBar(std::size_t candidate) const {
  const QRectF place = cell(BoardBand::Score, candidate);
  return {place.left() + 0.06 * place.width(), place.top(), 0.34 * place.width(), place.height()};
}

double BoardLayout::arrowMiddle(std::size_t candidate) const {
  const QRectF place = cell(BoardBand::Score, candidate);
  return place.left() + 0.6 * place.width();
}

double BoardLayout::scoreY(double score) const {
  const QRectF place = band(BoardBand::Score);
  const double share = (score - scales_.scoreLow) / (scales_.scoreHigh - scales_.scoreLow);
  return place.bottom() - (kRoomBelow + share * (1 - kRoomAbove - kRoomBelow)) * place.height();
}

double BoardLayout::scorePerPixel() const {
  const double height = (1 - kRoomAbove - kRoomBelow) * band(BoardBand::Score).height();
  return (scales_.scoreHigh - scales_.scoreLow) / height;
}

double BoardLayout::arrowLength(double gradient) const {
  return gradient / scales_.gradient * kArrowShare * band(BoardBand::Score).height();
}

double BoardLayout::ratioY(double ratio) const {
  const QRectF place = band(BoardBand::Ratio);
  const double half = 0.5 * place.height() - kLineHeight * textSize_ * 0.5;
  const double middle = place.top() + half + 2;
  const double decades =
      ratio > 0 ? std::clamp(std::log10(ratio) / scales_.decades, -1.0, 1.0) : -1.0;
  return middle - decades * (half - 2);
}

std::optional<std::size_t> BoardLayout::candidateAt(const QPointF& point) const {
  for (std::size_t i = 0; i < candidates_; ++i) {
    if (column(i).contains(point)) return i;
  }
  return std::nullopt;
}

std::optional<BoardSpot> BoardLayout::spotAt(const QPointF& point) const {
  const std::optional<std::size_t> candidate = candidateAt(point);
  if (!candidate) return std::nullopt;
  const auto within = [&](BoardBand which) { return band(which).contains(point); };
  if (within(BoardBand::Name)) return BoardSpot{*candidate, BoardQuantity::Drawn};
  const QRectF place = cell(BoardBand::Probabilities, *candidate);
  const double share = std::clamp((point.x() - place.left()) / place.width(), 0.0, 0.999);
  const auto task = static_cast<std::size_t>(share * static_cast<double>(tasks_));
  if (within(BoardBand::Probabilities)) {
    return BoardSpot{*candidate, BoardQuantity::Probability, task};
  }
  if (within(BoardBand::Actions)) return BoardSpot{*candidate, BoardQuantity::Action, task};
  if (within(BoardBand::Score)) return BoardSpot{*candidate, BoardQuantity::Offset};
  if (within(BoardBand::Policies) && point.x() < policyTrack(*candidate).left()) {
    return BoardSpot{*candidate, BoardQuantity::Propensity};
  }
  return std::nullopt;
}

QRectF BoardLayout::spotPlace(const BoardSpot& spot) const {
  const double line = kLineHeight * textSize_;
  switch (spot.quantity) {
    case BoardQuantity::Drawn:
      return cell(BoardBand::Name, spot.candidate);
    case BoardQuantity::Probability:
      return probabilityTrack(spot.candidate, spot.task).adjusted(0, -line, 0, 0);
    case BoardQuantity::Action:
      return toggle(spot.candidate, spot.task);
    case BoardQuantity::Offset:
      return cell(BoardBand::Score, spot.candidate);
    case BoardQuantity::Propensity:
      break;
  }
  return propensityTrack(spot.candidate).adjusted(0, -line, 0, 0);
}

double BoardLayout::probabilityAt(const BoardSpot& spot, double y) const {
  const bool propensity = spot.quantity == BoardQuantity::Propensity;
  const QRectF track =
      propensity ? propensityTrack(spot.candidate) : probabilityTrack(spot.candidate, spot.task);
  return (track.bottom() - y) / track.height() * (propensity ? scales_.policy : 1);
}

}  // namespace luce::desktop
