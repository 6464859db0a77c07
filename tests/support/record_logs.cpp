#include "tests/support/record_logs.h"

#include <array>
#include <string>
#include <vector>

namespace luce {

void writeUnevenSlates(DatasetSink& sink, int slates) {
  Schema schema;
  schema.shape = LogShape::Slate;
  schema.tasks = {"click", "like"};
  schema.features = {{"price", FeatureKind::Numeric, FeatureScope::Candidate},
                     {"user_age", FeatureKind::Numeric, FeatureScope::Context},
                     {"genre", FeatureKind::Category, FeatureScope::Candidate},
                     {"user_country", FeatureKind::Category, FeatureScope::Context},
                     {"quality", FeatureKind::Numeric, FeatureScope::Candidate}};
  schema.hasTime = schema.hasPosition = schema.hasPropensity = schema.hasExamination = true;
  sink.begin(schema);
  for (int slate = 0; slate < slates; ++slate) {
    const std::string key = "slate " + std::to_string(slate);
    const std::array<double, 1> age{slate % 3 == 0 ? kMissing : 20.25 + slate};
    const std::array<std::string_view, 1> country{slate % 2 == 0 ? "Österreich" : ""};
    sink.addSlate({.key = key,
                   .time = slate % 5 == 4 ? kMissing : 1.5e9 + slate + 0.125,
                   .contextNumeric = age,
                   .contextCategory = country,
                   .action = nullptr,
                   .pairs = {}});
    for (int place = 1; place <= 1 + slate % 4; ++place) {
      const std::string item = "item " + std::to_string((slate * 7 + place * 3) % 11);
      const std::array<double, 2> numbers{place == 2 ? kMissing : 0.1 * slate, -1.0 / place};
      const std::array<std::string_view, 1> genre{place % 2 == 0 ? "comedy" : "it's \"drama\""};
      const std::array<float, 2> labels{static_cast<float>(place == 1), 0.25f};
      CandidateRecord record;
      record.item = item;
      record.position = static_cast<std::uint16_t>(slate % 4 == 3 ? 0 : place);
      record.propensity = place == 3 ? kMissing : 1.0 / (place + 2);
      record.examination = 1.0 / place;
      record.numeric = numbers;
      record.category = genre;
      record.labels = labels;
      sink.addCandidate(record);
    }
  }
}

void writeSparseActions(DatasetSink& sink, int slates) {
  Schema schema;
  schema.shape = LogShape::Bandit;
  schema.tasks = {"click"};
  schema.features = {{"user", FeatureKind::Category, FeatureScope::Context},
                     {"brand", FeatureKind::Category, FeatureScope::Item},
                     {"price", FeatureKind::Numeric, FeatureScope::Item},
                     {"affinity", FeatureKind::Numeric, FeatureScope::Pair},
                     {"views", FeatureKind::Numeric, FeatureScope::Pair}};
  schema.hasPosition = schema.hasPropensity = true;
  sink.begin(schema);
  for (int item = 0; item < 5; ++item) {
    const std::string key = std::to_string(item * 10);
    const std::array<double, 1> price{item == 3 ? kMissing : 1.5 * item};
    const std::array<std::string_view, 1> brand{item % 2 == 0 ? "even" : "odd"};
    sink.addItem({.key = key, .numeric = price, .category = brand});
  }
  for (int slate = 0; slate < slates; ++slate) {
    const std::string key = std::to_string(slate);
    const std::string user = "user " + std::to_string(slate % 6);
    const std::array<std::string_view, 1> context{user};
    const std::array<float, 1> click{static_cast<float>(slate % 7 == 0)};
    BanditAction action;
    action.item = static_cast<std::uint32_t>(slate % 5);
    action.position = static_cast<std::uint16_t>(1 + slate % 3);
    action.propensity = slate % 4 == 3 ? kMissing : 0.2;
    action.labels = click;
    std::vector<PairValue> pairs;
    if (slate % 2 == 0) pairs.push_back({.item = 1, .feature = 0, .value = slate + 0.5});
    if (slate % 3 == 0) pairs.push_back({.item = 4, .feature = 1, .value = -2});
    sink.addSlate({.key = key,
                   .time = kMissing,
                   .contextNumeric = {},
                   .contextCategory = context,
                   .action = &action,
                   .pairs = pairs});
  }
}

}  // namespace luce
