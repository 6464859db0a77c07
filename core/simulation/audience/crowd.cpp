#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/simulation/audience/cascade.h"
#include "core/simulation/audience/day_log.h"

namespace luce {

namespace {

/// Streams of chance of one (day, user).
enum class Chance : std::uint64_t { Candidates = 101, Session, Comeback, LoggingNoise };

Random chanceOf(const Audience& audience, Chance chance, std::size_t user) {
  const std::uint64_t seed = Random(audience.seed(), static_cast<std::uint64_t>(chance)).bits();
  return Random(seed, (static_cast<std::uint64_t>(audience.day()) << 32) + user);
}

/// Distinct items on offer (Floyd's algorithm, Bentley & Floyd 1987).
class CandidateDraw {
 public:
  explicit CandidateDraw(std::span<const std::uint32_t> onOffer)
      : onOffer_(onOffer), takenBy_(onOffer.size(), 0) {}

  void draw(std::size_t count, Random& random, std::vector<std::uint32_t>& items) {
    ++slate_;
    for (std::size_t last = onOffer_.size() - count; last < onOffer_.size(); ++last) {
      std::size_t chosen = random.below(last + 1);
      if (takenBy_[chosen] == slate_) chosen = last;
      takenBy_[chosen] = slate_;
      items.push_back(onOffer_[chosen]);
    }
  }

 private:
  std::span<const std::uint32_t> onOffer_;
  std::vector<std::uint32_t> takenBy_;
  std::uint32_t slate_ = 0;
};

/// Everything that chance decides in one session, the same for every ranker.
struct SessionDraws {
  std::vector<double> gumbel, look, goOn;     ///< look and goOn by place
  std::vector<double> click, longView, like;  ///< by candidate
  double coin = 0, returns = 0;

  void draw(std::size_t count, Random random) {
    for (auto* numbers : {&gumbel, &look, &goOn, &click, &longView, &like}) numbers->resize(count);
    coin = random.uniform();
    returns = random.uniform();
    for (std::size_t i = 0; i < count; ++i) {
      gumbel[i] = random.gumbel();
      look[i] = random.uniform();
      goOn[i] = random.uniform();
      click[i] = random.uniform();
      longView[i] = random.uniform();
      like[i] = random.uniform();
    }
  }
};

struct Session {
  double enjoyed = 0;
  int clicks = 0;
};

/// Walks down the slate; sets click, long view and like.
Session act(const AudienceSettings& settings, std::span<const CandidateTruth> truth,
            std::span<const std::uint32_t> order, const SessionDraws& draws,
            std::span<float> labels) {
  constexpr std::size_t kTasks = kAudienceTasks.size();
  Session session;
  for (std::size_t place = 0; place < order.size(); ++place) {
    const std::uint32_t candidate = order[place];
    const CandidateTruth& likely = truth[candidate];
    float* const actions = labels.data() + candidate * kTasks;
    const double looks = std::pow(static_cast<double>(place + 1), -settings.positionBias);
    if (draws.look[place] < looks && draws.click[candidate] < likely.probability[0]) {
      actions[0] = 1;
      session.enjoyed += likely.enjoyment;
      ++session.clicks;
      if (draws.longView[candidate] < likely.longViewOfClicked) {
        actions[1] = 1;
        if (draws.like[candidate] < likely.likeOfLongView) actions[2] = 1;
      }
    }
    const double goesOn = settings.persistence * (actions[1] > 0 ? 1 - settings.satiation : 1);
    if (!(draws.goOn[place] < goesOn)) break;
  }
  return session;
}

}  // namespace

Crowd::Crowd(const Audience& audience)
    : satisfaction_(static_cast<std::size_t>(audience.settings().users), 0.5),
      presence_(satisfaction_.size(), Presence::Here) {}

std::size_t Crowd::present() const {
  return static_cast<std::size_t>(std::count(presence_.begin(), presence_.end(), Presence::Here));
}

double Crowd::meanSatisfaction() const {
  return std::accumulate(satisfaction_.begin(), satisfaction_.end(), 0.0) /
         static_cast<double>(satisfaction_.size());
}

Requests Crowd::requests(const Audience& audience) const {
  Requests requests;
  requests.day = audience.day();
  requests.slateSize = static_cast<std::size_t>(audience.settings().slateSize);
  CandidateDraw candidates(audience.itemsOnOffer());
  const std::size_t count = present();
  requests.user.reserve(count);
  requests.item.reserve(count * requests.slateSize);
  requests.truth.reserve(count * requests.slateSize);
  for (std::size_t user = 0; user < presence_.size(); ++user) {
    if (presence_[user] != Presence::Here) continue;
    requests.user.push_back(static_cast<std::uint32_t>(user));
    requests.satisfaction.push_back(satisfaction_[user]);
    Random random = chanceOf(audience, Chance::Candidates, user);
    candidates.draw(requests.slateSize, random, requests.item);
    for (std::size_t i = requests.item.size() - requests.slateSize; i < requests.item.size(); ++i) {
      requests.truth.push_back(audience.truth(user, satisfaction_[user], requests.item[i]));
    }
  }
  return requests;
}

DayLog Crowd::play(const Audience& audience, Requests requests, std::span<const double> scores,
                   const Exploration& exploration) {
  constexpr std::size_t kTasks = kAudienceTasks.size();
  const AudienceSettings& settings = audience.settings();
  const std::size_t size = requests.slateSize;
  const std::size_t candidates = requests.item.size();
  DayLog log;
  log.position.resize(candidates);
  log.propensity.resize(candidates);
  log.examination.resize(candidates);
  log.labels.resize(candidates * kTasks);
  log.returned.resize(requests.size());
  SessionDraws draws;
  std::vector<std::uint32_t> order;
  for (std::size_t request = 0; request < requests.size(); ++request) {
    const std::size_t user = requests.user[request];
    const std::size_t first = request * size;
    const std::span<const CandidateTruth> truth = requests.truthOf(request);
    draws.draw(size, chanceOf(audience, Chance::Session, user));
    drawOrder(scores.subspan(first, size), exploration, {draws.gumbel, draws.coin}, order,
              std::span(log.propensity).subspan(first, size));
    for (std::size_t place = 0; place < size; ++place) {
      log.position[first + order[place]] = static_cast<std::uint16_t>(place + 1);
    }
    examinations(settings, truth, order, std::span(log.examination).subspan(first, size));
    const std::span<float> labels = std::span(log.labels).subspan(first * kTasks, size * kTasks);
    const Session session = act(settings, truth, order, draws, labels);
    satisfaction_[user] = audience.satisfactionAfter(
        satisfaction_[user], session.clicks > 0 ? session.enjoyed / session.clicks : -1);
    const bool returns = draws.returns < audience.returnProbability(satisfaction_[user]);
    presence_[user] = returns ? Presence::Here : Presence::Leaving;
    log.returned[request] = returns ? 1 : 0;
    for (std::size_t i = 0; returns && i < size; ++i) labels[i * kTasks + 3] = labels[i * kTasks];
    log.userNumber.push_back(audience.userNumber(user));
    log.tenure.push_back(audience.day() - audience.userSince(user));
    const std::span<const float> taste = audience.shownTasteOf(user);
    log.shownTaste.insert(log.shownTaste.end(), taste.begin(), taste.end());
  }
  log.requests = std::move(requests);
  return log;
}

void Crowd::wakeUp(const Audience& audience) {
  for (std::size_t user = 0; user < presence_.size(); ++user) {
    Presence& presence = presence_[user];
    if (audience.userSince(user) == audience.day()) {
      satisfaction_[user] = 0.5;
      presence = Presence::Here;
    } else if (presence == Presence::Leaving) {
      presence = Presence::Away;
    } else if (presence == Presence::Away) {
      Random random = chanceOf(audience, Chance::Comeback, user);
      if (random.uniform() < audience.settings().comeback) presence = Presence::Here;
    }
  }
}

std::vector<double> loggingScores(const Audience& audience, const Requests& requests) {
  const AudienceSettings& settings = audience.settings();
  const double quality = settings.loggingQuality;
  const double rest = std::sqrt(1 - quality * quality);
  std::vector<double> scores;
  scores.reserve(requests.item.size());
  for (std::size_t request = 0; request < requests.size(); ++request) {
    Random random = chanceOf(audience, Chance::LoggingNoise, requests.user[request]);
    for (const CandidateTruth& truth : requests.truthOf(request)) {
      const double value = (expectedReward(truth, settings.valueWeights) - audience.meanValue()) /
                           audience.valueDeviation();
      scores.push_back(quality * value + rest * random.normal());
    }
  }
  return scores;
}

Exploration loggingExploration(const AudienceSettings& settings) {
  return {ExplorationKind::Temperature, settings.loggingTemperature};
}

}  // namespace luce
