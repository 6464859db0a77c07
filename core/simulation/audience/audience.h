// A service and its users, with known truth. All that happens in it follows from the seeds, and
// what does not hang on the ranking (tastes, items, requests, chance) is the same for every ranker:
// common random numbers, so that rankers differ by what they do and not by luck.
//
//   match(u, i)      = √K · taste_u · topic_i              unit vectors of K topics; deviation 1
//   relevance(u, i)  = (match − d·(match² − 1)/2) / √(1 + d²/2)    d = boredom; deviation about 1
//   appeal_i         = κ·quality_i + √(1 − κ²)·noise       κ = appeal_of_quality
//   P(click)         = sigmoid(b_c + a·relevance + b·appeal)       given that the place is looked
//   at P(long view)     = P(click)     · sigmoid(b_v + a·relevance + b·quality) P(like)          =
//   P(long view) · sigmoid(b_l + a·relevance + b·quality) enjoyment(u, i)  = sigmoid(a·relevance +
//   b·quality) place k is looked at by those who reach it with k^(−position bias); from a place
//   users go on to the next one with `persistence`, times 1 − satiation after a long view (a
//   cascade) satisfaction     ← (1 − η)·satisfaction + η·(mean enjoyment of what was clicked, or
//                      empty_session)                      η = satisfaction_rate; 0 … 1, at first ½
//   P(return)        = sigmoid(b_r + slope·(satisfaction − ½))     the next day, after a session
//   P(return | i)    = P(click) · P(return) after a session in which only i was clicked
//
// The biases b give the mean rates of the settings. A candidate's "return" action says that it was
// clicked and its user returned the next day; its truth p is P(return | i), which is what i brings
// by itself. Where several candidates are clicked, what the user enjoyed of the others moves the
// action too: so it is with returns in real logs.
//
// Tastes turn a little every day; some items and users are replaced by new ones.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "core/common/random.h"
#include "core/simulation/audience/audience_settings.h"

namespace luce {

/// Probabilities of kAudienceTasks given that the candidate is looked at, and what decides about
/// the session.
struct CandidateTruth {
  std::array<double, kAudienceTasks.size()> probability{};
  double longViewOfClicked = 0;  ///< P(long view | click)
  double likeOfLongView = 0;     ///< P(like | long view)
  double enjoyment = 0;          ///< of the candidate when clicked, 0 … 1
};

class Audience {
 public:
  /// Day 0.
  /// Throws Error for settings out of range.
  Audience(const AudienceSettings& settings, std::uint64_t seed);

  const AudienceSettings& settings() const { return settings_; }
  std::uint64_t seed() const { return seed_; }
  int day() const { return day_; }
  void nextDay();

  /// On which day the user of this place came.
  int userSince(std::size_t user) const { return userSince_[user]; }
  /// The number of a user's place differs from that of who had it before.
  std::uint64_t userNumber(std::size_t user) const;

  /// Items are numbered in the order in which they came; these are on offer today.
  std::span<const std::uint32_t> itemsOnOffer() const { return onOffer_; }
  std::size_t itemsEver() const { return quality_.size(); }
  int itemSince(std::uint32_t item) const { return itemSince_[item]; }
  std::span<const float> topicsOf(std::uint32_t item) const;
  double quality(std::uint32_t item) const { return quality_[item]; }
  double appeal(std::uint32_t item) const { return appeal_[item]; }
  /// As logs show them: the same plus noise, of deviation 1 again.
  float shownAppeal(std::uint32_t item) const { return shownAppeal_[item]; }
  float shownQuality(std::uint32_t item) const { return shownQuality_[item]; }
  std::uint32_t mainTopic(std::uint32_t item) const { return mainTopic_[item]; }

  /// Today's, of length 1; and as logs show it.
  std::span<const float> tasteOf(std::size_t user) const;
  std::span<const float> shownTasteOf(std::size_t user) const;

  double relevance(std::size_t user, std::uint32_t item) const;
  CandidateTruth truth(std::size_t user, double satisfaction, std::uint32_t item) const;
  /// P(return) of a user of that satisfaction.
  double returnProbability(double satisfaction) const;
  /// Satisfaction after a session. clicked: mean enjoyment of what was clicked; negative = nothing.
  double satisfactionAfter(double satisfaction, double clicked) const;

  /// Σ_t w_t·p_t over random users and items on offer at first: for scores of the logging policy.
  double meanValue() const { return valueMean_; }
  double valueDeviation() const { return valueDeviation_; }

 private:
  void drawItem(std::uint32_t item);
  void drawUser(std::size_t user);
  void showTaste(std::size_t user);
  void calibrate();

  AudienceSettings settings_;
  std::uint64_t seed_;
  int day_ = 0;
  std::size_t topics_;
  std::vector<std::uint32_t> onOffer_;
  std::vector<float> itemTopics_;  ///< items × topics, length 1
  std::vector<float> quality_, appeal_, shownQuality_, shownAppeal_;
  std::vector<std::uint32_t> mainTopic_;
  std::vector<int> itemSince_;
  std::vector<float> taste_, shownTaste_;  ///< users × topics
  std::vector<int> userSince_;
  double clickBias_ = 0, longViewBias_ = 0, likeBias_ = 0, returnBias_ = 0;
  double valueMean_ = 0, valueDeviation_ = 1;
};

}  // namespace luce
