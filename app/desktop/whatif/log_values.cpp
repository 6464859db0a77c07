#include "app/desktop/whatif/log_values.h"

#include "core/common/error.h"
#include "core/dataset/category_values.h"
#include "core/workspace/category_names.h"

namespace luce::desktop {

namespace {

constexpr std::size_t kMostCategories = 200;

std::vector<NamedCategory> namedValues(SlateBrowser& browser, const SlateTable& table,
                                       FeatureScope scope, std::size_t column) {
  std::vector<CategoryPlace> places;
  for (const CategoryValue& value : frequentValues(table, scope, column, kMostCategories)) {
    places.push_back(value.place);
  }
  const std::vector<std::optional<std::string>> names = categoryNames(browser, places);
  std::vector<NamedCategory> values;
  for (std::size_t i = 0; i < places.size(); ++i) {
    values.push_back(
        {places[i].hash, QString::fromStdString(names[i] ? *names[i] : hashedName(places[i]))});
  }
  return values;
}

void appendCategories(SlateBrowser& browser, const SlateTable& table, FeatureScope scope,
                      const std::stop_token& stop,
                      std::vector<std::vector<NamedCategory>>& columns) {
  const std::size_t count = table.schema().select(scope, FeatureKind::Category).size();
  for (std::size_t column = 0; column < count; ++column) {
    if (stop.stop_requested()) throw Cancelled();
    columns.push_back(namedValues(browser, table, scope, column));
  }
}

}  // namespace

void LogValuesReader::read(std::shared_ptr<const BrowseSource> source,
                           std::shared_ptr<const SlateTable> table) {
  thread_.ask(
      std::move(source),
      [this, table](SlateBrowser& browser, std::stop_token stop) {
        auto values = std::make_shared<LogValues>();
        values->ranges = valueRanges(*table, stop);
        appendCategories(browser, *table, FeatureScope::Context, stop, values->contextCategories);
        appendCategories(browser, *table, FeatureScope::Candidate, stop,
                         values->candidateCategories);
        appendCategories(browser, *table, FeatureScope::Item, stop, values->candidateCategories);
        values->firstAppearances = firstAppearances(*table);
        Q_EMIT ready(table, values);
      },
      [this](const std::string& reason) { Q_EMIT refused(QString::fromStdString(reason)); });
}

}  // namespace luce::desktop
