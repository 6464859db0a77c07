#include "app/desktop/inspector/slate_categories.h"

#include <spdlog/spdlog.h>

#include "core/dataset/editable_slate.h"
#include "core/workspace/category_names.h"

namespace luce::desktop {

namespace {

using Texts = std::vector<std::vector<QString>>;

Texts textsOf(SlateBrowser& browser, const SlateTable& table, std::uint32_t slate) {
  const std::vector<Feature> features = candidateFeatures(table.schema(), FeatureKind::Category);
  const EditableSlate logged = editableSlate(table, slate);
  std::vector<CategoryPlace> places;
  for (std::size_t feature = 0; feature < features.size(); ++feature) {
    for (std::size_t i = 0; i < logged.candidates.size(); ++i) {
      places.push_back({features[feature].name, features[feature].scope,
                        logged.candidates[i].category[feature], slate,
                        static_cast<std::int64_t>(i)});
    }
  }
  const std::vector<std::optional<std::string>> names = categoryNames(browser, places);
  Texts texts(features.size());
  for (std::size_t i = 0; i < places.size(); ++i) {
    texts[i / logged.candidates.size()].push_back(
        QString::fromStdString(names[i] ? *names[i] : hashedName(places[i])));
  }
  return texts;
}

}  // namespace

void SlateCategoriesReader::read(std::shared_ptr<const BrowseSource> source,
                                 std::shared_ptr<const SlateTable> table, std::uint32_t slate) {
  thread_.ask(
      std::move(source),
      [this, table, slate](SlateBrowser& browser, std::stop_token) {
        Q_EMIT ready(table, slate, std::make_shared<const Texts>(textsOf(browser, *table, slate)));
      },
      [](const std::string& reason) { spdlog::warn("Categories could not be read: {}", reason); });
}

}  // namespace luce::desktop
