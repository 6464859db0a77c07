// The ratings of MovieLens (Harper, Konstan 2015) in each of its releases:
//
//   ml-100k     u.data       user, movie, rating, unix time between tabs; u.item, u.user beside it
//   ml-1m, 10m  ratings.dat  the same between "::"; movies.dat, users.dat
//   later       ratings.csv  userId,movieId,rating,timestamp; movies.csv
//
// The columns are userId, movieId, rating, timestamp in all of them. The task "liked" is a rating
// of at least 4. Movies get their title, year and a number 0 or 1 for each genre as features, users
// what the release tells of them.
//
// What a user rated without a pause of half an hour becomes a slate. That is the sounder choice: of
// these movies every rating is known, so `observed` rows need no propensity. By catalogue (in a
// schema: "slates": {"by": "catalogue"}) each rating is the one action of a bandit log over all
// movies; but people chose themselves what to rate, and nobody knows with which probability.
#pragma once

#include "core/dataset/importers/flat_format.h"

namespace luce {

class MovieLensFormat final : public FlatFormat {
 public:
  std::string id() const override { return "movielens"; }
  std::string title() const override {
    return "MovieLens ratings, u.data, ratings.dat or ratings.csv";
  }
  bool recognises(const std::filesystem::path& file) const override;
  std::unique_ptr<LogRecords> open(const std::filesystem::path& file,
                                   const LogMapping& mapping) const override;
  LogMapping known(const std::filesystem::path& file, const LogRecords& records,
                   const LogMapping& told) const override;
  std::unique_ptr<LogRecords> openSide(const SideFile& side) const override;
};

}  // namespace luce
