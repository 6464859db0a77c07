#include "app/cli/report.h"

#include <filesystem>
#include <ostream>

#include "app/cli/console.h"
#include "app/cli/painter.h"
#include "app/cli/workspace_options.h"
#include "core/common/error.h"
#include "core/common/safe_file.h"
#include "core/export/tensorboard/tensorboard.h"
#include "core/report/compose.h"
#include "core/report/gather.h"
#include "core/report/html.h"

namespace luce::cli {

namespace {

void writePdf(const std::string& workspace, const std::vector<std::string>& runs,
              const std::string& title, const std::string& out) {
  if (!hasPainter()) {
    throw Error(
        "Only the desktop's luce-charts writes PDF, and it is not beside luce-cli. Write HTML, and "
        "let a browser print it.");
  }
  std::vector<std::string> arguments{workspace, "--report", out, "--title", title};
  for (const std::string& run : runs) arguments.insert(arguments.end(), {"--run", run});
  if (runPainter(arguments) != 0) throw Error("The report " + out + " was not written.");
}

}  // namespace

void exportReport(const std::string& workspace, const std::vector<std::string>& runs,
                  const std::string& title, const std::string& out) {
  const std::string ending = std::filesystem::path(out).extension().string();
  if (ending != ".html" && ending != ".pdf") {
    throw CLI::ValidationError("--out", "a report's file ends in .html or .pdf");
  }
  const Workspace opened = openExisting(workspace);
  for (const std::string& run : runs) opened.run(run);  // refuses unknown ones
  if (ending == ".pdf") {
    writePdf(workspace, runs, title, out);
    return;
  }
  const RunReport report = gatherReport(opened, runs, progressLine(), stopToken());
  finishProgressLine();
  const std::string html = reportHtml(composeReport(report, title));
  writeFileSafely(out, [&](std::ostream& file) { file << html; });
}

void exportEvents(const std::string& workspace, const std::vector<std::string>& runs,
                  const std::string& folder) {
  const Workspace opened = openExisting(workspace);
  std::vector<RunRecord> records;
  for (const std::string& run : runs) records.push_back(opened.run(run));
  exportTensorBoard(opened, records, folder, progressLine(), stopToken());
  finishProgressLine();
}

}  // namespace luce::cli
