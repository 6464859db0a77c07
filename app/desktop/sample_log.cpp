#include "app/desktop/sample_log.h"

#include "core/common/sample_data.h"

namespace luce::desktop {

QString sampleLog() {
  return QString::fromStdString(sampleData("slate_log.csv").string());
}
QString sampleExperiment() {
  return QString::fromStdString(sampleData("experiments/ips_observed.json").string());
}

}  // namespace luce::desktop
