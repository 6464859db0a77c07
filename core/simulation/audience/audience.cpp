#include "core/simulation/audience/audience.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace luce {

namespace {

constexpr std::size_t kCalibrationPairs = 20'000;

/// What a stream of random numbers is for, so that none is used twice.
enum class Purpose : std::uint64_t { Item, User, Taste, Show, ItemTurnover, UserTurnover, Pairs };

Random randomFor(std::uint64_t seed, Purpose purpose, std::uint64_t day, std::uint64_t subject) {
  return Random(Random(seed, static_cast<std::uint64_t>(purpose)).bits(), (day << 32) + subject);
}

double sigmoid(double logit) {
  return 1 / (1 + std::exp(-logit));
}

template <class Number>
void normalise(std::span<Number> vector) {
  double squares = 0;
  for (const Number entry : vector) squares += static_cast<double>(entry) * entry;
  const double length = std::sqrt(squares);
  if (length <= 0) {
    vector.front() = 1;
    return;
  }
  for (Number& entry : vector) entry = static_cast<Number>(entry / length);
}

/// The bias at which the weighted mean of sigmoid(bias + logit) is the wanted one.
double solveBias(std::span<const double> logits, std::span<const double> weights, double wanted) {
  // Beyond these every probability is 0 or 1 in double precision.
  constexpr double kFarOut = 40;
  const auto [least, largest] = std::minmax_element(logits.begin(), logits.end());
  double low = -*largest - kFarOut;
  double high = -*least + kFarOut;
  for (int i = 0; i < 100; ++i) {
    const double middle = (low + high) / 2;
    double sum = 0;
    for (std::size_t j = 0; j < logits.size(); ++j) {
      sum += weights[j] * sigmoid(middle + logits[j]);
    }
    (sum / static_cast<double>(logits.size()) < wanted ? low : high) = middle;
  }
  return (low + high) / 2;
}

/// value plus noise of so many deviations, of deviation 1 again when value's is.
float noisy(double value, double noise, Random& random) {
  return static_cast<float>((value + noise * random.normal()) / std::sqrt(1 + noise * noise));
}

}  // namespace

Audience::Audience(const AudienceSettings& settings, std::uint64_t seed)
    : settings_(settings), seed_(seed), topics_(static_cast<std::size_t>(settings.topics)) {
  requireValid(settings);
  const auto items = static_cast<std::uint32_t>(settings.items);
  const auto users = static_cast<std::size_t>(settings.users);
  onOffer_.resize(items);
  std::iota(onOffer_.begin(), onOffer_.end(), 0u);
  for (std::uint32_t item = 0; item < items; ++item) drawItem(item);
  taste_.resize(users * topics_);
  shownTaste_.resize(users * topics_);
  userSince_.resize(users);
  for (std::size_t user = 0; user < users; ++user) drawUser(user);
  calibrate();
}

void Audience::drawItem(std::uint32_t item) {
  Random random = randomFor(seed_, Purpose::Item, 0, item);
  std::vector<double> topics(topics_);
  for (double& entry : topics) entry = random.normal();
  normalise(std::span(topics));
  itemTopics_.insert(itemTopics_.end(), topics.begin(), topics.end());
  mainTopic_.push_back(
      static_cast<std::uint32_t>(std::max_element(topics.begin(), topics.end()) - topics.begin()));
  const double agreement = settings_.appealOfQuality;
  const double quality = random.normal();
  const double appeal =
      agreement * quality + std::sqrt(1 - agreement * agreement) * random.normal();
  quality_.push_back(static_cast<float>(quality));
  appeal_.push_back(static_cast<float>(appeal));
  shownQuality_.push_back(noisy(quality, settings_.qualityNoise, random));
  shownAppeal_.push_back(noisy(appeal, settings_.appealNoise, random));
  itemSince_.push_back(day_);
}

void Audience::drawUser(std::size_t user) {
  Random random = randomFor(seed_, Purpose::User, static_cast<std::uint64_t>(day_), user);
  const std::span<float> taste = std::span(taste_).subspan(user * topics_, topics_);
  for (float& entry : taste) entry = static_cast<float>(random.normal());
  normalise(taste);
  userSince_[user] = day_;
  showTaste(user);
}

void Audience::showTaste(std::size_t user) {
  Random random = randomFor(seed_, Purpose::Show, static_cast<std::uint64_t>(day_), user);
  const double scale = std::sqrt(static_cast<double>(topics_));
  for (std::size_t i = user * topics_; i < (user + 1) * topics_; ++i) {
    shownTaste_[i] = noisy(scale * taste_[i], settings_.tasteNoise, random);
  }
}

void Audience::nextDay() {
  ++day_;
  const auto day = static_cast<std::uint64_t>(day_);
  Random newItems = randomFor(seed_, Purpose::ItemTurnover, day, 0);
  for (std::uint32_t& place : onOffer_) {
    if (!(newItems.uniform() < settings_.itemTurnover)) continue;
    place = static_cast<std::uint32_t>(itemsEver());
    drawItem(place);
  }
  Random newUsers = randomFor(seed_, Purpose::UserTurnover, day, 0);
  const double stay = std::sqrt(1 - settings_.drift * settings_.drift);
  const double move = settings_.drift / std::sqrt(static_cast<double>(topics_));
  for (std::size_t user = 0; user < userSince_.size(); ++user) {
    if (newUsers.uniform() < settings_.userTurnover) {
      drawUser(user);
      continue;
    }
    Random random = randomFor(seed_, Purpose::Taste, day, user);
    const std::span<float> taste = std::span(taste_).subspan(user * topics_, topics_);
    for (float& entry : taste) entry = static_cast<float>(stay * entry + move * random.normal());
    normalise(taste);
    showTaste(user);
  }
}

std::uint64_t Audience::userNumber(std::size_t user) const {
  return static_cast<std::uint64_t>(userSince_[user]) * userSince_.size() + user;
}

std::span<const float> Audience::topicsOf(std::uint32_t item) const {
  return std::span(itemTopics_).subspan(item * topics_, topics_);
}

std::span<const float> Audience::tasteOf(std::size_t user) const {
  return std::span(taste_).subspan(user * topics_, topics_);
}

std::span<const float> Audience::shownTasteOf(std::size_t user) const {
  return std::span(shownTaste_).subspan(user * topics_, topics_);
}

double Audience::relevance(std::size_t user, std::uint32_t item) const {
  const float* const taste = taste_.data() + user * topics_;
  const float* const topics = itemTopics_.data() + item * topics_;
  double sum = 0;
  for (std::size_t i = 0; i < topics_; ++i) sum += static_cast<double>(taste[i]) * topics[i];
  const double match = std::sqrt(static_cast<double>(topics_)) * sum;
  const double boredom = settings_.boredom;
  return (match - boredom * (match * match - 1) / 2) / std::sqrt(1 + boredom * boredom / 2);
}

CandidateTruth Audience::truth(std::size_t user, double satisfaction, std::uint32_t item) const {
  const AudienceSettings& s = settings_;
  const double relevant = relevance(user, item);
  CandidateTruth truth;
  const double click =
      sigmoid(clickBias_ + s.relevanceOnClick * relevant + s.appealOnClick * appeal_[item]);
  truth.longViewOfClicked = sigmoid(longViewBias_ + s.relevanceOnLongView * relevant +
                                    s.qualityOnLongView * quality_[item]);
  truth.likeOfLongView =
      sigmoid(likeBias_ + s.relevanceOnLike * relevant + s.qualityOnLike * quality_[item]);
  truth.enjoyment =
      sigmoid(s.relevanceOnEnjoyment * relevant + s.qualityOnEnjoyment * quality_[item]);
  const double longView = click * truth.longViewOfClicked;
  truth.probability = {click, longView, longView * truth.likeOfLongView,
                       click * returnProbability(satisfactionAfter(satisfaction, truth.enjoyment))};
  return truth;
}

double Audience::returnProbability(double satisfaction) const {
  return sigmoid(returnBias_ + settings_.returnSlope * (satisfaction - 0.5));
}

double Audience::satisfactionAfter(double satisfaction, double clicked) const {
  const double session = clicked < 0 ? settings_.emptySession : clicked;
  return satisfaction + settings_.satisfactionRate * (session - satisfaction);
}

void Audience::calibrate() {
  const AudienceSettings& s = settings_;
  Random random = randomFor(seed_, Purpose::Pairs, 0, 0);
  std::vector<std::size_t> users(kCalibrationPairs);
  std::vector<std::uint32_t> items(kCalibrationPairs);
  std::vector<double> relevant(kCalibrationPairs), logits(kCalibrationPairs),
      weights(kCalibrationPairs, 1.0);
  for (std::size_t i = 0; i < kCalibrationPairs; ++i) {
    users[i] = random.below(userSince_.size());
    items[i] = onOffer_[random.below(onOffer_.size())];
    relevant[i] = relevance(users[i], items[i]);
  }
  const auto solve = [&](double onRelevance, double onTrait, const std::vector<float>& trait,
                         double rate) {
    for (std::size_t i = 0; i < kCalibrationPairs; ++i) {
      logits[i] = onRelevance * relevant[i] + onTrait * trait[items[i]];
    }
    const double bias = solveBias(logits, weights, rate);
    // The next action happens only where this one does.
    for (std::size_t i = 0; i < kCalibrationPairs; ++i) weights[i] *= sigmoid(bias + logits[i]);
    return bias;
  };
  clickBias_ = solve(s.relevanceOnClick, s.appealOnClick, appeal_, s.clickRate);
  longViewBias_ = solve(s.relevanceOnLongView, s.qualityOnLongView, quality_, s.longViewRate);
  likeBias_ = solve(s.relevanceOnLike, s.qualityOnLike, quality_, s.likeRate);
  returnBias_ = std::log(s.returnRate / (1 - s.returnRate));

  double sum = 0, squares = 0;
  for (std::size_t i = 0; i < kCalibrationPairs; ++i) {
    const auto p = truth(users[i], 0.5, items[i]).probability;
    const double value = std::inner_product(p.begin(), p.end(), s.valueWeights.begin(), 0.0);
    sum += value;
    squares += value * value;
  }
  const auto count = static_cast<double>(kCalibrationPairs);
  valueMean_ = sum / count;
  const double variance = squares / count - valueMean_ * valueMean_;
  valueDeviation_ = variance > 1e-18 ? std::sqrt(variance) : 1;
}

}  // namespace luce
