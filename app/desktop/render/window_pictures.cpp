#include "app/desktop/render/window_pictures.h"

#include <fmt/format.h>

#include <QElapsedTimer>
#include <QEventLoop>
#include <QHash>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTimer>
#include <algorithm>
#include <functional>
#include <utility>

#include "app/desktop/lessons/lesson_desk.h"
#include "app/desktop/lessons/lesson_panel.h"
#include "app/desktop/main_window.h"
#include "app/desktop/playground/playground_window.h"
#include "app/desktop/sample_log.h"
#include "app/desktop/window/command_palette.h"
#include "core/common/error.h"

namespace luce::desktop {

namespace {

constexpr qint64 kPatience = 300'000;  // ms
constexpr int kRest = 1500;            // ms for what is computed once a page is looked at
constexpr int kPoll = 20;              // ms

void rest(int milliseconds) {
  QEventLoop loop;
  QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
  loop.exec();
}

void waitUntil(const char* what, const std::function<bool()>& reached) {
  QElapsedTimer watch;
  watch.start();
  while (!reached()) {
    if (watch.elapsed() > kPatience) throw Error(fmt::format("Waited in vain for {}.", what));
    rest(kPoll);
  }
}

/// With the 256 colours that occur most: a window is mostly flat, so that hardly a difference can
/// be seen in a file of a quarter of the size.
QImage inFewColours(const QImage& picture) {
  constexpr qsizetype kColours = 256;
  QHash<QRgb, int> counts;
  for (int y = 0; y < picture.height(); ++y) {
    for (int x = 0; x < picture.width(); ++x) ++counts[picture.pixel(x, y)];
  }
  QList<QRgb> colours = counts.keys();
  std::sort(colours.begin(), colours.end(),
            [&](QRgb a, QRgb b) { return std::pair(counts[a], a) > std::pair(counts[b], b); });
  if (colours.size() > kColours) colours.resize(kColours);
  return picture.convertToFormat(QImage::Format_Indexed8, colours,
                                 Qt::ThresholdDither | Qt::AvoidDither);
}

void save(QWidget& widget, const QDir& folder, const QString& name) {
  const QString file = folder.filePath(name + ".png");
  const QImage picture =
      inFewColours(widget.grab().toImage().convertToFormat(QImage::Format_RGB32));
  if (!picture.save(file, "PNG", 0)) {
    throw Error(fmt::format("The picture {} cannot be written.", file.toStdString()));
  }
}

/// The sample log with an aligned run.
void prepare(MainWindow& window) {
  Study& study = window.study();
  QString failure;
  QObject::connect(&study, &Study::failed, &window,
                   [&failure](const Failure& told) { failure = told.title + ": " + told.text; });
  const auto wait = [&](const char* what, const std::function<bool()>& reached) {
    waitUntil(what, [&] { return !failure.isEmpty() || reached(); });
    if (!failure.isEmpty()) throw Error(failure.toStdString());
  };
  window.openSample();
  wait("the sample log", [&] { return study.dataset() != nullptr && !study.busy(); });
  window.trainAction().trigger();
  wait("the training", [&] { return study.run() != nullptr && !study.busy(); });
  study.showSlate(study.run()->predictions->slates.front());
}

/// A short feedback loop, played to its end.
void playLoop(MainWindow& window) {
  const LoopSettings settings = loopFromJson(R"({
    "audience": {"preset": "clickbait", "users": 600}, "rounds": 10, "seeds": 3,
    "rankers": [{"kind": "random"}, {"kind": "supervised"}, {"kind": "ips"}, {"kind": "oracle"},
                {"kind": "oracle", "name": "Oracle, patient",
                 "value_weights": {"long_view": 1, "like": 4}}]})");
  LoopPlayer& player = window.feedbackLoop().player();
  window.feedbackLoop().document().change(settings, QStringLiteral("picture"));
  player.begin(settings);
  player.play();
  waitUntil("the feedback loop", [&] { return player.state() == LoopPlayer::State::Finished; });
}

void drawLesson(MainWindow& window, const QDir& folder, const QString& theme) {
  LessonDesk& desk = window.lessons();
  desk.begin("4-clipping");
  desk.player().goTo(2);
  desk.panel().setUpButton().click();
  desk.showControl(desk.player().current().show);
  rest(kRest);
  save(window, folder, "lesson_" + theme);
  desk.player().end();
  desk.dock().close();
}

void drawPlayground(const QDir& folder, QSize size, const QString& theme) {
  PlaygroundWindow playground;
  playground.resize(size);
  playground.show();
  rest(kRest);
  save(playground, folder, "playground_" + theme);
  playground.close();
}

void drawPages(MainWindow& window, const QDir& folder, const QString& theme) {
  static const std::vector<const char*> names{"study",  "data",    "evaluation",
                                              "tuning", "what_if", "feedback_loop"};
  for (int page = 0; page < window.tabs().count(); ++page) {
    window.tabs().setCurrentIndex(page);
    rest(kRest);
    save(window, folder, QString("%1_%2").arg(names.at(static_cast<std::size_t>(page)), theme));
  }
  window.tabs().setCurrentIndex(0);
}

}  // namespace

void drawWindow(QApplication& application, const QDir& folder, QSize size) {
  const QTemporaryDir home;
  if (!home.isValid()) throw Error("There is no room for temporary files.");
  for (const char* variable : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"}) {
    qputenv(variable, home.path().toUtf8());
  }
  Appearance appearance(application);
  MainWindow window(&appearance);
  window.resize(size);
  window.show();
  appearance.choose(ColourScheme::Light);
  rest(kRest);
  save(window, folder, "start_light");
  prepare(window);
  playLoop(window);
  for (const auto& [scheme, theme] :
       {std::pair(ColourScheme::Light, "light"), std::pair(ColourScheme::Dark, "dark")}) {
    appearance.choose(scheme);
    drawPages(window, folder, theme);
    drawLesson(window, folder, theme);
    drawPlayground(folder, size, theme);
  }
  CommandPalette palette(window.actions().commands(), &window);
  palette.show();
  rest(kRest);
  save(palette, folder, "commands_dark");
  palette.close();
  window.close();
}

}  // namespace luce::desktop
