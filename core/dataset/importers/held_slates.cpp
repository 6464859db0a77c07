#include "core/dataset/importers/held_slates.h"

namespace luce {

void HeldSlates::addSlate(const SlateRecord& slate) {
  write();
  holds_ = true;
  left_ = false;
  key_ = slate.key;
  slate_ = slate;
  contextNumeric_.assign(slate.contextNumeric.begin(), slate.contextNumeric.end());
  contextCategory_.assign(slate.contextCategory.begin(), slate.contextCategory.end());
  pairs_.assign(slate.pairs.begin(), slate.pairs.end());
  if (slate.action != nullptr) {
    action_ = *slate.action;
    labels_.assign(slate.action->labels.begin(), slate.action->labels.end());
  }
}

void HeldSlates::addCandidate(const CandidateRecord& candidate) {
  if (left_) return;
  candidates_.push_back({.item = std::string(candidate.item),
                         .record = candidate,
                         .numeric = {candidate.numeric.begin(), candidate.numeric.end()},
                         .category = {candidate.category.begin(), candidate.category.end()},
                         .labels = {candidate.labels.begin(), candidate.labels.end()}});
}

void HeldSlates::setPropensities(const std::vector<double>& propensities) {
  for (std::size_t i = 0; i < candidates_.size(); ++i) {
    candidates_[i].record.propensity = propensities[i];
  }
}

void HeldSlates::show(const std::vector<Shown>& list) {
  std::vector<Candidate> kept;
  for (const Shown& shown : list) {
    kept.push_back(std::move(candidates_[shown.candidate]));
    CandidateRecord& record = kept.back().record;
    record.position = shown.position;
    record.propensity = shown.propensity;
    record.examination = shown.examination;
    kept.back().labels.assign(1, shown.label);
  }
  candidates_ = std::move(kept);
}

void HeldSlates::leaveOut() {
  holds_ = false;
  left_ = true;
  candidates_.clear();
}

void HeldSlates::write() {
  if (!holds_) return;
  holds_ = false;
  std::vector<std::string_view> category(contextCategory_.begin(), contextCategory_.end());
  slate_.key = key_;
  slate_.contextNumeric = contextNumeric_;
  slate_.contextCategory = category;
  slate_.pairs = pairs_;
  if (slate_.action != nullptr) {
    action_.labels = labels_;
    slate_.action = &action_;
  }
  out_.addSlate(slate_);
  for (Candidate& candidate : candidates_) {
    category.assign(candidate.category.begin(), candidate.category.end());
    candidate.record.item = candidate.item;
    candidate.record.numeric = candidate.numeric;
    candidate.record.category = category;
    candidate.record.labels = candidate.labels;
    out_.addCandidate(candidate.record);
  }
  candidates_.clear();
}

}  // namespace luce
