// The logs of KuaiRand (Gao and others, 2022), in each of its three sizes (pure, 1k, 27k):
//
//   log_random_4_22_to_5_08_pure.csv, log_standard_…   user_id,video_id,date,hourmin,time_ms,
//       is_click,is_like,is_follow,is_comment,is_forward,is_hate,long_view,play_time_ms,duration_ms,
//       profile_stay_time,comment_stay_time,is_profile_enter,is_rand,tab
//   user_features_pure.csv, video_features_basic_pure.csv   beside it, of the same size
//
// The tasks are the eight zeros and ones. time_ms is given in seconds, as times are everywhere in
// Luce. Left out as features: play_time_ms, profile_stay_time and comment_stay_time (outcomes like
// the tasks), is_rand (what the logging policy was) and date (the time says it). So are
// video_features_statistic_*.csv: they count the actions of the whole month, those to be predicted
// among them.
//
// The log knows no slates: what a user saw without a pause of half an hour becomes one. log_random
// holds what was shown by chance: as a bandit log (in a schema: "slates": {"by": "catalogue",
// "uniform": true}) its propensity is 1/N, N being the number of videos in it. The videos' table is
// then only used in the pure size, where it holds just those videos.
#pragma once

#include "core/dataset/importers/flat_format.h"

namespace luce {

class KuaiRandFormat final : public FlatFormat {
 public:
  std::string id() const override { return "kuairand"; }
  std::string title() const override { return "KuaiRand, log_random_*.csv or log_standard_*.csv"; }
  bool recognises(const std::filesystem::path& file) const override;
  std::unique_ptr<LogRecords> open(const std::filesystem::path& file,
                                   const LogMapping& mapping) const override;
  LogMapping known(const std::filesystem::path& file, const LogRecords& records,
                   const LogMapping& told) const override;
};

}  // namespace luce
