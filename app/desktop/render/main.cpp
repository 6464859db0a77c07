#include <fmt/format.h>

#include <QApplication>
#include <QCommandLineParser>
#include <QFile>
#include <QFileInfo>

#include "app/desktop/render/estimator_picture.h"
#include "app/desktop/render/loop_pictures.h"
#include "app/desktop/render/run_pictures.h"
#include "app/desktop/render/window_pictures.h"
#include "app/desktop/report/report_pdf.h"
#include "app/version/build_facts.h"
#include "core/common/error.h"
#include "core/report/compose.h"
#include "core/report/gather.h"

namespace {

constexpr int kFailed = 1;
constexpr int kWrongUsage = 2;

std::string readStudy(const QString& name) {
  QFile file(name);
  if (!file.open(QIODevice::ReadOnly)) {
    throw luce::Error(fmt::format("{}: {}.", name.toStdString(), file.errorString().toStdString()));
  }
  return file.readAll().toStdString();
}

}  // namespace

int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  QApplication application(argc, argv);
  QApplication::setApplicationName("luce-charts");
  QApplication::setApplicationVersion(QString::fromStdString(luce::programVersion()));

  QCommandLineParser parser;
  parser.setApplicationDescription(
      "Draws a run's charts as slate.png, ratios.png, held_out.png and losses.png, or the result "
      "of \"luce-cli estimators --out\" as estimators.png, or every panel of the window, or "
      "feedback loops as NAME_reward_per_user and NAME_regret, .png and .svg, or a report of runs "
      "as PDF.");
  parser.addHelpOption();
  parser.addVersionOption();
  parser.addPositionalArgument("workspace", "Workspace file; only with --run", "[workspace]");
  const QCommandLineOption estimators("estimators", "The study of estimators to draw.", "file");
  const QCommandLineOption window("window", "Draw the window's panels on the sample log.");
  const QCommandLineOption loop(
      "loop", "A feedback loop's document to play and draw; may be given several times.", "file");
  const QCommandLineOption results(
      "loop-results",
      "What \"luce-cli simulate LOOP.json --json\" printed, to draw; may be given several times.",
      "file");
  const QCommandLineOption run("run", "The run to draw; of a report several times.", "name");
  const QCommandLineOption report("report", "Write a report of the runs into this PDF.", "file");
  const QCommandLineOption title("title", "Of the report; standard: the runs' names.", "text");
  const QCommandLineOption out("out", "Folder for the pictures.", "folder", ".");
  const QCommandLineOption slate(
      "slate", "The slate to draw; standard: the first held-out one with a reward.", "key");
  const QCommandLineOption width("width", "Width of a picture in pixels.", "pixels", "1200");
  const QCommandLineOption height("height", "Height of a picture in pixels.", "pixels", "675");
  parser.addOptions(
      {run, report, title, estimators, window, loop, results, out, slate, width, height});
  if (!parser.parse(QApplication::arguments())) {
    fmt::print(stderr, "{}\n", parser.errorText().toStdString());
    return kWrongUsage;
  }
  if (parser.isSet("help")) parser.showHelp();
  if (parser.isSet("version")) {
    fmt::print("{}\n", luce::versionText("luce-charts", {{"Qt", qVersion()}}));
    return 0;
  }
  const QSize size(parser.value(width).toInt(), parser.value(height).toInt());
  const bool study = parser.isSet(estimators);
  const bool drawsWindow = parser.isSet(window);
  const bool workspaceGiven = parser.positionalArguments().size() == 1 && parser.isSet(run);
  const bool nothingGiven = parser.positionalArguments().isEmpty() && !parser.isSet(run);
  const bool loops = parser.isSet(loop) || parser.isSet(results);
  const int without = (study ? 1 : 0) + (drawsWindow ? 1 : 0) + (loops ? 1 : 0);
  const bool understood = without > 0 ? nothingGiven && without == 1 : workspaceGiven;
  if (!understood || size.isEmpty()) {
    fmt::print(stderr, "{}", parser.helpText().toStdString());
    return kWrongUsage;
  }
  try {
    const QDir folder(parser.value(out));
    if (!folder.mkpath(".")) {
      throw luce::Error(fmt::format("The folder {} cannot be made.", folder.path().toStdString()));
    }
    if (drawsWindow) {
      luce::desktop::drawWindow(application, folder, size);
      return 0;
    }
    if (loops) {
      for (const QString& file : parser.values(loop)) luce::desktop::drawLoop(file, folder, size);
      for (const QString& file : parser.values(results)) {
        luce::desktop::drawLoopResults(file, folder, size);
      }
      return 0;
    }
    if (study) {
      luce::desktop::drawEstimatorStudy(readStudy(parser.value(estimators)),
                                        folder.filePath("estimators.png"), size);
      return 0;
    }
    const QString file = parser.positionalArguments().front();
    if (!QFileInfo::exists(file)) {
      throw luce::Error(fmt::format("There is no workspace {}.", file.toStdString()));
    }
    std::optional<std::string> key;
    if (parser.isSet(slate)) key = parser.value(slate).toStdString();
    const luce::Workspace workspace = luce::Workspace::open(file.toStdString(), luce::Access::Read);
    if (parser.isSet(report)) {
      std::vector<std::string> runs;
      for (const QString& name : parser.values(run)) runs.push_back(name.toStdString());
      luce::desktop::writeReportPdf(luce::composeReport(luce::gatherReport(workspace, runs),
                                                        parser.value(title).toStdString()),
                                    parser.value(report));
      return 0;
    }
    luce::desktop::drawRun(workspace, parser.value(run).toStdString(), key, folder, size);
  } catch (const std::exception& error) {
    fmt::print(stderr, "{}\n", error.what());
    return kFailed;
  }
  return 0;
}
