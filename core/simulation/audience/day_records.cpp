#include <fmt/format.h>

#include <array>
#include <cmath>

#include "core/simulation/audience/day_log.h"

namespace luce {

namespace {

constexpr double kFirstTime = 1767225600;  // 2026-01-01T00:00:00Z
constexpr double kSecondsPerDay = 86400;

std::string_view segmentOf(int tenure) {
  if (tenure < 3) return "new";
  return tenure < 10 ? "regular" : "devoted";
}

/// Writes requests record by record, reusing its memory.
class RequestWriter {
 public:
  RequestWriter(const Audience& audience, const Requests& requests, DatasetSink& sink)
      : audience_(audience),
        requests_(requests),
        sink_(sink),
        topics_(static_cast<std::size_t>(audience.settings().topics)) {}

  struct User {
    std::uint64_t number = 0;
    int tenure = 0;
    std::span<const float> shownTaste;
  };
  void slate(std::size_t request, const User& user) {
    key_.clear();
    fmt::format_to(std::back_inserter(key_), "day-{}-user-{}", requests_.day + 1, user.number + 1);
    taste_.assign(user.shownTaste.begin(), user.shownTaste.end());
    const std::string_view segment = segmentOf(user.tenure);
    SlateRecord record;
    record.key = std::string_view(key_.data(), key_.size());
    record.time = kFirstTime + kSecondsPerDay * requests_.day +
                  std::floor(kSecondsPerDay * static_cast<double>(request) /
                             static_cast<double>(requests_.size()));
    record.contextNumeric = taste_;
    record.contextCategory = std::span(&segment, 1);
    sink_.addSlate(record);
  }

  struct Shown {
    std::uint16_t position = 0;
    double propensity = kMissing;
    double examination = kMissing;
    std::span<const float> labels;
  };
  void candidate(std::size_t row, const Shown& shown) {
    const std::uint32_t item = requests_.item[row];
    key_.clear();
    fmt::format_to(std::back_inserter(key_), "item-{}", item + 1);
    topic_.clear();
    fmt::format_to(std::back_inserter(topic_), "topic-{}", audience_.mainTopic(item) + 1);
    numbers_.clear();
    double affinity = 0;
    const std::span<const float> topics = audience_.topicsOf(item);
    for (std::size_t i = 0; i < topics_; ++i) {
      numbers_.push_back(topics[i]);
      affinity += taste_[i] * topics[i];
    }
    numbers_.push_back(audience_.shownAppeal(item));
    numbers_.push_back(audience_.shownQuality(item));
    numbers_.push_back(requests_.day - audience_.itemSince(item));
    numbers_.push_back(affinity);
    const std::string_view topic(topic_.data(), topic_.size());
    CandidateRecord record;
    record.item = std::string_view(key_.data(), key_.size());
    record.position = shown.position;
    record.propensity = shown.propensity;
    record.examination = shown.examination;
    record.numeric = numbers_;
    record.category = std::span(&topic, 1);
    record.labels = shown.labels;
    sink_.addCandidate(record);
  }

 private:
  const Audience& audience_;
  const Requests& requests_;
  DatasetSink& sink_;
  std::size_t topics_;
  fmt::memory_buffer key_, topic_;
  std::vector<double> taste_, numbers_;
};

void addNumbered(Schema& schema, const char* prefix, int count, FeatureScope scope) {
  for (int i = 0; i < count; ++i) {
    schema.features.push_back({fmt::format("{}_{}", prefix, i + 1), FeatureKind::Numeric, scope});
  }
}

double loggedExamination(const AudienceSettings& settings, double exact, std::uint16_t position) {
  return settings.examination == LoggedExamination::Exact
             ? exact
             : std::pow(static_cast<double>(position), -settings.positionBias);
}

/// A propensity of 0 means that the candidate could not come first: the log has none to state.
double loggedPropensity(const AudienceSettings& settings, double exact) {
  return settings.loggedPropensities && exact > 0 ? exact : kMissing;
}

}  // namespace

Schema audienceSchema(const AudienceSettings& settings) {
  Schema schema;
  schema.shape = LogShape::Slate;
  for (const std::string_view task : kAudienceTasks) schema.tasks.emplace_back(task);
  addNumbered(schema, "taste", settings.topics, FeatureScope::Context);
  schema.features.push_back({"user_segment", FeatureKind::Category, FeatureScope::Context});
  addNumbered(schema, "topic", settings.topics, FeatureScope::Candidate);
  for (const char* name : {"appeal", "quality", "age", "affinity"}) {
    schema.features.push_back({name, FeatureKind::Numeric, FeatureScope::Candidate});
  }
  schema.features.push_back({"main_topic", FeatureKind::Category, FeatureScope::Candidate});
  schema.hasTime = true;
  schema.hasPosition = true;
  schema.hasPropensity = settings.loggedPropensities;
  schema.hasExamination = settings.examination != LoggedExamination::Unknown;
  return schema;
}

void writeDay(const Audience& audience, const DayLog& day, DatasetSink& sink) {
  constexpr std::size_t kTasks = kAudienceTasks.size();
  const AudienceSettings& settings = audience.settings();
  const Requests& requests = day.requests;
  const auto topics = static_cast<std::size_t>(settings.topics);
  RequestWriter writer(audience, requests, sink);
  for (std::size_t request = 0; request < requests.size(); ++request) {
    writer.slate(request, {day.userNumber[request], day.tenure[request],
                           std::span(day.shownTaste).subspan(request * topics, topics)});
    const std::size_t first = request * requests.slateSize;
    for (std::size_t row = first; row < first + requests.slateSize; ++row) {
      writer.candidate(row, {day.position[row], loggedPropensity(settings, day.propensity[row]),
                             loggedExamination(settings, day.examination[row], day.position[row]),
                             std::span(day.labels).subspan(row * kTasks, kTasks)});
    }
  }
}

void writeRequests(const Audience& audience, const Requests& requests, DatasetSink& sink) {
  static constexpr std::array<float, kAudienceTasks.size()> kNothing{};
  RequestWriter writer(audience, requests, sink);
  for (std::size_t request = 0; request < requests.size(); ++request) {
    const std::size_t user = requests.user[request];
    writer.slate(request, {audience.userNumber(user), audience.day() - audience.userSince(user),
                           audience.shownTasteOf(user)});
    const std::size_t first = request * requests.slateSize;
    for (std::size_t row = first; row < first + requests.slateSize; ++row) {
      writer.candidate(row, {0, kMissing, kMissing, kNothing});
    }
  }
}

}  // namespace luce
