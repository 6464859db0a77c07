// A report as PDF: laid out by Qt, charts as vector graphics.
#pragma once

#include <QString>

#include "core/report/document.h"

namespace luce::desktop {

/// In any thread. Replaces the file only once all is written. Throws Error naming the file when it
/// cannot be written.
void writeReportPdf(const ReportDocument& document, const QString& file);

}  // namespace luce::desktop
