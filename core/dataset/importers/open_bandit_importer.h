// The layout of the Open Bandit Dataset (Saito, Aihara, Matsutani, Narita 2021): a log of one
// action a line, with the catalogue of actions in item_context.csv beside it.
//
//   men/men.csv            ,timestamp,item_id,position,click,propensity_score,user_feature_0..,
//                          user-item_affinity_0..
//   men/item_context.csv   ,item_id,item_feature_0..
//
// Every line becomes a slate whose candidates are the whole catalogue; its key is the row number in
// the nameless first column (the line's place in the file where there is none), and "2:17" for row
// 17 of the second of several logs. user-item_affinity_k is the pair feature "user-item_affinity"
// of the item with item_id k. Several logs of one catalogue make one dataset.
#pragma once

#include "core/dataset/importers/importer.h"

namespace luce {

class OpenBanditImporter final : public Importer {
 public:
  std::string id() const override { return "open-bandit"; }
  std::string title() const override {
    return "Open Bandit Dataset, a log beside item_context.csv";
  }
  /// A log, the catalogue beside it, or the folder that holds both.
  bool recognises(const std::filesystem::path& file) const override;
  ImportOutcome import(const ImportRequest& request, DatasetSink& sink, const Progress& progress,
                       std::stop_token stop) const override;
};

}  // namespace luce
