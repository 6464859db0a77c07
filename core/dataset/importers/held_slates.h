// Holds back a slate's records until it is whole, where they can only be written then: a slate with
// a faulty line is left out, and the logging policy's probabilities are computed from a logging
// model's over all candidates.
#pragma once

#include <string>
#include <vector>

#include "core/dataset/dataset_sink.h"

namespace luce {

class HeldSlates final : public DatasetSink {
 public:
  explicit HeldSlates(DatasetSink& out) : out_(out) {}

  void begin(const Schema& schema) override { out_.begin(schema); }
  void addItem(const ItemRecord& item) override { out_.addItem(item); }
  /// Writes the slate before.
  void addSlate(const SlateRecord& slate) override;
  void addCandidate(const CandidateRecord& candidate) override;

  /// π_β by candidate of the present slate.
  void setPropensities(const std::vector<double>& propensities);
  /// A candidate of the present slate with the place and the only label that it gets.
  struct Shown {
    std::size_t candidate = 0;
    std::uint16_t position = 0;
    double propensity = 0;
    double examination = 0;
    float label = 0;
  };
  /// Keeps these candidates of the present slate only, in this order; each may be there once.
  void show(const std::vector<Shown>& list);
  /// Forgets the present slate and its candidates to come.
  void leaveOut();
  /// Writes the last slate.
  void finish() { write(); }

 private:
  struct Candidate {
    std::string item;
    CandidateRecord record;  ///< its spans are set when it is written
    std::vector<double> numeric;
    std::vector<std::string> category;
    std::vector<float> labels;
  };
  void write();

  DatasetSink& out_;
  bool holds_ = false;
  bool left_ = false;
  std::string key_;
  SlateRecord slate_;
  BanditAction action_;
  std::vector<double> contextNumeric_;
  std::vector<std::string> contextCategory_;
  std::vector<float> labels_;
  std::vector<PairValue> pairs_;
  std::vector<Candidate> candidates_;
};

}  // namespace luce
