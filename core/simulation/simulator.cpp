#include "core/simulation/simulator.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/common/error.h"
#include "core/policy/plackett_luce.h"
#include "core/simulation/world.h"

namespace luce {

namespace {

constexpr double kFirstTime = 1767225600;  // 2026-01-01T00:00:00Z
constexpr double kSecondsPerSlate = 60;
constexpr double kSmallestPropensity = 1e-300;

void addNumbered(Schema& schema, const char* prefix, int count, FeatureScope scope) {
  for (int i = 0; i < count; ++i) {
    schema.features.push_back({fmt::format("{}_{}", prefix, i), FeatureKind::Numeric, scope});
  }
}

Schema schemaFor(const SimulationSettings& settings) {
  const bool bandit = settings.shape == LogShape::Bandit;
  const FeatureScope itemScope = bandit ? FeatureScope::Item : FeatureScope::Candidate;
  Schema schema;
  schema.shape = settings.shape;
  for (const SimulationTask& task : settings.tasks) schema.tasks.push_back(task.name);
  addNumbered(schema, "user", settings.userFeatures, FeatureScope::Context);
  schema.features.push_back({"user_segment", FeatureKind::Category, FeatureScope::Context});
  addNumbered(schema, "item", settings.itemFeatures, itemScope);
  schema.features.push_back(
      {"affinity", FeatureKind::Numeric, bandit ? FeatureScope::Pair : FeatureScope::Candidate});
  schema.features.push_back({"item_genre", FeatureKind::Category, itemScope});
  schema.hasTime = true;
  schema.hasPosition = true;
  schema.hasPropensity = true;
  schema.hasExamination = !bandit;
  return schema;
}

const std::string& segmentName(std::uint32_t segment) {
  static const std::vector<std::string> names{"new", "casual", "regular", "devoted"};
  return names[segment];
}

const std::string& genreName(std::uint32_t genre) {
  static const std::vector<std::string> names{"news",   "music",   "sport",
                                              "comedy", "science", "food"};
  return names[genre];
}

std::string itemKey(std::uint32_t item) {
  return fmt::format("item-{}", item + 1);
}

/// One user's request: who sees which candidates, and what the logging policy thinks of them.
struct Request {
  SimulatedUser user;
  std::vector<std::uint32_t> items;
  Matrix<double> truth;              ///< candidates × tasks
  std::vector<double> propensities;  ///< of being placed first
  std::vector<double> loggingScores;
};

/// Draws requests one after another and hands them to a sink.
class LogWriter {
 public:
  LogWriter(const SimulationSettings& settings, const Schema& schema, const World& world,
            DatasetSink& sink, Matrix<float>* truth)
      : settings_(settings),
        schema_(schema),
        world_(world),
        sink_(sink),
        truth_(truth),
        pool_(static_cast<std::size_t>(settings.items)) {
    std::iota(pool_.begin(), pool_.end(), 0u);
  }

  void write() {
    sink_.begin(schema_);
    if (truth_ != nullptr) {
      *truth_ = {};
      truth_->setColumns(settings_.tasks.size());
    }
    if (settings_.shape == LogShape::Bandit) writeCatalogue();
    for (int slate = 0; slate < settings_.slates; ++slate) writeSlate(slate);
  }

 private:
  void writeCatalogue() {
    for (const std::uint32_t item : pool_) {
      const std::string key = itemKey(item);
      const std::string_view genre = genreName(world_.itemGenre(item));
      ItemRecord record;
      record.key = key;
      record.numeric = world_.itemNumbers(item);
      record.category = std::span(&genre, 1);
      sink_.addItem(record);
    }
  }

  void writeSlate(int slate) {
    Random random(settings_.seed, static_cast<std::uint64_t>(slate));
    const Request request = drawRequest(random);
    requirePropensities(request);
    if (truth_ != nullptr) {
      for (std::size_t i = 0; i < request.truth.rows(); ++i)
        truth_->appendRow(request.truth.row(i));
    }
    const std::string key = fmt::format("slate-{}", slate + 1);
    const std::string_view segment = segmentName(request.user.segment);
    SlateRecord record;
    record.key = key;
    record.time = kFirstTime + kSecondsPerSlate * slate + std::floor(60 * random.uniform());
    record.contextNumeric = request.user.numbers;
    record.contextCategory = std::span(&segment, 1);
    if (settings_.shape == LogShape::Bandit) {
      writeBandit(record, request, random);
    } else {
      sink_.addSlate(record);
      writeCandidates(request, random);
    }
  }

  Request drawRequest(Random& random) {
    Request request;
    request.user = world_.drawUser(random);
    request.items = drawItems(random);
    const std::size_t count = request.items.size();
    request.truth = Matrix<double>(count, settings_.tasks.size());
    const double quality = settings_.loggingQuality;
    for (std::size_t i = 0; i < count; ++i) {
      world_.probabilities(request.user, request.items[i], request.truth.row(i));
      request.loggingScores.push_back(quality * world_.standardValue(request.truth.row(i)) +
                                      std::sqrt(1 - quality * quality) * random.normal());
    }
    const std::vector<std::int64_t> offsets{0, static_cast<std::int64_t>(count)};
    std::vector<double> logarithm(count);
    request.propensities.resize(count);
    firstPlacePolicy<double>(offsets, request.loggingScores, settings_.loggingTemperature,
                             logarithm, request.propensities);
    return request;
  }

  void requirePropensities(const Request& request) const {
    const double least =
        *std::min_element(request.propensities.begin(), request.propensities.end());
    if (least >= kSmallestPropensity) return;
    throw Error(fmt::format(
        "The logging policy is so sure of its order that a propensity is {}; expected at least {}. "
        "Raise logging_temperature, which is {}.",
        least, kSmallestPropensity, settings_.loggingTemperature));
  }

  std::vector<std::uint32_t> drawItems(Random& random) {
    if (settings_.shape == LogShape::Bandit) return pool_;
    const auto size = static_cast<std::size_t>(settings_.slateSize);
    std::vector<std::uint32_t> items;
    std::vector<std::pair<std::size_t, std::size_t>> swaps;
    for (std::size_t i = 0; i < size; ++i) {
      const std::size_t chosen = i + random.below(pool_.size() - i);
      std::swap(pool_[i], pool_[chosen]);
      swaps.emplace_back(i, chosen);
      items.push_back(pool_[i]);
    }
    // The pool is put back, so that a slate depends on its own stream only.
    for (auto swap = swaps.rbegin(); swap != swaps.rend(); ++swap) {
      std::swap(pool_[swap->first], pool_[swap->second]);
    }
    return items;
  }

  /// Sorted downwards, these give an order drawn from the logging policy.
  std::vector<double> drawKeys(const Request& request, Random& random) const {
    std::vector<double> keys;
    for (const double score : request.loggingScores) {
      keys.push_back(score / settings_.loggingTemperature + random.gumbel());
    }
    return keys;
  }

  /// Place (from 1) of every candidate in an order drawn from the logging policy.
  std::vector<std::uint16_t> drawPlaces(const Request& request, Random& random) const {
    const std::vector<double> keys = drawKeys(request, random);
    std::vector<std::size_t> order(keys.size());
    std::iota(order.begin(), order.end(), 0u);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return keys[a] > keys[b]; });
    std::vector<std::uint16_t> places(keys.size());
    for (std::size_t place = 0; place < order.size(); ++place) {
      places[order[place]] = static_cast<std::uint16_t>(place + 1);
    }
    return places;
  }

  std::vector<float> drawActions(std::span<const double> probabilities, double examination,
                                 Random& random) const {
    std::vector<float> labels;
    for (const double p : probabilities) {
      labels.push_back(random.uniform() < examination * p ? 1.0f : 0.0f);
    }
    return labels;
  }

  void writeBandit(SlateRecord& record, const Request& request, Random& random) {
    const std::vector<double> keys = drawKeys(request, random);
    const auto chosen =
        static_cast<std::size_t>(std::max_element(keys.begin(), keys.end()) - keys.begin());
    const std::vector<float> labels = drawActions(request.truth.row(chosen), 1.0, random);
    std::vector<PairValue> pairs;
    for (const std::uint32_t item : request.items) {
      pairs.push_back({item, 0, world_.affinity(request.user, item)});
    }
    BanditAction action;
    action.item = request.items[chosen];
    action.position = 1;
    action.propensity = request.propensities[chosen];
    action.labels = labels;
    record.action = &action;
    record.pairs = pairs;
    sink_.addSlate(record);
  }

  void writeCandidates(const Request& request, Random& random) {
    const std::vector<std::uint16_t> places = drawPlaces(request, random);
    for (std::size_t i = 0; i < request.items.size(); ++i) {
      const std::uint32_t item = request.items[i];
      const double examination = std::pow(places[i], -settings_.positionBias);
      const std::vector<float> labels = drawActions(request.truth.row(i), examination, random);
      const std::string key = itemKey(item);
      const std::string_view genre = genreName(world_.itemGenre(item));
      const std::span<const double> itemNumbers = world_.itemNumbers(item);
      std::vector<double> numbers(itemNumbers.begin(), itemNumbers.end());
      numbers.push_back(world_.affinity(request.user, item));
      CandidateRecord record;
      record.item = key;
      record.position = places[i];
      record.propensity = request.propensities[i];
      record.examination = examination;
      record.numeric = numbers;
      record.category = std::span(&genre, 1);
      record.labels = labels;
      sink_.addCandidate(record);
    }
  }

  const SimulationSettings& settings_;
  const Schema& schema_;
  const World& world_;
  DatasetSink& sink_;
  Matrix<float>* truth_;
  std::vector<std::uint32_t> pool_;
};

}  // namespace

Simulator::Simulator(const SimulationSettings& settings)
    : settings_(settings), schema_(schemaFor(settings)) {
  requireValid(settings);
  world_ = std::make_shared<const World>(settings);
}

const Schema& Simulator::schema() const {
  return schema_;
}

void Simulator::writeLog(DatasetSink& sink, Matrix<float>* truth) const {
  LogWriter(settings_, schema_, *world_, sink, truth).write();
}

TrueValue trueValue(std::span<const std::int64_t> offsets, std::span<const float> score,
                    std::span<const float> policy, const Matrix<float>& truth,
                    std::span<const double> rewardWeights, int topK) {
  TrueValue value;
  double slates = 0;
  std::vector<std::size_t> order;
  for (std::size_t b = 0; b + 1 < offsets.size(); ++b) {
    const auto begin = static_cast<std::size_t>(offsets[b]);
    const auto end = static_cast<std::size_t>(offsets[b + 1]);
    if (begin == end) continue;
    const auto rewardOf = [&](std::size_t candidate) {
      const std::span<const float> p = truth.row(candidate);
      return std::inner_product(p.begin(), p.end(), rewardWeights.begin(), 0.0);
    };
    order.resize(end - begin);
    std::iota(order.begin(), order.end(), begin);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t c) { return score[a] > score[c]; });
    for (const std::size_t candidate : order)
      value.stochastic += policy[candidate] * rewardOf(candidate);
    const std::size_t top = std::min(order.size(), static_cast<std::size_t>(std::max(1, topK)));
    double sum = 0;
    for (std::size_t place = 0; place < top; ++place) sum += rewardOf(order[place]);
    value.greedy += rewardOf(order.front());
    value.greedyTop += sum / static_cast<double>(top);
    slates += 1;
  }
  if (slates > 0) {
    value.stochastic /= slates;
    value.greedy /= slates;
    value.greedyTop /= slates;
  }
  return value;
}

}  // namespace luce
