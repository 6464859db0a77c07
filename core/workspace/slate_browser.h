// A window on the slates of a dataset as they lie in the workspace file: any place of millions of
// rows at once, the slates that meet a condition, the candidates of one slate.
//
//   SlateBrowser browser("study.luce", workspace.dataset("men"));
//   browser.find("click > 0 AND position = 1", [&](auto slates, double) { … }, stop);
//   for (const BrowserRow& row : browser.slates(ids)) …
//
// Has a connection of its own that only reads. Used by one thread at a time. Every method throws
// Error; those with a stop token throw Cancelled.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <variant>
#include <vector>

#include "core/common/progress.h"
#include "core/workspace/browser_columns.h"
#include "core/workspace/workspace.h"

namespace luce {

/// monostate: missing.
using BrowserCell = std::variant<std::monostate, std::int64_t, double, std::string>;

struct BrowserRow {
  std::int64_t slate = 0;          ///< index of the slate, from 0
  std::vector<BrowserCell> cells;  ///< by column
};

struct BrowserCandidates {
  std::string key;               ///< of the slate; empty if there is no such slate
  std::vector<BrowserRow> rows;  ///< bandit logs: the shown item first, then the catalogue
  std::int64_t total = 0;        ///< more than rows where those stop at kMostCandidates
};

class SlateBrowser {
 public:
  static constexpr std::int64_t kMostCandidates = 20'000;

  SlateBrowser(const std::filesystem::path& workspace, const DatasetSummary& dataset);
  ~SlateBrowser();
  SlateBrowser(const SlateBrowser&) = delete;
  SlateBrowser& operator=(const SlateBrowser&) = delete;

  std::vector<BrowserColumn> slateColumns() const;
  std::vector<BrowserColumn> candidateColumns() const;
  /// Names that a condition may use, as they are typed.
  std::vector<std::string> conditionNames() const;
  std::int64_t slateCount() const { return count_; }

  /// Slates by index; unknown ones are left out.
  std::vector<BrowserRow> slates(std::span<const std::int64_t> slates);
  BrowserCandidates candidates(std::int64_t slate);

  /// Throws Error that says what is wrong with a condition, and which columns there are.
  void requireCondition(const std::string& condition);
  /// Hands over the slates that meet the condition, in their order, as they are found; a slate of a
  /// slate log meets a condition on its candidates when one of them does. fraction: how much of the
  /// log was searched; also called without slates to tell that.
  using Found = std::function<void(std::span<const std::int64_t> slates, double fraction)>;
  void find(const std::string& condition, const Found& found, std::stop_token stop = {});
  /// Searches the log for the key. Null if no slate has it.
  std::optional<std::int64_t> findKey(const std::string& key, const Progress& progress = {},
                                      std::stop_token stop = {});

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
  std::int64_t count_ = 0;
};

}  // namespace luce
