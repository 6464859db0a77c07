#include "app/desktop/playground/board_painter.h"

#include <QPainterPath>
#include <algorithm>
#include <cmath>

#include "app/desktop/playground/board_text.h"
#include "app/desktop/theme.h"
#include "core/objective/scheme.h"

namespace luce::desktop {

namespace {

constexpr double kLine = 1.3;         ///< of the text's size
constexpr double kLeastArrow = 1e-9;  ///< of the longest one
constexpr int kTrackAlpha = 26;
constexpr int kHoverAlpha = 18;
constexpr int kRegionAlpha = 44;

QString named(const std::string& name) {
  return QString::fromStdString(name);
}

}  // namespace

BoardPainter::BoardPainter(QPainter& painter, const BoardScene& scene, const BoardLayout& layout,
                           const QPalette& palette)
    : painter_(painter),
      scene_(scene),
      layout_(layout),
      text_(palette.color(QPalette::Text)),
      faint_(theme::shade(text_, 150)),
      base_(palette.color(QPalette::Base)),
      size_(layout.textSize()) {}

void BoardPainter::paint() {
  painter_.save();
  painter_.setRenderHint(QPainter::Antialiasing);
  paintGrid();
  paintGutter();
  paintTrustRegion();
  for (std::size_t i = 0; i < scene_.slate.candidates.size(); ++i) {
    paintNames(i);
    paintProbabilities(i);
    paintActions(i);
    paintFacts(i);
    paintScore(i);
    paintPolicies(i);
    paintRatio(i);
  }
  paintFocus();
  painter_.restore();
}

void BoardPainter::paintGrid() {
  if (scene_.hovered) {
    painter_.fillRect(layout_.column(*scene_.hovered), theme::shade(theme::kPolicy, kHoverAlpha));
  }
  painter_.setPen(QPen(theme::shade(text_, 45), 1));
  for (const BoardBand band :
       {BoardBand::Probabilities, BoardBand::Score, BoardBand::Policies, BoardBand::Ratio}) {
    const double y = layout_.band(band).top();
    painter_.drawLine(QPointF(layout_.board().left(), y), QPointF(layout_.board().right(), y));
  }
  for (std::size_t i = 0; i < scene_.slate.candidates.size(); ++i) {
    const double x = layout_.column(i).left();
    painter_.drawLine(QPointF(x, layout_.board().top()), QPointF(x, layout_.board().bottom()));
  }
}

void BoardPainter::paintLines(BoardBand band, const std::vector<Line>& lines) {
  const QRectF place = layout_.gutter(band).adjusted(0.3 * size_, 0.15 * size_, -0.3 * size_, 0);
  const double height = std::min(kLine * size_, place.height() / static_cast<double>(lines.size()));
  double y = place.top();
  for (const Line& line : lines) {
    double x = place.left();
    if (line.patch.isValid()) {
      const QRectF patch(x, y + 0.25 * height, 0.5 * height, 0.5 * height);
      if (line.dashed) {
        painter_.setPen(QPen(line.patch, 1.5, Qt::DashLine));
        painter_.setBrush(Qt::NoBrush);
        painter_.drawRect(patch);
      } else {
        painter_.fillRect(patch, line.patch);
      }
      x += 0.75 * height;
    }
    painter_.setPen(line.heading ? text_ : faint_);
    QFont font = painter_.font();
    font.setBold(line.heading);
    painter_.setFont(font);
    drawFitted(painter_, QRectF(x, y, place.right() - x, height), line.text,
               std::min(size_ * (line.heading ? 1.0 : 0.85), height),
               Qt::AlignLeft | Qt::AlignVCenter);
    font.setBold(false);
    painter_.setFont(font);
    y += height;
  }
}

void BoardPainter::paintGutter() {
  const BlackboardSlate& slate = scene_.slate;
  const BoardScales& scales = layout_.scales();
  std::vector<Line> tasks{{tr("Estimator: p"), {}, true}};
  for (std::size_t t = 0; t < slate.tasks.size(); ++t) {
    tasks.push_back({QString("%1 × %2").arg(named(slate.tasks[t].name),
                                            shortNumber(slate.tasks[t].valueWeight)),
                     theme::task(t)});
  }
  paintLines(BoardBand::Probabilities, tasks);
  paintLines(BoardBand::Actions, {{tr("Actions"), {}, true}});
  paintLines(BoardBand::Facts, {{tr("r, A"), {}, true}});
  std::vector<Line> score{{tr("Score s"), {}, true},
                          {tr("steps δ"), text_, false, true},
                          {tr("−∂L/∂s up"), theme::kGain},
                          {tr("−∂L/∂s down"), theme::kLoss}};
  if (slate.objective.klWeight > 0) score.push_back({tr("thin: scheme, KL"), faint_});
  score.push_back({tr("longest: %1").arg(shortNumber(scales.gradient))});
  paintLines(BoardBand::Score, score);
  paintLines(BoardBand::Policies, {{tr("First place"), {}, true},
                                   {tr("π_β logging"), theme::kLogging},
                                   {tr("π policy"), theme::kPolicy},
                                   {tr("π before"), text_, false, true},
                                   {tr("◂ after a step")}});
  const Scheme& scheme = findTrainableScheme(slate.objective.scheme);
  std::vector<Line> ratio{{tr("Ratio ρ"), {}, true}};
  const bool low = std::isfinite(scene_.view.clip.low) && scene_.view.clip.low > 0;
  const bool high = std::isfinite(scene_.view.clip.high);
  if (low || high) {
    ratio.push_back({tr("trusted %1 – %2")
                         .arg(low ? shortNumber(scene_.view.clip.low) : QStringLiteral("0"),
                              high ? shortNumber(scene_.view.clip.high) : QStringLiteral("∞")),
                     theme::shade(theme::kGain, 120)});
  } else {
    ratio.push_back({scheme.description().usesRatio ? tr("no clip") : tr("not used")});
  }
  paintLines(BoardBand::Ratio, ratio);
}

void BoardPainter::paintNames(std::size_t i) {
  const QRectF place = layout_.cell(BoardBand::Name, i);
  const bool drawn = i == scene_.slate.drawn;
  const QString name = named(scene_.slate.candidates[i].name);
  if (drawn) {
    painter_.setPen(Qt::NoPen);
    painter_.setBrush(theme::shade(theme::kLogging, 90));
    painter_.drawRoundedRect(place.adjusted(0, 2, 0, -2), 5, 5);
  }
  painter_.setPen(text_);
  QFont font = painter_.font();
  font.setBold(true);
  painter_.setFont(font);
  drawFitted(painter_, place, drawn ? tr("%1 · drawn").arg(name) : name, 1.1 * size_);
  font.setBold(false);
  painter_.setFont(font);
}

void BoardPainter::bar(const QRectF& track, double share, const QColor& colour, double number) {
  painter_.fillRect(track, theme::shade(text_, kTrackAlpha));
  const double height = std::clamp(share, 0.0, 1.0) * track.height();
  const QRectF filled(track.left(), track.bottom() - height, track.width(), height);
  painter_.fillRect(filled, colour);
  // A grip, so that one sees that it can be taken hold of.
  painter_.fillRect(QRectF(track.left(), filled.top() - 1, track.width(), 2.5), text_);
  numberOver(track, number);
}

void BoardPainter::numberOver(const QRectF& track, double number) {
  painter_.setPen(text_);
  const double line = kLine * size_;
  const double spread = 0.15 * track.width();
  const QRectF place(track.left() - spread, track.top() - line, track.width() + 2 * spread, line);
  drawFitted(painter_, place, fittingNumber(painter_.font(), number, size_, place.width()), size_);
}

void BoardPainter::paintProbabilities(std::size_t i) {
  for (std::size_t t = 0; t < scene_.slate.tasks.size(); ++t) {
    const double probability = scene_.slate.candidates[i].probabilities[t];
    bar(layout_.probabilityTrack(i, t), probability, theme::task(t), probability);
  }
}

void BoardPainter::paintActions(std::size_t i) {
  for (std::size_t t = 0; t < scene_.slate.tasks.size(); ++t) {
    const QRectF place = layout_.toggle(i, t);
    const double radius = 0.4 * std::min(place.width(), place.height());
    const bool happened = scene_.slate.candidates[i].actions[t];
    painter_.setPen(QPen(theme::task(t), std::max(1.5, 0.15 * radius)));
    painter_.setBrush(happened ? QBrush(theme::task(t)) : QBrush(Qt::NoBrush));
    painter_.drawEllipse(place.center(), radius, radius);
    if (!happened) continue;
    QPainterPath tick(place.center() + QPointF(-0.45, 0.05) * radius);
    tick.lineTo(place.center() + QPointF(-0.1, 0.4) * radius);
    tick.lineTo(place.center() + QPointF(0.5, -0.4) * radius);
    painter_.setPen(QPen(Qt::white, std::max(1.5, 0.2 * radius)));
    painter_.setBrush(Qt::NoBrush);
    painter_.drawPath(tick);
  }
}

void BoardPainter::paintFacts(std::size_t i) {
  const BoardCandidateView& seen = scene_.view.candidates[i];
  painter_.setPen(text_);
  const QString facts =
      seen.isRow() ? tr("r %1  A %2").arg(shortNumber(seen.reward), signedNumber(seen.advantage))
                   : tr("no row");
  drawFitted(painter_, layout_.cell(BoardBand::Facts, i), facts, 0.9 * size_);
}

void BoardPainter::arrow(double x, double from, double length, const QColor& colour, double width) {
  if (length == 0) return;
  const double to = from - length;
  const double head = std::min(std::abs(length), 2.2 * width) * (length > 0 ? 1 : -1);
  painter_.setPen(QPen(colour, width, Qt::SolidLine, Qt::FlatCap));
  painter_.drawLine(QPointF(x, from), QPointF(x, to + head));
  painter_.setPen(Qt::NoPen);
  painter_.setBrush(colour);
  const QPointF corners[] = {{x, to}, {x - 1.6 * width, to + head}, {x + 1.6 * width, to + head}};
  painter_.drawPolygon(corners, 3);
}

void BoardPainter::paintScore(std::size_t i) {
  const BoardCandidateView& seen = scene_.view.candidates[i];
  const BlackboardSlate& slate = scene_.slate;
  const QRectF place = layout_.scoreBar(i);
  const double zero = layout_.scoreY(0);
  const QRectF cell = layout_.cell(BoardBand::Score, i);
  painter_.setPen(QPen(theme::shade(text_, 90), 1));
  painter_.drawLine(QPointF(cell.left(), zero), QPointF(cell.right(), zero));
  // What the tasks contribute, upwards and downwards from 0.
  double up = 0, down = 0;
  for (std::size_t t = 0; t < slate.tasks.size(); ++t) {
    const double part = slate.tasks[t].valueWeight * slate.candidates[i].probabilities[t];
    double& from = part > 0 ? up : down;
    const double y1 = layout_.scoreY(from), y2 = layout_.scoreY(from + part);
    painter_.fillRect(QRectF(place.left(), std::min(y1, y2), place.width(), std::abs(y1 - y2)),
                      theme::shade(theme::task(t), 170));
    from += part;
  }
  const double model = layout_.scoreY(seen.modelScore), now = layout_.scoreY(seen.score);
  if (slate.candidates[i].offset != 0) {
    painter_.setPen(QPen(text_, 1.5, Qt::DashLine));
    painter_.setBrush(Qt::NoBrush);
    painter_.drawRect(QRectF(place.left(), std::min(model, now), place.width(),
                             std::max(1.0, std::abs(model - now))));
  }
  painter_.fillRect(QRectF(place.left() - 3, now - 1.5, place.width() + 6, 3), text_);
  painter_.setPen(text_);
  const double line = kLine * size_;
  // Above what stands on the bar, or below it where the score is negative.
  const double highest = std::min({now, model, zero}), lowest = std::max({now, model, zero});
  const bool below = seen.score < 0;
  const double labelTop =
      below ? std::min(lowest + 2, cell.bottom() - line) : std::max(cell.top(), highest - line - 2);
  drawFitted(painter_,
             QRectF(place.left() - 0.1 * place.width(), labelTop, 1.35 * place.width(), line),
             shortNumber(seen.score), size_);

  const double x = layout_.arrowMiddle(i);
  const double width = std::clamp(0.03 * cell.width(), 2.5, 10.0);
  if (slate.objective.klWeight > 0) {
    const auto thin = [&](double gradient, double side) {
      arrow(x + side * 2.6 * width, now, -layout_.arrowLength(gradient),
            gradient < 0 ? theme::shade(theme::kGain, 150) : theme::shade(theme::kLoss, 150),
            0.4 * width);
    };
    thin(seen.schemeGradient, -1);
    thin(seen.klGradient, 1);
  }
  const double pull = -seen.gradient;
  const double length = layout_.arrowLength(pull);
  if (std::abs(pull) <= kLeastArrow * layout_.scales().gradient) {
    painter_.setPen(faint_);
    drawFitted(painter_, QRectF(x - 0.5 * width, now - 0.5 * line, cell.right() - x, line),
               tr("no pull"), 0.8 * size_);
    return;
  }
  arrow(x, now, length, pull > 0 ? theme::kGain : theme::kLoss, width);
  painter_.setPen(text_);
  const double tip = std::clamp(now - length, cell.top() + line, cell.bottom() - line);
  drawFitted(painter_,
             QRectF(x - 0.4 * cell.width() * 0.55, pull > 0 ? tip - line : tip,
                    cell.right() - x + 0.22 * cell.width(), line),
             signedNumber(pull), 0.9 * size_);
}

void BoardPainter::paintPolicies(std::size_t i) {
  const BoardCandidateView& seen = scene_.view.candidates[i];
  const double top = layout_.scales().policy;
  const double propensity = scene_.slate.candidates[i].propensity;
  bar(layout_.propensityTrack(i), propensity / top, theme::kLogging, propensity);
  const QRectF track = layout_.policyTrack(i);
  const auto yOf = [&](double probability) {
    return track.bottom() - std::clamp(probability / top, 0.0, 1.0) * track.height();
  };
  const double now = yOf(seen.policy);
  painter_.fillRect(track, theme::shade(text_, kTrackAlpha));
  painter_.fillRect(QRectF(track.left(), now, track.width(), track.bottom() - now), theme::kPolicy);
  if (!scene_.former.empty()) {
    painter_.setPen(QPen(text_, 1.5, Qt::DashLine));
    painter_.setBrush(Qt::NoBrush);
    const double before = yOf(scene_.former[i]);
    painter_.drawRect(QRectF(track.left() - 2, before, track.width() + 4, track.bottom() - before));
  }
  const double next = yOf(seen.nextPolicy);
  const double reach = 0.7 * size_;
  painter_.setPen(Qt::NoPen);
  painter_.setBrush(text_);
  const QPointF marker[] = {{track.right() + 1, next},
                            {track.right() + reach, next - 0.5 * reach},
                            {track.right() + reach, next + 0.5 * reach}};
  painter_.drawPolygon(marker, 3);
  QFont font = painter_.font();
  font.setBold(true);
  painter_.setFont(font);
  numberOver(track, seen.policy);
  font.setBold(false);
  painter_.setFont(font);
}

void BoardPainter::paintTrustRegion() {
  const QRectF place = layout_.band(BoardBand::Ratio);
  const ClipBounds& clip = scene_.view.clip;
  const double one = layout_.ratioY(1);
  if (std::isfinite(clip.low) || std::isfinite(clip.high)) {
    const double top = std::isfinite(clip.high) ? layout_.ratioY(clip.high) : place.top();
    const double bottom = std::isfinite(clip.low) ? layout_.ratioY(clip.low) : layout_.ratioY(0);
    painter_.fillRect(QRectF(place.left(), top, place.width(), bottom - top),
                      theme::shade(theme::kGain, kRegionAlpha));
  }
  painter_.setPen(QPen(theme::shade(text_, 120), 1));
  painter_.drawLine(QPointF(place.left(), one), QPointF(place.right(), one));
}

void BoardPainter::paintRatio(std::size_t i) {
  const BoardCandidateView& seen = scene_.view.candidates[i];
  const QRectF place = layout_.cell(BoardBand::Ratio, i);
  const double line = kLine * size_;
  const QRectF numbers(place.left(), place.bottom() - line, place.width(), line);
  if (!seen.isRow()) {
    painter_.setPen(faint_);
    drawFitted(painter_, numbers, QStringLiteral("–"), size_);
    return;
  }
  const bool silent = seen.coefficient == 0 && seen.advantage != 0;
  const double one = layout_.ratioY(1), y = layout_.ratioY(seen.ratio);
  const QColor colour = silent ? theme::kReward : text_;
  const double x = place.center().x();
  painter_.setPen(QPen(colour, std::max(2.0, 0.15 * size_)));
  painter_.drawLine(QPointF(x, one), QPointF(x, y));
  painter_.setPen(Qt::NoPen);
  painter_.setBrush(colour);
  painter_.drawEllipse(QPointF(x, y), 0.35 * size_, 0.35 * size_);
  painter_.setPen(text_);
  const QString ratio = QString("ρ %1").arg(shortNumber(seen.ratio));
  drawFitted(painter_, numbers, silent ? tr("%1 silent").arg(ratio) : ratio, size_);
}

void BoardPainter::paintFocus() {
  if (!scene_.focus) return;
  painter_.setPen(QPen(theme::kReward, 2.5));
  painter_.setBrush(Qt::NoBrush);
  painter_.drawRoundedRect(layout_.spotPlace(*scene_.focus).adjusted(-3, -1, 3, 2), 4, 4);
}

}  // namespace luce::desktop
