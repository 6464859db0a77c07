// Logs that keep what the logging model predicted: a line a candidate with user, item, features of
// the user, an action and the logging model's probability of it, for each task. It is the layout of
// the article that reward-aligned ranking became known by.
//
//   user_id,item_id,age,country,click,like,p_click,p_like
//   u1,i7,34,AT,1,0,0.31,0.02
//
// A probability is recognised by its name beside the action's: p_click, click_p, pred_click,
// click_pred, prob_click, click_prob, logging_click, click_logging, predicted_click. From them the
// logging policy's propensity is computed, π_β = softmax(Σ weight·p / temperature) over the slate,
// with weights and temperature 1 unless a schema tells those that were in use. The actions are the
// tasks. Lines of a slate are those of the same slate, session or request, where there is such a
// column, else all lines of a user; they need not follow one another. The probabilities are no
// features; a text or number whose name begins with "user_" or "context_" describes the slate, and
// where a user is a slate so do all that stay the same for each user of the first lines.
#pragma once

#include "core/dataset/importers/flat_format.h"

namespace luce {

class LoggedProbabilitiesFormat final : public FlatFormat {
 public:
  std::string id() const override { return "logged-probabilities"; }
  std::string title() const override {
    return "CSV with the logging model's probability beside each action";
  }
  bool recognises(const std::filesystem::path& file) const override;
  std::unique_ptr<LogRecords> open(const std::filesystem::path& file,
                                   const LogMapping& mapping) const override;
  LogMapping known(const std::filesystem::path& file, const LogRecords& records,
                   const LogMapping& told) const override;
};

}  // namespace luce
