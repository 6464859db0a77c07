#include "app/desktop/playground/board_picture.h"

#include <QCoreApplication>

#include "app/desktop/playground/board_painter.h"
#include "app/desktop/playground/board_text.h"
#include "core/playground/blackboard_view.h"

namespace luce::desktop {

namespace {

constexpr double kMargin = 10;
constexpr double kHeadOfHeight = 1.0 / 26;
constexpr double kWordsOfHeight = 1.0 / 36;
constexpr double kLine = 1.35;

QString headingOf(const BlackboardSlate& slate) {
  const SchemeDescription& description = findTrainableScheme(slate.objective.scheme).description();
  return QCoreApplication::translate("BoardPicture", "%1:  %2  (rows: %3, τ = %4, η = %5)")
      .arg(QString::fromStdString(description.title), QString::fromStdString(description.formula),
           QString::fromStdString(toString(slate.objective.rows)), shortNumber(slate.temperature),
           shortNumber(slate.stepSize));
}

}  // namespace

BoardPicture::BoardPicture(BlackboardSlate slate, std::vector<double> former, QStringList words,
                           const QSize& size, const QPalette& palette, const QFont& font)
    : Picture(headingOf(slate), words.join('\n'), size),
      slate_(std::move(slate)),
      former_(std::move(former)),
      words_(std::move(words)),
      palette_(palette),
      font_(font) {}

void BoardPicture::paint(QPainter& painter) const {
  const QRectF page(QPointF(0, 0), QSizeF(size()));
  painter.fillRect(page, palette_.base());
  painter.setFont(font_);
  painter.setPen(palette_.color(QPalette::Text));
  const double head = kHeadOfHeight * page.height(), line = kWordsOfHeight * page.height();
  const QRectF inside = page.adjusted(kMargin, kMargin, -kMargin, -kMargin);
  drawFitted(painter, QRectF(inside.left(), inside.top(), inside.width(), kLine * head), title(),
             head, Qt::AlignLeft | Qt::AlignVCenter);
  const double wordsHeight = kLine * line * static_cast<double>(words_.size());
  for (qsizetype i = 0; i < words_.size(); ++i) {
    drawFitted(
        painter,
        QRectF(inside.left(), inside.bottom() - wordsHeight + static_cast<double>(i) * kLine * line,
               inside.width(), kLine * line),
        words_[i], line, Qt::AlignLeft | Qt::AlignVCenter);
  }
  const BlackboardView view = viewOf(slate_);
  const BoardScene scene{slate_, view, former_};
  const BoardLayout layout(inside.adjusted(0, 1.5 * head + kMargin, 0, -wordsHeight - kMargin),
                           slate_.candidates.size(), slate_.tasks.size(),
                           scalesFor(view, former_, slate_));
  BoardPainter(painter, scene, layout, palette_).paint();
}

}  // namespace luce::desktop
