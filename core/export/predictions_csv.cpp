#include "core/export/predictions_csv.h"

#include <fmt/format.h>

#include <cmath>
#include <ostream>

#include "core/common/csv_field.h"
#include "core/common/error.h"
#include "core/common/safe_file.h"

namespace luce {

namespace {

std::string number(double value) {
  return std::isnan(value) ? "" : fmt::format("{:.9g}", value);
}

void writeLines(const SlateTable& table, const Predictions& predictions,
                const PolicySettings& settings, std::ostream& stream, const Progress& progress,
                std::stop_token stop) {
  stream << "slate_id,item_id";
  for (const std::string& task : table.schema().tasks) stream << ",p_" << task;
  stream << ",score,policy,behaviour,ratio,reward\n";
  const std::size_t slates = predictions.slates.size();
  const std::size_t interval = slates / 100 + 1;
  for (std::size_t local = 0; local < slates; ++local) {
    if (stop.stop_requested()) throw Cancelled();
    if (progress && local % interval == 0) {
      progress(static_cast<double>(local) / static_cast<double>(slates), "Writing predictions");
    }
    const std::string key = csvField(table.slateKey(predictions.slates[local]));
    for (const CandidateView& view : viewSlate(table, predictions, local, settings)) {
      stream << key << ',' << csvField(view.item);
      for (const double p : view.probabilities) stream << ',' << number(p);
      for (const double value :
           {view.score, view.policy, view.behaviour, view.ratio, view.reward}) {
        stream << ',' << number(value);
      }
      stream << '\n';
    }
  }
}

}  // namespace

void exportPredictionsCsv(const SlateTable& table, const Predictions& predictions,
                          const PolicySettings& settings, const std::filesystem::path& file,
                          const Progress& progress, std::stop_token stop) {
  writeFileSafely(file, [&](std::ostream& stream) {
    writeLines(table, predictions, settings, stream, progress, stop);
  });
}

}  // namespace luce
