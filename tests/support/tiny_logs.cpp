#include "tests/support/tiny_logs.h"

#include <array>
#include <cmath>
#include <string>

#include "core/common/hash.h"

namespace luce {

namespace {

double uniform(std::uint64_t index) {
  return static_cast<double>(mixBits(mixBits(index + 1) * 0x9e3779b97f4a7c15u) >> 40) / (1 << 24);
}

}  // namespace

void writeTinySlateLog(DatasetSink& sink, int slates) {
  Schema schema;
  schema.shape = LogShape::Slate;
  schema.tasks = {"click", "like"};
  schema.features = {{"quality", FeatureKind::Numeric, FeatureScope::Candidate},
                     {"hour", FeatureKind::Numeric, FeatureScope::Context},
                     {"kind", FeatureKind::Category, FeatureScope::Candidate}};
  schema.hasPosition = true;
  sink.begin(schema);
  std::uint64_t index = 0;
  for (int slate = 0; slate < slates; ++slate) {
    const std::string key = "slate " + std::to_string(slate);
    const std::array<double, 1> hour{static_cast<double>(slate % 24)};
    SlateRecord record;
    record.key = key;
    record.contextNumeric = hour;
    sink.addSlate(record);
    for (int place = 1; place <= 5; ++place) {
      const std::array<double, 1> quality{2 * uniform(index++) - 1};
      const bool good = uniform(index++) < 0.5;
      const std::array<std::string_view, 1> kind{good ? "good" : "bad"};
      const std::array<float, 2> labels{quality[0] > 0 ? 1.0f : 0.0f, good ? 1.0f : 0.0f};
      const std::string item = "item " + std::to_string(index % 20);
      CandidateRecord candidate;
      candidate.item = item;
      candidate.position = static_cast<std::uint16_t>(place);
      candidate.numeric = quality;
      candidate.category = kind;
      candidate.labels = labels;
      sink.addCandidate(candidate);
    }
  }
}

void writeTinyBanditLog(DatasetSink& sink, int slates) {
  Schema schema;
  schema.shape = LogShape::Bandit;
  schema.tasks = {"click"};
  schema.features = {{"taste", FeatureKind::Numeric, FeatureScope::Context},
                     {"flavour", FeatureKind::Numeric, FeatureScope::Item},
                     {"match", FeatureKind::Numeric, FeatureScope::Pair}};
  schema.hasPropensity = true;
  sink.begin(schema);
  const std::array<double, 4> flavours{-1.0, -0.5, 0.5, 1.0};
  for (std::size_t item = 0; item < flavours.size(); ++item) {
    const std::string key = "item " + std::to_string(item);
    ItemRecord record;
    record.key = key;
    record.numeric = std::span(&flavours[item], 1);
    sink.addItem(record);
  }
  for (int slate = 0; slate < slates; ++slate) {
    const std::string key = std::to_string(slate);
    const std::array<double, 1> taste{2 * uniform(2 * static_cast<std::uint64_t>(slate)) - 1};
    const auto item =
        static_cast<std::uint32_t>(4 * uniform(2 * static_cast<std::uint64_t>(slate) + 1));
    const std::array<float, 1> label{taste[0] * flavours[item] > 0 ? 1.0f : 0.0f};
    std::array<PairValue, 4> pairs;
    for (std::uint32_t i = 0; i < 4; ++i) pairs[i] = {i, 0, taste[0] * flavours[i]};
    BanditAction action;
    action.item = item;
    action.propensity = 0.25;
    action.labels = label;
    SlateRecord record;
    record.key = key;
    record.contextNumeric = taste;
    record.action = &action;
    record.pairs = pairs;
    sink.addSlate(record);
  }
}

SlateTable tinySlateLog(int slates) {
  SlateTableBuilder builder;
  writeTinySlateLog(builder, slates);
  return builder.finish();
}

SlateTable tinyBanditLog(int slates) {
  SlateTableBuilder builder;
  writeTinyBanditLog(builder, slates);
  return builder.finish();
}

}  // namespace luce
