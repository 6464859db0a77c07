// One day of a service: who asked, what was shown, what happened. Plain columns; candidates of a
// request follow each other.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/dataset/dataset_sink.h"
#include "core/simulation/audience/audience.h"
#include "core/simulation/audience/exploration.h"

namespace luce {

/// Today's requests before anything is ranked. The same user has the same candidates whoever ranks.
struct Requests {
  int day = 0;
  std::size_t slateSize = 0;
  std::vector<std::uint32_t> user;    ///< place of the user in the audience
  std::vector<double> satisfaction;   ///< of the user
  std::vector<std::uint32_t> item;    ///< requests × slateSize
  std::vector<CandidateTruth> truth;  ///< requests × slateSize

  std::size_t size() const { return user.size(); }
  std::span<const CandidateTruth> truthOf(std::size_t request) const {
    return std::span(truth).subspan(request * slateSize, slateSize);
  }
};

struct DayLog {
  Requests requests;
  // One a candidate
  std::vector<std::uint16_t> position;  ///< from 1
  std::vector<double> propensity;       ///< of coming first, exact
  std::vector<double> examination;      ///< probability of being looked at, exact
  std::vector<float> labels;            ///< candidates × kAudienceTasks
  // One a request
  std::vector<char> returned;  ///< whether its user comes back the next day
  std::vector<std::uint64_t> userNumber;
  std::vector<int> tenure;        ///< days since its user came
  std::vector<float> shownTaste;  ///< requests × topics
};

/// The users of one ranker: what it did to them.
class Crowd {
 public:
  /// All users are there on the first day.
  explicit Crowd(const Audience& audience);

  /// Requests of the users who are there today.
  Requests requests(const Audience& audience) const;
  /// Shows every request's candidates ordered by the scores (one a candidate), and lets the users
  /// act and decide about tomorrow.
  DayLog play(const Audience& audience, Requests requests, std::span<const double> scores,
              const Exploration& exploration);
  /// After audience.nextDay(): new users take the places of those who are gone for good, and
  /// some of the absent look in again.
  void wakeUp(const Audience& audience);

  std::size_t present() const;
  /// Of all users, absent ones too.
  double meanSatisfaction() const;

 private:
  /// Leaving: was here today and does not come back tomorrow.
  enum class Presence : char { Away, Here, Leaving };
  std::vector<double> satisfaction_;
  std::vector<Presence> presence_;
};

/// Scores of the policy that made the first log: what it thinks is part truth, part noise.
std::vector<double> loggingScores(const Audience& audience, const Requests& requests);
/// With which it explores.
Exploration loggingExploration(const AudienceSettings& settings);

/// What logs of such an audience have.
Schema audienceSchema(const AudienceSettings& settings);
/// Appends the day's requests to a log that was begun with audienceSchema().
void writeDay(const Audience& audience, const DayLog& day, DatasetSink& sink);
/// The same of requests that no one has acted on yet, for estimators to predict: labels are 0.
void writeRequests(const Audience& audience, const Requests& requests, DatasetSink& sink);

}  // namespace luce
