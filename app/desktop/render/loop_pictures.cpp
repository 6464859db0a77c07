#include "app/desktop/render/loop_pictures.h"

#include <fmt/format.h>

#include <QApplication>
#include <QFile>
#include <QFileInfo>

#include "app/desktop/loop/loop_chart.h"
#include "app/desktop/loop/loop_words.h"
#include "core/common/error.h"
#include "core/simulation/feedback/feedback_loop.h"

namespace luce::desktop {

namespace {

std::string textOf(const QString& name) {
  QFile file(name);
  if (!file.open(QIODevice::ReadOnly)) {
    throw Error(fmt::format("{}: {}.", name.toStdString(), file.errorString().toStdString()));
  }
  return file.readAll().toStdString();
}

void draw(const std::shared_ptr<const LoopView>& view, const AudienceSettings& audience,
          const QString& name, const QDir& folder, QSize size) {
  for (const char* measure : {"reward_per_user", "regret"}) {
    LoopChart chart(measure);
    chart.setHeading(QString("%1: %2").arg(nameOf(audience), titleOf(findLoopMeasure(measure))));
    chart.resize(size);
    chart.show(view);
    chart.QWidget::show();
    chart.bringUpToDate();
    QApplication::processEvents();
    const QString file = folder.filePath(QString("%1_%2").arg(name, measure));
    const ChartPicture picture = chart.picture();
    picture.writePng((file + ".png").toStdString());
    picture.writeSvg((file + ".svg").toStdString());
  }
}

}  // namespace

void drawLoop(const QString& document, const QDir& folder, QSize size) {
  const LoopSettings settings = loopFromJson(textOf(document));
  FeedbackLoop loop(settings);
  while (!loop.finished()) {
    loop.playRound();
    fmt::print(stderr, "{}: round {} of {}\n", document.toStdString(), loop.roundsPlayed(),
               settings.rounds);
  }
  const auto view = std::make_shared<const LoopView>(
      summariseLoop(shownRankers(settings), settings.rounds, settings.seeds, loop.points(), 0));
  draw(view, settings.audience, QFileInfo(document).completeBaseName(), folder, size);
}

void drawLoopResults(const QString& results, const QDir& folder, QSize size) {
  const LoopResults read = loopResultsFromJson(textOf(results));
  draw(std::make_shared<const LoopView>(read.view), read.audience,
       QFileInfo(results).completeBaseName(), folder, size);
}

}  // namespace luce::desktop
