// The action set of an Open Bandit log: item_context.csv.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/dataset/dataset_sink.h"

namespace luce {

class OpenBanditCatalogue {
 public:
  /// Throws ImportError.
  explicit OpenBanditCatalogue(const std::filesystem::path& file);

  std::size_t size() const { return items_.size(); }
  const std::filesystem::path& file() const { return file_; }
  /// Of the columns beside item_id: numbers where all values are.
  const std::vector<Feature>& features() const { return features_; }
  std::optional<std::uint32_t> find(std::string_view key) const;
  void write(DatasetSink& sink) const;
  bool hasSameItems(const OpenBanditCatalogue& other) const;

 private:
  struct Item {
    std::string key;
    std::vector<std::string> values;  ///< one a feature, as text
    bool operator==(const Item&) const = default;
  };
  void findKinds();

  std::filesystem::path file_;
  std::vector<Feature> features_;
  std::vector<Item> items_;
  std::map<std::string, std::uint32_t, std::less<>> index_;
};

}  // namespace luce
