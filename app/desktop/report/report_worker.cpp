#include "app/desktop/report/report_worker.h"

#include <ostream>

#include "app/desktop/report/report_pdf.h"
#include "app/desktop/study/post.h"
#include "core/common/error.h"
#include "core/common/safe_file.h"
#include "core/export/tensorboard/tensorboard.h"
#include "core/report/compose.h"
#include "core/report/gather.h"
#include "core/report/html.h"

namespace luce::desktop {

namespace {

void carryOut(const ReportOrder& order, const Progress& progress, const std::stop_token& stop) {
  const Workspace workspace = Workspace::open(order.workspace.toStdString(), Access::Read);
  std::vector<std::string> names;
  for (const QString& run : order.runs) names.push_back(run.toStdString());
  if (order.kind == ReportOrder::Kind::TensorBoard) {
    std::vector<RunRecord> runs;
    for (const std::string& name : names) runs.push_back(workspace.run(name));
    exportTensorBoard(workspace, runs, order.out.toStdString(), progress, stop);
    return;
  }
  const ReportDocument document = composeReport(gatherReport(workspace, names, progress, stop));
  if (order.kind == ReportOrder::Kind::Pdf) {
    writeReportPdf(document, order.out);
  } else {
    const std::string html = reportHtml(document);
    writeFileSafely(order.out.toStdString(), [&](std::ostream& file) { file << html; });
  }
}

}  // namespace

ReportWorker::ReportWorker() = default;

ReportWorker::~ReportWorker() {
  cancel();
  if (thread_) thread_->wait();
}

void ReportWorker::write(const ReportOrder& order) {
  busy_ = true;
  if (thread_) thread_->wait();
  stop_ = std::stop_source();
  thread_.reset(QThread::create([this, order, stop = stop_.get_token()] {
    const Progress progress = [this](double fraction, std::string_view stage) {
      Q_EMIT progressed(fraction,
                        QString::fromUtf8(stage.data(), static_cast<qsizetype>(stage.size())));
    };
    try {
      carryOut(order, progress, stop);
      post(this, [this, out = order.out] {
        busy_ = false;
        Q_EMIT written(out);
      });
    } catch (const Cancelled&) {
      post(this, [this] {
        busy_ = false;
        Q_EMIT cancelled();
      });
    } catch (const std::exception& error) {
      post(this, [this, reason = QString::fromStdString(error.what())] {
        busy_ = false;
        Q_EMIT refused(reason);
      });
    }
  }));
  thread_->start();
}

void ReportWorker::cancel() {
  stop_.request_stop();
}

}  // namespace luce::desktop
